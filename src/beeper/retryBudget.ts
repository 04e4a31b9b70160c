/** Repeats per call: when every call fails, repeats add a fifth to the load. */
const perCall = 0.2;
/** The most repeats that can be saved up in a quiet period. */
const capacity = 10;

export interface RetryBudget {
  /** Counts a call. */
  earn(): void;
  /** @returns whether a repeat is within the budget; it is then spent. */
  spend(): boolean;
}

/** @returns a budget that is full at the start. */
export function createRetryBudget(): RetryBudget {
  let saved = capacity;
  return {
    earn() {
      saved = Math.min(capacity, saved + perCall);
    },
    spend() {
      if (saved < 1) return false;
      saved -= 1;
      return true;
    },
  };
}
