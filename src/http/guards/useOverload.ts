import type { Plugin } from 'graphql-yoga';
import { rejection } from '../rejection.ts';
import type { RequestIDContext } from '../useRequestID.ts';

/**
 * Rejects operations with 503 and `Retry-After` while the process is overloaded. `/health` and `/ready` keep working.
 * @param isOverloaded called for every operation, so it must be cheap.
 */
export function useOverload(isOverloaded: () => boolean): Plugin<object, RequestIDContext> {
  return {
    onRequestParse({ serverContext, endResponse, fetchAPI }) {
      if (!isOverloaded()) return;
      endResponse(
        rejection(fetchAPI, {
          status: 503,
          code: 'UNAVAILABLE',
          message: 'The gateway is overloaded.',
          remedy: 'Nothing was done. Send the request again after one second, or to another replica.',
          retryable: true,
          requestID: serverContext?.requestID,
          headers: { 'retry-after': '1' },
        }),
      );
    },
  };
}
