/**
 * Counts the items that decoding leaves out because they can't be read. Decoding is synchronous, so the collector of the
 * request is a variable of this module for as long as one answer is decoded.
 */

/** How many items of each kind were left out in one GraphQL request; empty as a rule. */
export type Dropped = Map<string, number>;

let current: Dropped | null = null;

/** @returns what `decode` returns. Items that it drops are counted in `collector`. */
export function whileCollecting<T>(collector: Dropped | null, decode: () => T): T {
  const outer = current;
  current = collector;
  try {
    return decode();
  } finally {
    current = outer;
  }
}

/** @returns the collector of the answer that is being decoded, for a part that is decoded later. */
export const collectorNow = (): Dropped | null => current;

export function countDropped(kind: string): void {
  current?.set(kind, (current.get(kind) ?? 0) + 1);
}
