import { GraphQLError } from 'graphql';

/** @returns the refusal of a document that asks for too much at once; `message` names the limit. HTTP 400. */
export function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'QUERY_TOO_COMPLEX',
      retryable: false,
      remedy: 'Ask for less at once: fewer fields, a smaller `first`, or several requests.',
      // With `spec`, clients that accept application/json would get a 200.
      http: { status: 400, spec: false },
    },
  });
}
