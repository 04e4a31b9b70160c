import { RateLimiterRedis } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import { secondsToWait } from './memory.ts';
import type { Store } from './store.ts';

/** A store that does not answer within this time counts as down. */
const commandTimeoutMs = 1_000;

const prefix = 'beeper-gateway:';

/** Atomic, so that no two replicas can both find the name free. */
const claimScript = `
  if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
    redis.call('SET', KEYS[2], '1', 'PX', ARGV[3])
    return false
  end
  return { redis.call('GET', KEYS[1]), redis.call('EXISTS', KEYS[2]) }
`;

/**
 * A store that replicas share. It connects in the background and reconnects after each loss; while it is not
 * connected, every method fails at once.
 * @param on `lost` is called when the connection is lost, `restored` when it is back; neither for each attempt.
 */
export function createRedisStore(
  url: string,
  on: { readonly lost: (error: unknown) => void; readonly restored: () => void },
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
    if (!isLost) on.lost(error);
    isLost = true;
  };
  client.on('error', onError);
  client.on('ready', () => {
    if (isLost) on.restored();
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
      const [existing, leases] = found as unknown as [string, number];
      return { entry: existing, leased: leases === 1 };
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
