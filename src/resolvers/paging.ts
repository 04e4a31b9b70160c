import type { PageRequest } from '../beeper/lists.ts';
import type { Page } from '../beeper/page.ts';
import { type Place, readCursor } from './cursor.ts';

/**
 * Relay connections over Beeper's pages. Beeper's cursors are between pages, and two of its lists ignore `limit`. The
 * gateway has a cursor forevery item and returns exactly `first` items: pages are joined and cut.
 */

/** An item with its place. `cursorOf` builds the cursor only where it is selected. */
export interface Edge<Item> {
  readonly node: Item;
  readonly place: Place;
}

export interface Connection<Item> {
  readonly edges: readonly Edge<Item>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** As validated by the schema: `last` only together with `before`, and `first` is ignored then. */
export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page as it was requested, so that a cursor can request it again. */
interface SizedPageRequest extends PageRequest {
  readonly limit: number;
}

interface Source<Item> {
  /** Reads one page, starting with its newest or first item. */
  readonly fetch: (request: SizedPageRequest) => Promise<Page<Item>>;
  readonly idOf: (item: Item) => string;
  /** Number of items where the caller names none. */
  readonly defaultPageSize: number;
}

/** The default of `first` for each list. */
export const defaultPageSize = { contacts: 50, chats: 25, searchChats: 50, messages: 20 } as const;

/** More pages than any `first` needs. Ends a list that sends empty pages forever. */
const maxPages = 50;
/** How many pages are searched for an item that newer ones have pushed off the first page. */
const maxPushedPages = 5;

/**
 * @returns the part of the list that `args` select. An empty or repeated cursor ends the list.
 * @throws whatever `fetch` throws.
 */
export async function connect<Item>(args: ConnectionArgs, source: Source<Item>): Promise<Connection<Item>> {
  if (args.last != null && args.before != null) {
    const { edges, more } = await walk('after', args.last, readCursor(args.before), source);
    return { edges: edges.reverse(), hasPreviousPage: more, hasNextPage: true };
  }
  const from = args.after == null ? null : readCursor(args.after);
  const { edges, more } = await walk('before', args.first ?? source.defaultPageSize, from, source);
  return { edges, hasPreviousPage: from !== null, hasNextPage: more };
}

/** Collects up to `count` edges, starting at `from`: `before` towards older items, `after` towards newer ones. */
async function walk<Item>(
  direction: PageRequest['direction'],
  count: number,
  from: Place | null,
  source: Source<Item>,
): Promise<{ edges: Edge<Item>[]; more: boolean }> {
  const edges: Edge<Item>[] = [];
  const next = direction === 'before' ? (from?.next ?? null) : null;
  const start = from && next === null ? await locate(from, source) : null;
  let request: SizedPageRequest = start?.request ?? { cursor: next, direction: 'before', limit: count };
  const seen = new Set([request.cursor]);
  for (let turn = 0; turn < maxPages; turn++) {
    const page = turn === 0 && start ? start.page : await source.fetch(request);
    const all = edgesOf(page, request, source);
    const rest = turn === 0 && from ? edgesBehind(from, start?.index ?? null, all, direction) : all;
    if (direction === 'after') rest.reverse();
    const taken = rest.slice(0, count - edges.length);
    edges.push(...taken);

    const following = direction === 'before' ? page.oldestCursor : page.newestCursor;
    // `hasMore` is about the requested direction. In the other one is the page before, or, at the first page, nothing.
    const isMore = request.direction === direction ? page.hasMore : request.cursor !== null;
    const goesOn = isMore && following !== null && !seen.has(following);
    if (taken.length < rest.length) return { edges, more: true };
    if (edges.length === count || !goesOn) return { edges, more: goesOn };
    seen.add(following);
    request = { cursor: following, direction, limit: count };
  }
  // Without an edge there is no cursor to continue from.
  return { edges, more: edges.length > 0 };
}

function edgesOf<Item>(page: Page<Item>, request: SizedPageRequest, { idOf }: Source<Item>): Edge<Item>[] {
  const next = page.hasMore && request.direction === 'before' ? page.oldestCursor : null;
  const last = page.items.length - 1;
  return page.items.map((node, index) => ({
    node,
    place: { page: request, index, id: idOf(node), next: index === last ? next : null },
  }));
}

/**
 * @returns the page on which a place is now, and its position; index −1 where its item is not found. Only the first
 * page is open at its front: newer items push others off it, and they are searched for on the following pages.
 */
async function locate<Item>(from: Place, { fetch, idOf }: Source<Item>) {
  const first = { request: from.page, page: await fetch(from.page) };
  let { request, page }: { request: SizedPageRequest; page: Page<Item> } = first;
  for (let turn = 0; ; turn++) {
    const index = page.items.findIndex((item) => idOf(item) === from.id);
    if (index >= 0) return { request, page, index };
    const isOpen = from.page.cursor === null && turn < maxPushedPages;
    if (!isOpen || !page.hasMore || page.oldestCursor === null) return { ...first, index };
    request = { ...from.page, cursor: page.oldestCursor };
    page = await fetch(request);
  }
}

/**
 * Where the item of the place is not found, because it moved to the top or was deleted, older items are taken from the
 * start of the page: some are repeated then, but none is lost.
 */
function edgesBehind<Item>(
  from: Place,
  index: number | null,
  all: readonly Edge<Item>[],
  direction: PageRequest['direction'],
): Edge<Item>[] {
  // On the following page the item itself is not expected, unless the list has moved.
  if (index === null) return all.filter(({ place }) => place.id !== from.id);
  if (direction === 'before') return all.slice(index + 1);
  return all.slice(0, index < 0 ? from.index : index);
}
