/** Joins pages of a list. Knows neither Apollo Client nor the page. */

interface PageInfo {
  readonly hasNextPage?: boolean;
  readonly endCursor?: string | null;
}

export interface Edge {
  /** Empty for an edge that an event added. */
  readonly cursor?: string;
}

export interface Connection<E extends Edge = Edge> {
  readonly edges?: readonly E[];
  readonly pageInfo?: PageInfo;
}

/**
 * Adds a page to those that were read before.
 *
 * The first page, read again, replaces what it overlaps with. What was read behind it stays, so that a list that somebody
 * has scrolled through does not shrink. If nothing overlaps, something is missing between the two, and the rest is dropped.
 *
 * @param after the cursor that the page was requested with. Null for the first page.
 * @param idOf what two edges with the same node have in common. An item can move from one page to another between two reads.
 */
export function joinPages<E extends Edge>(
  existing: Connection<E> | null | undefined,
  incoming: Connection<E>,
  after: string | null,
  idOf: (edge: E) => unknown,
): Connection<E> {
  // Without `edges`, it was selected for something else, such as `nodes`.
  if (!existing?.edges || !incoming.edges) return { ...existing, ...incoming };
  if (after) {
    const at = existing.edges.findIndex(({ cursor }) => cursor === after);
    const before = at < 0 ? existing.edges : existing.edges.slice(0, at + 1);
    const pageInfo = { ...existing.pageInfo, ...endOf(incoming.pageInfo) };
    return { ...existing, ...incoming, edges: unique([...before, ...incoming.edges], idOf), pageInfo };
  }
  const last = incoming.edges.at(-1);
  const at = last ? existing.edges.findIndex((edge) => idOf(edge) === idOf(last)) : -1;
  const behind = at < 0 ? [] : existing.edges.slice(at + 1);
  if (behind.length === 0) return { ...existing, ...incoming };
  const pageInfo = { ...incoming.pageInfo, ...endOf(existing.pageInfo) };
  return { ...existing, ...incoming, edges: unique([...incoming.edges, ...behind], idOf), pageInfo };
}

/** What a page tells about the end of the list. */
function endOf({ hasNextPage, endCursor }: PageInfo = {}): PageInfo {
  return { ...(hasNextPage !== undefined && { hasNextPage }), ...(endCursor !== undefined && { endCursor }) };
}

function unique<E>(edges: readonly E[], idOf: (edge: E) => unknown): E[] {
  const seen = new Set<unknown>();
  return edges.filter((edge) => {
    const id = idOf(edge);
    if (id === undefined || id === null) return true;
    return !seen.has(id) && seen.add(id);
  });
}
