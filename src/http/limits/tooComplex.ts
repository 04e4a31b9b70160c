import { GraphQLError } from 'graphql';

const code = 'QUERY_TOO_COMPLEX';

/** @returns the refusal of a document that asks for too much at once; `message` names the limit. HTTP 400. */
export function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code,
      retryable: false,
      remedy: 'Ask for less at once: fewer fields, a smaller `first`, or several requests.',
      http: { status: 400, spec: false },
    },
  });
}

/** @returns whether `error` is such a refusal. */
export const isTooComplex = ({ extensions }: GraphQLError): boolean => extensions.code === code;
