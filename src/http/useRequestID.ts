import type { Plugin } from 'graphql-yoga';
import { requestIDOf } from '../context.ts';

export interface RequestIDContext {
  requestID?: string;
}

/** Gives each request its ID, and each answer, whatever it is, the same one in `x-request-id`. */
export function useRequestID(): Plugin<object, RequestIDContext> {
  return {
    onRequest({ request, serverContext }) {
      serverContext.requestID = requestIDOf(request);
    },
    onResponse({ response, serverContext }) {
      if (serverContext.requestID) response.headers.set('x-request-id', serverContext.requestID);
    },
  };
}
