import type { Plugin } from 'graphql-yoga';
import { requestIDOf } from '../context.ts';
import type { NodeContext } from './requestBody.ts';
import { recordOf } from './requestRecords.ts';

export interface RequestIDContext extends NodeContext {
  requestID?: string;
}

/** Assigns each request an ID and returns it in `x-request-id` of every response. */
export function useRequestID(): Plugin<object, RequestIDContext> {
  return {
    onRequest({ request, serverContext }) {
      serverContext.requestID ??= requestIDOf((name) => request.headers.get(name));
      const record = recordOf(serverContext);
      if (record) record.requestID = serverContext.requestID;
    },
    onResponse({ response, serverContext }) {
      if (serverContext.requestID) response.headers.set('x-request-id', serverContext.requestID);
    },
  };
}
