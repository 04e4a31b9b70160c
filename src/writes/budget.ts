import { RateLimitedFailure } from '../failures.ts';
import { createCounters } from './store/counters.ts';
import type { Store } from './store/store.ts';

export interface Budget {
  /**
   * Counts one write of a caller that creates or changes something.
   * @throws {RateLimitedFailure} where it exceeds the budget of the current minute.
   */
  spend(scope: string): Promise<void>;
}

/**
 * Limits how often one caller creates or changes something, because networks suspend accounts that send too much.
 * @param perMinute 0 for no limit.
 */
export function createBudget(store: Store, perMinute: number): Budget {
  // While the shared store is down, each replica counts its own writes.
  const fallback = createCounters();

  return {
    async spend(scope) {
      if (perMinute === 0) return;
      const seconds = await store.count(scope, perMinute).catch(() => fallback.count(scope, perMinute));
      if (seconds === 0) return;
      throw new RateLimitedFailure(
        `The gateway allows ${perMinute} new chats, messages and changes of them per minute for each caller.`,
        {
          remedy: `Nothing was done. Try again in ${seconds} s.`,
          retryAfterSeconds: seconds,
        },
      );
    },
  };
}
