import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Store } from './store.ts';

/**
 * About 100 bytes an entry. An idempotency key that is evicted could be used a second time, so the limit is high.
 * `max` would allocate room for all of them at the start, 20 ms for each cache; `maxSize` does not.
 */
const atMost100_000 = { maxSize: 100_000, sizeCalculation: () => 1 };

/** A store in this process, for one replica. Its entries are lost when the process ends. */
export function createMemoryStore(): Store {
  const entries = new LRUCache<string, string>(atMost100_000);
  const leases = new LRUCache<string, true>(atMost100_000);
  const limiters = new Map<number, RateLimiterMemory>();

  return {
    async claim(name, entry, { ttlMs, leaseMs }) {
      const found = entries.get(name);
      if (found !== undefined) return { entry: found, leased: leases.has(name) };
      entries.set(name, entry, { ttl: ttlMs });
      leases.set(name, true, { ttl: leaseMs });
      return null;
    },
    async put(name, entry, ttlMs) {
      entries.set(name, entry, { ttl: ttlMs });
    },
    async remove(name) {
      entries.delete(name);
      leases.delete(name);
    },
    async count(name, limit) {
      const limiter = limiters.get(limit) ?? new RateLimiterMemory({ points: limit, duration: 60 });
      limiters.set(limit, limiter);
      return limiter.consume(name).then(() => 0, secondsToWait);
    },
    async close() {
      entries.clear();
      leases.clear();
    },
  };
}

/** The library rejects with its result above the limit, and with an error where it can’t count. */
export function secondsToWait(rejected: unknown): number {
  if (rejected instanceof RateLimiterRes) return Math.max(1, Math.ceil(rejected.msBeforeNext / 1000));
  throw rejected;
}
