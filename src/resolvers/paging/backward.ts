import { InvalidInputFailure, UnsupportedFailure } from '../../failures.ts';
import type { Boundary } from './cursor.ts';
import { locate } from './locate.ts';
import { type Edge, isRepeated, nextRequest, type Pager, type ReadPage, type Walk } from './pages.ts';

/**
 * Walks towards newer or earlier items, nearest first.
 *
 * Beeper reads in this direction with `direction=after`, which servers get wrong in several ways: one ignores the
 * direction, one answers with the newest items above the cursor, one drops the item next to the cursor. So a page
 * counts only if it is shown to adjoin the items that are known. Otherwise the walk reads from the front of the list.
 *
 * `extend` throws an {@link InvalidInputFailure} where nothing tells the position of `to`, and an
 * {@link UnsupportedFailure} where the front is too far away.
 */
export function walkBackward<Item>(pager: Pager<Item>, to: Boundary): Walk<Item> {
  const ready: Edge<Item>[] = [];
  /** All items that were met, from the newest of them to the boundary and on to the end of its page. */
  const known = new Set<string>();
  let top: ReadPage<Item> | null = null;
  let isAtFront = false;

  function add(edges: readonly Edge<Item>[]): void {
    for (const edge of edges.toReversed()) {
      if (known.has(edge.place.id)) continue;
      known.add(edge.place.id);
      if (pager.isShown(edge.node)) ready.push(edge);
    }
  }

  async function start(): Promise<ReadPage<Item>> {
    const { pages, index, isGone } = await locate(pager, to.place);
    const first = pages[0] as ReadPage<Item>;
    const last = pages.at(-1) as ReadPage<Item>;
    // Nothing is left of the page, so that the whole list is in front of the place.
    if (index === null && last.edges.length > 0) throw goneCursor();
    const end = index === null ? 0 : index + (to.side === 'after' && !isGone ? 1 : 0);
    for (const { place } of last.edges.slice(end)) known.add(place.id);
    add([...pages.slice(0, -1).flatMap(({ edges }) => edges), ...last.edges.slice(0, end)]);
    isAtFront = first.request.cursor === null || (first.request.direction === 'after' && !first.hasMore);
    return first;
  }

  async function grow(lowest: ReadPage<Item>): Promise<ReadPage<Item>> {
    const above = await readAbove(pager, lowest);
    if (above) {
      add(above.edges);
      isAtFront = !above.page.hasMore;
      return above.page;
    }
    add(await readFromFront(pager, known));
    isAtFront = true;
    return lowest;
  }

  return {
    ready: () => ready,
    hasMore() {
      return !isAtFront;
    },
    canExtend() {
      return !isAtFront && !pager.isSpent();
    },
    async extend() {
      top = top ? await grow(top) : await start();
    },
  };
}

/**
 * Reads the page above `page`.
 * @returns the items between its start and `page`; null where nothing shows that none is missing.
 */
async function readAbove<Item>(
  pager: Pager<Item>,
  page: ReadPage<Item>,
): Promise<{ page: ReadPage<Item>; edges: readonly Edge<Item>[] } | null> {
  const newest = page.edges[0]?.place.id;
  if (newest === undefined || page.newestCursor === null) return null;
  const indexOfNewest = ({ edges }: ReadPage<Item>) => edges.findIndex(({ place }) => place.id === newest);

  const above = await pager.fetch({ cursor: page.newestCursor, direction: 'after', limit: pager.limit });
  const { edges, oldestCursor } = above;
  // It reaches into the page.
  const overlap = indexOfNewest(above);
  if (overlap >= 0) return overlap === 0 ? null : { page: above, edges: edges.slice(0, overlap) };
  if (edges.length === 0 || oldestCursor === null) return null;
  // The page was requested with the same cursor, so it starts where this one ends.
  if (page.request.direction === 'before' && page.request.cursor === oldestCursor)
    return { page: above, edges };
  if (pager.isSpent()) return null;
  const below = await pager.fetch({ cursor: oldestCursor, direction: 'before', limit: pager.limit });
  const gap = indexOfNewest(below);
  return gap < 0 ? null : { page: above, edges: [...edges, ...below.edges.slice(0, gap)] };
}

/**
 * Reads from the front of the list to the first item that is known; to its end where none is, because nothing is left
 * of the page of the cursor.
 * @throws {UnsupportedFailure} where it is too far away for the upstream calls that are left.
 */
async function readFromFront<Item>(
  pager: Pager<Item>,
  known: ReadonlySet<string>,
): Promise<readonly Edge<Item>[]> {
  const pages: ReadPage<Item>[] = [];
  const edges: Edge<Item>[] = [];
  const isKnown = (edge: Edge<Item> | undefined) => edge !== undefined && known.has(edge.place.id);
  // A single known item can have moved up. Two in a row, or the only one, mark the position.
  const isMark = (edge: Edge<Item>, index: number) =>
    isKnown(edge) && (known.size === 1 || isKnown(edges[index + 1]));
  for (;;) {
    const request = nextRequest(pages);
    if (request && pager.isSpent()) throw tooFar();
    const page = request && (await pager.fetch(request));
    if (!page || isRepeated(page, pages)) {
      return known.size === 0 ? edges : edges.slice(0, edges.findLastIndex(isKnown) + 1);
    }
    pages.push(page);
    edges.push(...page.edges);
    const mark = edges.findIndex(isMark);
    if (mark >= 0) return edges.slice(0, mark);
  }
}

const tooFar = () =>
  new UnsupportedFailure('This server can’t page backward from so far down the list.', {
    remedy: 'Page forward with `first` and `after`, and keep the items that you have read.',
    requiredVersion: null,
    actualVersion: null,
  });

const goneCursor = () =>
  new InvalidInputFailure([
    {
      path: ['before'],
      message:
        'The item of this cursor and the items next to it are gone. Use the cursor of another item, or read the list from its start.',
      code: 'invalid_cursor',
    },
  ]);
