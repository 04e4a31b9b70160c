/** @returns whether a field of what was read has the value that was set; null where it does not tell. */
export const isShown = <Value>(found: Value | null, set: Value): boolean | null =>
  found === null ? null : found === set;
