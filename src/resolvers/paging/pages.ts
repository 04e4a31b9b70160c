import type { PageRequest } from '../../beeper/lists.ts';
import type { Page } from '../../beeper/page.ts';
import type { Place } from './cursor.ts';

/** A page as it was requested, so that a cursor can request it again. */
export interface SizedPageRequest extends PageRequest {
  readonly limit: number;
}

/** A list of Beeper's. */
export interface Source<Item> {
  /** Reads one page, starting with its newest or first item. */
  readonly fetch: (request: SizedPageRequest) => Promise<Page<Item>>;
  readonly idOf: (item: Item) => string;
  /** Whether an item is part of the answer; left out, every item is. */
  readonly isShown?: (item: Item) => boolean;
  /** Whether items move to the front of the list, as chats do with new activity. */
  readonly moves?: boolean;
}

/** An item with its place. `cursorOf` builds the cursor only where it is selected. */
export interface Edge<Item, P = Place> {
  readonly node: Item;
  readonly place: P;
}

/** A page with all its items, also those that are not part of the answer. */
export interface ReadPage<Item> {
  readonly request: SizedPageRequest;
  readonly edges: readonly Edge<Item>[];
  readonly hasMore: boolean;
  readonly oldestCursor: string | null;
  readonly newestCursor: string | null;
}

/** Reads pages of one list for one answer. */
export interface Pager<Item> {
  /** Number of items in a page, where Beeper heeds it. */
  readonly limit: number;
  readonly isShown: (item: Item) => boolean;
  readonly moves: boolean;
  /** True once the answer has used up its upstream calls. */
  readonly isSpent: boolean;
  fetch(request: SizedPageRequest): Promise<ReadPage<Item>>;
}

/** More pages than any page of a connection needs. Ends a list that has no end, and a search for an item. */
export const maxPages = 50;
/** Page size in a search for an item. */
export const searchLimit = 100;

export function createPager<Item>(source: Source<Item>, limit: number): Pager<Item> {
  const { idOf, isShown = () => true, moves = false } = source;
  let left = maxPages;
  return {
    limit,
    isShown,
    moves,
    get isSpent() {
      return left === 0;
    },
    async fetch(request) {
      left--;
      const { items, ...page } = await source.fetch(request);
      const next = page.hasMore && request.direction === 'before' ? page.oldestCursor : null;
      const last = items.length - 1;
      const edges = items.map((node, index) => {
        const isLast = index === last;
        const idAt = (position: number) => {
          const item = items[position];
          return item === undefined ? null : idOf(item);
        };
        return {
          node,
          place: {
            page: request,
            index,
            id: idOf(node),
            next: isLast ? next : null,
            following: idAt(index + 1),
            preceding: isLast ? idAt(index - 1) : null,
          },
        };
      });
      return { ...page, request, edges };
    },
  };
}

/** Reads a list item by item in one direction. */
export interface Walk<Item> {
  /** The items read so far, nearest to the start of the walk first. */
  readonly ready: readonly Edge<Item>[];
  /** Whether the list may have more items than `ready`. */
  readonly hasMore: boolean;
  /** Whether `extend` may be called: `hasMore`, and upstream calls are left. */
  readonly canExtend: boolean;
  /** Reads on, which may add no item. */
  extend(): Promise<void>;
}

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

/** @returns the request for the page behind `pages`, which start at the front of the list; null at its end. */
export function nextRequest<Item>(pages: readonly ReadPage<Item>[]): SizedPageRequest | null {
  const last = pages.at(-1);
  if (!last) return { cursor: null, direction: 'before', limit: searchLimit };
  const { hasMore, oldestCursor: cursor } = last;
  if (!hasMore || cursor === null || pages.some(({ request }) => request.cursor === cursor)) return null;
  return { cursor, direction: 'before', limit: searchLimit };
}

/** Some servers repeat their last page for ever, each time with another cursor. */
export function isRepeated<Item>({ edges }: ReadPage<Item>, pages: readonly ReadPage<Item>[]): boolean {
  const ids = new Set(pages.at(-1)?.edges.map(({ place }) => place.id));
  return edges.length > 0 && edges.every(({ place }) => ids.has(place.id));
}

function positionOn<Item>(
  { edges }: ReadPage<Item>,
  { id, following, preceding }: Place,
  moves: boolean,
): { index: number; isGone: boolean } | null {
  const indexOf = (wanted: string | null) =>
    wanted === null ? -1 : edges.findIndex(({ place }) => place.id === wanted);
  const index = indexOf(id);
  const behind = indexOf(following);
  // Where the neighbor says that the item is followed.
  const mark = behind >= 0 ? behind : preceding === null ? -1 : indexOf(preceding) + 1 || -1;
  const hasMovedUp = moves && index >= 0 && mark > index + 1;
  if (index >= 0 && !hasMovedUp) return { index, isGone: false };
  return mark < 0 ? null : { index: mark, isGone: true };
}
