import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { print } from 'graphql';
import { expect, test } from 'vitest';
import { deadlinesOf } from '../../src/beeper/deadlines.ts';
import { createTransport } from '../../src/beeper/transport.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import {
  CreateChat,
  CreateChatAndReadIt,
  CreateChatOnce,
  ReadChat,
  StartChat,
} from '../support/documents.ts';
import { startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';
import { Messages } from '../support/queryDocuments.ts';

const input = { single: { accountID: whatsapp, participantID: ada.id } };
const start = { input: { accountID: whatsapp, user: { id: ada.id } } };

/** @returns what `work` resolves to, and how long it took. */
async function timed<T>(work: Promise<T>): Promise<{ value: T; ms: number }> {
  const startedAt = performance.now();
  const value = await work;
  return { value, ms: performance.now() - startedAt };
}

test.each([
  { effect: 'creates', timeoutMs: 1_000, sendBy: 1_500 },
  { effect: 'idempotent', timeoutMs: 15_000, sendBy: 3_000 },
  { effect: 'reads', timeoutMs: 15_000, sendBy: 16_000 },
] as const)(
  'within $timeoutMs ms, an operation that $effect must be sent by $sendBy',
  ({ sendBy, ...rest }) => {
    const deadlines = deadlinesOf(rest.effect, 1_000, rest.timeoutMs);

    expect(deadlines).toEqual({ deadline: 1_000 + rest.timeoutMs, sendBy });
  },
);

test('of many slow writes with keys, those are sent that can end; none has an unknown outcome', async () => {
  await using pair = await startPair({ shedsLoad: false, api: 'split', maxConcurrency: 2, timeoutMs: 6_000 });
  pair.sandbox.always('POST /v1/chats', { delayMs: 4_000 });

  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      timed(pair.gateway.query(CreateChatOnce, { input, key: `slow-write-${index}` })),
    ),
  );

  const ended = results.map(({ value, ms }) => ({ result: value.data?.createChat, ms }));
  const unavailable = ended.filter(({ result }) => result?.__typename === 'BeeperUnavailableError');
  expect(ended.filter(({ result }) => result?.__typename === 'CreateChatPayload')).toHaveLength(2);
  expect(unavailable.map(({ result }) => result)).toEqual(
    Array(18).fill(expect.objectContaining({ retryable: true, retryAfterSeconds: 1 })),
  );
  // Before the first write has ended.
  expect(Math.max(...unavailable.map(({ ms }) => ms))).toBeLessThan(3_900);
  expect(pair.writes()).toHaveLength(2);
});

test('a write with a key whose caller disconnects while it waits is not sent, and frees its key', async () => {
  await using pair = await startPair({ shedsLoad: false, api: 'split', maxConcurrency: 1 });
  pair.sandbox.next('POST /v1/chats', { delayMs: 1_600 });
  const first = pair.gateway.query(CreateChat, { input });
  await expect.poll(() => pair.writes().length).toBe(1);
  const caller = new AbortController();
  const key = 'a-key-of-mine';
  const gone = pair.gateway
    .query(CreateChatOnce, { input, key }, { signal: caller.signal })
    .catch(() => 'gone');
  await sleep(100);
  caller.abort();
  expect(await gone).toBe('gone');
  await expect
    .poll(() => pair.gateway.log, { timeout: 3_000 })
    .toMatchObject([{ network: 'caller-gone', sent: false }]);
  await first;
  expect(pair.writes()).toHaveLength(1);

  const { data } = await pair.gateway.query(CreateChatOnce, { input, key });

  expect(data?.createChat).toMatchObject({ __typename: 'CreateChatPayload', replayed: false });
  expect(pair.writes()).toHaveLength(2);
});

test('a write is given up after two seconds while the version of Beeper is unknown', async () => {
  await using pair = await startPair({ shedsLoad: false, timeoutMs: 60_000 });
  pair.sandbox.next('GET /v1/info', { hang: true });

  const { value, ms } = await timed(pair.gateway.query(StartChat, start));

  expect(value.data?.startChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryAfterSeconds: 1 });
  expect(ms).toBeGreaterThan(1_900);
  expect(ms).toBeLessThan(2_800);
  expect(pair.writes()).toEqual([]);
});

test('a caller that disconnects while the version is unknown is not waited for', async () => {
  await using pair = await startPair({ shedsLoad: false, timeoutMs: 60_000 });
  pair.sandbox.next('GET /v1/info', { hang: true });
  const caller = new AbortController();
  const gone = pair.gateway.query(StartChat, start, { signal: caller.signal }).catch(() => null);
  await expect.poll(() => pair.sandbox.calls.length).toBe(1);

  caller.abort();

  await gone;
  await expect
    .poll(() => pair.gateway.log, { timeout: 1_000 })
    .toMatchObject([{ network: 'caller-gone', sent: false }]);
});

test('a write is given up after two seconds while no connection is established, and is not sent later', async () => {
  let received = '';
  const silent = createServer((socket) => {
    socket.on('data', (chunk) => {
      received += chunk;
    });
    // The TLS handshake never gets an answer.
    socket.on('error', () => {});
  });
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const { port } = silent.address() as AddressInfo;
  await using gateway = await startGateway({
    beeper: `https://127.0.0.1:${port}`,
    api: 'split',
    timeoutMs: 6_000,
  });

  const { value, ms } = await timed(gateway.query(CreateChat, { input }));
  silent.close();

  expect(value.data?.createChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
  expect(ms).toBeLessThan(3_000);
  expect(received).not.toContain('POST');
});

test('a write with a key that waits for a connection is given up when its caller disconnects', async () => {
  const silent = createServer((socket) => socket.on('error', () => {}));
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const { port } = silent.address() as AddressInfo;
  const transport = createTransport({
    origin: `https://127.0.0.1:${port}`,
    connectTimeoutMs: 2_000,
    maxConnections: 1,
  });
  const caller = new AbortController();
  const call = { method: 'POST', path: '/v1/chats', effect: 'creates', token: null, detached: true } as const;
  const waiting = transport.call({ ...call, deadline: performance.now() + 5_000, signal: caller.signal });
  const startedAt = performance.now();

  caller.abort();

  await expect(waiting).rejects.toMatchObject({ reason: 'caller-gone', sent: false });
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  silent.close();
  await transport.close();
});

test('a call that is too late when it gets its connection is not written', async () => {
  await using sandbox = await startSandbox();
  const transport = createTransport({ origin: sandbox.url, connectTimeoutMs: 5_000, maxConnections: 1 });
  const sendBy = performance.now() + 200;
  // Holds the event loop between the connection and the write, so that no timer can fire.
  const hold = () => {
    while (performance.now() < sendBy);
  };
  subscribe('undici:client:connected', hold);

  const late = transport.call({
    method: 'POST',
    path: '/v1/chats',
    body: {},
    effect: 'creates',
    token: null,
    deadline: performance.now() + 5_000,
    sendBy,
  });

  await expect(late).rejects.toMatchObject({ reason: 'deadline', sent: false });
  unsubscribe('undici:client:connected', hold);
  await transport.close();
  expect(sandbox.connections).toBe(1);
  expect(sandbox.calls).toEqual([]);
});

test('all calls of a query have one deadline together', async () => {
  await using pair = await startPair({ shedsLoad: false, timeoutMs: 1_500 });
  pair.sandbox.always('GET /v1/chats/{chatID}', { delayMs: 900 });
  pair.sandbox.always('GET /v1/chats/{chatID}/messages', { delayMs: 900 });

  const { value, ms } = await timed(pair.gateway.query(Messages, { chatID: kishan.chatID, first: 1 }));

  expect(value.data?.chat).toMatchObject({ id: kishan.chatID, messages: null });
  expect(value.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  expect(ms).toBeLessThan(1_790);
});

test('each write of a mutation, and the reads after it, have a deadline of their own', async () => {
  await using pair = await startPair({ shedsLoad: false, timeoutMs: 1_500 });
  // Without the chat in the answer, it is read.
  pair.sandbox.always('POST /v1/chats', { delayMs: 900, status: 200, body: { chatID: kishan.chatID } });
  pair.sandbox.always('GET /v1/chats/{chatID}', { delayMs: 900 });

  const { data } = await pair.gateway.query(CreateChatAndReadIt, { input, more: true });
  const response = await pair.gateway.send(`mutation {
    a: setChatArchived(input: { chatID: "${kishan.chatID}", isArchived: true }) { __typename }
    b: createChat(input: { single: { accountID: "${whatsapp}", participantID: "${ada.id}" } }) {
      __typename
      ... on CreateChatPayload { chat { title } }
    }
    c: createChat(input: { single: { accountID: "${whatsapp}", participantID: "${ada.id}" } }) { __typename }
  }`);

  expect(data?.createChat).toMatchObject({ chat: { id: kishan.chatID, type: 'SINGLE' } });
  const payload = { __typename: 'CreateChatPayload' };
  expect(await response.json()).toMatchObject({ data: { b: payload, c: payload } });
});

test('a request that waited for another one with its key for longer than its deadline reads the chat', async () => {
  await using pair = await startPair({ shedsLoad: false, api: 'split' });
  const store = createMemoryStore();
  await using first = await startGateway({ beeper: pair.sandbox.url, store, api: 'split' });
  await using second = await startGateway({ beeper: pair.sandbox.url, store, api: 'split', timeoutMs: 500 });
  pair.sandbox.next('POST /v1/chats', { delayMs: 1_000, status: 200, body: { chatID: kishan.chatID } });
  const variables = { input, key: 'a-key-of-mine' };
  const holder = first.query(CreateChatOnce, variables);
  await expect.poll(() => pair.writes().length).toBe(1);

  const { data, errors } = await second.query(CreateChatOnce, variables);
  await holder;

  expect(errors).toBeUndefined();
  expect(data?.createChat).toMatchObject({ replayed: true, chat: { title: 'Kishan' } });
});

test('the time of a write runs from the end of a body that arrives slowly', async () => {
  await using pair = await startPair({ shedsLoad: false, api: 'split', timeoutMs: 1_000 });
  const body = JSON.stringify({ query: print(CreateChat), variables: { input } });
  const slow = request(`${pair.gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  });

  slow.write(body.slice(0, 20));
  await sleep(1_200);
  slow.end(body.slice(20));
  const [response] = await once(slow, 'response');
  const answer = (await response.setEncoding('utf8').toArray()).join('');

  expect(JSON.parse(answer)).toMatchObject({ data: { createChat: { __typename: 'CreateChatPayload' } } });
});

test('retryAfterSeconds is what Beeper says with a 503, and is in the extensions of a query’s error', async () => {
  await using pair = await startPair({ shedsLoad: false, api: 'split' });
  const fault = {
    status: 503,
    body: { message: 'Starting', code: 'UNAVAILABLE' },
    headers: { 'retry-after': '7' },
  };
  pair.sandbox.always('POST /v1/chats', fault);
  pair.sandbox.always('GET /v1/chats/{chatID}', fault);

  const { data } = await pair.gateway.query(CreateChat, { input });
  const { errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

  expect(data?.createChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryAfterSeconds: 7 });
  expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', retryAfterSeconds: 7 } }]);
});

test('retryAfterSeconds is null while Beeper can’t be reached', async () => {
  await using gateway = await startGateway({ beeper: 'http://127.0.0.1:1', api: 'split' });

  const { data } = await gateway.query(CreateChat, { input });
  const { errors } = await gateway.query(ReadChat, { id: kishan.chatID });

  expect(data?.createChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryAfterSeconds: null });
  expect(errors?.[0]?.extensions).not.toHaveProperty('retryAfterSeconds');
});
