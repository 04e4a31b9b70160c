import { type ExecutionArgs, getOperationAST } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import type { NodeContext } from './requestBody.ts';
import { recordOf } from './requestRecords.ts';

interface Begin {
  readonly args: Pick<ExecutionArgs, 'document' | 'operationName' | 'contextValue'>;
}

/** Records which operation is executed, and the codes of its errors. */
export function useRequestRecord(): Plugin<Context, NodeContext> {
  /** @returns a function to be called when the operation has been executed. */
  const begin = ({ args }: Begin): (() => void) | undefined => {
    const { record } = args.contextValue as Context;
    const operation = record && getOperationAST(args.document, args.operationName);
    if (!operation) return;
    const running = {
      name: operation.name?.value ?? null,
      type: operation.operation,
      startedAt: performance.now(),
      endedAt: 0,
    };
    record.operation = running;
    return () => {
      running.endedAt = performance.now();
    };
  };
  return {
    onExecute(hook) {
      const onExecuteDone = begin(hook);
      return onExecuteDone && { onExecuteDone };
    },
    onSubscribe(hook) {
      const onSubscribeResult = begin(hook);
      return onSubscribeResult && { onSubscribeResult };
    },
    onResultProcess({ result, serverContext }) {
      if (Array.isArray(result) || isAsyncIterable(result) || !result.errors) return;
      const record = recordOf(serverContext);
      if (!record) return;
      const codes = result.errors.map(({ extensions }) => extensions?.code ?? unknownCode);
      record.errorCodes = [...new Set(codes.map(String))];
    },
  };
}

/** Errors of graphql itself, such as null for a field that can't be null, have no code. */
const unknownCode = 'INTERNAL_SERVER_ERROR';
