import { getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Begin } from './begin.ts';
import { costOf, mostExpensiveOf } from './cost.ts';
import { tooComplex } from './tooComplex.ts';

/** A list of 200 chats with everything that an inbox shows costs about 14,000; with their messages, 400,000. */
const limit = 20_000;

/**
 * Rejects an operation that costs too much before any of it is executed. The maximum cost for any variables is computed
 * once per operation; only if that exceeds the limit is every request priced with its own variables.
 * @param listSize how many items an unpaged list is taken to have.
 */
export function useCostLimit(listSize: number): Plugin {
  const maxCosts = new WeakMap<OperationDefinitionNode, number>();
  const check = ({
    args: { schema, document, operationName, variableValues },
    setResultAndStopExecution,
  }: Begin): void => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return;
    const priced = { schema, document, operation, listSize };
    const maxCost = maxCosts.get(operation) ?? costOf(priced, null);
    maxCosts.set(operation, maxCost);
    if (maxCost <= limit) return;
    const cost = costOf(priced, variableValues ?? {});
    if (cost > limit) {
      setResultAndStopExecution({
        errors: [
          tooComplex(
            `Cost limit of ${limit} exceeded, found ${cost}, most of it in \`${mostExpensiveOf(priced, variableValues ?? {})}\`.`,
          ),
        ],
      });
    }
  };
  return { onExecute: check, onSubscribe: check };
}
