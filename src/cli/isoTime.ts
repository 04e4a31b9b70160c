/** @returns milliseconds since 1970 as ISO 8601; null where no date has that many, as after `expires_in: 1e300`. */
export function isoTime(ms: number): string | null {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
