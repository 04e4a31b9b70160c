import { GraphQLError, getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { CallerKey } from '../../config/values.ts';
import type { Context } from '../../context.ts';
import { refusal } from '../refusal.ts';
import type { RequestIDContext } from '../useRequestID.ts';
import { type Caller, callerOf } from './keyHolder.ts';

export interface CallerContext {
  /** Who sent the request; left out where no key is asked for. */
  caller?: Caller;
}

/**
 * Lets nobody in without one of `keys` in `x-gateway-key`: 401. A mutation with a key that is only for reading is 403,
 * and nothing of it is executed. Where there are no keys at all, none is asked for.
 */
export function useKeys(keys: readonly CallerKey[]): Plugin<Context, RequestIDContext & CallerContext> {
  if (keys.length === 0) return {};
  return {
    onRequest({ request, serverContext, fetchAPI, endResponse }) {
      const presented = request.headers.get('x-gateway-key');
      const caller = presented === null ? null : callerOf(presented, keys);
      if (caller) {
        serverContext.caller = caller;
        return;
      }
      endResponse(
        refusal(fetchAPI, {
          status: 401,
          code: 'UNAUTHENTICATED',
          message:
            presented === null
              ? 'This gateway asks for a key, in the header x-gateway-key.'
              : 'The key in the header x-gateway-key is not one of this gateway.',
          remedy: 'Ask whoever runs the gateway for a key.',
          requestID: serverContext.requestID,
          headers: { 'www-authenticate': 'GatewayKey header="x-gateway-key"' },
        }),
      );
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { caller, requestID }: Context = args.contextValue;
      if (!caller?.readOnly) return;
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== OperationTypeNode.MUTATION) return;
      setResultAndStopExecution({ errors: [readOnlyError(requestID)] });
    },
  };
}

const readOnlyError = (requestID: string) =>
  new GraphQLError('The key in the header x-gateway-key is only for reading.', {
    extensions: {
      code: 'FORBIDDEN',
      retryable: false,
      remedy: 'Ask whoever runs the gateway for a key that may write.',
      requestID,
      http: { status: 403 },
    },
  });
