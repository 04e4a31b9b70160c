import { print } from 'graphql';
import { expect } from 'vitest';
import type { Gateway, GraphQLAnswer } from './gateway.ts';

type Document = Parameters<typeof print>[0];

/** A fixed seed, so that a failure can be reproduced. */
export const seed = 20_260_101;

export interface AnyResult {
  readonly __typename?: string;
  readonly issues?: readonly { code: string }[];
}

/** Sends an operation, and checks what must hold for every answer: no 5xx, and no masked error. */
export async function ask(gateway: Gateway, document: Document, variables: object) {
  const response = await gateway.send(print(document), variables);
  const answer = (await response.json()) as GraphQLAnswer<Record<string, AnyResult | null>>;
  expect(response.status).toBeLessThan(500);
  for (const { message, extensions } of answer.errors ?? []) {
    expect(message).not.toBe('Unexpected error.');
    expect(extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
  }
  // A masked error and a failure of Yoga are the only lines of this level.
  expect(gateway.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  gateway.log.length = 0;
  return answer;
}
