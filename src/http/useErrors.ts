import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { Failure, InvalidInputFailure } from '../failures.ts';

/**
 * Top-level errors as clients may see them: a failure with the vocabulary of the typed errors in its `extensions`,
 * GraphQL's own complaints as they are, and everything else masked, in every environment, and logged with its cause.
 */
export function useErrors(): Plugin<Context> {
  return {
    onExecute({ args }) {
      const context: Context = args.contextValue;
      return {
        onExecuteDone({ result, setResult }) {
          if (isAsyncIterable(result) || !result.errors) return;
          const toError = 'data' in result ? toPublic : toRequestError;
          setResult({ ...result, errors: result.errors.map((error) => toError(error, context)) });
        },
      };
    },
  };
}

function toPublic(error: GraphQLError, { requestID, log }: Context): GraphQLError {
  const { nodes, path, originalError: thrown } = error;
  const place = { nodes: nodes ?? null, path: path ?? null };
  if (thrown instanceof Failure) {
    const { code, retryable, remedy } = thrown;
    const issues = thrown instanceof InvalidInputFailure ? { issues: thrown.issues } : {};
    return new GraphQLError(thrown.message, {
      ...place,
      extensions: { code, retryable, remedy, requestID, ...issues },
    });
  }
  if (thrown === undefined || thrown instanceof GraphQLError) return error;
  log.error({ err: thrown, path: path?.join('.') }, 'A surprise was masked');
  return new GraphQLError('Unexpected error.', {
    ...place,
    extensions: {
      code: 'INTERNAL_SERVER_ERROR',
      retryable: false,
      remedy: 'Tell whoever runs the gateway, with this requestID: the log has the cause.',
      requestID,
    },
  });
}

/**
 * Variables that do not fit the document. GraphQL over HTTP wants 200 for application/json, as for documents that do
 * not fit the schema; Apollo's gateway reads no message from a 400.
 */
function toRequestError(error: GraphQLError): GraphQLError {
  const { http } = error.extensions as { http?: { status?: number } };
  if (http?.status !== 400) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT', ...error.extensions, http: { ...http, spec: true } },
  });
}
