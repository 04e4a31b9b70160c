import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { CreateChatOnce, StartChatOnce } from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, grace, whatsapp } from '../support/people.ts';

const key = 'f3b1c2d4-0001';
const input = { group: { accountID: whatsapp, participantIDs: [ada.id, grace.id], title: 'Engines' } };

test('the same key and input write once, and answer the same, the chat read anew', async () => {
  await using pair = await startPair();

  const first = await pair.gateway.query(CreateChatOnce, { input, key });
  const second = await pair.gateway.query(CreateChatOnce, { input, key });

  const chatID =
    first.data?.createChat?.__typename === 'CreateChatPayload' ? first.data.createChat.chatID : '';
  expect(first.data?.createChat).toMatchObject({ chatID, replayed: false, chat: { title: 'Engines' } });
  expect(second.data?.createChat).toEqual({ ...first.data?.createChat, replayed: true });
  expect(pair.writes()).toHaveLength(1);
});

test('without a key two requests are two writes', async () => {
  await using pair = await startPair();

  await pair.gateway.query(CreateChatOnce, { input });
  const { data } = await pair.gateway.query(CreateChatOnce, { input, key: null });

  expect(data?.createChat).toMatchObject({ replayed: false });
  expect(pair.writes()).toHaveLength(2);
});

test('fifty requests at a time with one key write once, and all get the chat', async () => {
  await using pair = await startPair();
  pair.sandbox.next('POST /v1/chats', { delayMs: 200 });

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => pair.gateway.query(CreateChatOnce, { input, key })),
  );

  const results = answers.map(
    ({ data }) => data?.createChat as unknown as { chatID: string; replayed: boolean },
  );
  expect(new Set(results.map(({ chatID }) => chatID)).size).toBe(1);
  expect(results.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(pair.writes()).toHaveLength(1);
});

test('a first message is replayed as what it was: sent with the new chat', async () => {
  await using pair = await startPair();
  const start = { accountID: whatsapp, user: { id: ada.id }, messageText: 'Hello' };

  await pair.gateway.query(StartChatOnce, { input: start, key });
  const { data } = await pair.gateway.query(StartChatOnce, { input: start, key });

  expect(data?.startChat).toMatchObject({ status: 'CREATED', firstMessage: 'SENT', replayed: true });
  expect(pair.writes()).toHaveLength(1);
});

test('the order in which a contact’s fields are given makes no other input', async () => {
  await using pair = await startPair();
  const start = (contact: object) => ({ accountID: whatsapp, user: { contact } });

  await pair.gateway.query(StartChatOnce, { input: start({ fullName: 'Ada', id: ada.id }), key });
  const { data } = await pair.gateway.query(StartChatOnce, {
    input: start({ id: ada.id, fullName: 'Ada' }),
    key,
  });

  expect(data?.startChat).toMatchObject({ replayed: true });
});

for (const [what, other] of [
  ['another input', { group: { ...input.group, title: 'Looms' } }],
  ['another member of the union', { single: { accountID: whatsapp, participantID: ada.id } }],
] as const) {
  test(`the same key with ${what} is refused, and nothing is sent`, async () => {
    await using pair = await startPair();
    await pair.gateway.query(CreateChatOnce, { input, key });

    const { data } = await pair.gateway.query(CreateChatOnce, { input: other, key });

    expect(data?.createChat).toMatchObject({
      __typename: 'BeeperIdempotencyError',
      code: 'IDEMPOTENCY_MISMATCH',
      retryable: false,
    });
    expect(pair.writes()).toHaveLength(1);
    expect(pair.gateway.log.filter((line) => line.code === 'IDEMPOTENCY_MISMATCH')).toHaveLength(1);
  });
}

test('a key is the caller’s own: another token with the same key writes for itself', async () => {
  await using pair = await startPair();
  await pair.gateway.query(CreateChatOnce, { input, key });

  const { data } = await pair.gateway.query(
    CreateChatOnce,
    { input, key },
    { headers: { authorization: 'Bearer other' } },
  );

  expect(data?.createChat).toMatchObject({ __typename: 'BeeperUnauthenticatedError' });
  expect(pair.writes().map(({ headers }) => headers.authorization)).toEqual([
    'Bearer sandbox-token',
    'Bearer other',
  ]);
});

for (const [what, fault] of [
  ['too many requests', { status: 429, body: { message: 'Slow down', code: 'x' } }],
  ['Beeper not ready', { status: 503, body: { message: 'Starting', code: 'x' } }],
  ['refused input', { status: 422, body: { message: 'No', code: 'x' } }],
  ['an unknown person', { status: 404, body: { message: 'User not found', code: 'x' } }],
  ['an account that is not connected', { status: 409, body: { message: 'Not connected', code: 'x' } }],
] as const) {
  test(`a failure that did nothing frees the key: ${what}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next('POST /v1/chats', fault);

    const first = await pair.gateway.query(CreateChatOnce, { input, key });
    const second = await pair.gateway.query(CreateChatOnce, { input, key });

    expect(first.data?.createChat?.__typename).toMatch(/Error$/);
    expect(second.data?.createChat).toMatchObject({ __typename: 'CreateChatPayload', replayed: false });
  });
}

for (const [what, fault, typename] of [
  ['a reset after the write', { reset: 'after', performs: true }, 'BeeperOutcomeUnknownError'],
  ['an answer that can’t be read', { html: true, performs: true }, 'BeeperOutcomeUnknownError'],
  ['status 500', { status: 500, body: { message: 'Broken', code: 'x' } }, 'BeeperUpstreamError'],
] as const) {
  test(`what may have been done keeps the key, says so again, and is not sent again: ${what}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next('POST /v1/chats', fault);

    const first = await pair.gateway.query(CreateChatOnce, { input, key });
    const second = await pair.gateway.query(CreateChatOnce, { input, key });

    expect(first.data?.createChat?.__typename).toBe(typename);
    expect(second.data?.createChat).toMatchObject({ __typename: typename, retryable: false });
    expect(pair.writes()).toHaveLength(1);
  });
}

test('a caller who goes away and comes back with the same key gets the chat that was made meanwhile', async () => {
  await using pair = await startPair();
  pair.sandbox.next('POST /v1/chats', { delayMs: 500 });
  const gone = new AbortController();

  const first = pair.gateway.query(CreateChatOnce, { input, key }, { signal: gone.signal });
  await expect.poll(() => pair.writes().length).toBe(1);
  gone.abort();
  await expect(first).rejects.toThrow();
  const { data } = await pair.gateway.query(CreateChatOnce, { input, key });

  expect(data?.createChat).toMatchObject({ __typename: 'CreateChatPayload', replayed: true });
  expect(pair.writes()).toHaveLength(1);
});

test('a caller who goes away while another request with the same key is at it leaves no error in the log', async () => {
  await using pair = await startPair();
  pair.sandbox.next('POST /v1/chats', { delayMs: 1_000 });
  const gone = new AbortController();

  const first = pair.gateway.query(CreateChatOnce, { input, key });
  await expect.poll(() => pair.writes().length).toBe(1);
  const second = pair.gateway.query(CreateChatOnce, { input, key }, { signal: gone.signal });
  second.catch(() => {});
  await wait(300);
  gone.abort();
  await expect(second).rejects.toThrow();
  await expect.poll(() => pair.gateway.log.length).toBe(1);
  await first;

  expect(pair.gateway.log).toMatchObject([{ level: 40, operation: 'createChat', code: 'UNAVAILABLE' }]);
  expect(pair.writes()).toHaveLength(1);
});

test('a write that was begun by a process that died is unknown once its lease is over, and not sent again', async () => {
  await using pair = await startPair();
  const store = createMemoryStore();
  const died = { ...store, put: () => new Promise<void>(() => {}), close: async () => {} };
  await using dying = await startGateway({ beeper: pair.sandbox.url, store: died, timeoutMs: 500 });
  await using living = await startGateway({ beeper: pair.sandbox.url, store, timeoutMs: 500 });
  const left = new AbortController();
  const lost = dying.query(CreateChatOnce, { input, key }, { signal: left.signal }).catch(() => null);
  await expect.poll(() => pair.writes().length).toBe(1);

  const { data } = await living.query(CreateChatOnce, { input, key });
  left.abort();
  await lost;

  expect(data?.createChat).toMatchObject({ __typename: 'BeeperOutcomeUnknownError', retryable: false });
  expect(pair.writes()).toHaveLength(1);
});

for (const bad of ['short', 'with a blank inside', 'ümlaut-key', 'x'.repeat(256)]) {
  test(`a key that is none (${bad.slice(0, 20)}) is an issue of its own, and nothing is sent`, async () => {
    await using pair = await startPair();

    const { data } = await pair.gateway.query(StartChatOnce, {
      input: { accountID: whatsapp, user: { id: ada.id } },
      key: bad,
    });

    expect(data?.startChat).toMatchObject({
      __typename: 'BeeperInvalidInputError',
      issues: [{ path: ['idempotencyKey'] }],
    });
    expect(pair.sandbox.calls).toEqual([]);
  });
}
