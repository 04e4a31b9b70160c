import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { kishan, whatsapp } from '../support/people.ts';
import { ChatAndLast, ChatsAndMessages, Inbox, LastMessages } from '../support/queryDocuments.ts';
import { upstreamPaths } from './pagedLists.ts';

const kishanPath = `/v1/chats/${encodeURIComponent(kishan.chatID)}`;

test('25 chats with account, participants, last message and sender make 2 upstream calls', async () => {
  await using pair = await startPair();

  const { data, errors } = await pair.gateway.query(Inbox, { first: 25 });

  expect(errors).toBeUndefined();
  expect(data?.chats?.nodes).toHaveLength(25);
  for (const chat of data?.chats?.nodes ?? []) {
    expect(chat?.account?.network).toEqual(expect.any(String));
    expect(chat?.participants?.items.length).toBeGreaterThan(0);
    expect(chat?.lastMessage?.sender?.userID).toEqual(expect.any(String));
  }
  expect(upstreamPaths(pair.sandbox).sort()).toEqual(['/v1/accounts', '/v1/chats?limit=25']);
});

test('all 182 chats with the same fields make 2 upstream calls', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(Inbox, { first: 200 });

  expect(data?.chats?.nodes).toHaveLength(182);
  expect(upstreamPaths(pair.sandbox).sort()).toEqual(['/v1/accounts', '/v1/chats?limit=200']);
});

test('on an app that ignores `limit`, all 184 chats make 9 upstream calls: 8 pages and the accounts', async () => {
  await using pair = await startPair({ appVersion: '4.3.0' });

  const { data } = await pair.gateway.query(Inbox, { first: 200 });

  expect(data?.chats?.nodes).toHaveLength(184);
  expect(pair.sandbox.calls.map(({ route }) => route).sort()).toEqual([
    'GET /v1/accounts',
    ...Array.from({ length: 8 }, () => 'GET /v1/chats'),
  ]);
});

test('accounts selected in five places of a query make 1 upstream call', async () => {
  await using pair = await startPair();

  const answer = await pair.gateway.send(`{
    first: accounts { id }
    second: accounts { id network }
    one: account(id: "matrix") { id status }
    none: account(id: "nobody") { id }
    chat(id: "${kishan.chatID}") { account { id user { userID } } }
  }`);

  expect(await answer.json()).toMatchObject({
    data: { one: { id: 'matrix' }, none: null, chat: { account: { id: 'matrix' } } },
  });
  expect(upstreamPaths(pair.sandbox).sort()).toEqual(['/v1/accounts', kishanPath]);
});

test('the same chat selected ten times makes 1 upstream call', async () => {
  await using pair = await startPair();
  const aliases = Array.from({ length: 10 }, (_, n) => `c${n}: chat(id: "${kishan.chatID}") { id title }`);

  const answer = await pair.gateway.send(`{ ${aliases.join(' ')} }`);

  const { data } = (await answer.json()) as { data: Record<string, { title: string }> };
  expect(Object.values(data).map(({ title }) => title)).toEqual(Array(10).fill('Kishan'));
  expect(upstreamPaths(pair.sandbox)).toEqual([kishanPath]);
});

test('the same page selected twice makes 1 upstream call, and another page makes another', async () => {
  await using pair = await startPair();

  await pair.gateway.send(`{
    a: chats(first: 3) { nodes { id } }
    b: chats(first: 3) { nodes { id title } }
    c: chats(first: 3, accountIDs: ["matrix"]) { nodes { id } }
  }`);

  expect(upstreamPaths(pair.sandbox).sort()).toEqual([
    '/v1/chats?accountIDs=matrix&limit=3',
    '/v1/chats?limit=3',
  ]);
});

test('lastMessage and messages of a chat share an upstream call', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(ChatAndLast, { id: kishan.chatID });

  expect(data?.chat?.messages?.nodes.map(({ id }) => id)).toContain(data?.chat?.lastMessage?.id);
  expect(upstreamPaths(pair.sandbox)).toEqual([kishanPath, `${kishanPath}/messages`]);
});

test('the messages of 25 chats make one upstream call per chat, and one for the list', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(ChatsAndMessages, { first: 25 });

  expect(data?.chats?.nodes.map((chat) => chat?.messages?.nodes.length)).not.toContain(0);
  const routes = pair.sandbox.calls.map(({ route }) => route);
  expect(routes.filter((route) => route === 'GET /v1/chats/{chatID}/messages')).toHaveLength(25);
  expect(routes).toHaveLength(26);
});

test('lastMessage of a listed chat without messages is null, without an upstream call', async () => {
  await using pair = await startPair();
  for (const id of [seedChatIDs.longHistory, seedChatIDs.kishan, seedChatIDs.largeGroup]) {
    pair.sandbox.chats.get(id)?.messages.splice(0);
  }

  const { data, errors } = await pair.gateway.query(LastMessages, { first: 25 });

  expect(errors).toBeUndefined();
  expect(data?.chats?.nodes.filter((chat) => chat?.lastMessage === null)).toHaveLength(3);
  expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/chats?limit=25']);
});

test.each([
  ['{ chats { pageInfo { hasNextPage } } }', ['/v1/chats?limit=25']],
  ['{ chats { edges { cursor } } }', ['/v1/chats?limit=25']],
  [
    '{ chats { nodes { id title accountID lastMessage { text sender { fullName } } } } }',
    ['/v1/chats?limit=25'],
  ],
  [`{ chat(id: "${kishan.chatID}") { id title accountID participants { total } } }`, [kishanPath]],
  [`{ chat(id: "${kishan.chatID}") { id lastMessage { text } } }`, [kishanPath, `${kishanPath}/messages`]],
  [`{ chat(id: "${kishan.chatID}") { account { id } } }`, [kishanPath, '/v1/accounts']],
  ['{ accounts { id status user { fullName } } }', ['/v1/accounts']],
  [`{ account(id: "${whatsapp}") { id } }`, ['/v1/accounts']],
  [`{ contacts(accountID: "matrix") { nodes { userID } } }`, ['/v1/accounts/matrix/contacts/list?limit=50']],
  ['{ searchChats(filter: {}) { nodes { id title labels { id } } } }', ['/v1/chats/search?limit=50']],
  [
    '{ searchMessages(filter: { query: "the" }) { nodes { id chat { title } sender { fullName } viewerCanReact sentWithKey } } }',
    ['/v1/messages/search?query=the&excludeLowPriority=true&limit=20'],
  ],
  [
    '{ search(query: "the") { chats { title } inGroups { title } messages { nodes { id chat { title } viewerCanEdit } pageInfo { endCursor } } } }',
    ['/v1/search?query=the'],
  ],
  [
    `{ lookUpContacts(accountID: "matrix", query: "ada") { fullName } }`,
    ['/v1/accounts/matrix/contacts?query=ada'],
  ],
  ['{ labels { id name } }', ['/v1/labels']],
  ['{ bridges { id status accounts { id status } } }', ['/v1/bridges']],
  [
    '{ bridges { id } bridge(id: "local-whatsapp") { displayName } }',
    ['/v1/bridges', '/v1/bridges/local-whatsapp'],
  ],
  [`{ chat(id: "${kishan.chatID}") { members(first: 2) { items { userID } total } } }`, [kishanPath]],
  [
    '{ account(id: "irc") { chats { nodes { id } } } }',
    ['/v1/accounts', '/v1/chats?accountIDs=irc&limit=25'],
  ],
  ['{ __typename }', []],
])('%s makes no upstream call for fields that are not selected', async (query, paths) => {
  await using pair = await startPair();

  const answer = await pair.gateway.send(query);

  expect(await answer.json()).not.toHaveProperty('errors');
  expect(upstreamPaths(pair.sandbox)).toEqual(paths);
});

test('skipped fields make no upstream calls', async () => {
  await using pair = await startPair();

  await pair.gateway.send(
    `query Q($more: Boolean!) { chats(first: 3) { nodes { id
       account @include(if: $more) { id } messages @include(if: $more) { nodes { id } } } } }`,
    { more: false },
  );

  expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/chats?limit=3']);
});
