import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Log } from '../common/requestLog.ts';
import type { KeyHolderContext } from './guards/useKeys.ts';
import { shortened } from './limits/shortened.ts';
import { logRefusal, Refusal, type RefusalContext } from './refusal.ts';
import { isRefusalCode, type RefusalCode, refusalCodes } from './refusalCodes.ts';

/**
 * Completes the errors of requests of which nothing was executed, whether this gateway, Yoga or graphql refuses them,
 * and logs each such request once.
 */
export function useRefusals(log: Log): Plugin<object, RefusalContext & KeyHolderContext> {
  return {
    onResultProcess({ result, serverContext, setResult }) {
      if (Array.isArray(result) || isAsyncIterable(result) || 'data' in result) return;
      const { errors = [] } = result;
      const [first] = errors;
      if (!first || first.extensions.unexpected) return;
      const code = codeOf(first);
      serverContext.refusal = {
        code,
        reason: first instanceof Refusal ? first.reason : refusalCodes[code].reason,
      };
      const { requestID } = serverContext;
      setResult({ ...result, errors: errors.map((error) => complete(error, requestID)) });
    },
    onResponse({ response: { status }, serverContext: { refusal, requestID, keyHolder } }) {
      if (!refusal) return;
      logRefusal(log, refusal, { requestID, status, ...(keyHolder && { keyHolder: keyHolder.name }) });
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
