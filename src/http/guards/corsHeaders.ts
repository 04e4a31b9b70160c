/** What GraphQL clients, tracing and this gateway use, besides the headers that browsers always allow. */
const fixed = [
  'accept',
  'apollo-require-preflight',
  'authorization',
  'baggage',
  'content-type',
  'traceparent',
  'tracestate',
  'x-gateway-key',
  'x-request-id',
  'x-requested-with',
];

/** `*` stands for any ending. */
const families = ['apollographql-client-*', 'graphql-client-*', 'x-apollo-*'];

/**
 * @param more headers that are also allowed, in lower case; a `*` at the end stands for any ending.
 * @returns a function from the header `access-control-request-headers` to `access-control-allow-headers`. Names of a
 * family can't be listed, so they are allowed when they are requested.
 */
export function createHeaderRule(more: readonly string[]): (requested: string | null) => string {
  const isFamily = (pattern: string) => pattern.endsWith('*');
  const names = [...fixed, ...more.filter((pattern) => !isFamily(pattern))];
  const prefixes = [...families, ...more.filter(isFamily)].map((pattern) => pattern.slice(0, -1));
  return (requested) => {
    const others =
      requested
        ?.toLowerCase()
        .split(',')
        .map((name) => name.trim()) ?? [];
    const allowed = others.filter(
      (name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && prefixes.some((prefix) => name.startsWith(prefix)),
    );
    return [...new Set([...names, ...allowed])].join(', ');
  };
}
