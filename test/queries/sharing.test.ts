import { expect, test } from 'vitest';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { AccountsAndPeople, ChatsAndMessages, ChatValues, Inbox } from '../support/readingDocuments.ts';
import { startFront } from './front.ts';
import { pathsTo } from './lists.ts';

test('The contacts of 15 accounts are asked for side by side, at most 6 at once', async () => {
  await using pair = await startPair();
  await using front = await startFront(pair.sandbox.url);
  await using gateway = await startGateway({ beeper: front.url });
  pair.sandbox.always('GET /v1/accounts/{accountID}/contacts/list', { delayMs: 60 });

  const { data, errors } = await gateway.query(AccountsAndPeople, {});

  expect(errors).toBeUndefined();
  expect(data?.accounts.flatMap(({ contacts }) => contacts?.nodes ?? []).length).toBeGreaterThan(60);
  expect(pair.sandbox.calls).toHaveLength(16);
  expect(front.mostAtOnce).toBeGreaterThan(1);
  expect(front.mostAtOnce).toBeLessThanOrEqual(6);
});

test('The messages of 25 chats are asked for side by side, at most 6 at once', async () => {
  await using pair = await startPair();
  await using front = await startFront(pair.sandbox.url);
  await using gateway = await startGateway({ beeper: front.url });
  pair.sandbox.always('GET /v1/chats/{chatID}/messages', { delayMs: 60 });

  const { data } = await gateway.query(ChatsAndMessages, { first: 25 });

  expect(data?.chats.nodes).toHaveLength(25);
  expect(front.mostAtOnce).toBeGreaterThan(1);
  expect(front.mostAtOnce).toBeLessThanOrEqual(6);
});

test('One caller’s long query does not hold up another’s', async () => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/accounts/{accountID}/contacts/list', { delayMs: 600 });
  let ended = false;

  const long = pair.gateway.query(AccountsAndPeople, {}).finally(() => {
    ended = true;
  });
  await expect.poll(() => pair.sandbox.calls.length).toBeGreaterThanOrEqual(7);
  const { data } = await pair.gateway.query(ChatValues, { id: kishan.chatID });

  expect(data?.chat?.id).toBe(kishan.chatID);
  expect(ended).toBe(false);
  await long;
});

test('Two requests at the same time share nothing: each asks for itself', async () => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/chats/{chatID}', { delayMs: 100 });

  const ask = () => pair.gateway.query(ChatValues, { id: kishan.chatID });
  const answers = await Promise.all([ask(), ask()]);

  expect(answers.map(({ data }) => data?.chat?.id)).toEqual([kishan.chatID, kishan.chatID]);
  expect(pathsTo(pair.sandbox)).toEqual(Array(2).fill(`/v1/chats/${encodeURIComponent(kishan.chatID)}`));
});

test('What one request has read, the next reads again', async () => {
  await using pair = await startPair();

  await pair.gateway.query(ChatValues, { id: kishan.chatID });
  const chat = pair.sandbox.chats.get(kishan.chatID);
  if (chat) chat.unreadCount = 7;
  const { data } = await pair.gateway.query(ChatValues, { id: kishan.chatID });

  expect(data?.chat?.unreadCount).toBe(7);
  expect(pair.sandbox.calls).toHaveLength(2);
});

test('Two callers never share what was loaded: a wrong token gets an error, the right one data', async () => {
  await using pair = await startPair({ accessToken: null });
  pair.sandbox.always('GET /v1/chats', { delayMs: 100 });
  const ask = (token: string) =>
    pair.gateway.query(Inbox, { first: 3 }, { headers: { authorization: `Bearer ${token}` } });

  const [wrong, right] = await Promise.all([ask('another-token'), ask('sandbox-token')]);

  expect(wrong.data ?? null).toBeNull();
  expect(wrong.errors).toMatchObject([{ path: ['chats'], extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(right.errors).toBeUndefined();
  expect(right.data?.chats.nodes).toHaveLength(3);
  const lists = pair.sandbox.calls.filter(({ path }) => path === '/v1/chats');
  expect(lists.map(({ headers }) => headers.authorization).sort()).toEqual([
    'Bearer another-token',
    'Bearer sandbox-token',
  ]);
});

test('A caller without any token gets an error, and nothing is asked', async () => {
  await using pair = await startPair({ accessToken: null });

  const { data, errors } = await pair.gateway.query(Inbox, {});

  expect(data ?? null).toBeNull();
  expect(errors).toMatchObject([{ path: ['chats'], extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(pair.sandbox.calls).toEqual([]);
});
