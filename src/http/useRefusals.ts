import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { shortened } from './limits/shortened.ts';
import { Refusal, type RefusalContext, recordRefusal } from './refusal.ts';
import { isRefusalCode, type RefusalCode, refusalCodes } from './refusalCodes.ts';

/**
 * Completes the errors of requests of which nothing was executed, whether this gateway, Yoga or graphql refuses them,
 * and records why.
 */
export function useRefusals(): Plugin<object, RefusalContext> {
  return {
    onResultProcess({ result, serverContext, setResult }) {
      if (Array.isArray(result) || isAsyncIterable(result) || 'data' in result) return;
      const { errors = [] } = result;
      const [first] = errors;
      if (!first || first.extensions.unexpected) return;
      const code = codeOf(first);
      const { requestID } = serverContext;
      const reason = first instanceof Refusal ? first.reason : refusalCodes[code].reason;
      recordRefusal(serverContext, { code, reason });
      setResult({ ...result, errors: errors.map((error) => complete(error, requestID)) });
    },
  };
}

/** Yoga has no code of its own for 405. */
function codeOf({ extensions: { code, http } }: GraphQLError): RefusalCode {
  if ((http as { status?: unknown } | undefined)?.status === 405) return 'METHOD_NOT_ALLOWED';
  return isRefusalCode(code) ? code : 'BAD_REQUEST';
}

/** A new error, because Yoga caches those of a document for later requests. */
function complete(error: GraphQLError, requestID: string | undefined): GraphQLError {
  const { message, nodes, source, positions, extensions } = error;
  const code = codeOf(error);
  const { retryable = false, remedy = refusalCodes[code].remedy } = extensions;
  return new GraphQLError(shortened(message), {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    // Yoga's default is 200 for every media type.
    extensions: { http: { status: 400, spec: true }, ...extensions, code, retryable, remedy, requestID },
  });
}
