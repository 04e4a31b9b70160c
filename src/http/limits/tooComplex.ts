import { GraphQLError } from 'graphql';

/**
 * @param message names the limit.
 * @returns the error for an operation that exceeds a limit. Its HTTP status is 200 for `application/json`, as that of
 * other request errors: Apollo Gateway shows neither message nor code of a 400.
 */
export function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'QUERY_TOO_COMPLEX',
      retryable: false,
      remedy: 'Request less at once: select fewer fields, use a smaller `first`, or split the request.',
      http: { status: 400, spec: true },
    },
  });
}
