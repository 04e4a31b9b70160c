import type { Plugin } from 'graphql-yoga';
import { requestIDOf } from '../context.ts';

export interface RequestIDContext {
  requestID?: string;
  /** When the request had arrived in full, on the clock of `performance.now()`. */
  arrivedAt?: number;
}

/**
 * Assigns each request an ID and returns it in `x-request-id` of every response. Notes when the request had arrived: the
 * time of its upstream calls runs from then, and not from its head, because a slow caller may send the body for seconds.
 */
export function useRequestID(): Plugin<object, RequestIDContext> {
  return {
    onRequest({ request, serverContext }) {
      serverContext.requestID = requestIDOf((name) => request.headers.get(name));
    },
    onRequestParse({ serverContext }) {
      return {
        onRequestParseDone() {
          serverContext.arrivedAt = performance.now();
        },
      };
    },
    onResponse({ response, serverContext }) {
      if (serverContext.requestID) response.headers.set('x-request-id', serverContext.requestID);
    },
  };
}
