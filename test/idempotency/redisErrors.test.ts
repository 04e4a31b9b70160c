import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { CreateChatOnce } from '../support/documents.ts';
import { freePort } from '../support/freePort.ts';
import { openTestStore } from '../support/openTestStore.ts';
import { startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';
import { findOrInstall, installTimeoutMs } from '../support/programs.ts';
import { type Redis, startRedis } from '../support/redis.ts';

beforeAll(() => findOrInstall('redis-server').then(() => {}), installTimeoutMs);

const input = { group: { accountID: whatsapp, participantIDs: [ada.id], title: 'Engines' } };
const lost = 'The store can’t be used: mutations with an idempotency key are rejected';

const withUser = (url: string, user: string) => url.replace('redis://', `redis://${user}@`);

const faults: readonly {
  readonly kind: string;
  readonly options?: readonly string[];
  readonly prepare?: (redis: Redis) => Promise<unknown>;
  readonly url?: (url: string) => string;
  readonly remedy: RegExp;
}[] = [
  {
    kind: 'WRONGPASS',
    prepare: (redis) => redis.command('ACL', 'SETUSER', 'gateway', 'on', '>right', '~*', '+@all'),
    url: (url) => withUser(url, 'gateway:wrong'),
    remedy: /the password in GATEWAY_STORE/,
  },
  {
    kind: 'NOPERM',
    prepare: (redis) => redis.command('ACL', 'SETUSER', 'gateway', 'on', '>right', '~other:*', '+@all'),
    url: (url) => withUser(url, 'gateway:right'),
    remedy: /permissions ~beeper-gateway:\*/,
  },
  { kind: 'DB_INDEX', url: (url) => `${url}/99`, remedy: /number at the end of GATEWAY_STORE/ },
  {
    kind: 'OOM',
    options: ['--maxmemory', '1', '--maxmemory-policy', 'noeviction'],
    remedy: /maxmemory/,
  },
  {
    kind: 'READONLY',
    options: ['--replicaof', '127.0.0.1', '1', '--replica-serve-stale-data', 'yes'],
    remedy: /name the primary/,
  },
  {
    kind: 'CLUSTER',
    // By default it is 10,000 above the other port, which any connection may have.
    options: ['--cluster-enabled', 'yes', '--cluster-port', String(await freePort())],
    remedy: /Redis Cluster, which the gateway does not support/,
  },
];

for (const { kind, options, prepare, url = (same: string) => same, remedy } of faults) {
  test.concurrent(`${kind}: one line with the kind and the remedy, keyed writes are rejected, others are sent`, async () => {
    await using redis = await startRedis(options);
    await prepare?.(redis);
    await using opened = await openTestStore(url(redis.url));
    await using pair = await startPair({ store: opened.store, writesPerMinute: 100 });

    const keyed = await pair.gateway.query(CreateChatOnce, { input, key: 'with-a-key' });
    const keyless = await pair.gateway.query(CreateChatOnce, { input });
    await sleep(2_500);

    expect(keyed.data?.createChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
    expect(keyless.data?.createChat).toMatchObject({ __typename: 'CreateChatPayload' });
    expect(pair.writes()).toHaveLength(1);
    expect(opened.log.filter(({ msg }) => msg === lost)).toEqual([
      expect.objectContaining({ kind, remedy: expect.stringMatching(remedy) }),
    ]);
    expect(await opened.store.fault()).toMatchObject({ kind });
    expect(JSON.stringify([opened.log, pair.gateway.log])).not.toMatch(/right|wrong|Engines/);
  });
}

test('a user with the permissions of the remedy can be used', async () => {
  await using redis = await startRedis();
  const permissions = [
    '~beeper-gateway:*',
    '+@read',
    '+@write',
    '+@scripting',
    '+@connection',
    '+@transaction',
  ];
  await redis.command('ACL', 'SETUSER', 'gateway', 'on', '>right', ...permissions);
  await using opened = await openTestStore(withUser(redis.url, 'gateway:right'));
  await using pair = await startPair({ store: opened.store, writesPerMinute: 100 });

  const { data } = await pair.gateway.query(CreateChatOnce, { input, key: 'with-a-key' });

  expect(data?.createChat).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(opened.log).toEqual([]);
});

test('a store that works again after an error is used again', async () => {
  await using redis = await startRedis(['--maxmemory', '1', '--maxmemory-policy', 'noeviction']);
  await using opened = await openTestStore(redis.url);
  expect(await opened.store.fault()).toMatchObject({ kind: 'OOM' });

  await redis.command('CONFIG', 'SET', 'maxmemory', '0');

  await expect
    .poll(() => opened.log.some(({ msg }) => msg === 'The store can be used again'), { timeout: 8_000 })
    .toBe(true);
  expect(await opened.store.claim('name', 'one', { ttlMs: 1_000, leaseMs: 1_000 })).toBeNull();
});

test('an error is noticed without a write, when somebody asks', async () => {
  await using redis = await startRedis();
  await using opened = await openTestStore(redis.url);
  expect(await opened.store.fault()).toBeNull();

  await redis.command('CONFIG', 'SET', 'maxmemory', '1');

  await expect.poll(() => opened.store.fault(), { timeout: 8_000 }).toMatchObject({ kind: 'OOM' });
});

test('a Redis at an IPv6 address can be used', async () => {
  await using redis = await startRedis(['--bind', '127.0.0.1', '::1']);
  await using opened = await openTestStore(redis.url.replace('127.0.0.1', '[::1]'));

  expect(await opened.store.fault()).toBeNull();
});
