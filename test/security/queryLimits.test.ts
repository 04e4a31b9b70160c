import { type DocumentNode, getIntrospectionQuery, print } from 'graphql';
import { expect, test } from 'vitest';
import { graphiqlOptions } from '../../src/http/graphiqlTabs.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import * as documents from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';
import { type Pair, startPair } from '../support/pair.ts';
import * as readingDocuments from '../support/readingDocuments.ts';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** The status and what is said. */
async function ask({ gateway }: Pair, query: string, accept = 'application/json') {
  const response = await gateway.send(query, {}, { headers: { accept } });
  return { status: response.status, ...((await response.json()) as Answer) };
}

const refused = (message: string) => ({
  status: 400,
  errors: [
    expect.objectContaining({
      message,
      extensions: {
        code: 'QUERY_TOO_COMPLEX',
        retryable: false,
        remedy: expect.stringMatching(/^Request less at once/),
      },
    }),
  ],
});

const chat = 'chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com")';
const ends: Record<number, string> = { 1: 'id', 2: 'account { id }', 3: 'account { user { id } }' };
/** A selection in a chat, so many fields deep. */
const nested = (depth: number): string =>
  ends[depth] ?? `account { chats(first: 1) { nodes { ${nested(depth - 3)} } } }`;
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const start = (id: string) =>
  `startChat(input: { accountID: "matrix", user: { id: "${id}" } }) { __typename }`;

/** A write of 24 tokens and as many as there are people; it does nothing, since all are one. */
const create = (people: number) =>
  `mutation { createChat(input: { group: { accountID: "a", participantIDs: [${times(people, () => '"b"')}] } }) { __typename } }`;

/** Each limit: a document that is just within, and one that is just beyond. */
const bounds: [string, string, string, string][] = [
  [
    'depth',
    `{ ${chat} { ${nested(11)} } }`,
    `{ ${chat} { ${nested(12)} } }`,
    'Query depth limit of 12 exceeded, found 13.',
  ],
  [
    'depth, in fragments',
    `{ ${chat} { ...A } } fragment A on BeeperChat { ... on BeeperChat { ${nested(11)} } }`,
    `{ ${chat} { ...A } } fragment A on BeeperChat { ... on BeeperChat { ${nested(12)} } }`,
    'Query depth limit of 12 exceeded, found 13.',
  ],
  [
    'aliases',
    `{ beeper { ${times(30, (i) => `a${i}: sandbox`)} } }`,
    `{ beeper { ${times(31, (i) => `a${i}: sandbox`)} } }`,
    'Aliases limit of 30 exceeded, found 31.',
  ],
  [
    'aliases, in fragments',
    `{ one: beeper { ...A } two: beeper { ...A } } fragment A on BeeperServer { ${times(14, (i) => `a${i}: sandbox`)} }`,
    `{ one: beeper { ...A } two: beeper { ...A } } fragment A on BeeperServer { ${times(15, (i) => `a${i}: sandbox`)} }`,
    'Aliases limit of 30 exceeded, found 32.',
  ],
  [
    'directives',
    `{ beeper { ${times(50, () => 'sandbox @include(if: true)')} } }`,
    `{ beeper { ${times(51, () => 'sandbox @include(if: true)')} } }`,
    'Directives limit of 50 exceeded, found 51.',
  ],
  ['tokens', create(1_976), create(1_977), 'Tokens limit of 2000 exceeded.'],
  [
    'mutations',
    `mutation { ${times(5, (i) => `m${i}: ${start('')}`)} }`,
    `mutation { ${times(6, (i) => `m${i}: ${start('@kishan:beeper.com')}`)} }`,
    'Mutations limit of 5 exceeded, found 6.',
  ],
  [
    'mutations, in fragments',
    `mutation { ...A ...B } fragment A on Mutation { ${times(3, (i) => `a${i}: ${start('')}`)} } fragment B on Mutation { __typename ... { ${times(2, (i) => `b${i}: ${start('')}`)} } }`,
    `mutation { ...A ...B } fragment A on Mutation { ${times(3, (i) => `a${i}: ${start('x')}`)} } fragment B on Mutation { ... { ${times(3, (i) => `b${i}: ${start('x')}`)} } }`,
    'Mutations limit of 5 exceeded, found 6.',
  ],
];

test.each(bounds)('The limit of %s lets pass what is just within', async (_limit, within) => {
  await using pair = await startPair();
  const { status, errors } = await ask(pair, within);
  expect(errors).toBeUndefined();
  expect(status).toBe(200);
});

test.each(bounds)(
  'The limit of %s refuses what is just beyond, by its name and number, and Beeper is not asked',
  async (_limit, _within, beyond, message) => {
    await using pair = await startPair();
    expect(await ask(pair, beyond)).toEqual(refused(message));
    // The second time the verdict is remembered.
    expect(await ask(pair, beyond)).toEqual(refused(message));
    expect(await ask(pair, beyond, 'application/graphql-response+json')).toEqual(refused(message));
    expect(await ask(pair, beyond, '*/*')).toEqual(refused(message));
    expect(pair.sandbox.calls).toEqual([]);
  },
);

test('Each operation of a document is counted for itself', async () => {
  await using pair = await startPair();
  const three = (name: string) => `mutation ${name} { ${times(3, (i) => `m${i}: ${start('')}`)} }`;
  const body = JSON.stringify({ query: `${three('A')} ${three('B')}`, operationName: 'B' });
  expect((await pair.gateway.send('', {}, { body })).status).toBe(200);
});

/** Documents that would take for ever, or overflow the stack, in code that is not careful. */
const bombs: Record<string, string> = {
  'a million fields by doubling fragments': `{ ...F0 } ${times(60, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F60 on Query { beeper { sandbox } }`,
  'a fragment within itself':
    'mutation { ...A } fragment A on Mutation { ...B } fragment B on Mutation { ...A }',
  'fields without end': `${'{a'.repeat(20_000)}${'}'.repeat(20_000)}`,
  'lists without end': `{ chat(id: ${'['.repeat(100_000)}`,
  'lists up to the limit': `{ chat(id: ${'['.repeat(990)}${']'.repeat(990)}) { id } }`,
  'objects up to the limit': `{ searchChats(filter: ${'{a:'.repeat(600)}1${'}'.repeat(600)}) { nodes { id } } }`,
  'types without end': `query ($a: ${'['.repeat(900)}ID${']'.repeat(900)}) { beeper { sandbox } }`,
  'a million directives': `{ beeper ${'@a'.repeat(300_000)} { sandbox } }`,
  'introspection in circles': `{ __schema { types { ${'fields { type { '.repeat(10)} name ${'} }'.repeat(10)} } } }`,
};

test.each(Object.entries(bombs))(
  'It refuses %s within a second, without a surprise',
  async (_what, query) => {
    await using pair = await startPair();
    await ask(pair, '{ __typename }');
    const began = performance.now();
    const answer = await ask(pair, query);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).not.toEqual([]);
    expect(JSON.stringify(answer.errors)).not.toContain('INTERNAL_SERVER_ERROR');
    expect(pair.sandbox.calls).toEqual([]);
    expect(pair.gateway.log).toEqual([]);
  },
);

test('Doubling fragments of one field cost what they would select', async () => {
  await using pair = await startPair();
  const answer = await ask(pair, bombs['a million fields by doubling fragments'] ?? '');
  expect(answer.errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COMPLEX');
});

const ours = Object.entries({ ...documents, ...readingDocuments }) as [string, DocumentNode][];

test.each(ours)('Our own document %s passes the limits of size', async (_name, document) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const answer = (await (await gateway.send(print(document))).json()) as Answer;
  expect(answer.errors?.map(({ extensions }) => extensions?.code) ?? []).not.toContain('QUERY_TOO_COMPLEX');
});

test('What GraphiQL opens with, and what it asks of the schema, pass', async () => {
  await using pair = await startPair({ graphiql: true });
  const tabs =
    graphiqlOptions({ sandbox: true, keys: false }).defaultTabs?.map(({ query }) => query ?? '') ?? [];
  expect(tabs.length).toBeGreaterThan(3);
  const options = { descriptions: true, inputValueDeprecation: true, oneOf: true, schemaDescription: true };
  for (const query of [...tabs, getIntrospectionQuery(), getIntrospectionQuery(options)]) {
    const response = await pair.gateway.send(query);
    expect(await response.json()).not.toHaveProperty('errors');
  }
});
