import type { Plugin } from 'graphql-yoga';
import { requestIDOf } from '../context.ts';

export interface RequestIDContext {
  requestID?: string;
}

/** Assigns each request an ID and returns it in `x-request-id` of every response. */
export function useRequestID(): Plugin<object, RequestIDContext> {
  return {
    onRequest({ request, serverContext }) {
      serverContext.requestID ??= requestIDOf((name) => request.headers.get(name));
    },
    onResponse({ response, serverContext }) {
      if (serverContext.requestID) response.headers.set('x-request-id', serverContext.requestID);
    },
  };
}
