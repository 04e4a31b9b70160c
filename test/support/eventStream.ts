import type { Gateway } from './gateway.ts';

/** An open answer to a subscription. */
export interface Subscription extends AsyncDisposable {
  readonly response: Response;
  /** @returns the next event; null after `complete`, or where the answer ends without it. */
  next(): Promise<StreamEvent | null>;
  /** What was received so far. */
  readonly text: () => string;
}

export interface StreamEvent {
  readonly data?: { readonly [field: string]: { readonly [name: string]: unknown } } | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
}

export interface SubscribeOptions {
  readonly variables?: object;
  readonly headers?: Record<string, string>;
}

/** Subscribes by POST, as clients of graphql-sse do. */
export async function subscribe(
  gateway: Pick<Gateway, 'send'>,
  query: string,
  { variables = {}, headers = {} }: SubscribeOptions = {},
): Promise<Subscription> {
  const leaving = new AbortController();
  const init = { headers: { accept: 'text/event-stream', ...headers }, signal: leaving.signal };
  return readEvents(await gateway.send(query, variables, init), leaving);
}

/** @param leaving ends the request. */
export function readEvents(response: Response, leaving = new AbortController()): Subscription {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let rest = '';
  return {
    response,
    text: () => text,
    async next() {
      for (;;) {
        const end = rest.indexOf('\n\n');
        if (end >= 0) {
          const part = rest.slice(0, end);
          rest = rest.slice(end + 2);
          if (part.startsWith('event: next')) return JSON.parse(part.slice(part.indexOf('data: ') + 6));
          if (part.startsWith('event: complete')) return null;
          continue;
        }
        const { done, value } = (await reader?.read()) ?? { done: true, value: '' };
        if (done) return null;
        text += value;
        rest += value;
      }
    },
    async [Symbol.asyncDispose]() {
      leaving.abort();
    },
  };
}
