import { IdempotencyFailure, OutcomeUnknownFailure } from '../failures.ts';

/** How many requests with an idempotency key ended in each way. */
export interface KeyCounts {
  /** The key was new. */
  claimed: number;
  /** The stored result was returned. */
  replayed: number;
  /** The key had been used for other input. */
  mismatched: number;
  /** The outcome is unknown. */
  unknown: number;
  /** The outcome was unknown, and what the write made was found. */
  found: number;
}

export const createKeyCounts = (): KeyCounts => ({
  claimed: 0,
  replayed: 0,
  mismatched: 0,
  unknown: 0,
  found: 0,
});

/** Counts a request whose key could not be claimed, or whose write failed. */
export function countFailure(counts: KeyCounts, failure: unknown): void {
  if (failure instanceof IdempotencyFailure) counts.mismatched++;
  else if (failure instanceof OutcomeUnknownFailure) counts.unknown++;
}
