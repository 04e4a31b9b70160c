import { setImmediate } from 'node:timers/promises';
import type { Plugin } from 'graphql-yoga';

/** From here on, writing a body takes a noticeable time. */
const largeBytes = 1_000_000;

/** Gives the event loop a turn between serializing a large result and writing it, so that the two are not one block. */
export function useResponseTurn(): Plugin {
  return {
    onResponse({ response }) {
      if (Number(response.headers.get('content-length')) >= largeBytes) return setImmediate();
    },
  };
}
