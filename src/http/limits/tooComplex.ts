import { GraphQLError } from 'graphql';

const code = 'QUERY_TOO_COMPLEX';

/** @returns the error, with HTTP status 400, for an operation that exceeds a limit. `message` names the limit. */
export function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code,
      retryable: false,
      remedy: 'Request less at once: select fewer fields, use a smaller `first`, or split the request.',
      http: { status: 400, spec: false },
    },
  });
}

export const isTooComplex = ({ extensions }: GraphQLError): boolean => extensions.code === code;
