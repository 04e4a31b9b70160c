import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { CreateChatOnce, StartChatOnce } from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';
import { mutations } from '../support/mutations.ts';
import { startPair } from '../support/pair.ts';
import { ada, grace, whatsapp } from '../support/people.ts';

const key = 'f3b1c2d4-0001';
const input = { group: { accountID: whatsapp, participantIDs: [ada.id, grace.id], title: 'Engines' } };

test('the same key and input write once and return the same result, with the chat read again', async () => {
  await using pair = await startPair();

  const first = await pair.gateway.query(CreateChatOnce, { input, key });
  const second = await pair.gateway.query(CreateChatOnce, { input, key });

  const chatID =
    first.data?.createChat?.__typename === 'CreateChatPayload' ? first.data.createChat.chatID : '';
  expect(first.data?.createChat).toMatchObject({ chatID, replayed: false, chat: { title: 'Engines' } });
  expect(second.data?.createChat).toEqual({ ...first.data?.createChat, replayed: true });
  expect(pair.writes()).toHaveLength(1);
});

test('two requests without a key are two writes', async () => {
  await using pair = await startPair();

  await pair.gateway.query(CreateChatOnce, { input });
  const { data } = await pair.gateway.query(CreateChatOnce, { input, key: null });

  expect(data?.createChat).toMatchObject({ replayed: false });
  expect(pair.writes()).toHaveLength(2);
});

test('fifty concurrent requests with one key write once, and all return the chat', async () => {
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

test('a replay reports a first message that was sent with the new chat', async () => {
  await using pair = await startPair();
  const start = { accountID: whatsapp, user: { id: ada.id }, messageText: 'Hello' };

  await pair.gateway.query(StartChatOnce, { input: start, key });
  const { data } = await pair.gateway.query(StartChatOnce, { input: start, key });

  expect(data?.startChat).toMatchObject({ status: 'CREATED', firstMessage: 'SENT', replayed: true });
  expect(pair.writes()).toHaveLength(1);
});

test('the order of the fields of a contact does not make it different input', async () => {
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
  ['different input', { group: { ...input.group, title: 'Looms' } }],
  ['another member of the union', { single: { accountID: whatsapp, participantID: ada.id } }],
] as const) {
  test(`the same key with ${what} is rejected, and nothing is sent`, async () => {
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

test('a key belongs to its caller: the same key with another token is another key', async () => {
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
  ['a rate limit', { status: 429, body: { message: 'Slow down', code: 'x' } }],
  ['Beeper not ready', { status: 503, body: { message: 'Starting', code: 'x' } }],
  ['rejected input', { status: 422, body: { message: 'No', code: 'x' } }],
  ['an operation that Beeper lacks', { status: 501, body: { message: 'Not here', code: 'x' } }],
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
  [
    'a proxy’s 503 after it passed the write on',
    { status: 503, body: 'Busy', performs: true },
    'BeeperUpstreamError',
  ],
  [
    'a proxy’s 503 in JSON',
    { status: 503, body: { message: 'Service Unavailable' }, performs: true },
    'BeeperUpstreamError',
  ],
  [
    'a 503 of Envoy',
    { status: 503, body: { code: 503, message: 'no healthy upstream' } },
    'BeeperUpstreamError',
  ],
  [
    'a 404 of a Matrix server',
    { status: 404, body: { errcode: 'M_UNRECOGNIZED', error: 'Unrecognized request' } },
    'BeeperUpstreamError',
  ],
  [
    'a 405 of Spring',
    { status: 405, body: { timestamp: '2026-08-14T08:00:00Z', status: 405, error: 'Method Not Allowed' } },
    'BeeperUpstreamError',
  ],
  ['a 404 of something else than Beeper', { status: 404, body: 'Not Found' }, 'BeeperUpstreamError'],
  ['a 405 of something else than Beeper', { status: 405, body: '' }, 'BeeperUpstreamError'],
  ['a 501 of something else than Beeper', { status: 501, body: '<html>' }, 'BeeperUpstreamError'],
] as const) {
  test(`a failure that may have done something keeps the key, and is returned again without a write: ${what}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next('POST /v1/chats', fault);

    const first = await pair.gateway.query(CreateChatOnce, { input, key });
    const second = await pair.gateway.query(CreateChatOnce, { input, key });

    expect(first.data?.createChat?.__typename).toBe(typename);
    expect(second.data?.createChat).toMatchObject({ __typename: typename, retryable: false });
    expect(pair.writes()).toHaveLength(1);
  });
}

test('a failed write that is returned again keeps the code that Beeper sent', async () => {
  await using pair = await startPair();
  pair.sandbox.next('POST /v1/chats', { status: 502, body: { message: 'Gone', code: 'BRIDGE_GONE' } });
  const { document } = mutations.createChat;

  const first = await pair.gateway.query(document, { input, key });
  const second = await pair.gateway.query(document, { input, key });

  for (const { data } of [first, second]) {
    expect(data?.createChat).toMatchObject({ httpStatus: 502, upstreamCode: 'BRIDGE_GONE' });
  }
  expect(pair.writes()).toHaveLength(1);
});

test('a write with a key goes on when the caller disconnects, and the key returns its result', async () => {
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

test('a caller who disconnects while another request with the key is running leaves no error in the log', async () => {
  const store = createMemoryStore();
  let claims = 0;
  const claim: typeof store.claim = (...args) => {
    claims++;
    return store.claim(...args);
  };
  await using pair = await startPair({ store: { ...store, claim } });
  pair.sandbox.next('POST /v1/chats', { delayMs: 1_000 });
  const gone = new AbortController();

  const first = pair.gateway.query(CreateChatOnce, { input, key });
  await expect.poll(() => pair.writes().length).toBe(1);
  const second = pair.gateway.query(CreateChatOnce, { input, key }, { signal: gone.signal });
  second.catch(() => {});
  // The second request waits for the first once it has asked the store.
  await expect.poll(() => claims).toBeGreaterThan(1);
  gone.abort();
  await expect(second).rejects.toThrow();
  await expect.poll(() => pair.gateway.log.length).toBe(1);
  await first;

  expect(pair.gateway.log).toMatchObject([{ level: 40, operation: 'createChat', code: 'UNAVAILABLE' }]);
  expect(pair.writes()).toHaveLength(1);
});

test('after the lease of a process that died, its key has an unknown outcome, and nothing is sent', async () => {
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
  test(`an invalid key (${bad.slice(0, 20)}) is an input issue, and nothing is sent`, async () => {
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

test('startChat with a key goes on when the caller disconnects', async () => {
  await using pair = await startPair();
  pair.sandbox.next('POST /v1/chats/start', { delayMs: 300 });
  const gone = new AbortController();
  const start = { input: { accountID: whatsapp, user: { id: ada.id } }, key };

  const first = pair.gateway.query(StartChatOnce, start, { signal: gone.signal });
  await expect.poll(() => pair.writes().length).toBe(1);
  gone.abort();
  await expect(first).rejects.toThrow();
  const { data } = await pair.gateway.query(StartChatOnce, start);

  expect(data?.startChat).toMatchObject({ __typename: 'StartChatPayload', replayed: true });
  expect(pair.writes().map(({ aborted }) => aborted)).toEqual([false]);
});

test('the store holds hashes of token and key, the ID and the status, and nothing else of a write', async () => {
  const store = createMemoryStore();
  const stored: unknown[] = [];
  const recorded = {
    ...store,
    claim: (...args: Parameters<typeof store.claim>) => {
      stored.push(args);
      return store.claim(...args);
    },
    put: (...args: Parameters<typeof store.put>) => {
      stored.push(args);
      return store.put(...args);
    },
    count: (...args: Parameters<typeof store.count>) => {
      stored.push(args);
      return store.count(...args);
    },
  };
  await using pair = await startPair({ store: recorded, writesPerMinute: 100 });
  const start = { accountID: whatsapp, user: { id: ada.id }, messageText: 'Hello Ada' };

  const { data } = await pair.gateway.query(StartChatOnce, { input: start, key });

  const text = JSON.stringify(stored);
  expect(stored).toHaveLength(3);
  for (const secret of ['sandbox-token', key, 'Hello', whatsapp, ada.id, ada.phoneNumber])
    expect(text).not.toContain(secret);
  const chatID = data?.startChat?.__typename === 'StartChatPayload' ? data.startChat.chatID : '';
  expect(JSON.parse(String((stored.at(-1) as unknown[])[1]))).toEqual({
    state: 'done',
    intent: expect.any(String),
    result: { chatID, status: 'created', delivery: 'accepted' },
  });
});

test('a stored result that this version can’t read has an unknown outcome, and nothing is sent', async () => {
  const store = createMemoryStore();
  const put: typeof store.put = (name, entry, ttlMs) =>
    store.put(name, entry.replace('chatID', 'roomID'), ttlMs);
  await using pair = await startPair({ store: { ...store, put } });
  await pair.gateway.query(CreateChatOnce, { input, key });

  const { data } = await pair.gateway.query(CreateChatOnce, { input, key });

  expect(data?.createChat).toMatchObject({ __typename: 'BeeperOutcomeUnknownError', retryable: false });
  expect(pair.writes()).toHaveLength(1);
});

test('a stored result with an ID and a null status is replayed', async () => {
  const store = createMemoryStore();
  const kept = { chatID: '!kept:beeper.com', status: null };
  const put: typeof store.put = (name, entry, ttlMs) =>
    store.put(name, JSON.stringify({ ...JSON.parse(entry), result: kept }), ttlMs);
  await using pair = await startPair({ store: { ...store, put } });
  await pair.gateway.query(CreateChatOnce, { input, key });

  const { data } = await pair.gateway.query(CreateChatOnce, { input, key });

  expect(data?.createChat).toMatchObject({ chatID: kept.chatID, replayed: true });
});

for (const [what, entry] of [
  ['an unknown state', '{"state":"future","intent":"x"}'],
  ['no JSON', 'begun'],
] as const) {
  test(`a stored entry with ${what} has an unknown outcome, and nothing is sent`, async () => {
    const store = createMemoryStore();
    const put: typeof store.put = (name, _entry, ttlMs) => store.put(name, entry, ttlMs);
    await using pair = await startPair({ store: { ...store, put } });
    await pair.gateway.query(CreateChatOnce, { input, key });

    const { data } = await pair.gateway.query(CreateChatOnce, { input, key });

    expect(data?.createChat).toMatchObject({ __typename: 'BeeperOutcomeUnknownError', retryable: false });
    expect(pair.writes()).toHaveLength(1);
  });
}
