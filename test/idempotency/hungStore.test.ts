import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { CreateChatOnce } from '../support/documents.ts';
import { openTestStore } from '../support/openTestStore.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';
import { startBuilt } from '../support/process.ts';
import { findOrInstall, installTimeoutMs } from '../support/programs.ts';
import { startRedis } from '../support/redis.ts';
import { startTCPProxy } from '../support/tcpProxy.ts';

beforeAll(() => findOrInstall('redis-server').then(() => {}), installTimeoutMs);

const input = { group: { accountID: whatsapp, participantIDs: [ada.id], title: 'Engines' } };
const lost = 'The store can’t be used: mutations with an idempotency key are rejected';

interface Timed {
  readonly result: Record<string, unknown>;
  readonly ms: number;
}

async function create({ gateway }: Pair, key: string | null, signal?: AbortSignal): Promise<Timed> {
  const startedAt = performance.now();
  const { data } = await gateway.query(CreateChatOnce, { input, key }, signal ? { signal } : {});
  return { result: { ...data?.createChat }, ms: performance.now() - startedAt };
}

/** Repeats until the store can be used again. */
async function createUntilAnswered(pair: Pair, key: string): Promise<Record<string, unknown>> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { result } = await create(pair, key);
    if (result.__typename !== 'BeeperUnavailableError') return result;
    await sleep(100);
  }
  throw new Error('The store did not come back.');
}

test('while the store hangs, a write with a key is rejected within seconds, one without is sent, and it is logged once', async () => {
  await using redis = await startRedis();
  await using opened = await openTestStore(redis.url);
  await using pair = await startPair({ store: opened.store, writesPerMinute: 100 });
  redis.pause();

  const first = await create(pair, 'hung-first');
  const second = await create(pair, 'hung-second');
  const fault = await opened.store.fault();
  const keyless = await create(pair, null);

  expect(first.result).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
  expect(first.ms).toBeLessThan(3_000);
  expect(second.result).toMatchObject({ __typename: 'BeeperUnavailableError' });
  expect(second.ms).toBeLessThan(500);
  expect(fault).toMatchObject({ kind: 'TIMEOUT' });
  expect(keyless.result).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(keyless.ms).toBeLessThan(800);
  expect(pair.writes()).toHaveLength(1);
  await sleep(4_000);
  expect(opened.log.filter(({ msg }) => msg === lost)).toEqual([
    expect.objectContaining({ kind: 'TIMEOUT' }),
  ]);
  redis.resume();
});

test('after the store hung, a key whose claim was given up is free, also for another replica', async () => {
  await using redis = await startRedis();
  await using one = await openTestStore(redis.url);
  await using other = await openTestStore(redis.url);
  await using pair = await startPair({ store: one.store });
  await using replica = await startPair({ store: other.store });
  redis.pause();
  const rejected = await create(pair, 'given-up-key');
  // Long enough for the connection to be given up as well.
  await sleep(4_000);
  redis.resume();

  const created = await createUntilAnswered(replica, 'given-up-key');
  const repeated = await createUntilAnswered(pair, 'given-up-key');

  expect(rejected.result).toMatchObject({ __typename: 'BeeperUnavailableError' });
  expect(created).toMatchObject({ __typename: 'CreateChatPayload', replayed: false });
  expect(repeated).toMatchObject({ chatID: created.chatID, replayed: true });
  expect([...pair.writes(), ...replica.writes()]).toHaveLength(1);
});

test('a claim that the store answers late is released', async () => {
  await using redis = await startRedis();
  await using opened = await openTestStore(redis.url);
  redis.pause();
  const claiming = opened.store.claim('name', 'mine', { ttlMs: 60_000, leaseMs: 60_000 });
  await expect(claiming).rejects.toMatchObject({ kind: 'TIMEOUT' });
  redis.resume();

  await expect.poll(() => redis.command('EXISTS', 'beeper-gateway:{name}'), { timeout: 5_000 }).toBe(0);
  await expect.poll(() => opened.store.fault(), { timeout: 5_000 }).toBeNull();
  expect(await opened.store.claim('name', 'again', { ttlMs: 60_000, leaseMs: 60_000 })).toBeNull();
});

test('a waiting request does not say that nothing was sent when the store is lost while another one runs', async () => {
  await using redis = await startRedis();
  await using opened = await openTestStore(redis.url);
  await using pair = await startPair({ store: opened.store });
  pair.sandbox.next('POST /v1/chats', { delayMs: 3_000 });
  const running = create(pair, 'shared-key');
  await expect.poll(() => pair.writes().length).toBe(1);
  const waiting = create(pair, 'shared-key');
  await sleep(300);
  redis.pause();

  expect((await waiting).result).toMatchObject({
    __typename: 'BeeperOutcomeUnknownError',
    retryable: true,
    remedy: expect.stringContaining('with the same key'),
  });
  expect((await running).result).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(pair.writes()).toHaveLength(1);
  redis.resume();
});

test('a connection that was forgotten on the way is replaced', async () => {
  await using redis = await startRedis();
  await using proxy = await startTCPProxy(Number(new URL(redis.url).port));
  await using opened = await openTestStore(`redis://127.0.0.1:${proxy.port}`);
  await using pair = await startPair({ store: opened.store });
  proxy.forgetConnections();

  const rejected = await create(pair, 'forgotten-one');
  const created = await createUntilAnswered(pair, 'forgotten-one');

  expect(rejected.result).toMatchObject({ __typename: 'BeeperUnavailableError' });
  expect(created).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(opened.log.filter(({ msg }) => msg === lost)).toHaveLength(1);
  expect(pair.writes()).toHaveLength(1);
});

test('a connection that is idle and forgotten is noticed without a call', async () => {
  await using redis = await startRedis();
  await using proxy = await startTCPProxy(Number(new URL(redis.url).port));
  await using opened = await openTestStore(`redis://127.0.0.1:${proxy.port}`);
  proxy.forgetConnections();

  await expect.poll(() => opened.log.filter(({ msg }) => msg === lost).length, { timeout: 8_000 }).toBe(1);
  await expect
    .poll(() => opened.log.some(({ msg }) => msg === 'The store can be used again'), { timeout: 8_000 })
    .toBe(true);
});

test('an idle connection to a store that works stays', async () => {
  await using redis = await startRedis();
  await using opened = await openTestStore(redis.url);
  const connections = async () =>
    /total_connections_received:(\d+)/.exec(String(await redis.command('INFO')))?.[1];
  const before = Number(await connections());

  await sleep(6_000);

  expect(Number(await connections()) - before).toBe(1);
  expect(opened.log).toEqual([]);
});

test('while the store hangs, /ready is 503 and names the store, and it is 200 again afterwards', async () => {
  await using redis = await startRedis();
  const sandbox = await startSandbox();
  await using gateway = await startBuilt({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_STORE: redis.url,
  });
  const origin = await gateway.origin();
  const ready = async () => {
    const response = await fetch(`${origin}/ready`);
    return [response.status, await response.json()];
  };

  expect(await ready()).toEqual([200, { ready: true, beeper: 'ready', store: 'ready' }]);
  redis.pause();
  await expect
    .poll(ready, { timeout: 8_000 })
    .toEqual([503, { ready: false, beeper: 'ready', store: 'failing' }]);
  redis.resume();
  await expect
    .poll(ready, { timeout: 8_000 })
    .toEqual([200, { ready: true, beeper: 'ready', store: 'ready' }]);
  await sandbox.close();
});
