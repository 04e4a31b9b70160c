/**
 * @param origin as in the header `Origin`; null without one.
 * @param origins the origins whose pages may read responses.
 * @returns the headers that let a page of `origin` read a response; none if there are no `origins`.
 */
export function corsResponseHeaders(
  origin: string | null,
  origins: ReadonlySet<string>,
): Record<string, string> {
  if (origins.size === 0) return {};
  if (origin === null || !origins.has(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'x-request-id, retry-after',
  };
}
