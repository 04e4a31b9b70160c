import { LRUCache } from 'lru-cache';
import { entryLimit } from '../../common/entryLimit.ts';

const windowMs = 60_000;

/** Callers can invent tokens. One that is pushed out starts again at 0. */
const maxCallers = 10_000;

/**
 * Counts the requests of each caller in this process, in windows of a minute.
 * @param perMinute requests that each caller may send; 0 for no limit.
 * @param now milliseconds of a clock that does not go back.
 * @returns a function that counts one request. It returns 0, or after too many the seconds until the next window.
 */
export function createRequestCounter(
  perMinute: number,
  now: () => number = () => performance.now(),
): (caller: string) => number {
  const counts = new LRUCache<string, number>(entryLimit(maxCallers));
  let endsAt = 0;
  return (caller) => {
    if (now() >= endsAt) {
      counts.clear();
      endsAt = now() + windowMs;
    }
    const count = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, count);
    return count > perMinute ? Math.ceil((endsAt - now()) / 1000) : 0;
  };
}
