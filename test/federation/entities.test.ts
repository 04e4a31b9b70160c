import { expect, test } from 'vitest';
import { type Sandbox, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { type Gateway, type GraphQLAnswer, startGateway } from '../support/gateway.ts';
import { kishan, whatsapp } from '../support/people.ts';
import { type RecordingProxy, startRecordingProxy } from '../support/recordingProxy.ts';

interface Setup extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  /** Between the gateway and Beeper. */
  readonly beeperProxy: RecordingProxy;
  /** Queries the gateway as a router does. */
  entities(representations: object[], selection: string): Promise<GraphQLAnswer<{ _entities: unknown[] }>>;
}

async function startSetup(): Promise<Setup> {
  const sandbox = await startSandbox();
  const beeperProxy = await startRecordingProxy();
  beeperProxy.pointTo(sandbox.url);
  const gateway: Gateway = await startGateway({ beeper: beeperProxy.origin });
  return {
    sandbox,
    gateway,
    beeperProxy,
    async entities(representations, selection) {
      const response = await gateway.send(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
        { representations },
      );
      return (await response.json()) as GraphQLAnswer<{ _entities: unknown[] }>;
    },
    async [Symbol.asyncDispose]() {
      for (const part of [gateway, beeperProxy]) await part[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

const chats = (ids: readonly unknown[]) => ids.map((id) => ({ __typename: 'BeeperChat', id }));
const accounts = (ids: readonly unknown[]) => ids.map((id) => ({ __typename: 'BeeperAccount', id }));

test('fifty references to ten chats make ten upstream calls, at most six at a time', async () => {
  await using setup = await startSetup();
  const ids = [...setup.sandbox.chats.keys()].slice(0, 10);
  setup.sandbox.always('GET /v1/chats/{chatID}', { delayMs: 300 });
  const asked = Array.from({ length: 50 }, (_, number) => ids[number % 10]);

  const { data, errors } = await setup.entities(chats(asked), '... on BeeperChat { id title }');

  expect(errors).toBeUndefined();
  expect(data?._entities).toEqual(
    asked.map((id) => ({ id, title: setup.sandbox.chats.get(id ?? '')?.title })),
  );
  expect(setup.sandbox.calls.map(({ path }) => decodeURIComponent(path)).toSorted()).toEqual(
    ids.map((id) => `/v1/chats/${id}`).toSorted(),
  );
  expect(setup.beeperProxy.maxConcurrentRequests).toBe(6);
});

test('entities are returned in the order of their references, even if one takes longer', async () => {
  await using setup = await startSetup();
  setup.sandbox.next('GET /v1/chats/{chatID}', { delayMs: 200 });

  const { data } = await setup.entities(
    chats([kishan.chatID, seedChatIDs.grace]),
    '... on BeeperChat { id title }',
  );

  expect(data?._entities).toEqual([
    { id: kishan.chatID, title: 'Kishan' },
    { id: seedChatIDs.grace, title: 'Grace' },
  ]);
});

test('a reference to an unknown chat is null, without an error', async () => {
  await using setup = await startSetup();

  const { data, errors } = await setup.entities(
    chats(['!nobody:beeper.com', kishan.chatID]),
    '... on BeeperChat { title }',
  );

  expect(data?._entities).toEqual([null, { title: 'Kishan' }]);
  expect(errors).toBeUndefined();
});

test.each([
  ['an empty string', ''],
  ['one dot', '.'],
  ['two dots', '..'],
  ['a word of Beeper’s routes', 'search'],
  ['a number', 7],
  ['null', null],
  ['an object', { eq: 'x' }],
  ['a list', [kishan.chatID]],
  ['a string with a line break', 'a\nb'],
])('a reference with an invalid ID (%s) is null, without an upstream call', async (_, id) => {
  await using setup = await startSetup();

  const { data, errors } = await setup.entities([...chats([id]), ...accounts([id])], '__typename');

  expect(data?._entities).toEqual([null, null]);
  expect(errors).toBeUndefined();
  expect(setup.sandbox.calls).toEqual([]);
});

test.each([
  ['without an ID', { __typename: 'BeeperChat' }, 'missing_key'],
  ['of an unknown type', { __typename: 'BeeperStranger', id: 'x' }, 'unknown_type'],
  ['of a type that is no entity', { __typename: 'BeeperUser', id: 'x' }, 'unknown_type'],
  ['of a type named as a property of objects', { __typename: '__proto__', id: 'x' }, 'unknown_type'],
  ['whose type has a toString of its own', { __typename: { toString: 1 }, id: 'x' }, 'unknown_type'],
  ['whose type is a list', { __typename: ['BeeperChat'], id: 'x' }, 'unknown_type'],
  ['whose type is a number', { __typename: 7, id: 'x' }, 'unknown_type'],
  ['without a type', { id: 'x' }, 'not_a_reference'],
  ['that is a text', 'BeeperChat', 'not_a_reference'],
  ['that is a number', 7, 'not_a_reference'],
  ['that is a list', [], 'not_a_reference'],
])('a reference %s is an error at its index, and the others are returned', async (_, reference, code) => {
  await using setup = await startSetup();

  const { data, errors } = await setup.entities(
    [...accounts(['matrix']), reference as object, ...chats([kishan.chatID])],
    '__typename ... on BeeperChat { title }',
  );

  expect(data?._entities).toEqual([
    { __typename: 'BeeperAccount' },
    null,
    { __typename: 'BeeperChat', title: 'Kishan' },
  ]);
  expect(errors).toMatchObject([
    {
      path: ['_entities', 1],
      extensions: {
        code: 'INVALID_INPUT',
        requestID: expect.any(String),
        remedy: expect.any(String),
        issues: [{ path: ['representations', '1'], code }],
      },
    },
  ]);
  expect(setup.gateway.log).toMatchObject([
    { msg: 'Input rejected', operation: '_entities', code: 'INVALID_INPUT', references: 1 },
  ]);
});

test('more than 1,000 references are refused before any of them is read, and logged once', async () => {
  await using setup = await startSetup();

  const { errors } = await setup.entities(accounts(Array(1_001).fill('matrix')), '__typename');

  expect(errors).toMatchObject([
    {
      path: ['_entities'],
      extensions: { code: 'INVALID_INPUT', issues: [{ path: ['representations'], code: 'too_big' }] },
    },
  ]);
  expect(setup.gateway.log).toMatchObject([{ msg: 'Input rejected', operation: '_entities' }]);
  expect(setup.sandbox.calls).toEqual([]);
  const { data } = await setup.entities(accounts(Array(1_000).fill('matrix')), '__typename');
  expect(data?._entities).toHaveLength(1_000);
});

test('a reference outside a list is read, and priced, as a list of one', async () => {
  await using setup = await startSetup();
  const reference = { __typename: 'BeeperChat', id: kishan.chatID };

  const { data } = await setup.entities(reference as never, '... on BeeperChat { title }');
  expect(data?._entities).toEqual([{ title: 'Kishan' }]);

  const page = 'messages(first: 200) { nodes { id text senderName } }';
  const aliases = Array.from({ length: 30 }, (_, n) => `... on BeeperChat { m${n}: ${page} }`).join(' ');
  const { errors } = await setup.entities(reference as never, aliases);
  expect(errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COMPLEX');
});

test('a chat that can’t be read is null with an error at its path, and the others are returned', async () => {
  await using setup = await startSetup();
  setup.sandbox.next('GET /v1/chats/{chatID}', { status: 500 });

  const { data, errors } = await setup.entities(
    chats([kishan.chatID, seedChatIDs.grace]),
    '... on BeeperChat { title }',
  );

  expect(data?._entities).toEqual([null, { title: 'Grace' }]);
  expect(errors).toMatchObject([
    {
      path: ['_entities', 0],
      extensions: {
        code: 'UPSTREAM_ERROR',
        retryable: false,
        remedy: expect.any(String),
        requestID: expect.any(String),
      },
    },
  ]);
});

test('fifty references to accounts make one upstream call, and an unknown account is null', async () => {
  await using setup = await startSetup();
  const asked = Array.from({ length: 50 }, (_, number) => [whatsapp, 'matrix', 'nothing'][number % 3]);

  const { data, errors } = await setup.entities(accounts(asked), '... on BeeperAccount { id network }');

  expect(errors).toBeUndefined();
  const known: Record<string, unknown> = {
    [whatsapp]: { id: whatsapp, network: 'WhatsApp' },
    matrix: { id: 'matrix', network: 'Beeper (Matrix)' },
  };
  expect(data?._entities).toEqual(asked.map((id) => known[id ?? ''] ?? null));
  expect(setup.sandbox.calls.map(({ path }) => path)).toEqual(['/v1/accounts']);
});

test('chats and accounts can be read in one request, and the account of a chat makes no further upstream call', async () => {
  await using setup = await startSetup();

  const { data, errors } = await setup.entities(
    [...chats([kishan.chatID, seedChatIDs.grace]), ...accounts(['matrix'])],
    '__typename ... on BeeperChat { account { network } } ... on BeeperAccount { network }',
  );

  expect(errors).toBeUndefined();
  expect(data?._entities).toEqual([
    { __typename: 'BeeperChat', account: { network: 'Beeper (Matrix)' } },
    { __typename: 'BeeperChat', account: { network: 'WhatsApp' } },
    { __typename: 'BeeperAccount', network: 'Beeper (Matrix)' },
  ]);
  expect(setup.sandbox.calls.map(({ route }) => route).toSorted()).toEqual([
    'GET /v1/accounts',
    'GET /v1/chats/{chatID}',
    'GET /v1/chats/{chatID}',
  ]);
});
