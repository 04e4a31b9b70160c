import { getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../context.ts';
import { Refusal, type RefusalContext, refuse } from '../refusal.ts';
import { recordOf } from '../requestRecords.ts';
import { type RulesContext, type RulesInForce, rulesOf } from './accessRules.ts';
import { type KeyHolder, keyHolderOf } from './keyHolder.ts';

export interface KeyHolderContext {
  /** Undefined if the gateway has no keys. */
  keyHolder?: KeyHolder;
}

/**
 * Rejects requests without one of the keys in `x-gateway-key` with 401, and mutations with a read-only key with 403
 * before any field runs. Without keys there is no check.
 */
export function useKeys(
  inForce: RulesInForce,
): Plugin<Context, RefusalContext & KeyHolderContext & RulesContext> {
  if (inForce.current.keys.length === 0) return {};
  return {
    onRequest(hook) {
      const { request, serverContext } = hook;
      const { keys } = rulesOf(serverContext, inForce);
      const presented = request.headers.get('x-gateway-key');
      const keyHolder = presented === null ? null : keyHolderOf(presented, keys);
      if (keyHolder) {
        serverContext.keyHolder = keyHolder;
        const record = recordOf(serverContext);
        if (record) record.keyHolder = keyHolder.name;
        return;
      }
      refuse(hook, {
        status: 401,
        code: 'UNAUTHENTICATED',
        message:
          presented === null
            ? 'This gateway requires a key in the header x-gateway-key.'
            : 'The key in the header x-gateway-key is not valid for this gateway.',
        headers: { 'www-authenticate': 'GatewayKey header="x-gateway-key"' },
      });
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { keyHolder }: Context = args.contextValue;
      if (!keyHolder?.readOnly) return;
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== OperationTypeNode.MUTATION) return;
      setResultAndStopExecution({ errors: [readOnlyError()] });
    },
  };
}

const readOnlyError = () =>
  new Refusal({
    status: 403,
    code: 'FORBIDDEN',
    reason: 'read-only-key',
    message: 'The key in the header x-gateway-key is read-only.',
    remedy: 'Ask the operator of the gateway for a key that allows mutations.',
  });
