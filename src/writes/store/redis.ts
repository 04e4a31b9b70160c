import { randomUUID } from 'node:crypto';
import { secondsToWait } from './counters.ts';
import { connectRedis, type RedisEvents } from './redisConnection.ts';
import { redisError } from './redisErrors.ts';
import type { Store } from './store.ts';

const prefix = 'beeper-gateway:';

/** Atomic, so that no two replicas can both find the name free. */
const claimScript = `
  if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
    redis.call('SET', KEYS[2], '1', 'PX', ARGV[3])
    return false
  end
  return { redis.call('GET', KEYS[1]), redis.call('EXISTS', KEYS[2]) }
`;

const releaseScript = `
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  return redis.call('DEL', KEYS[1], KEYS[2])
`;

/**
 * A store that replicas share. It connects in the background and reconnects after each loss; while it is not
 * connected, every method fails at once. While Redis hangs, so does every method.
 * @param url of a single Redis.
 */
export function createRedisStore(url: string, { failed, connected }: RedisEvents): Store {
  const events: RedisEvents = { failed: (error) => failed(redisError(error)), connected };
  const connect = () => connectRedis(url, `${prefix}writes`, events);
  let connection = connect();

  const run: typeof connection.run = (commands) =>
    connection.run(commands).catch((error: unknown) => {
      throw redisError(error);
    });

  const claim: Store['claim'] = (name, entry, { ttlMs, leaseMs }) =>
    run(async (client) => {
      const found = await client.eval(claimScript, {
        keys: keysOf(name),
        arguments: [entry, String(ttlMs), String(leaseMs)],
      });
      if (!Array.isArray(found)) return null;
      const [existing, leases] = found as unknown as [string, number];
      return { entry: existing, leased: leases === 1 };
    });

  const release: Store['release'] = (name, entry) =>
    run(async (client) => {
      await client.eval(releaseScript, { keys: keysOf(name), arguments: [entry] });
    });

  return {
    claim,
    release,
    put: (name, entry, ttlMs) =>
      run(async (client) => {
        await client.set(entryKey(name), entry, { expiration: { type: 'PX', value: ttlMs } });
      }),
    append: (name, item, { ttlMs, max }) =>
      run(async (client) => {
        const key = entryKey(name);
        await client.multi().rPush(key, item).lTrim(key, -max, -1).pExpire(key, ttlMs).exec();
      }),
    // The client sends them together.
    lists: (names) => run((client) => Promise.all(names.map((name) => client.lRange(entryKey(name), 0, -1)))),
    count: (name, limit) =>
      run((_client, limiterOf) =>
        limiterOf(limit)
          .consume(name)
          .then(() => 0, secondsToWait),
      ),
    async check() {
      // A peer that is gone, or a network that drops packets, closes no connection.
      if (connection.isSilent()) {
        connection.end();
        connection = connect();
      }
      await connection.checkMode();
      const name = `check:${randomUUID()}`;
      await claim(name, '', { ttlMs: 1_000, leaseMs: 1 });
      await release(name, '');
    },
    async close() {
      connection.end();
    },
  };
}

const entryKey = (name: string): string => `${prefix}{${name}}`;

/** The braces keep an entry and its lease together, also behind a proxy that shards. */
const keysOf = (name: string): string[] => [entryKey(name), `${entryKey(name)}:lease`];
