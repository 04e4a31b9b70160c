import { GraphQLError, getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayKey } from '../../config/values.ts';
import type { Context } from '../../context.ts';
import { rejection } from '../rejection.ts';
import type { RequestIDContext } from '../useRequestID.ts';
import { type KeyHolder, keyHolderOf } from './keyHolder.ts';

export interface KeyHolderContext {
  /** Undefined if the gateway has no keys. */
  keyHolder?: KeyHolder;
}

/**
 * Rejects requests without one of `keys` in `x-gateway-key` with 401, and mutations with a read-only key with 403
 * before any field runs. An empty list disables the check.
 */
export function useKeys(keys: readonly GatewayKey[]): Plugin<Context, RequestIDContext & KeyHolderContext> {
  if (keys.length === 0) return {};
  return {
    onRequest({ request, serverContext, fetchAPI, endResponse }) {
      const presented = request.headers.get('x-gateway-key');
      const keyHolder = presented === null ? null : keyHolderOf(presented, keys);
      if (keyHolder) {
        serverContext.keyHolder = keyHolder;
        return;
      }
      endResponse(
        rejection(fetchAPI, {
          status: 401,
          code: 'UNAUTHENTICATED',
          message:
            presented === null
              ? 'This gateway requires a key in the header x-gateway-key.'
              : 'The key in the header x-gateway-key is not valid for this gateway.',
          remedy: 'Ask the operator of the gateway for a key.',
          requestID: serverContext.requestID,
          headers: { 'www-authenticate': 'GatewayKey header="x-gateway-key"' },
        }),
      );
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { keyHolder, requestID }: Context = args.contextValue;
      if (!keyHolder?.readOnly) return;
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== OperationTypeNode.MUTATION) return;
      setResultAndStopExecution({ errors: [readOnlyError(requestID)] });
    },
  };
}

const readOnlyError = (requestID: string) =>
  new GraphQLError('The key in the header x-gateway-key is read-only.', {
    extensions: {
      code: 'FORBIDDEN',
      retryable: false,
      remedy: 'Ask the operator of the gateway for a key that allows mutations.',
      requestID,
      http: { status: 403 },
    },
  });
