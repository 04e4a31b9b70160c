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
  isSpent(): boolean;
  fetch(request: SizedPageRequest): Promise<ReadPage<Item>>;
}

/** More pages than any page of a connection needs. Ends a list that has no end, and a search for an item. */
const maxPages = 50;
/** Page size where the list is read from its front to find an item. */
const searchLimit = 100;

export function createPager<Item>(source: Source<Item>, limit: number): Pager<Item> {
  const { idOf, isShown = () => true, moves = false } = source;
  let left = maxPages;
  return {
    limit,
    isShown,
    moves,
    isSpent() {
      return left === 0;
    },
    async fetch(request) {
      left--;
      const { items, hasMore, oldestCursor, newestCursor } = await source.fetch(request);
      const next = hasMore && request.direction === 'before' ? oldestCursor : null;
      const ids = items.map(idOf);
      const last = items.length - 1;
      const edges = items.map((node, index) => ({
        node,
        place: {
          page: request,
          index,
          id: ids[index] as string,
          next: index === last ? next : null,
          following: ids[index + 1] ?? null,
          preceding: ids[index - 1] ?? null,
        },
      }));
      return { request, edges, hasMore, oldestCursor, newestCursor };
    },
  };
}

/** Reads a list item by item in one direction. */
export interface Walk<Item> {
  /** The items read so far, nearest to the start of the walk first. */
  ready(): readonly Edge<Item>[];
  /** Whether the list may have more items than `ready`. */
  hasMore(): boolean;
  /** Whether `extend` may be called: `hasMore`, and upstream calls are left. */
  canExtend(): boolean;
  /** Reads on, which may add no item. */
  extend(): Promise<void>;
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
