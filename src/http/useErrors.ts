import { type DocumentNode, GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import {
  Failure,
  InvalidInputFailure,
  RateLimitedFailure,
  UnavailableFailure,
  UnsupportedFailure,
} from '../failures.ts';
import { rootFieldOf } from './rootField.ts';

interface RequestInfo extends Pick<Context, 'requestID' | 'log'> {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
}

/**
 * Prepares top-level errors for clients. A `Failure` gets the fields of the typed errors as `extensions`. Errors of
 * GraphQL itself stay as they are. Everything else is masked, in every environment, and logged with its cause.
 */
export function useErrors(): Plugin<Context> {
  return {
    onExecute({ args }) {
      return {
        onExecuteDone({ result, setResult }) {
          if (isAsyncIterable(result) || !result.errors) return;
          const { document, operationName } = args;
          const { requestID, log }: Context = args.contextValue;
          const request = { document, operationName, requestID, log };
          const toError = 'data' in result ? toPublic : toRequestError;
          setResult({ ...result, errors: result.errors.map((error) => toError(error, request)) });
        },
      };
    },
  };
}

function toPublic(
  error: GraphQLError,
  { document, operationName, requestID, log }: RequestInfo,
): GraphQLError {
  const { nodes, path, originalError: thrown } = error;
  const location = { nodes: nodes ?? null, path: path ?? null };
  if (thrown instanceof Failure) {
    const { code, retryable, remedy, upstreamCode } = thrown;
    return new GraphQLError(thrown.message, {
      ...location,
      extensions: {
        code,
        retryable,
        remedy,
        ...(upstreamCode && { upstreamCode }),
        ...detailsOf(thrown),
        requestID,
      },
    });
  }
  if (thrown === undefined || thrown instanceof GraphQLError) return error;
  const operation = rootFieldOf(document, operationName, path?.[0]);
  log.error({ operation, path: path?.join('.'), err: thrown }, 'Unexpected error masked');
  return new GraphQLError('Unexpected error.', {
    ...location,
    extensions: {
      code: 'INTERNAL_SERVER_ERROR',
      retryable: false,
      remedy: 'Report this requestID to the operator of the gateway: the log has the cause.',
      requestID,
    },
  });
}

/** The fields that only some kinds of failure have, as far as they are known. */
function detailsOf(failure: Failure): Record<string, unknown> {
  if (failure instanceof InvalidInputFailure) return { issues: failure.issues };
  if (failure instanceof UnavailableFailure || failure instanceof RateLimitedFailure) {
    const { retryAfterSeconds } = failure;
    return retryAfterSeconds === null ? {} : { retryAfterSeconds };
  }
  if (failure instanceof UnsupportedFailure) {
    const { requiredVersion, actualVersion } = failure;
    return {
      ...(requiredVersion !== null && { requiredVersion }),
      ...(actualVersion !== null && { actualVersion }),
    };
  }
  return {};
}

/**
 * Variables that do not match the document. GraphQL over HTTP requires status 200 for `application/json` here, as for
 * documents that do not match the schema. Apollo Gateway does not read the message of a 400.
 */
function toRequestError(error: GraphQLError): GraphQLError {
  if (error.extensions.code !== undefined) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } },
  });
}
