import type { Plugin } from 'graphql-yoga';
import { refusal } from '../refusal.ts';
import type { RequestIDContext } from '../useRequestID.ts';

/**
 * While the process is overloaded, operations are turned away at once with 503 and Retry-After, before every answer
 * becomes late. Health and readiness are answered all the same.
 * @param isOverloaded is asked for each operation, and must be cheap.
 */
export function useOverload(isOverloaded: () => boolean): Plugin<object, RequestIDContext> {
  return {
    onRequestParse({ serverContext, endResponse, fetchAPI }) {
      if (!isOverloaded()) return;
      endResponse(
        refusal(fetchAPI, {
          status: 503,
          code: 'UNAVAILABLE',
          message: 'The gateway has more to do than it can.',
          remedy: 'Nothing was done. Send it again in a second, or to another replica.',
          retryable: true,
          requestID: serverContext?.requestID,
          headers: { 'retry-after': '1' },
        }),
      );
    },
  };
}
