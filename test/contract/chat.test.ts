import { expect, test } from 'vitest';
import { ReadChat } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

test('chat reads a chat with one call', async () => {
  await using pair = await startPair();

  const { data, errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

  expect(errors).toBeUndefined();
  expect(data?.chat).toMatchObject({
    id: kishan.chatID,
    accountID: 'matrix',
    type: 'SINGLE',
    rawType: 'single',
  });
  expect(data?.chat?.participants?.items.map(({ userID }) => userID)).toContain(kishan.id);
  expect(pair.sandbox.calls.map(({ path }) => path)).toEqual(['/v1/chats/!NCdzlIaMjZUmvmvyHU%3Abeeper.com']);
});

test('chat reads an iMessage chat, whose ID contains number signs', async () => {
  await using pair = await startPair();
  const id = [...pair.sandbox.chats.keys()].find((key) => key.startsWith('imsg##thread:')) ?? '';

  const { data } = await pair.gateway.query(ReadChat, { id });

  expect(data?.chat?.id).toBe(id);
});

test('chat is null for an unknown ID, without an error or a log line', async () => {
  await using pair = await startPair();

  const answer = await pair.gateway.query(ReadChat, { id: '!nobody:nowhere' });

  expect(answer).toEqual({ data: { chat: null } });
  expect(pair.gateway.log).toEqual([]);
});

test('chat returns null for empty and zero values, and OTHER for unknown enum values', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats/{chatID}', {
    status: 200,
    body: {
      id: '!a:b',
      accountID: 'x',
      title: '',
      type: 'broadcast',
      network: null,
      unreadCount: 'many',
      lastActivity: '0001-01-01T00:00:00Z',
      imgURL: 'file:///Users/ada/Library/picture.jpg',
      participants: { items: [{ id: '@a:b', isSelf: null }, { fullName: 'Nobody' }, null], total: null },
      tomorrow: { isAnotherDay: true },
    },
  });

  const { data, errors } = await pair.gateway.query(ReadChat, { id: '!a:b' });

  expect(errors).toBeUndefined();
  expect(data?.chat).toEqual({
    id: '!a:b',
    accountID: 'x',
    title: null,
    type: 'OTHER',
    rawType: 'broadcast',
    network: null,
    unreadCount: null,
    lastActivity: null,
    imgURL: { url: null, isLocal: true },
    participants: { total: null, hasMore: null, items: [{ userID: '@a:b' }] },
  });
});

for (const [fault, code, retryable] of [
  [{ status: 401, body: { message: 'Token expired', code: 'unauthorized' } }, 'UNAUTHENTICATED', false],
  [{ status: 403, body: { message: 'No', code: 'forbidden' } }, 'FORBIDDEN', false],
  [{ status: 404, body: 'Not Found' }, 'UNSUPPORTED', false],
  [{ status: 429, body: { message: 'Slow down', code: 'x' } }, 'RATE_LIMITED', true],
  [{ status: 500, body: { message: 'Broken', code: 'x' } }, 'UPSTREAM_ERROR', false],
  [{ html: true }, 'UPSTREAM_ERROR', false],
  [{ reset: 'after' }, 'UNAVAILABLE', true],
  [{ cut: true }, 'UNAVAILABLE', true],
  [{ hang: true }, 'UNAVAILABLE', true],
] as const) {
  test(`chat after ${JSON.stringify(fault)} is null, with ${code} in the extensions of the error`, async () => {
    await using pair = await startPair({ timeoutMs: 1_000 });
    pair.sandbox.always('GET /v1/chats/{chatID}', fault);

    const { data, errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

    expect(data).toEqual({ chat: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ['chat'],
      extensions: { code, retryable, remedy: expect.any(String), requestID: expect.any(String) },
    });
    expect(pair.gateway.log.filter((line) => line.operation === 'chat')).toHaveLength(1);
  });
}
