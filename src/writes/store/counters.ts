import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Store } from './store.ts';

/** Counts in this process, from zero again after a restart. */
export function createCounters(): Pick<Store, 'count'> {
  const limiters = new Map<number, RateLimiterMemory>();
  return {
    async count(name, limit) {
      const limiter = limiters.get(limit) ?? new RateLimiterMemory({ points: limit, duration: 60 });
      limiters.set(limit, limiter);
      return limiter.consume(name).then(() => 0, secondsToWait);
    },
  };
}

/** The library rejects with its result above the limit, and with an error where it can’t count. */
export function secondsToWait(rejected: unknown): number {
  if (rejected instanceof RateLimiterRes) return Math.max(1, Math.ceil(rejected.msBeforeNext / 1000));
  throw rejected;
}
