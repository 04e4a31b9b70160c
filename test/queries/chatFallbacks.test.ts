import { expect, test } from 'vitest';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { upstreamPaths } from './pagedLists.ts';

const chatPath = `/v1/chats/${encodeURIComponent(kishan.chatID)}`;

async function readTitle(pair: Pair, fields: object): Promise<unknown> {
  pair.sandbox.next('GET /v1/chats/{chatID}', { body: { id: '!a:b', accountID: 'matrix', ...fields } });
  const answer = await pair.gateway.send('{ chat(id: "!a:b") { title } }');
  expect(upstreamPaths(pair.sandbox)).toHaveLength(1);
  return ((await answer.json()) as { data: { chat: { title: unknown } } }).data.chat.title;
}

test('the network of a chat without one is that of its account, in one call for all chats', async () => {
  await using pair = await startPair();
  pair.sandbox.appVersion = '4.2.800';

  const answer = await pair.gateway.send('{ chats(first: 25) { nodes { network account { network } } } }');

  const { data } = (await answer.json()) as {
    data: { chats: { nodes: { network: string; account: { network: string } }[] } };
  };
  expect(data.chats.nodes).toHaveLength(25);
  for (const { network, account } of data.chats.nodes) {
    expect(network).toMatch(/\w/);
    expect(network).toBe(account.network);
  }
  expect(upstreamPaths(pair.sandbox).toSorted()).toEqual(['/v1/accounts', '/v1/chats?limit=25']);
});

test('the network of a chat that has one costs no call', async () => {
  await using pair = await startPair();

  await pair.gateway.send(`{ chat(id: "${kishan.chatID}") { network } }`);

  expect(upstreamPaths(pair.sandbox)).toEqual([chatPath]);
});

test('a network that is not selected costs no call', async () => {
  await using pair = await startPair({ dialect: 'union' });

  await pair.gateway.send(`{ chat(id: "${kishan.chatID}") { title } }`);

  expect(upstreamPaths(pair.sandbox)).toEqual([chatPath]);
});

test.each([[[]], [[{ accountID: 'matrix', network: '' }]], [[{ accountID: 'other', network: 'Other' }]]])(
  'the network is null if the accounts %j do not tell it',
  async (accounts) => {
    await using pair = await startPair({ dialect: 'union' });
    pair.sandbox.next('GET /v1/accounts', { body: accounts });

    const answer = await pair.gateway.send(`{ chat(id: "${kishan.chatID}") { network } }`);

    expect(await answer.json()).toEqual({ data: { chat: { network: null } } });
  },
);

test('if accounts can’t be read, the network is null with an error on its path, and the chat is returned', async () => {
  await using pair = await startPair({ dialect: 'union' });
  pair.sandbox.next('GET /v1/accounts', { status: 500 });

  const answer = await pair.gateway.send(`{ chat(id: "${kishan.chatID}") { title network } }`);

  expect(await answer.json()).toMatchObject({
    data: { chat: { title: 'Kishan', network: null } },
    errors: [{ path: ['chat', 'network'], extensions: { code: 'UPSTREAM_ERROR' } }],
  });
});

const me = { id: '@me:b', fullName: 'Me', isSelf: true };
const named = (...names: string[]) => names.map((fullName) => ({ id: `@${fullName}:b`, fullName }));

test.each([
  ['the other person', [me, ...named('Ada')], 'Ada'],
  ['four other people', [...named('A', 'B'), me, ...named('C', 'D')], 'A, B, C, D'],
  ['five other people', [me, ...named('A', 'B', 'C', 'D', 'E')], 'A, B, C, D, …'],
  [
    'people without a full name',
    [
      { id: '1', username: 'ada', phoneNumber: '+15550101002' },
      { id: '2', phoneNumber: '+15550101003', email: 'grace@example.com' },
      { id: '3', email: 'kay@example.com' },
      { id: '4' },
    ],
    'ada, +15550101003, kay@example.com',
  ],
  ['yourself alone', [me], 'Me'],
  ['people without any name', [{ id: '1' }, me], null],
  ['nobody', [], null],
])('the title of a chat without one is the names of %s', async (_, items, title) => {
  for (const none of [{}, { title: '' }, { title: null }]) {
    await using pair = await startPair();

    expect(await readTitle(pair, { ...none, participants: { items, hasMore: false } })).toBe(title);
  }
});

test('the names of truncated participants end with …', async () => {
  await using pair = await startPair();

  const participants = { items: [me, ...named('A', 'B')], hasMore: true, total: 40 };

  expect(await readTitle(pair, { participants })).toBe('A, B, …');
});

test('a chat without title and participants has no title, and a title that Beeper sends is kept', async () => {
  await using pair = await startPair();

  expect(await readTitle(pair, {})).toBeNull();
  pair.sandbox.calls.length = 0;
  expect(await readTitle(pair, { title: 'Engines', participants: { items: named('A') } })).toBe('Engines');
});
