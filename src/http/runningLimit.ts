import { performance } from 'node:perf_hooks';

/** Enough to keep the event loop busy while they wait for Beeper. */
const fewest = 16;
const sampleMs = 100;
/** After this time without a sample, the last limit says nothing any more. */
const staleMs = 1_000;
/** Share of the time in which the event loop does not wait for anything. */
const busy = 0.97;

/**
 * @param isStrained whether the event loop is busy or calls to Beeper back up: more requests only make each other slower.
 * @returns the next limit: a tenth less, or else four more, up to `most`.
 */
export function nextLimit(limit: number, isStrained: boolean, most: number): number {
  if (!isStrained) return Math.min(most, limit + 4);
  return Math.max(Math.min(fewest, most), Math.floor(limit * 0.9));
}

/**
 * Finds out how many requests should run at a time, at most `most`.
 * @param isBacklogged whether calls to Beeper back up.
 * @returns a function that returns the limit. It is called for every request, and needs no timer.
 */
export function createRunningLimit(most: number, isBacklogged: () => boolean): () => number {
  let limit = most;
  let sampledAt = performance.now();
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.now();
    if (now - sampledAt < sampleMs) return limit;
    const sample = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(sample, last);
    const isStale = now - sampledAt > staleMs;
    limit = isStale ? most : nextLimit(limit, utilization > busy || isBacklogged(), most);
    last = sample;
    sampledAt = now;
    return limit;
  };
}
