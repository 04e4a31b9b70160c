import { expect, test } from 'vitest';
import { LANDMARKS, type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { type Gateway, type GraphQLAnswer, startGateway } from '../support/gateway.ts';
import { kishan, whatsapp } from '../support/people.ts';
import { startTap, type Tap } from './tap.ts';

interface Setting extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** Between the gateway and Beeper. */
  readonly toBeeper: Tap;
  /** Asks the gateway itself, as a router does. */
  entities(representations: object[], selection: string): Promise<GraphQLAnswer<{ _entities: unknown[] }>>;
}

async function startSetting(): Promise<Setting> {
  const sandbox = await startSandbox();
  const toBeeper = await startTap(sandbox.url);
  const gateway: Gateway = await startGateway({ beeper: toBeeper.origin });
  return {
    sandbox,
    toBeeper,
    async entities(representations, selection) {
      const response = await gateway.send(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`,
        { representations },
      );
      return (await response.json()) as GraphQLAnswer<{ _entities: unknown[] }>;
    },
    async [Symbol.asyncDispose]() {
      for (const part of [gateway, toBeeper]) await part[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

const chats = (ids: readonly unknown[]) => ids.map((id) => ({ __typename: 'BeeperChat', id }));
const accounts = (ids: readonly unknown[]) => ids.map((id) => ({ __typename: 'BeeperAccount', id }));

test('fifty references to ten chats are ten calls to Beeper, at most six at a time', async () => {
  await using setting = await startSetting();
  const ids = [...setting.sandbox.chats.keys()].slice(0, 10);
  setting.sandbox.always('GET /v1/chats/{chatID}', { delayMs: 300 });
  const asked = Array.from({ length: 50 }, (_, number) => ids[number % 10]);

  const { data, errors } = await setting.entities(chats(asked), '... on BeeperChat { id title }');

  expect(errors).toBeUndefined();
  expect(data?._entities).toEqual(
    asked.map((id) => ({ id, title: setting.sandbox.chats.get(id ?? '')?.title })),
  );
  expect(setting.sandbox.calls.map(({ path }) => decodeURIComponent(path)).toSorted()).toEqual(
    ids.map((id) => `/v1/chats/${id}`).toSorted(),
  );
  expect(setting.toBeeper.mostAtOnce).toBe(6);
});

test('references are resolved in their order, whichever is answered first', async () => {
  await using setting = await startSetting();
  setting.sandbox.next('GET /v1/chats/{chatID}', { delayMs: 200 });

  const { data } = await setting.entities(
    chats([kishan.chatID, LANDMARKS.grace]),
    '... on BeeperChat { id title }',
  );

  expect(data?._entities).toEqual([
    { id: kishan.chatID, title: 'Kishan' },
    { id: LANDMARKS.grace, title: 'Grace' },
  ]);
});

test('a reference to a chat that Beeper does not know is null, without an error', async () => {
  await using setting = await startSetting();

  const { data, errors } = await setting.entities(
    chats(['!nobody:beeper.com', kishan.chatID]),
    '... on BeeperChat { title }',
  );

  expect(data?._entities).toEqual([null, { title: 'Kishan' }]);
  expect(errors).toBeUndefined();
});

test.each([
  ['an empty one', ''],
  ['one dot', '.'],
  ['two dots', '..'],
  ['a number', 7],
  ['null', null],
  ['an object', { eq: 'x' }],
  ['a list', [kishan.chatID]],
  ['one with a line break', 'a\nb'],
])('a reference by what can be no ID (%s) is null, and Beeper is not asked', async (_, id) => {
  await using setting = await startSetting();

  const { data, errors } = await setting.entities([...chats([id]), ...accounts([id])], '__typename');

  expect(data?._entities).toEqual([null, null]);
  expect(errors).toBeUndefined();
  expect(setting.sandbox.calls).toEqual([]);
});

test('a reference without its key is null, and Beeper is not asked', async () => {
  await using setting = await startSetting();

  const { data } = await setting.entities(
    [{ __typename: 'BeeperChat' }, { __typename: 'BeeperAccount' }],
    '__typename',
  );

  expect(data?._entities).toEqual([null, null]);
  expect(setting.sandbox.calls).toEqual([]);
});

test('a chat that can’t be read is null with an error on its path, and the others arrive', async () => {
  await using setting = await startSetting();
  setting.sandbox.next('GET /v1/chats/{chatID}', { status: 500 });

  const { data, errors } = await setting.entities(
    chats([kishan.chatID, LANDMARKS.grace]),
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

test('fifty references to accounts are one call, and an unknown one is null', async () => {
  await using setting = await startSetting();
  const asked = Array.from({ length: 50 }, (_, number) => [whatsapp, 'matrix', 'nothing'][number % 3]);

  const { data, errors } = await setting.entities(accounts(asked), '... on BeeperAccount { id network }');

  expect(errors).toBeUndefined();
  const known: Record<string, unknown> = {
    [whatsapp]: { id: whatsapp, network: 'WhatsApp' },
    matrix: { id: 'matrix', network: 'Beeper (Matrix)' },
  };
  expect(data?._entities).toEqual(asked.map((id) => known[id ?? ''] ?? null));
  expect(setting.sandbox.calls.map(({ path }) => path)).toEqual(['/v1/accounts']);
});

test('chats and accounts are referred to in one request, and a chat’s account costs no call of its own', async () => {
  await using setting = await startSetting();

  const { data, errors } = await setting.entities(
    [...chats([kishan.chatID, LANDMARKS.grace]), ...accounts(['matrix'])],
    '__typename ... on BeeperChat { account { network } } ... on BeeperAccount { network }',
  );

  expect(errors).toBeUndefined();
  expect(data?._entities).toEqual([
    { __typename: 'BeeperChat', account: { network: 'Beeper (Matrix)' } },
    { __typename: 'BeeperChat', account: { network: 'WhatsApp' } },
    { __typename: 'BeeperAccount', network: 'Beeper (Matrix)' },
  ]);
  expect(setting.sandbox.calls.map(({ route }) => route).toSorted()).toEqual([
    'GET /v1/accounts',
    'GET /v1/chats/{chatID}',
    'GET /v1/chats/{chatID}',
  ]);
});
