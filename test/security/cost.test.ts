import { type OperationDefinitionNode, parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { costOf, type Variables } from '../../src/http/limits/cost.ts';
import { schema } from '../../src/schema/index.ts';
import { startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';
import * as queryDocuments from '../support/queryDocuments.ts';

function cost(query: string, variables: Variables | null = {}): number {
  const document = parse(query);
  const [operation] = document.definitions as OperationDefinitionNode[];
  if (!operation) throw new Error('There is no operation');
  return costOf({ schema, document, operation, listSize: 10 }, variables);
}

test.each([
  ['a field costs 1', '{ beeper { sandbox reachable } }', 3],
  ['a field that makes an upstream call costs 50', '{ chat(id: "x") { id title } }', 52],
  [
    'a connection costs 50, and the selection in its lists counts once per item',
    '{ chats(first: 10) { nodes { id title } } }',
    50 + 10 * 3,
  ],
  [
    'nodes and edges both count',
    '{ chats(first: 10) { nodes { id } edges { cursor } } }',
    50 + 10 * 2 + 10 * 2,
  ],
  [
    'the selection next to nodes and edges counts once',
    '{ chats(first: 100) { pageInfo { hasNextPage endCursor } } }',
    53,
  ],
  ['an omitted first counts as its default', '{ chats { nodes { id } } }', 50 + 25 * 2],
  ['first: null counts as its default', '{ chats(first: null) { nodes { id } } }', 50 + 25 * 2],
  ['last counts like first', '{ chats(first: 1, last: 30, before: "x") { nodes { id } } }', 50 + 30 * 2],
  [
    'a first over 200, which is invalid, counts as 200',
    '{ chats(first: 2147483647) { nodes { id } } }',
    50 + 200 * 2,
  ],
  ['a first under 1, which is invalid, counts as 1', '{ chats(first: -5) { nodes { id } } }', 52],
  [
    'nested connections multiply',
    '{ chats(first: 10) { nodes { messages(first: 20) { nodes { id } } } } }',
    50 + 10 * (1 + 60 + 20 * 2),
  ],
  [
    'a field that makes a call per item costs 50 per item',
    '{ searchChats(filter: {}, first: 10) { nodes { lastMessage { id } } } }',
    51 + 10 * (1 + 50 + 1),
  ],
  ['a list that is not a page counts once', '{ accounts { id bridge { bridgeID } } }', 4],
  [
    'a list that is not a page counts 10 times if its items make calls',
    '{ accounts { id chats(first: 5) { nodes { id } } } }',
    10 * (1 + 1 + 50 + 5 * 2),
  ],
  [
    'also below other fields',
    '{ chat(id: "x") { merge { chats { title } } chats: merge { chats { lastMessage { id } } } } }',
    50 + 1 + 10 * (50 + 1) + 1 + 10 * (50 + 50 + 1),
  ],
  [
    'a page of messages costs 10 more, for the chats of a merged chat',
    '{ chat(id: "x") { messages(first: 3) { nodes { id } } } }',
    50 + 60 + 3 * 2,
  ],
  [
    'chats of which only the ID is selected cost 1',
    '{ chats(first: 200) { nodes { merge { chats { __typename id } } mergedInto { id } } } }',
    50 + 200 * (1 + 1 + 2 + 2),
  ],
  ['each alias counts', '{ a: chats(first: 5) { nodes { id } } b: chats(first: 5) { nodes { id } } }', 120],
  [
    '__typename and introspection are free',
    '{ __typename beeper { __typename } __schema { types { name } } }',
    1,
  ],
  ['a skipped field counts', '{ beeper { sandbox @skip(if: true) } }', 2],
])('%s', (_rule, query, expected) => {
  expect(cost(query)).toBe(expected);
});

test('fragments count as the fields that they select', () => {
  const parts =
    'fragment C on BeeperChatConnection { ...N pageInfo { hasNextPage } } fragment N on BeeperChatConnection { nodes { ... on BeeperChat { ...T } } } fragment T on BeeperChat { id title }';
  expect(
    cost(
      `{ chats(first: 10) { ...C } ... on Query { chats(first: 20) { ...C ... { nodes { id } } } } } ${parts}`,
    ),
  ).toBe(50 + 2 + 10 * 3 + (50 + 2 + 20 * 3 + 20 * 2));
});

test('a mutation counts, including the selection of its payload', () => {
  const query = `mutation { createChat(input: {}) { __typename
    ... on CreateChatPayload { chatID chat { messages(first: 10) { nodes { id } } } } ... on BeeperError { code } } }`;
  expect(cost(query)).toBe(1 + 1 + 1 + 60 + 20 + 1);
});

test('a variable counts as sent, else as its default, else as the default of the argument', () => {
  const query =
    'query ($a: Int = 7, $b: Int) { chats(first: $a) { nodes { id } } searchChats(filter: {}, first: $b) { nodes { id } } }';
  const price = (a: number, b: number) => 101 + 2 * a + 2 * b;
  expect(cost(query, { a: 3, b: 4 })).toBe(price(3, 4));
  expect(cost(query, { b: 4 })).toBe(price(7, 4));
  expect(cost(query, {})).toBe(price(7, 50));
  expect(cost(query, { a: null, b: null })).toBe(price(25, 50));
  expect(cost(query, { a: 1e9, b: '4' })).toBe(price(200, 1));
  expect(cost(query, null)).toBe(price(200, 200));
});

test.each(['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'])(
  'a variable named %s counts as any other',
  (name) => {
    const sized = `query ($${name}: Int) { chats(first: $${name}) { nodes { id } } }`;
    const variables = (value: number) => JSON.parse(`{ "${name}": ${value} }`) as Variables;
    expect(cost(sized, {})).toBe(50 + 25 * 2);
    expect(cost(sized, variables(7))).toBe(50 + 7 * 2);
    expect(cost(sized.replace(': Int', ': Int = 9'), {})).toBe(50 + 9 * 2);
    expect(cost(sized, null)).toBe(50 + 200 * 2);
    const references = `query ($${name}: _Any!) { _entities(representations: [$${name}]) { __typename } }`;
    expect(cost(references, JSON.parse(`{ "${name}": { "__typename": "BeeperChat" } }`))).toBe(50);
  },
);

test('variables inside a literal count, also before their values are known', () => {
  const parts = '... on BeeperChat { id title }';
  const list = `query ($a: _Any!) { _entities(representations: [$a, $a]) { ${parts} } }`;
  expect(cost(list, null)).toBe(Number.POSITIVE_INFINITY);
  expect(cost(list, { a: { __typename: 'BeeperChat', id: 'x' } })).toBe(2 * 52);
  const object = `query ($t: String) { _entities(representations: [{ __typename: $t, id: "x" }]) { ${parts} } }`;
  expect(cost(object, null)).toBe(Number.POSITIVE_INFINITY);
  expect(cost(object, { t: 'BeeperChat' })).toBe(52);
});

test('a reference that is not in a list counts as a list of one', () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on BeeperChat { id title } } }';
  expect(cost(query, { r: { __typename: 'BeeperChat', id: 'x' } })).toBe(52);
});

test('a reference to a chat costs 50 and its selection, one to an account its selection, and all accounts 1', () => {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) {
    ... on BeeperChat { id title } ...A
  } } fragment A on BeeperAccount { id ... on BeeperAccount { network user { fullName } } }`;
  const references = (count: number, __typename: string) =>
    Array.from({ length: count }, () => ({ __typename, id: 'x' }));
  expect(cost(query, { r: references(30, 'BeeperChat') })).toBe(30 * 52);
  expect(cost(query, { r: references(30, 'BeeperAccount') })).toBe(1 + 30 * (5 + 4));
  expect(cost(query, { r: [...references(2, 'BeeperChat'), ...references(3, 'BeeperAccount')] })).toBe(
    2 * 52 + 1 + 3 * (5 + 4),
  );
  expect(cost(query, { r: [] })).toBe(0);
  const broken = [null, 7, {}, { __typename: 'constructor' }, { __typename: { toString: 1 } }];
  expect(cost(query, { r: broken })).toBe(5 * 50);
  expect(cost(query, null)).toBe(Number.POSITIVE_INFINITY);
  expect(
    cost('{ _entities(representations: [{ __typename: "BeeperAccount" }]) { ... on BeeperAccount { id } } }'),
  ).toBe(1 + 5 + 1);
});

test('the price of 50,000 references of different types is found at once', () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
  const r = Array.from({ length: 50_000 }, (_, n) => ({ __typename: `T${n}` }));
  expect(cost(query, { r })).toBe(50_000 * 50);
});

/** @returns whether the gateway refuses the request for its cost. */
async function isTooComplex(answer: Promise<Response>): Promise<boolean> {
  const { errors } = (await (await answer).json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code === 'QUERY_TOO_COMPLEX';
}

const messages =
  'query ($first: Int) { chats(first: 200) { nodes { messages(first: $first) { nodes { id text } } } } }';

test('an operation over the limit is rejected with the limit and its cost, without an upstream call', async () => {
  await using pair = await startPair();
  const accept = 'application/graphql-response+json';
  const strict = await pair.gateway.send(messages, { first: 100 }, { headers: { accept } });
  expect(strict.status).toBe(400);
  const answer = await pair.gateway.send(messages, { first: 100 });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    errors: [
      {
        message: `Cost limit of 20000 exceeded, found ${50 + 200 * (1 + 60 + 100 * 3)}, most of it in \`chats\`.`,
        extensions: {
          code: 'QUERY_TOO_COMPLEX',
          retryable: false,
          remedy: expect.stringContaining('a smaller `first`'),
          requestID: answer.headers.get('x-request-id'),
        },
      },
    ],
  });
  expect(pair.sandbox.calls).toEqual([]);
});

test('first: null is priced as the number of items that it returns', async () => {
  await using pair = await startPair();
  const query = '{ chats(first: null) { nodes { id } } }';
  const answer = await pair.gateway.send(query);
  const { data } = (await answer.json()) as { data: { chats: { nodes: unknown[] } } };
  expect(cost(query)).toBe(50 + data.chats.nodes.length * 2);
});

test('whether a document is rejected depends on the variables of each request', async () => {
  await using pair = await startPair();
  const refused = [];
  for (const first of [1, 200, 2, undefined, 3]) {
    refused.push(await isTooComplex(pair.gateway.send(messages, { first })));
  }
  expect(refused).toEqual([false, true, false, true, false]);
});

test('only the operation that is executed counts', async () => {
  await using pair = await startPair();
  const query = `query Small { beeper { sandbox } } query Large { chats(first: 200) { nodes { messages(first: 200) { nodes { id } } } } }`;
  const refused = [];
  for (const operationName of ['Small', 'Large', 'Small']) {
    const body = JSON.stringify({ query, operationName });
    refused.push(await isTooComplex(pair.gateway.send('', {}, { body })));
  }
  expect(refused).toEqual([false, true, false]);
});

test('a router can read 300 chats in one request, but not 5,000', async () => {
  await using pair = await startPair();
  const query =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on BeeperChat { id accountID } } }';
  const references = (length: number) => ({
    representations: Array.from({ length }, (_, index) => ({ __typename: 'BeeperChat', id: `!${index}` })),
  });
  const ask = (length: number) => isTooComplex(pair.gateway.send(query, references(length)));
  expect(await ask(300)).toBe(false);
  pair.sandbox.calls.length = 0;
  expect(await ask(5_000)).toBe(true);
  expect(pair.sandbox.calls).toEqual([]);
});

const largestPages: Record<string, Variables> = {
  Inbox: { first: 200 },
  People: { accountID: whatsapp, first: 200 },
  Messages: { chatID: 'matrix', first: 200 },
  Search: { filter: {}, first: 200 },
  ChatEdges: { first: 200 },
  SearchEdges: { first: 200 },
  ContactEdges: { accountID: whatsapp, first: 200 },
  MessageValues: { chatID: 'x', first: 200 },
  LastMessages: { first: 200 },
  ChatsAndMessages: { first: 200 },
};

test.each(Object.entries(queryDocuments).filter(([name]) => name in largestPages))(
  'the test document %s is within the limit with a page of 200',
  (name, document) => {
    expect(cost(print(document), largestPages[name])).toBeLessThanOrEqual(20_000);
  },
);
