import { RateLimiterRedis } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import { secondsToWait } from './memory.ts';
import type { Store } from './store.ts';

/** Where the store does not answer within this time it counts as down. */
const commandTimeoutMs = 1_000;

const prefix = 'beeper-gateway:';

/** In one step, so that no two replicas can both find the name free. */
const claimScript = `
  if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
    redis.call('SET', KEYS[2], '1', 'PX', ARGV[3])
    return false
  end
  return { redis.call('GET', KEYS[1]), redis.call('EXISTS', KEYS[2]) }
`;

/**
 * A store that replicas share. It connects in the background and again after each loss; while it is not connected,
 * every method fails at once.
 * @param told is called at each loss of the connection and at its return, not at each attempt in between.
 */
export function createRedisStore(
  url: string,
  told: { readonly lost: (error: unknown) => void; readonly back: () => void },
): Store {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: commandTimeoutMs },
    socket: {
      connectTimeout: commandTimeoutMs,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 1_000),
    },
  });
  let isLost = false;
  const onError = (error: unknown) => {
    if (!isLost) told.lost(error);
    isLost = true;
  };
  client.on('error', onError);
  client.on('ready', () => {
    if (isLost) told.back();
    isLost = false;
  });
  client.connect().catch(onError);
  const limiters = new Map<number, RateLimiterRedis>();

  // The braces keep an entry and its lease on one node of a cluster.
  const entryKey = (name: string) => `${prefix}{${name}}`;
  const leaseKey = (name: string) => `${prefix}{${name}}:lease`;

  return {
    async claim(name, entry, { ttlMs, leaseMs }) {
      const found = await client.eval(claimScript, {
        keys: [entryKey(name), leaseKey(name)],
        arguments: [entry, String(ttlMs), String(leaseMs)],
      });
      if (!Array.isArray(found)) return null;
      const [standing, leases] = found as unknown as [string, number];
      return { entry: standing, leased: leases === 1 };
    },
    async put(name, entry, ttlMs) {
      await client.set(entryKey(name), entry, { expiration: { type: 'PX', value: ttlMs } });
    },
    async remove(name) {
      await client.del([entryKey(name), leaseKey(name)]);
    },
    async count(name, limit) {
      const limiter =
        limiters.get(limit) ??
        new RateLimiterRedis({
          storeClient: client,
          useRedisPackage: true,
          keyPrefix: `${prefix}writes`,
          points: limit,
          duration: 60,
        });
      limiters.set(limit, limiter);
      return limiter.consume(name).then(() => 0, secondsToWait);
    },
    async close() {
      client.destroy();
    },
  };
}
