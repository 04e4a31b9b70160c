import { expect, test, vi } from 'vitest';
import { startPair } from '../support/pair.ts';

const callsTo = (pair: Awaited<ReturnType<typeof startPair>>, route: string) =>
  pair.sandbox.calls.filter((call) => call.route === route).length;

test('the accounts of chats are read at the same time as the chats', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats', { delayMs: 1_000 });
  let isAnswered = false;

  const answer = pair.gateway.send('{ chats(first: 2) { nodes { id account { network } } } }').finally(() => {
    isAnswered = true;
  });

  await vi.waitFor(() => expect(callsTo(pair, 'GET /v1/accounts')).toBe(1));
  expect(isAnswered).toBe(false);
  const { data, errors } = (await (await answer).json()) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    chats: { nodes: [{ account: { network: expect.any(String) } }, { account: {} }] },
  });
  expect(callsTo(pair, 'GET /v1/accounts')).toBe(1);
  expect(callsTo(pair, 'GET /v1/chats')).toBe(1);
});

test.each([
  ['on nodes', '{ chats { nodes { account { id } } } }', {}, 1],
  ['on the nodes of edges', '{ chats { edges { node { account { id } } } } }', {}, 1],
  [
    'in fragments',
    '{ chats { ...Page } } fragment Page on BeeperChatConnection { nodes { ...Chat } } fragment Chat on BeeperChat { a: account { id } }',
    {},
    1,
  ],
  ['with an alias of the connection', '{ chats { n: nodes { a: account { id } } } }', {}, 1],
  ['nowhere', '{ chats { nodes { id accountID } } }', {}, 0],
  ['under another name only', '{ chats { nodes { account: title } } }', {}, 0],
  [
    'where a variable skips it',
    'query ($skip: Boolean!) { chats { nodes { id account @skip(if: $skip) { id } } } }',
    { skip: true },
    0,
  ],
  [
    'where a variable does not skip it',
    'query ($skip: Boolean!) { chats { nodes { id account @skip(if: $skip) { id } } } }',
    { skip: false },
    1,
  ],
])('`account` selected %s', async (_place, query, variables, expected) => {
  await using pair = await startPair();

  const answer = await pair.gateway.send(query, variables);

  expect(await answer.json()).not.toHaveProperty('errors');
  expect(callsTo(pair, 'GET /v1/accounts')).toBe(expected);
  expect(callsTo(pair, 'GET /v1/chats')).toBe(1);
});

test('a variable that skips `account` counts anew for each request with the same document', async () => {
  await using pair = await startPair();
  const query = 'query ($skip: Boolean!) { chats { nodes { id account @skip(if: $skip) { id } } } }';
  const accountsRead = [];

  for (const skip of [true, false, true]) {
    const before = callsTo(pair, 'GET /v1/accounts');
    await pair.gateway.send(query, { skip });
    accountsRead.push(callsTo(pair, 'GET /v1/accounts') - before);
  }

  expect(accountsRead).toEqual([0, 1, 0]);
});

test('if the chats fail, the error is theirs alone, also if the accounts fail', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats', { status: 500 });
  pair.sandbox.next('GET /v1/accounts', { status: 500 });

  const answer = await pair.gateway.send('{ chats { nodes { account { id } } } }');

  expect(await answer.json()).toMatchObject({
    data: { chats: null },
    errors: [{ path: ['chats'], extensions: { code: 'UPSTREAM_ERROR' } }],
  });
});
