import { print } from 'graphql';
import { expect } from 'vitest';
import type { Gateway, GraphQLAnswer } from '../../support/gateway.ts';

type Document = Parameters<typeof print>[0];

/** The same numbers each time: a failure is one for everybody. */
export const seed = 20_260_101;

export interface Told {
  readonly __typename?: string;
  readonly issues?: readonly { code: string }[];
}

/** Asks, and holds to be true of the answer what is true of each: no 5xx, nothing masked, and a code on each failure. */
export async function ask(gateway: Gateway, document: Document, variables: object) {
  const response = await gateway.send(print(document), variables);
  const answer = (await response.json()) as GraphQLAnswer<Record<string, Told | null>>;
  expect(response.status).toBeLessThan(500);
  for (const { message, extensions } of answer.errors ?? []) {
    expect(message).not.toBe('Unexpected error.');
    expect(extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
  }
  expect(
    gateway.log.filter(({ msg }) => msg === 'Unexpected error masked' || msg === 'Error from Yoga'),
  ).toEqual([]);
  gateway.log.length = 0;
  return answer;
}
