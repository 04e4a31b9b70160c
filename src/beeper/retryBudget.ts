/** Repeats for each call that is made: when everything fails, repeats add a fifth to the load and not twice as much. */
const perCall = 0.2;
/** What may be saved up, so that a few calls in a quiet time can be repeated at all. */
const most = 10;

export interface RetryBudget {
  /** A call is made. */
  earn(): void;
  /** @returns whether a repeat is within the budget; it is then spent. */
  spend(): boolean;
}

/** A budget that is full at the start. */
export function createRetryBudget(): RetryBudget {
  let saved = most;
  return {
    earn() {
      saved = Math.min(most, saved + perCall);
    },
    spend() {
      if (saved < 1) return false;
      saved -= 1;
      return true;
    },
  };
}
