import type { Effect } from './operation.ts';

/** Longest wait of a write for a place, a connection and the version of Beeper together. */
const maxWaitMs = 2_000;

/** Moments on the clock of `performance.now()`. */
export interface Deadlines {
  /** When the call ends. */
  readonly deadline: number;
  /**
   * When it is given up unless it is on a socket. A write is then left at least half of its time: with less, it is
   * likely to end with an unknown outcome.
   */
  readonly sendBy: number;
}

/**
 * @param startedAt when the request or its write arrived, on the clock of `performance.now()`.
 * @param timeoutMs milliseconds from then to the end of the answer.
 */
export function deadlinesOf(effect: Effect, startedAt: number, timeoutMs: number): Deadlines {
  const deadline = startedAt + timeoutMs;
  return {
    deadline,
    sendBy: effect === 'reads' ? deadline : startedAt + Math.min(maxWaitMs, timeoutMs / 2),
  };
}
