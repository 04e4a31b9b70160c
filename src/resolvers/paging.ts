import { z } from 'zod';
import type { PageRequest } from '../beeper/lists.ts';
import type { Page } from '../beeper/page.ts';

/**
 * Relay's connections over Beeper's pages. Beeper's cursors stand between pages, and two of its lists ignore `limit`;
 * ours stand behind every item, and `first` is honoured: pages are joined and cut.
 */

/** An item with its place; `cursorOf` makes the cursor once somebody asks for it. */
export interface Edge<Item> {
  readonly node: Item;
  readonly place: Place;
}

export interface Connection<Item> {
  readonly edges: readonly Edge<Item>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** As checked by the schema: `last` only together with `before`, and then `first` is not looked at. */
export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page as it was asked for, so that a cursor can ask for it again. */
interface Asked extends PageRequest {
  readonly limit: number;
}

/** An item's place: its page, and in it the item, by ID and position. */
const place = z.object({
  page: z.object({
    cursor: z.string().nullable(),
    direction: z.enum(['before', 'after']),
    limit: z.int().min(1).max(200),
  }),
  index: z.int().min(0),
  id: z.string(),
  /** Of a page's last item: where the page behind begins, so that going on costs no second look at this one. */
  next: z.string().nullable().catch(null),
});
type Place = z.output<typeof place>;

interface Source<Item> {
  /** One page, newest or first item at the front. */
  readonly fetch: (asked: Asked) => Promise<Page<Item>>;
  readonly idOf: (item: Item) => string;
  /** How many items there are where nobody says how many. */
  readonly defaultPageSize: number;
}

/** How many items a list gives where nobody says how many. */
export const defaultPageSize = { contacts: 50, chats: 25, searchChats: 50, messages: 20 } as const;

/** More pages than any `first` needs: a list that sends empty pages for ever is left at this point. */
const maxPages = 50;
/** How many pages an item is followed that new ones have pushed off the first. */
const mostPushedPages = 5;

/**
 * @returns the part of the list that `args` ask for; cursors repeated or empty end it.
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

/** Collects up to `count` edges from `from` on, in walking order: `before` towards older items, `after` towards newer. */
async function walk<Item>(
  direction: PageRequest['direction'],
  count: number,
  from: Place | null,
  source: Source<Item>,
): Promise<{ edges: Edge<Item>[]; more: boolean }> {
  const edges: Edge<Item>[] = [];
  const next = direction === 'before' ? (from?.next ?? null) : null;
  const start = from && next === null ? await locate(from, source) : null;
  let asked: Asked = start?.asked ?? { cursor: next, direction: 'before', limit: count };
  const seen = new Set([asked.cursor]);
  for (let turn = 0; turn < maxPages; turn++) {
    const page = turn === 0 && start ? start.page : await source.fetch(asked);
    const isOlder = page.hasMore && asked.direction === 'before';
    const all = page.items.map((node, index) => ({
      node,
      place: {
        page: asked,
        index,
        id: source.idOf(node),
        next: index === page.items.length - 1 && isOlder ? page.oldestCursor : null,
      },
    }));
    const rest = turn === 0 && from ? restBehind(from, start?.index ?? null, all, direction) : all;
    if (direction === 'after') rest.reverse();
    const taken = rest.slice(0, count - edges.length);
    edges.push(...taken);

    const following = direction === 'before' ? page.oldestCursor : page.newestCursor;
    // `hasMore` speaks of the direction that was asked for; in the other one lies where we came from, or, from the
    // first page, nothing.
    const isMore = asked.direction === direction ? page.hasMore : asked.cursor !== null;
    const goesOn = isMore && following !== null && !seen.has(following);
    if (taken.length < rest.length) return { edges, more: true };
    if (edges.length === count || !goesOn) return { edges, more: goesOn };
    seen.add(following);
    asked = { cursor: following, direction, limit: count };
  }
  // Without an edge there is no cursor to go on from.
  return { edges, more: edges.length > 0 };
}

/**
 * The page on which a place is now, and where on it; index −1 where its item is not found. Only the first page is open
 * at its front: new items push others off it, and they are looked for on the pages behind.
 */
async function locate<Item>(from: Place, { fetch, idOf }: Source<Item>) {
  const first = { asked: from.page, page: await fetch(from.page) };
  let { asked, page }: { asked: Asked; page: Page<Item> } = first;
  for (let turn = 0; ; turn++) {
    const index = page.items.findIndex((item) => idOf(item) === from.id);
    if (index >= 0) return { asked, page, index };
    const isOpen = from.page.cursor === null && turn < mostPushedPages;
    if (!isOpen || !page.hasMore || page.oldestCursor === null) return { ...first, index };
    asked = { ...from.page, cursor: page.oldestCursor };
    page = await fetch(asked);
  }
}

/**
 * What lies behind a place on its page. Where its item is not found, having moved to the top or been deleted, older
 * items are taken from the page's front on: some come twice then, but none is lost.
 */
function restBehind<Item>(
  from: Place,
  index: number | null,
  all: readonly Edge<Item>[],
  direction: PageRequest['direction'],
): Edge<Item>[] {
  // From the page behind: the item itself stands before it, unless the list has moved.
  if (index === null) return all.filter(({ place }) => place.id !== from.id);
  if (direction === 'before') return all.slice(index + 1);
  return all.slice(0, index < 0 ? from.index : index);
}

/** @returns the opaque cursor behind (and before) which a list goes on. */
export function cursorOf<Item>({ place: { page, index, id, next } }: Edge<Item>): string {
  const { cursor, direction, limit } = page;
  return Buffer.from(JSON.stringify([cursor, direction, limit, index, id, next])).toString('base64url');
}

function readCursor(cursor: string): Place {
  const [pageCursor, direction, limit, index, id, next] = JSON.parse(
    Buffer.from(cursor, 'base64url').toString(),
  );
  return place.parse({ page: { cursor: pageCursor, direction, limit }, index, id, next });
}

/** @returns whether `cursor` is one of ours; never throws. */
export function isCursor(cursor: string): boolean {
  try {
    readCursor(cursor);
    return true;
  } catch {
    return false;
  }
}
