import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';

/** Why nothing of an operation was executed: what the client gets as `error`. */
export class RequestErrors extends Error {
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('The request was refused.');
    this.name = 'RequestErrors';
    this.errors = errors;
  }
}

/** The results in the response to a subscription over HTTP. */
export interface Results {
  /**
   * @returns the next result, undefined after the last one.
   * @throws {RequestErrors} where nothing was executed.
   */
  next(): Promise<FormattedExecutionResult | undefined>;
  /** Ends the response. */
  cancel(): Promise<void>;
}

/**
 * Reads a response of the gateway itself: server-sent events, or the JSON of a refusal. It reads no further than it is asked
 * to.
 */
export function readResults(response: Response): Results {
  const reader = response.body?.getReader();
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const decoder = new TextDecoder();
  let text = '';
  /** Before it, there is no end of an event in `text`. */
  let searched = 0;
  let isFirst = true;

  /** @returns whether there was more. */
  async function readMore(): Promise<boolean> {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) return false;
    text += decoder.decode(value, { stream: true });
    return true;
  }

  /** @returns the next event with its fields, or undefined at the end. */
  async function nextEvent(): Promise<string | undefined> {
    for (;;) {
      const end = text.indexOf('\n\n', searched);
      if (end >= 0) {
        const event = text.slice(0, end);
        text = text.slice(end + 2);
        searched = 0;
        return event;
      }
      searched = Math.max(0, text.length - 1);
      if (!(await readMore())) return undefined;
    }
  }

  async function nextAnswer(): Promise<FormattedExecutionResult | undefined> {
    if (!isStream) {
      while (await readMore());
      return JSON.parse(text);
    }
    for (let event = await nextEvent(); event !== undefined; event = await nextEvent()) {
      const lines = event.split('\n');
      const data = lines.find((line) => line.startsWith('data: '));
      if (data !== undefined) return JSON.parse(data.slice('data: '.length));
    }
    return undefined;
  }

  return {
    async next() {
      const answer = await nextAnswer();
      if (isFirst && answer?.data === undefined && answer?.errors) throw new RequestErrors(answer.errors);
      isFirst = false;
      return answer;
    },
    async cancel() {
      await reader?.cancel().catch(() => {});
    },
  };
}
