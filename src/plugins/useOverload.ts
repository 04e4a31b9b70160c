import type { Plugin } from 'graphql-yoga';

/**
 * While the process is overloaded, operations are turned away at once with 503 and Retry-After, before every answer
 * becomes late. Health and readiness are answered all the same.
 * @param isOverloaded is asked for each operation, and must be cheap.
 */
export function useOverload(isOverloaded: () => boolean): Plugin {
  return {
    onRequestParse({ endResponse, fetchAPI }) {
      if (!isOverloaded()) return;
      const error = {
        message: 'The gateway has more to do than it can.',
        extensions: {
          code: 'UNAVAILABLE',
          retryable: true,
          remedy: 'Nothing was done. Send it again in a second, or to another replica.',
        },
      };
      endResponse(
        fetchAPI.Response.json({ errors: [error] }, { status: 503, headers: { 'retry-after': '1' } }),
      );
    },
  };
}
