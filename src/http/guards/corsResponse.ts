/**
 * @param origin as in the header `Origin`; null without one.
 * @param origins the origins whose pages may read responses.
 * @param exposed the headers that such a page may read, besides those that browsers always show.
 * @returns the headers that let a page of `origin` read a response; none if there are no `origins`.
 */
export function corsResponseHeaders(
  origin: string | null,
  origins: ReadonlySet<string>,
  exposed = 'x-request-id, retry-after',
): Record<string, string> {
  if (origins.size === 0) return {};
  if (origin === null || !origins.has(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': exposed,
  };
}
