import type { Place } from './cursor.ts';
import { isRepeated, nextRequest, type Pager, type ReadPage } from './pages.ts';

interface Located<Item> {
  /** Adjoining pages. The place is on the last of them. */
  readonly pages: readonly [...ReadPage<Item>[], ReadPage<Item>];
  /** Position of the item on the last page, or where it was; null where the page does not tell. */
  readonly index: number | null;
  /** Whether the item is not there any more. */
  readonly isGone: boolean;
}

/**
 * Finds a place again. Only the first page is open at its front: newer items push others off it. A page that was read
 * towards newer items can change, too. In both cases the item is searched for from the front of the list.
 */
export async function locate<Item>(pager: Pager<Item>, place: Place): Promise<Located<Item>> {
  const page = await pager.fetch(place.page);
  const found = positionOn(page, place, pager.moves);
  if (found) return { pages: [page], ...found };
  const isOpen = place.page.cursor === null || place.page.direction === 'after';
  return (isOpen && (await search(pager, place, page))) || { pages: [page], index: null, isGone: true };
}

async function search<Item>(
  pager: Pager<Item>,
  place: Place,
  page: ReadPage<Item>,
): Promise<Located<Item> | null> {
  const pages = place.page.cursor === null ? [page] : [];
  while (!pager.isSpent) {
    const request = nextRequest(pages);
    if (!request) return null;
    const read = await pager.fetch(request);
    const found = positionOn(read, place, pager.moves);
    if (found) return { pages: [...pages, read], ...found };
    if (isRepeated(read, pages)) return null;
    pages.push(read);
  }
  return null;
}

function positionOn<Item>(
  { edges }: ReadPage<Item>,
  { id, following, preceding }: Place,
  moves: boolean,
): { index: number; isGone: boolean } | null {
  const indexOf = (wanted: string | null) =>
    wanted === null ? -1 : edges.findIndex(({ place }) => place.id === wanted);
  const index = indexOf(id);
  const ahead = indexOf(preceding);
  // Directly behind where the item was, by its neighbor.
  const behind = ahead >= 0 ? ahead + 1 : indexOf(following);
  const hasMovedUp = moves && index >= 0 && behind > index + 1;
  if (index >= 0 && !hasMovedUp) return { index, isGone: false };
  return behind < 0 ? null : { index: behind, isGone: true };
}
