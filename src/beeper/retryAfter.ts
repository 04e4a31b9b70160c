/** The largest value of a GraphQL Int. */
const maxSeconds = 2 ** 31 - 1;

/**
 * @param header `Retry-After` in either form of RFC 9110: delay in seconds, or an HTTP-date.
 * @returns whole seconds to wait, 0 for a date in the past; null where there is no header or it can't be read.
 */
export function parseRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  const text = header.trim();
  const seconds = /^\d+$/.test(text) ? Number(text) : secondsUntil(text);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), maxSeconds);
}

/** Every HTTP-date begins with the name of a day. `Date.parse` alone takes `7.5` for a date. */
const secondsUntil = (text: string): number =>
  /^[A-Z][a-z]{2,8}[, ]/.test(text) ? Math.ceil((Date.parse(text) - Date.now()) / 1000) : Number.NaN;
