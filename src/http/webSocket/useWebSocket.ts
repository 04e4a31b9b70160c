import { getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { Refusal, type RefusalContext, refuseWith } from '../refusal.ts';
import { pathOf } from '../requestPath.ts';
import { type Head, isHandshake } from './handshake.ts';

/** In the server context of a request that a WebSocket has caused. */
export interface WebSocketContext {
  readonly isWebSocket?: boolean;
}

interface WebSocketOptions {
  /** The path of GraphQL requests. */
  readonly path: string;
  /** Why handshakes are refused at the moment, besides the guards of all requests. */
  readonly refusalOf: (request: Head) => Refusal | null;
}

/**
 * Answers handshakes that were not accepted: they are served as ordinary requests, so that the guards refuse them as any
 * other. Of the operations over WebSocket, only subscriptions are executed.
 */
export function useWebSocket({
  path,
  refusalOf,
}: WebSocketOptions): Plugin<WebSocketContext, RefusalContext & WebSocketContext> {
  return {
    onRequest(hook) {
      const { req } = hook.serverContext;
      if (!req || !isHandshake(req) || pathOf(hook.request.url) !== path) return;
      const refusal = refusalOf(req);
      if (refusal) refuseWith(hook, refusal);
    },
    onExecute({ args: { contextValue, document, operationName }, setResultAndStopExecution }) {
      if (!(contextValue as WebSocketContext).isWebSocket) return;
      if (getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION) return;
      setResultAndStopExecution({ errors: [onlySubscriptions()] });
    },
  };
}

const onlySubscriptions = () =>
  new Refusal({
    status: 400,
    code: 'BAD_REQUEST',
    reason: 'websocket-operation',
    message: 'Over WebSocket, this gateway executes only subscriptions.',
    remedy: 'Send queries and mutations by HTTP, to the same path.',
  });
