import { expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { AccountsAndPeople, ChatsAndMessages, ChatValues, Inbox } from '../support/queryDocuments.ts';
import { startBeeperProxy } from './beeperProxy.ts';
import { upstreamPaths } from './pagedLists.ts';

test('the contacts of 15 accounts are read concurrently, at most 6 at a time', async () => {
  await using pair = await startPair();
  await using proxy = await startBeeperProxy(pair.sandbox.url);
  await using gateway = await startGateway({ beeper: proxy.url });
  pair.sandbox.always('GET /v1/accounts/{accountID}/contacts/list', { delayMs: 60 });

  const { data, errors } = await gateway.query(AccountsAndPeople, {});

  expect(errors).toBeUndefined();
  expect(data?.accounts?.flatMap(({ contacts }) => contacts?.nodes ?? []).length).toBeGreaterThan(60);
  expect(pair.sandbox.calls).toHaveLength(16);
  expect(proxy.maxConcurrentCalls).toBeGreaterThan(1);
  expect(proxy.maxConcurrentCalls).toBeLessThanOrEqual(6);
});

test('the messages of 25 chats are read concurrently, at most 6 at a time', async () => {
  await using pair = await startPair();
  await using proxy = await startBeeperProxy(pair.sandbox.url);
  await using gateway = await startGateway({ beeper: proxy.url });
  pair.sandbox.always('GET /v1/chats/{chatID}/messages', { delayMs: 60 });

  const { data } = await gateway.query(ChatsAndMessages, { first: 25 });

  expect(data?.chats?.nodes).toHaveLength(25);
  expect(proxy.maxConcurrentCalls).toBeGreaterThan(1);
  expect(proxy.maxConcurrentCalls).toBeLessThanOrEqual(6);
});

test('a slow request does not delay another request', async () => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/accounts/{accountID}/contacts/list', { delayMs: 600 });
  let ended = false;

  const slow = pair.gateway.query(AccountsAndPeople, {}).finally(() => {
    ended = true;
  });
  await expect.poll(() => pair.sandbox.calls.length).toBeGreaterThanOrEqual(7);
  const { data } = await pair.gateway.query(ChatValues, { id: kishan.chatID });

  expect(data?.chat?.id).toBe(kishan.chatID);
  expect(ended).toBe(false);
  await slow;
});

test('two concurrent requests share no upstream call', async () => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/chats/{chatID}', { delayMs: 100 });

  const ask = () => pair.gateway.query(ChatValues, { id: kishan.chatID });
  const answers = await Promise.all([ask(), ask()]);

  expect(answers.map(({ data }) => data?.chat?.id)).toEqual([kishan.chatID, kishan.chatID]);
  expect(upstreamPaths(pair.sandbox)).toEqual(
    Array(2).fill(`/v1/chats/${encodeURIComponent(kishan.chatID)}`),
  );
});

test('a request does not reuse what an earlier request has read', async () => {
  await using pair = await startPair();

  await pair.gateway.query(ChatValues, { id: kishan.chatID });
  const chat = pair.sandbox.chats.get(kishan.chatID);
  if (chat) chat.unreadCount = 7;
  const { data } = await pair.gateway.query(ChatValues, { id: kishan.chatID });

  expect(data?.chat?.unreadCount).toBe(7);
  expect(pair.sandbox.calls).toHaveLength(2);
});

test('concurrent callers with different tokens share no data', async () => {
  await using pair = await startPair({ accessToken: null });
  pair.sandbox.always('GET /v1/chats', { delayMs: 100 });
  const ask = (token: string) =>
    pair.gateway.query(Inbox, { first: 3 }, { headers: { authorization: `Bearer ${token}` } });

  const [wrong, right] = await Promise.all([ask('another-token'), ask('sandbox-token')]);

  expect(wrong.data).toEqual({ chats: null });
  expect(wrong.errors).toMatchObject([{ path: ['chats'], extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(right.errors).toBeUndefined();
  expect(right.data?.chats?.nodes).toHaveLength(3);
  const lists = pair.sandbox.calls.filter(({ path }) => path === '/v1/chats?limit=3');
  expect(lists.map(({ headers }) => headers.authorization).sort()).toEqual([
    'Bearer another-token',
    'Bearer sandbox-token',
  ]);
});

test('a caller without a token gets an error, without an upstream call', async () => {
  await using pair = await startPair({ accessToken: null });

  const { data, errors } = await pair.gateway.query(Inbox, {});

  expect(data).toEqual({ chats: null });
  expect(errors).toMatchObject([{ path: ['chats'], extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(pair.sandbox.calls).toEqual([]);
});
