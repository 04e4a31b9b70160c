import type { ExecutionResult } from 'graphql';
import type { ResultStream } from '../execution/subscribe.ts';
import { heartbeat } from './heartbeat.ts';

const complete = 'event: complete\ndata:\n\n';

/** The text of an event stream, part by part, in the distinct mode of graphql-sse. */
export interface Chunks {
  /** @returns the next part: a result, the end, or a heartbeat where no result comes in time; null after the end. */
  next(): Promise<string | null>;
  /** Ends the results at once, because nobody reads them any more. */
  cancel(): void;
}

/**
 * Takes a result only when a part is asked for, so that results wait at their source for a slow reader. A heartbeat is a
 * part, too: none are sent to a caller who does not read.
 * @param heartbeatMs how long a part takes at most.
 */
export function toChunks(results: ResultStream, heartbeatMs: number): Chunks {
  let deliver: ((chunk: string) => void) | null = null;
  /** A result that came after its reader got a heartbeat instead. */
  let ready: string | null = heartbeat;
  let isTaking = false;
  let isLast = false;

  const arrived = (chunk: string): void => {
    isTaking = false;
    if (deliver) deliver(chunk);
    else ready = chunk;
  };
  const end = (): void => {
    isLast = true;
    arrived(complete);
  };
  const take = (): void => {
    isTaking = true;
    results
      .next()
      .then(({ done, value }) => (done ? end() : arrived(textOf(value))))
      .catch(end);
  };

  return {
    next() {
      if (ready !== null) {
        const chunk = ready;
        ready = null;
        return Promise.resolve(chunk);
      }
      if (isLast) return Promise.resolve(null);
      return new Promise((resolve) => {
        const settle = (chunk: string): void => {
          clearTimeout(timer);
          deliver = null;
          resolve(chunk);
        };
        const timer = setTimeout(settle, heartbeatMs, heartbeat);
        deliver = settle;
        if (!isTaking) take();
      });
    },
    cancel() {
      // A part that is awaited is that of the end.
      void results.return?.();
    },
  };
}

/** @returns a result as an event, without what errors tell only the gateway. */
function textOf(result: ExecutionResult): string {
  const { errors, ...others } = result;
  const shown = errors?.map((error) => {
    const { http: _, ...extensions } = error.extensions;
    return { ...error.toJSON(), extensions };
  });
  return `event: next\ndata: ${JSON.stringify({ ...(shown && { errors: shown }), ...others })}\n\n`;
}
