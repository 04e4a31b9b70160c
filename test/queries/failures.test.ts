import { expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';
import { AccountsAndPeople, ChatsAndMessages, Inbox, People } from '../support/readingDocuments.ts';
import { startFront } from './front.ts';

const anError = (code: string, path: (string | number)[], retryable: boolean) => ({
  message: expect.any(String),
  locations: expect.any(Array),
  path,
  extensions: { code, retryable, remedy: expect.any(String), requestID: expect.any(String) },
});

test('The contacts of one account fail: its field is null, with an error on its path, and the others arrive', async () => {
  await using pair = await startPair();
  await using front = await startFront(pair.sandbox.url, (path) => path.includes('/telegram/contacts/'));
  await using gateway = await startGateway({ beeper: front.url });

  const { data, errors } = await gateway.query(AccountsAndPeople, {});

  const index = data?.accounts.findIndex(({ id }) => id === 'telegram') ?? -1;
  expect(data?.accounts).toHaveLength(15);
  expect(data?.accounts.filter(({ contacts }) => contacts === null).map(({ id }) => id)).toEqual([
    'telegram',
  ]);
  expect(data?.accounts.flatMap(({ contacts }) => contacts?.nodes ?? []).length).toBeGreaterThan(60);
  expect(errors).toEqual([anError('UPSTREAM_ERROR', ['accounts', index, 'contacts'], false)]);
  expect(gateway.log).toMatchObject([
    { operation: 'listContacts', status: 500, upstreamCode: 'BRIDGE_GONE' },
  ]);
});

test('The accounts fail: 25 chats arrive all the same, each without its account', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/accounts', { status: 500 });

  const { data, errors } = await pair.gateway.query(Inbox, { first: 25 });

  expect(data?.chats.nodes).toHaveLength(25);
  for (const chat of data?.chats.nodes ?? []) {
    expect(chat).toMatchObject({ title: expect.any(String), account: null });
    expect(chat?.lastMessage?.id).toEqual(expect.any(String));
  }
  expect(errors).toEqual(
    Array.from({ length: 25 }, (_, n) => anError('UPSTREAM_ERROR', ['chats', 'nodes', n, 'account'], false)),
  );
  expect(new Set(errors?.map(({ extensions }) => extensions?.requestID)).size).toBe(1);
  expect(pair.sandbox.calls.filter(({ path }) => path === '/v1/accounts')).toHaveLength(1);
  expect(pair.gateway.log).toMatchObject([{ operation: 'getAccounts', code: 'UPSTREAM_ERROR' }]);
});

test('The messages of one chat fail: its node is null, and the rest of the list arrives', async () => {
  await using pair = await startPair();
  const [, second] = (await pair.gateway.query(ChatsAndMessages, { first: 2 })).data?.chats.nodes ?? [];
  const refused = `/v1/chats/${encodeURIComponent(second?.id ?? '')}/messages`;
  await using front = await startFront(pair.sandbox.url, (path) => path === refused);
  await using gateway = await startGateway({ beeper: front.url });

  const { data, errors } = await gateway.query(ChatsAndMessages, { first: 25 });

  expect(data?.chats.nodes).toHaveLength(25);
  expect(data?.chats.nodes.flatMap((chat, n) => (chat === null ? [n] : []))).toEqual([1]);
  expect(data?.chats.edges[1]?.node).toEqual({ id: second?.id });
  expect(errors).toEqual([anError('UPSTREAM_ERROR', ['chats', 'nodes', 1, 'messages'], false)]);
  expect(gateway.log).toHaveLength(1);
});

test('The last message of a chat fails: that field is null, and the chat arrives', async () => {
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
  expect(errors).toEqual([anError('UPSTREAM_ERROR', ['searchChats', 'nodes', 0, 'lastMessage'], false)]);
});

test('The second page of a list fails: there is no half of a list', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats', {});
  pair.sandbox.next('GET /v1/chats', { status: 500 });

  const { data, errors } = await pair.gateway.query(Inbox, { first: 60 });

  expect(data ?? null).toBeNull();
  expect(errors).toEqual([anError('UPSTREAM_ERROR', ['chats'], false)]);
  expect(pair.gateway.log).toHaveLength(1);
});

test('contacts of an account that Beeper does not know are NOT_FOUND', async () => {
  await using pair = await startPair();

  const { data, errors } = await pair.gateway.query(People, { accountID: 'nobody' });

  expect(data ?? null).toBeNull();
  expect(errors).toEqual([anError('NOT_FOUND', ['contacts'], false)]);
  expect(errors?.[0]?.message).toContain('Account not found');
});

test('contacts of an account arrive, with their pictures where they are no paths of the desktop', async () => {
  await using pair = await startPair();

  const { data, errors } = await pair.gateway.query(People, { accountID: whatsapp, query: 'grace' });

  expect(errors).toBeUndefined();
  expect(data?.contacts.nodes).toEqual([
    {
      id: '@15550101003:local-whatsapp.localhost',
      fullName: 'Grace',
      phoneNumber: '+15550101003',
      cannotMessage: false,
      imgURL: { url: null, isLocal: true },
    },
  ]);
  expect(pair.sandbox.calls[0]?.path).toMatch(/\/contacts\/list\?query=grace&limit=50$/);
});

test('Of two roots one fails: both tell', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats/{chatID}', { status: 403, body: { message: 'No', code: 'forbidden' } });

  const answer = await pair.gateway.send('{ chat(id: "!a:b") { id } account(id: "matrix") { id } }');

  expect(await answer.json()).toEqual({
    data: { chat: null, account: { id: 'matrix' } },
    errors: [anError('FORBIDDEN', ['chat'], false)],
  });
});
