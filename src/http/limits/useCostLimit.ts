import { getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { costOf } from './cost.ts';
import { tooComplex } from './tooComplex.ts';

/** An inbox of 200 with all that a list of chats shows costs about 14,000; 200 chats with their messages, 400,000. */
const limit = 20_000;

/**
 * Refuses operations that ask for too much, before any of it is done. What the dearest variables would cost is counted
 * once for each document; only where that is too much does every request have to be looked at.
 */
export function useCostLimit(): Plugin {
  const dearest = new WeakMap<OperationDefinitionNode, number>();
  return {
    onExecute({ args: { schema, document, operationName, variableValues }, setResultAndStopExecution }) {
      const operation = getOperationAST(document, operationName);
      if (!operation) return;
      const priced = { schema, document, operation };
      const most = dearest.get(operation) ?? costOf(priced, null);
      dearest.set(operation, most);
      if (most <= limit) return;
      const cost = costOf(priced, variableValues ?? {});
      if (cost > limit) {
        setResultAndStopExecution({
          errors: [tooComplex(`Cost limit of ${limit} exceeded, found ${cost}.`)],
        });
      }
    },
  };
}
