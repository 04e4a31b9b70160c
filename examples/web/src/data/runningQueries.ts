import { ApolloLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { finalize } from 'rxjs';

const running = new Set<Promise<void>>();
const listeners = new Set<() => void>();

/** Knows which queries are on their way. */
export const trackQueries = new ApolloLink((operation, forward) => {
  if (operation.operationType !== OperationTypeNode.QUERY) return forward(operation);
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  running.add(ended);
  return forward(operation).pipe(
    finalize(() => {
      running.delete(ended);
      end();
      for (const listener of listeners) listener();
    }),
  );
});

/** @returns once the queries that are on their way now have ended, and their answers are in the cache. */
export async function queriesOnTheirWay(): Promise<void> {
  await Promise.all(running);
}

/** Calls a function each time that a query has ended. */
export function onAnswer(listener: () => void): void {
  listeners.add(listener);
}
