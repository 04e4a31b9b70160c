import { type DocumentNode, getIntrospectionQuery, print } from 'graphql';
import { expect, test } from 'vitest';
import { graphiqlOptions } from '../../src/http/graphiqlTabs.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { schema } from '../../src/schema/index.ts';
import { asRouter } from '../support/asRouter.ts';
import * as documents from '../support/documents.ts';
import { subscribe } from '../support/eventStream.ts';
import { startGateway } from '../support/gateway.ts';
import { type Pair, startPair } from '../support/pair.ts';
import * as queryDocuments from '../support/queryDocuments.ts';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

async function ask({ gateway }: Pair, query: string, accept = 'application/json') {
  const response = await gateway.send(query, {}, { headers: { accept } });
  return { status: response.status, ...((await response.json()) as Answer) };
}

const rejection = (message: string, status = 200) => ({
  status,
  errors: [
    expect.objectContaining({
      message,
      extensions: {
        code: 'QUERY_TOO_COMPLEX',
        retryable: false,
        remedy: expect.stringMatching(/^Request less at once/),
        requestID: expect.any(String),
      },
    }),
  ],
});

const chat = 'chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com")';
const ends: Record<number, string> = { 1: 'id', 2: 'account { id }', 3: 'account { user { userID } }' };
/** @returns a selection of a chat, `depth` fields deep. */
const nested = (depth: number): string =>
  ends[depth] ?? `account { chats(first: 1) { nodes { ${nested(depth - 3)} } } }`;
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const start = (id: string) =>
  `startChat(input: { accountID: "matrix", user: { id: "${id}" } }) { __typename }`;

/** A mutation of 24 tokens and one per participant. It is invalid: all participants are the same. */
const create = (people: number) =>
  `mutation { createChat(input: { group: { accountID: "a", participantIDs: [${times(people, () => '"b"')}] } }) { __typename } }`;

/** For each limit, a document at the limit, a document over it, and the error message. */
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
    `{ ${times(30, (i) => `a${i}: accounts { id }`)} }`,
    `{ ${times(31, (i) => `a${i}: accounts { id }`)} }`,
    'Aliases limit of 30 exceeded, found 31.',
  ],
  [
    'aliases, in fragments',
    `{ one: chat(id: "!a:b") { ...A } two: chat(id: "!a:b") { ...A } } fragment A on BeeperChat { ${times(14, (i) => `a${i}: account { id }`)} }`,
    `{ one: chat(id: "!a:b") { ...A } two: chat(id: "!a:b") { ...A } } fragment A on BeeperChat { ${times(15, (i) => `a${i}: account { id }`)} }`,
    'Aliases limit of 30 exceeded, found 32.',
  ],
  [
    'directives',
    `{ beeper { ${times(500, (i) => `a${i}: sandbox @include(if: true) @skip(if: false)`)} } }`,
    `{ beeper { ${times(500, (i) => `a${i}: sandbox @include(if: true) @skip(if: false)`)} reachable @skip(if: true) } }`,
    'Directives limit of 1000 exceeded, found 1001.',
  ],
  [
    'directives on an interface, which count for each error type of the union',
    `mutation { setChatArchived(input: { chatID: "!a:b", isArchived: true }) { ... on BeeperError { ${times(50, (i) => `a${i}: code @include(if: true) @skip(if: false)`)} } } }`,
    `mutation { setChatArchived(input: { chatID: "!a:b", isArchived: true }) { ... on BeeperError { ${times(51, (i) => `a${i}: code @include(if: true) @skip(if: false)`)} } } }`,
    'Directives limit of 1000 exceeded, found 1020.',
  ],
  [
    'directives in a named fragment on an interface',
    `mutation { setChatArchived(input: { chatID: "!a:b", isArchived: true }) { ...E } } fragment E on BeeperError { ${times(50, (i) => `a${i}: code @include(if: true) @skip(if: false)`)} }`,
    `mutation { setChatArchived(input: { chatID: "!a:b", isArchived: true }) { ...E } } fragment E on BeeperError { ${times(51, (i) => `a${i}: code @include(if: true) @skip(if: false)`)} }`,
    'Directives limit of 1000 exceeded, found 1020.',
  ],
  [
    'directives on fragments',
    `{ beeper { ${times(500, () => '... @include(if: true) @skip(if: false) { sandbox }')} } }`,
    `{ beeper { ${times(500, () => '... @include(if: true) @skip(if: false) { sandbox }')} ... @skip(if: true) { sandbox } } }`,
    'Directives limit of 1000 exceeded, found 1001.',
  ],
  [
    'aliases of lists without a call',
    `{ chat(id: "!a:b") { ${times(30, (i) => `a${i}: labels { id }`)} } }`,
    `{ chat(id: "!a:b") { ${times(31, (i) => `a${i}: labels { id }`)} } }`,
    'Aliases limit of 30 exceeded, found 31.',
  ],
  [
    'size, of variables and their defaults',
    `mutation (${times(994, (i) => `$v${i}: ID! = "a${i}"`)}) { createChat(input: { group: { accountID: "a", participantIDs: [${times(994, (i) => `$v${i}`)}] } }) { __typename } }`,
    `mutation (${times(995, (i) => `$v${i}: ID! = "a${i}"`)}) { createChat(input: { group: { accountID: "a", participantIDs: [${times(995, (i) => `$v${i}`)}] } }) { __typename } }`,
    'Size limit of 4000 exceeded, found 4001.',
  ],
  ['size', create(3_979), create(3_980), 'Size limit of 4000 exceeded, found 4001.'],
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

test.each(bounds)('a document at the limit of %s is accepted', async (_limit, atLimit) => {
  await using pair = await startPair();
  const { status, errors } = await ask(pair, atLimit);
  expect(errors).toBeUndefined();
  expect(status).toBe(200);
});

test.each(bounds)(
  'a document over the limit of %s is rejected with the limit and the number, without an upstream call',
  async (_limit, _atLimit, overLimit, message) => {
    await using pair = await startPair();
    expect(await ask(pair, overLimit)).toEqual(rejection(message));
    // Yoga caches the result of the validation.
    expect(await ask(pair, overLimit)).toEqual(rejection(message));
    expect(await ask(pair, overLimit, 'application/graphql-response+json')).toEqual(rejection(message, 400));
    expect(await ask(pair, overLimit, '*/*')).toEqual(rejection(message));
    expect(pair.sandbox.calls).toEqual([]);
  },
);

test('a document of 64 KiB is accepted, also by GET within the limit of a URL', async () => {
  await using pair = await startPair();
  const query = `{ beeper { sandbox } } #${'é'.repeat(32_756)}`;
  expect(Buffer.byteLength(query)).toBe(65_536);
  expect((await ask(pair, query)).errors).toBeUndefined();
});

test('aliases of fields without a list or an upstream call behind them are not limited', async () => {
  await using pair = await startPair();
  const { errors } = await ask(pair, `{ beeper { ${times(500, (i) => `a${i}: sandbox`)} } }`);
  expect(errors).toBeUndefined();
});

test.each([
  [
    'tokens',
    `{ chats(accountIDs: [${times(32_000, () => '1')}]) { nodes { id } } }`,
    'Tokens limit of 32000 exceeded.',
  ],
  [
    'operations',
    times(101, (i) => `query Q${i} { beeper { sandbox } }`),
    'Operations limit of 100 exceeded, found 101.',
  ],
  [
    'comparisons that graphql still makes',
    `{ beeper { ${times(800, () => 'appName')} } }`,
    'Comparison limit exceeded: the same fields are selected too often in one place.',
  ],
  [
    'comparisons, of fields below equal fields',
    `{ ${times(40, () => `... { beeper { ${times(20, () => 'appName')} } }`)} }`,
    'Comparison limit exceeded: the same fields are selected too often in one place.',
  ],
  ['bytes', `{ beeper { sandbox } } # ${'é'.repeat(32_757)}`, 'Document limit of 65536 bytes exceeded.'],
  [
    'fragments',
    `{ ...F0 } ${times(251, (i) => `fragment F${i} on Query { beeper { sandbox } }`)}`,
    'Fragments limit of 250 exceeded, found 251.',
  ],
  [
    'comparisons',
    `{ beeper { ${times(1_500, () => 'appName')} } }`,
    'Comparison limit exceeded: the same fields are selected too often in one place.',
  ],
  ['nesting', `{ chat(id: ${'['.repeat(250)}${']'.repeat(250)}) { id } }`, 'Nesting limit of 200 exceeded.'],
])('a document over the limit of %s is rejected', async (_limit, query, message) => {
  await using pair = await startPair();
  expect(await ask(pair, query)).toEqual(rejection(message));
});

const failure = 'on BeeperError { was: code said: message todo: remedy retryable requestID upstreamCode }';
const everyError = times(
  5,
  (i) =>
    `m${i}: startChat(input: { accountID: "a", user: { username: "x" } }) { ... ${failure} ... on StartChatPayload { chatID chatError { ... ${failure} } chat { id title } } }`,
);

/** Documents that are wide where routers make them wider. */
const wideDocuments: Record<string, string> = {
  'three renamed fields of an error, in every result': `mutation { ${everyError} }`,
  'five conditional fields of an error': `mutation ($x: Boolean = true) { setChatArchived(input: { chatID: "!a:b", isArchived: true }) { ... on BeeperError { ${times(5, (i) => `a${i}: code @include(if: $x)`)} } } }`,
  'thirty conditional fields of an error, in five results': `mutation ($x: Boolean = true) { ${times(5, (i) => `m${i}: ${start('a')}`).replaceAll('__typename', `...${failure.replaceAll(/(\w+: \w+)/g, '$1 @include(if: $x)')}`)} }`,
  'a large fragment, used 20 times': `{ ${times(20, (i) => `a${i}: chat(id: "!a:b") { ...C }`)} } fragment C on BeeperChat { ${times(150, (i) => `t${i}: title`)} }`,
  'the largest list': create(3_979),
  'the largest number of conditional fields': `query ($x: Boolean = false) { beeper { ${times(490, (i) => `a${i}: sandbox @include(if: $x) @skip(if: $x)`)} } }`,
};

test.each(Object.entries(wideDocuments))(
  '%s: a router that writes the document in its longest form is accepted as the client is',
  async (_what, query) => {
    await using pair = await startPair();
    const rewritten = asRouter(query, schema);

    for (const document of [query, rewritten]) {
      const { errors } = await ask(pair, document);
      const codes = errors?.map(({ extensions }) => extensions?.code) ?? [];
      expect(codes).not.toContain('QUERY_TOO_COMPLEX');
      expect(codes).not.toContain('GRAPHQL_VALIDATION_FAILED');
    }
  },
);

test.each(bounds)(
  'a router that rewrites a document at the limit of %s is accepted',
  async (_limit, atLimit) => {
    await using pair = await startPair();
    expect((await ask(pair, asRouter(atLimit, schema))).errors).toBeUndefined();
  },
);

test('each operation of a document is counted separately', async () => {
  await using pair = await startPair();
  const three = (name: string) => `mutation ${name} { ${times(3, (i) => `m${i}: ${start('')}`)} }`;
  const body = JSON.stringify({ query: `${three('A')} ${three('B')}`, operationName: 'B' });
  expect((await pair.gateway.send('', {}, { body })).status).toBe(200);
});

/** Documents that take too long or overflow the stack if nothing limits them. */
const hostileDocuments: Record<string, string> = {
  'exponentially nested fragments': `{ ...F0 } ${times(60, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F60 on Query { beeper { sandbox } }`,
  'a chain of 3,000 fragments': `{ ...F0 } ${times(3_000, (i) => `fragment F${i} on Query { __typename ...F${i + 1} }`)} fragment F3000 on Query { beeper { sandbox } }`,
  'a fragment cycle': 'mutation { ...A } fragment A on Mutation { ...B } fragment B on Mutation { ...A }',
  '20,000 nested fields': `${'{a'.repeat(20_000)}${'}'.repeat(20_000)}`,
  '100,000 nested lists': `{ chat(id: ${'['.repeat(100_000)}`,
  'lists nested up to the token limit': `{ chat(id: ${'['.repeat(990)}${']'.repeat(990)}) { id } }`,
  'objects nested up to the token limit': `{ searchChats(filter: ${'{a:'.repeat(600)}1${'}'.repeat(600)}) { nodes { id } } }`,
  '900 nested list types': `query ($a: ${'['.repeat(900)}ID${']'.repeat(900)}) { beeper { sandbox } }`,
  '300,000 directives': `{ beeper ${'@a'.repeat(300_000)} { sandbox } }`,
  'circular introspection': `{ __schema { types { ${'fields { type { '.repeat(10)} name ${'} }'.repeat(10)} } } }`,
};

test.each(Object.entries(hostileDocuments))(
  '%s: rejected within a second, without an unexpected error',
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
    expect(pair.gateway.log).toMatchObject([{ level: 30, msg: 'Request refused' }]);
  },
);

test('a chain of as many fragments as are allowed is executed', async () => {
  await using pair = await startPair();
  const { data, errors } = await ask(
    pair,
    `{ ...F0 } ${times(249, (i) => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F249 on Query { beeper { sandbox } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ beeper: { sandbox: true } });
});

test('exponentially nested fragments cost what they would select', async () => {
  await using pair = await startPair();
  const answer = await ask(pair, hostileDocuments['exponentially nested fragments'] ?? '');
  expect(answer.errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COMPLEX');
});

const testDocuments = Object.entries({ ...documents, ...queryDocuments }) as [string, DocumentNode][];

test.each(testDocuments)('the test document %s is within the limits', async (_name, document) => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const answer = (await (await gateway.send(print(document))).json()) as Answer;
  expect(answer.errors?.map(({ extensions }) => extensions?.code) ?? []).not.toContain('QUERY_TOO_COMPLEX');
});

test('GraphiQL’s default tabs and its introspection queries are within the limits', async () => {
  await using pair = await startPair({ graphiql: true });
  const setup = { sandbox: true, needsKey: false, needsToken: false };
  const tabs = (graphiqlOptions(setup).defaultTabs ?? []).map(({ query, variables }) => ({
    query: query ?? '',
    variables: JSON.parse(variables ?? '{}'),
  }));
  expect(tabs.length).toBeGreaterThan(3);
  const options = { descriptions: true, inputValueDeprecation: true, oneOf: true, schemaDescription: true };
  const introspections = [getIntrospectionQuery(), getIntrospectionQuery(options)];
  for (const { query, variables } of [
    ...tabs,
    ...introspections.map((query) => ({ query, variables: {} })),
  ]) {
    if (query.includes('subscription')) {
      await using watching = await subscribe(pair.gateway, query);
      expect(await watching.next()).not.toHaveProperty('errors');
      continue;
    }
    const response = await pair.gateway.send(query, variables);
    expect(await response.json()).not.toHaveProperty('errors');
  }
});

test('a document with many operations counts them all, because graphql checks them all', async () => {
  await using pair = await startPair();
  const aliases = Array.from({ length: 1_900 }, (_, index) => `a${index}: beeper { __typename }`);
  const fragment = `fragment a on Query { ${aliases.join(' ')} }`;
  const operations = (count: number) =>
    Array.from({ length: count }, (_, index) => `query q${index} { ...a }`).join(' ');
  const send = async (count: number) => {
    const response = await fetch(`${pair.gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `${operations(count)} ${fragment}`, operationName: 'q0' }),
    });
    return response.json();
  };

  expect((await send(4)).errors).toBeUndefined();
  expect((await send(100)).errors).toMatchObject([
    {
      message: 'Size limit of 20000 for all operations of a document exceeded, found 380100.',
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    },
  ]);
});
