import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { NetworkError } from '../../src/beeper/errors.ts';
import { createResilience } from '../../src/beeper/resilience.ts';
import { type Answer, type Call, createTransport } from '../../src/beeper/transport.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { CreateChat, ReadChat } from '../support/documents.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

const write = { input: { single: { accountID: whatsapp, participantID: ada.id } } };

const createChat = (gateway: Gateway) =>
  gateway.query(CreateChat, write).then(({ data }) => data?.createChat);

/** Each read is attempted three times, and six attempts without a connection open the circuit. */
async function openCircuit(gateway: Gateway) {
  for (let turn = 0; turn < 3; turn++) await gateway.query(ReadChat, { id: kishan.chatID });
}

test('while Beeper can’t be reached, an open circuit fails calls without a connection', async () => {
  const sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, api: 'split', circuitOpenMs: 60_000 });
  await sandbox.close();
  await openCircuit(gateway);
  await using restarted = await startSandbox({ port: Number(new URL(sandbox.url).port) });

  const result = await createChat(gateway);

  expect(result).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
  expect(gateway.log.at(-1)).toMatchObject({
    operation: 'createChat',
    network: 'circuit-open',
    sent: false,
  });
  expect(restarted.calls).toEqual([]);
});

test('after a while, an open circuit closes once /v1/info answers, and calls are sent again', async () => {
  const sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, api: 'split', circuitOpenMs: 100 });
  await sandbox.close();
  await openCircuit(gateway);
  await using restarted = await startSandbox({ port: Number(new URL(sandbox.url).port) });

  await expect
    .poll(async () => (await createChat(gateway))?.__typename, { interval: 20 })
    .toBe('CreateChatPayload');

  expect(restarted.calls.map(({ path }) => path)).toEqual(['/v1/info', '/v1/chats']);
});

test('statuses never open the circuit', async () => {
  await using pair = await startPair({ api: 'split', circuitOpenMs: 60_000 });
  pair.sandbox.always('GET /v1/chats/{chatID}', { status: 500, body: { message: 'Broken', code: 'x' } });
  for (let turn = 0; turn < 20; turn++) await pair.gateway.query(ReadChat, { id: kishan.chatID });

  expect(await createChat(pair.gateway)).toMatchObject({ __typename: 'CreateChatPayload' });
});

test('calls run up to the limit of concurrency, four times as many wait, and the rest is unavailable', async () => {
  await using pair = await startPair({ api: 'split', maxConcurrency: 2 });
  pair.sandbox.always('POST /v1/chats', { hang: true });
  const results: unknown[] = [];

  const calls = Array.from({ length: 20 }, async () => {
    const { errors } = await pair.gateway.query(CreateChat, write);
    results.push(errors?.[0]?.extensions?.code);
  });
  await expect.poll(() => results).toEqual(Array(10).fill('UNAVAILABLE'));
  await expect.poll(() => pair.writes()).toHaveLength(2);
  expect(pair.sandbox.connections).toBeLessThanOrEqual(2);

  await pair.sandbox.close();
  await Promise.all(calls);
});

/** One place, which the first call keeps for 500 ms. */
async function startBusy(options: { maxConcurrency?: number; delayMs?: number } = {}) {
  const { maxConcurrency = 1, delayMs = 500 } = options;
  const sandbox = await startSandbox();
  const transport = createResilience(
    createTransport({ origin: sandbox.url, connectTimeoutMs: 5_000, maxConnections: maxConcurrency }),
    { maxConcurrency },
  );
  sandbox.always('POST /v1/chats', { delayMs });
  const call = (limits: Partial<Call> = {}) =>
    transport.call({
      method: 'POST',
      path: '/v1/chats',
      body: {},
      effect: 'creates',
      token: 'x',
      deadline: performance.now() + 5_000,
      ...limits,
    });
  return {
    sandbox,
    transport,
    call,
    async [Symbol.asyncDispose]() {
      await transport.close();
      await sandbox.close();
    },
  };
}

test.each(['deadline', 'sendBy'])(
  'a call whose %s passes while it waits for a place is not sent',
  async (limit) => {
    await using busy = await startBusy();
    const first = busy.call();
    const startedAt = performance.now();

    await expect(busy.call({ [limit]: startedAt + 200 })).rejects.toMatchObject({
      reason: 'too-busy',
      sent: false,
    });

    expect(performance.now() - startedAt).toBeLessThan(450);
    expect((await first).status).toBe(401);
    expect(busy.sandbox.calls).toHaveLength(1);
  },
);

test('a call that gave up or whose caller disconnected leaves its place in the queue at once', async () => {
  await using busy = await startBusy();
  const gone = new AbortController();
  const first = busy.call();
  const late = busy.call({ sendBy: performance.now() + 50 }).catch(({ reason }) => reason);
  const left = Array.from({ length: 3 }, () =>
    busy.call({ signal: gone.signal }).catch(({ reason }) => reason),
  );
  await expect(busy.call()).rejects.toMatchObject({ reason: 'too-busy', sent: false });

  gone.abort();
  expect(await Promise.all([late, ...left])).toEqual(['too-busy', ...Array(3).fill('caller-gone')]);
  const waiting = Array.from({ length: 4 }, () => busy.call());

  await expect(busy.call()).rejects.toMatchObject({ reason: 'too-busy' });
  expect((await Promise.all([first, ...waiting])).map(({ status }) => status)).toEqual(Array(5).fill(401));
  expect(busy.sandbox.calls).toHaveLength(5);
});

test('the queue is backlogged while it is full, or its first call waits for more than 250 ms', async () => {
  await using busy = await startBusy({ delayMs: 600 });
  const { transport, call } = busy;
  expect(transport.isBacklogged()).toBe(false);
  const calls = [call(), call()];
  expect(transport.isBacklogged()).toBe(false);

  await expect.poll(transport.isBacklogged, { interval: 10, timeout: 550 }).toBe(true);
  await Promise.all(calls);
  expect(transport.isBacklogged()).toBe(false);

  const many = Array.from({ length: 5 }, () => call({ sendBy: performance.now() + 100 }).catch(() => {}));
  expect(transport.isBacklogged()).toBe(true);
  await Promise.all(many);
  expect(transport.isBacklogged()).toBe(false);
});

/** A transport whose calls end as `outcomes` says, by their path; it keeps the paths. */
function scripted(outcomes: Record<string, () => Promise<Answer>>) {
  const paths: string[] = [];
  return {
    paths,
    call({ path }: Call) {
      paths.push(path);
      return (outcomes[path] ?? (() => Promise.reject(new NetworkError('connection', false, undefined))))();
    },
    async close() {},
  };
}

const answer: Answer = { status: 200, body: {}, complete: true, appVersion: null, retryAfterSeconds: null };
const callOf = (path: string, ms: number): Call => ({
  method: 'GET',
  path,
  token: null,
  effect: 'reads',
  deadline: performance.now() + ms,
});

test('a call that began before the circuit opened ends with its answer, and does not close the circuit', async () => {
  const transport = scripted({
    '/slow': () => sleep(300, answer),
    '/v1/info': () => sleep(2_000, answer),
  });
  const resilience = createResilience(transport, { maxConcurrency: 10, circuitOpenMs: 50 });
  const slow = resilience.call(callOf('/slow', 1_000));
  for (let turn = 0; turn < 3; turn++) await resilience.call(callOf('/down', 1_000)).catch(() => {});
  await sleep(60);
  const probing = resilience.call(callOf('/later', 700)).catch((error: unknown) => error);
  const startedAt = performance.now();

  expect(await slow).toBe(answer);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(await probing).toMatchObject({ reason: 'circuit-open' });
  expect(transport.paths).not.toContain('/later');
  expect(transport.paths.filter((path) => path === '/v1/info')).toHaveLength(1);
});

test('after the time of an open circuit, an answer to an earlier call does not take the place of a probe', async () => {
  const transport = scripted({ '/slow': () => sleep(300, answer), '/v1/info': () => sleep(2_000, answer) });
  const resilience = createResilience(transport, { maxConcurrency: 10, circuitOpenMs: 50 });
  const slow = resilience.call(callOf('/slow', 1_000));
  for (let turn = 0; turn < 3; turn++) await resilience.call(callOf('/down', 1_000)).catch(() => {});
  expect(await slow).toBe(answer);

  const callLater = async () => {
    await expect(resilience.call(callOf('/later', 300))).rejects.toMatchObject({ reason: 'circuit-open' });
    return transport.paths.at(-1);
  };
  await expect.poll(callLater).toBe('/v1/info');
  expect(transport.paths).not.toContain('/later');
});

test('a success in between starts the count of failures anew', async () => {
  const transport = scripted({ '/up': async () => answer });
  const resilience = createResilience(transport, { maxConcurrency: 10, circuitOpenMs: 60_000 });
  for (let turn = 0; turn < 5; turn++) {
    await resilience.call(callOf('/down', 1_000)).catch(() => {});
    await resilience.call(callOf('/up', 1_000));
  }

  expect(await resilience.call(callOf('/up', 1_000))).toBe(answer);
});
