import { expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';
import { AccountsAndPeople, ChatsAndMessages, Inbox, People } from '../support/queryDocuments.ts';
import { startBeeperProxy } from './beeperProxy.ts';

const errorWith = (code: string, path: (string | number)[], retryable: boolean) => ({
  message: expect.any(String),
  locations: expect.any(Array),
  path,
  extensions: {
    code,
    retryable,
    remedy: expect.any(String),
    upstreamCode: expect.any(String),
    requestID: expect.any(String),
  },
});

test('if the contacts of one account fail, only that field is null, with an error at its path', async () => {
  await using pair = await startPair();
  await using proxy = await startBeeperProxy(pair.sandbox.url, (path) =>
    path.includes('/telegram/contacts/'),
  );
  await using gateway = await startGateway({ beeper: proxy.url });

  const { data, errors } = await gateway.query(AccountsAndPeople, {});

  const index = data?.accounts?.findIndex(({ id }) => id === 'telegram') ?? -1;
  expect(data?.accounts).toHaveLength(15);
  expect(data?.accounts?.filter(({ contacts }) => contacts === null).map(({ id }) => id)).toEqual([
    'telegram',
  ]);
  expect(data?.accounts?.flatMap(({ contacts }) => contacts?.nodes ?? []).length).toBeGreaterThan(60);
  expect(errors).toEqual([errorWith('UPSTREAM_ERROR', ['accounts', index, 'contacts'], false)]);
  expect(gateway.log).toMatchObject([{ operation: 'contacts', status: 500, upstreamCode: 'BRIDGE_GONE' }]);
});

test('if the accounts fail, 25 chats are returned, each with a null account', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/accounts', { status: 500 });

  const { data, errors } = await pair.gateway.query(Inbox, { first: 25 });

  expect(data?.chats?.nodes).toHaveLength(25);
  for (const chat of data?.chats?.nodes ?? []) {
    expect(chat).toMatchObject({ title: expect.any(String), account: null });
    expect(chat?.lastMessage?.id).toEqual(expect.any(String));
  }
  expect(errors).toEqual(
    Array.from({ length: 25 }, (_, n) =>
      errorWith('UPSTREAM_ERROR', ['chats', 'nodes', n, 'account'], false),
    ),
  );
  expect(new Set(errors?.map(({ extensions }) => extensions?.requestID)).size).toBe(1);
  expect(pair.sandbox.calls.filter(({ path }) => path === '/v1/accounts')).toHaveLength(1);
  expect(pair.gateway.log).toMatchObject([{ operation: 'accounts', code: 'UPSTREAM_ERROR' }]);
});

test('if the messages of one chat fail, only they are null, and the chat keeps its title', async () => {
  await using pair = await startPair();
  const [, second] = (await pair.gateway.query(ChatsAndMessages, { first: 2 })).data?.chats?.nodes ?? [];
  const failingPath = `/v1/chats/${encodeURIComponent(second?.id ?? '')}/messages`;
  await using proxy = await startBeeperProxy(pair.sandbox.url, (path) => path === failingPath);
  await using gateway = await startGateway({ beeper: proxy.url });

  const { data, errors } = await gateway.query(ChatsAndMessages, { first: 25 });

  expect(data?.chats?.nodes).toHaveLength(25);
  expect(data?.chats?.nodes.flatMap((chat, n) => (chat?.messages === null ? [n] : []))).toEqual([1]);
  expect(data?.chats?.nodes.map((chat) => chat?.title)).not.toContain(undefined);
  expect(errors).toEqual([errorWith('UPSTREAM_ERROR', ['chats', 'nodes', 1, 'messages'], false)]);
  expect(gateway.log).toHaveLength(1);
});

test('if the last message of a chat fails, only that field is null', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats/{chatID}/messages', { status: 500 });

  const answer = await pair.gateway.send(
    '{ searchChats(filter: {}, first: 3) { nodes { id lastMessage { id } } } }',
  );

  const { data, errors } = (await answer.json()) as {
    data: { searchChats: { nodes: { id: string; lastMessage: object | null }[] } };
    errors: object[];
  };
  expect(data.searchChats.nodes.map(({ lastMessage }) => lastMessage === null)).toEqual([true, false, false]);
  expect(errors).toEqual([errorWith('UPSTREAM_ERROR', ['searchChats', 'nodes', 0, 'lastMessage'], false)]);
});

test('if the second page of a list fails, the whole list fails', async () => {
  await using pair = await startPair({ appVersion: '4.3.0' });
  pair.sandbox.next('GET /v1/chats', {});
  pair.sandbox.next('GET /v1/chats', { status: 500 });

  const { data, errors } = await pair.gateway.query(Inbox, { first: 60 });

  expect(data).toEqual({ chats: null });
  expect(errors).toEqual([errorWith('UPSTREAM_ERROR', ['chats'], false)]);
  expect(pair.gateway.log).toHaveLength(1);
});

test('contacts of an unknown account fails with NOT_FOUND', async () => {
  await using pair = await startPair();

  const { data, errors } = await pair.gateway.query(People, { accountID: 'nobody' });

  expect(data).toEqual({ contacts: null });
  expect(errors).toEqual([errorWith('NOT_FOUND', ['contacts'], false)]);
  expect(errors?.[0]?.message).toContain('Account not found');
});

test('contacts returns matching contacts, without the URLs of local avatars', async () => {
  await using pair = await startPair();

  const { data, errors } = await pair.gateway.query(People, { accountID: whatsapp, query: 'grace' });

  expect(errors).toBeUndefined();
  expect(data?.contacts?.nodes).toEqual([
    {
      userID: '@15550101003:local-whatsapp.localhost',
      fullName: 'Grace',
      phoneNumber: '+15550101003',
      cannotMessage: false,
      imgURL: { url: null, isLocal: true },
    },
  ]);
  expect(pair.sandbox.calls[0]?.path).toMatch(/\/contacts\/list\?query=grace&limit=50$/);
});

test('if one of two root fields fails, the other is returned', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats/{chatID}', { status: 403, body: { message: 'No', code: 'forbidden' } });

  const answer = await pair.gateway.send('{ chat(id: "!a:b") { id } account(id: "matrix") { id } }');

  expect(await answer.json()).toEqual({
    data: { chat: null, account: { id: 'matrix' } },
    errors: [errorWith('FORBIDDEN', ['chat'], false)],
  });
});

test('if the accounts hang, the messages of the chats are returned', async () => {
  await using pair = await startPair({ timeoutMs: 1_000 });
  pair.sandbox.always('GET /v1/accounts', { hang: true });

  const answer = await pair.gateway.send(
    '{ chats(first: 2) { nodes { account { id } messages(first: 1) { nodes { id } } } } }',
  );

  const node = { account: null, messages: { nodes: [{ id: expect.any(String) }] } };
  expect(await answer.json()).toMatchObject({ data: { chats: { nodes: [node, node] } } });
});
