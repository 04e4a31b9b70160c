import type { Place } from './cursor.ts';
import { type Edge, isRepeated, nextRequest, type Pager, type ReadPage } from './pages.ts';

interface Located<Item> {
  /** Adjoining pages. The place is on the last of them. */
  readonly pages: readonly [...ReadPage<Item>[], ReadPage<Item>];
  /** Position of the item on the last page, or where it was; null where the page does not tell. */
  readonly index: number | null;
  /** Whether the item is not there any more. */
  readonly isGone: boolean;
}

/**
 * Finds a place again. The front of a list changes: newer items push others to later pages, and chats move up. So a place
 * on the first page, or on a page that was read towards newer items, is searched for from the front where its own page
 * does not hold it.
 */
export async function locate<Item>(pager: Pager<Item>, place: Place): Promise<Located<Item>> {
  const page = await pager.fetch(place.page);
  const isFront = place.page.cursor === null;
  const found = positionIn(page.edges, place, pager.moves);
  if (found && (found.isCertain || !isFront)) return { pages: [page], ...found };
  const isOpen = isFront || place.page.direction === 'after';
  return (
    (isOpen && (await search(pager, place, isFront ? [page] : []))) || {
      pages: [page],
      index: null,
      isGone: true,
    }
  );
}

/** How many more pages are read to learn whether an item that was found has moved. Its neighbors can be gone. */
const maxPagesForNeighbors = 3;

/** @param pages the pages from the front of the list that were read before. */
async function search<Item>(
  pager: Pager<Item>,
  place: Place,
  pages: ReadPage<Item>[],
): Promise<Located<Item> | null> {
  let pagesSinceFound = 0;
  for (;;) {
    const edges = pages.flatMap((page) => page.edges);
    const found = positionIn(edges, place, pager.moves);
    const isEnough =
      found?.isCertain || (found?.isGone === false && pagesSinceFound++ === maxPagesForNeighbors);
    const request = isEnough || pager.isSpent() ? null : nextRequest(pages);
    const page = request && (await pager.fetch(request));
    if (page && !isRepeated(page, pages)) {
      pages.push(page);
      continue;
    }
    return found && { ...found, ...onPage(pages, found.index) };
  }
}

/** @returns the pages up to the one that holds the position `index` of all their items, and the position on it. */
function onPage<Item>(pages: readonly ReadPage<Item>[], index: number) {
  let before = 0;
  let count = 0;
  for (const { edges } of pages) {
    count++;
    if (index < before + edges.length || count === pages.length) break;
    before += edges.length;
  }
  return { pages: pages.slice(0, count) as [...ReadPage<Item>[], ReadPage<Item>], index: index - before };
}

interface Position {
  /** Of the item, or of the item behind it where that is gone. */
  readonly index: number;
  readonly isGone: boolean;
  /** Whether further pages can't tell more. */
  readonly isCertain: boolean;
}

/**
 * Where the list moves, items only move up. So what is furthest down has not moved: the item, the one that was behind it,
 * or the one that was in front of it.
 */
function positionIn<Item>(
  edges: readonly Edge<Item>[],
  { id, following, preceding }: Place,
  moves: boolean,
): Position | null {
  const indexOf = (wanted: string | null) =>
    wanted === null ? -1 : edges.findIndex(({ place }) => place.id === wanted);
  const index = indexOf(id);
  const ahead = indexOf(preceding);
  const next = indexOf(following);
  const isComplete = (preceding === null || ahead >= 0) && (following === null || next >= 0);
  if (index >= 0 && (!moves || index + 1 >= Math.max(next, ahead + 2))) {
    const isInPlace =
      (preceding === null || ahead === index - 1) && (following === null || next === index + 1);
    return { index, isGone: false, isCertain: !moves || isInPlace || isComplete };
  }
  const behind = Math.max(next, ahead < 0 ? -1 : ahead + 1);
  if (behind < 0) return null;
  // Another item is where the item was. At the end of what is known, the item itself can follow.
  const isCertain = moves ? index >= 0 && isComplete : behind < edges.length;
  return { index: behind, isGone: true, isCertain };
}
