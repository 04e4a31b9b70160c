import { expect, test } from 'vitest';
import { createResilience } from '../../src/beeper/resilience.ts';
import { createTransport } from '../../src/beeper/transport.ts';
import { type Fault, startSandbox } from '../../src/sandbox/index.ts';
import { CreateChat, ReadChat } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

const route = 'GET /v1/chats/{chatID}';
const notNow = { message: 'Not now', code: 'x' };

const passing: Fault[] = [
  { status: 502, body: notNow },
  { status: 503, body: notNow },
  { status: 504, body: notNow },
  { status: 429, body: notNow, headers: { 'retry-after': '0' } },
  { status: 429, body: notNow, headers: { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' } },
  { reset: 'before' },
  { reset: 'after' },
  { cut: true },
];

for (const fault of passing) {
  test(`a read is repeated after ${JSON.stringify(fault)}, and neither answer nor log shows it`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(route, fault);
    pair.sandbox.next(route, fault);

    const { data, errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

    expect(errors).toBeUndefined();
    expect(data?.chat?.id).toBe(kishan.chatID);
    expect(pair.sandbox.calls).toHaveLength(3);
    expect(pair.gateway.log).toEqual([]);
  });

  test(`a read is repeated at most twice after ${JSON.stringify(fault)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.always(route, fault);

    const { errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

    expect(errors).toHaveLength(1);
    expect(pair.sandbox.calls).toHaveLength(3);
  });
}

for (const fault of [
  { status: 500, body: notNow },
  { status: 403, body: notNow },
  { status: 429, body: notNow },
  { html: true },
] satisfies Fault[]) {
  test(`a read is not repeated after ${JSON.stringify(fault)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(route, fault);

    const { errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

    expect(errors).toHaveLength(1);
    expect(pair.sandbox.calls).toHaveLength(1);
  });
}

test('a read is not repeated if Retry-After exceeds its deadline', async () => {
  await using pair = await startPair({ timeoutMs: 2_000 });
  pair.sandbox.next(route, { status: 429, body: notNow, headers: { 'retry-after': '60' } });

  const { errors } = await pair.gateway.query(ReadChat, { id: kishan.chatID });

  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  expect(pair.sandbox.calls).toHaveLength(1);
});

for (const fault of passing) {
  test(`a POST is never repeated once it was sent: ${JSON.stringify(fault)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next('POST /v1/chats', fault);

    await pair.gateway.query(CreateChat, {
      input: { single: { accountID: whatsapp, participantID: ada.id } },
    });

    expect(pair.writes()).toHaveLength(1);
  });
}

test('when all reads fail, repeats stay within the retry budget', async () => {
  await using pair = await startPair();
  pair.sandbox.always(route, { status: 503, body: notNow });

  for (let turn = 0; turn < 100; turn++) await pair.gateway.query(ReadChat, { id: kishan.chatID });

  // A fifth of a hundred, and the ten of the full budget at the start.
  expect(pair.sandbox.calls.length).toBeGreaterThan(100);
  expect(pair.sandbox.calls.length).toBeLessThanOrEqual(130);
});

test('a caller who disconnects ends the wait for Retry-After', async () => {
  await using sandbox = await startSandbox();
  const transport = createResilience(
    createTransport({ origin: sandbox.url, connectTimeoutMs: 60_000, maxConnections: 1 }),
    { maxConcurrency: 1 },
  );
  sandbox.always(route, { status: 429, body: notNow, headers: { 'retry-after': '50' } });
  const gone = new AbortController();
  const path = `/v1/chats/${encodeURIComponent(kishan.chatID)}`;

  const call = transport.call({
    method: 'GET',
    path,
    effect: 'reads',
    token: sandbox.token,
    deadline: performance.now() + 60_000,
    signal: gone.signal,
  });
  await expect.poll(() => sandbox.calls.length).toBe(1);
  gone.abort();

  await expect(call).rejects.toMatchObject({ reason: 'caller-gone' });
  expect(sandbox.calls).toHaveLength(1);
  await transport.close();
});

for (const [what, second] of [
  ['finds no connection', null],
  ['is rejected', { status: 503, body: notNow }],
] as const) {
  test(`a write that was sent and lost stays sent if its repeat ${what}`, async () => {
    await using sandbox = await startSandbox();
    const transport = createResilience(
      createTransport({ origin: sandbox.url, connectTimeoutMs: 5_000, maxConnections: 1 }),
      { maxConcurrency: 1 },
    );
    const path = `/v1/chats/${encodeURIComponent(kishan.chatID)}`;
    sandbox.next(route, second ? { reset: 'after' } : { hang: true });
    if (second) sandbox.next(route, second);
    const deadline = performance.now() + 5_000;
    const call = { method: 'GET', path, effect: 'idempotent', token: sandbox.token, deadline } as const;

    const sent = transport.call(call);
    if (!second) {
      await expect.poll(() => sandbox.calls.length).toBeGreaterThan(0);
      await sandbox.close();
    }

    await expect(sent).rejects.toMatchObject({ sent: true });
    await transport.close();
  });
}
