import type { Boundary } from './cursor.ts';
import { locate } from './locate.ts';
import type { Edge, Pager, ReadPage, SizedPageRequest, Walk } from './pages.ts';

/** Least size of a page behind the first: the items that were hidden on it must not cost a call each. */
const followUpLimit = 25;

/**
 * Walks towards older or later items, in the order of the server.
 * @param from where to start; null is the front of the list.
 */
export function walkForward<Item>(pager: Pager<Item>, from: Boundary | null): Walk<Item> {
  const ready: Edge<Item>[] = [];
  const ids = new Set<string>(from?.side === 'after' ? [from.place.id] : []);
  const cursors = new Set<string | null>();
  /** ID of the last item of the page before. */
  let tail: string | null = null;
  let next: SizedPageRequest | 'start' | null = 'start';

  return {
    ready: () => ready,
    hasMore() {
      return next !== null;
    },
    canExtend() {
      return next !== null && !pager.isSpent();
    },
    async extend() {
      if (next === null) return;
      const { page, start, isNew } =
        next === 'start'
          ? await startOf(pager, from)
          : { page: await pager.fetch(next), start: 0, isNew: true };
      const last = page.edges.at(-1)?.place.id ?? tail;
      if (isNew && page.edges.length > 0 && (last === tail || last === from?.place.id)) {
        // It goes no further than the page before: the end of a list that claims to have none.
        next = null;
        return;
      }
      tail = last;
      let isFresh = !isNew || page.edges.length === 0;
      for (const edge of page.edges.slice(start)) {
        if (ids.has(edge.place.id)) continue;
        ids.add(edge.place.id);
        isFresh = true;
        if (pager.isShown(edge.node)) ready.push(edge);
      }
      if (page.request.direction === 'before') cursors.add(page.request.cursor);
      // So is a page of items that are all known.
      next = isFresh ? requestBehind(page, cursors, pager.limit) : null;
    },
  };
}

interface Start<Item> {
  readonly page: ReadPage<Item>;
  /** Position of the first item of the walk. */
  readonly start: number;
  /** False for a page that was read before, and that may hold no item behind the boundary. */
  readonly isNew: boolean;
}

async function startOf<Item>(pager: Pager<Item>, from: Boundary | null): Promise<Start<Item>> {
  const next = from?.side === 'after' ? from.place.next : null;
  if (!from || next !== null) {
    const page = await pager.fetch({ cursor: next, direction: 'before', limit: pager.limit });
    // The item itself is expected on the page before, unless the list has moved.
    const index = page.edges.findIndex(({ place }) => place.id === from?.place.id);
    return { page, start: index + 1, isNew: true };
  }
  const { pages, index, isGone } = await locate(pager, from.place);
  const page = pages.at(-1) as ReadPage<Item>;
  // Where the place is not found, some items are repeated, but none is lost.
  const at = index ?? 0;
  return { page, start: from.side === 'after' && !isGone ? at + 1 : at, isNew: false };
}

function requestBehind<Item>(
  { request, hasMore, oldestCursor: cursor }: ReadPage<Item>,
  cursors: ReadonlySet<string | null>,
  limit: number,
): SizedPageRequest | null {
  // `hasMore` is about the requested direction. Behind a page that was read towards newer items is the page it started from.
  const isMore = request.direction === 'before' ? hasMore : true;
  if (!isMore || cursor === null || cursors.has(cursor)) return null;
  return { cursor, direction: 'before', limit: Math.max(limit, followUpLimit) };
}
