import type { Page } from '../../beeper/page.ts';
import { InvalidInputFailure } from '../../failures.ts';
import { walkBackward } from './backward.ts';
import { type JoinedPlace, type Place, readCursor } from './cursor.ts';
import { walkForward } from './forward.ts';
import { createPager, type Edge, type Source, type Walk } from './pages.ts';

/**
 * Relay connections over Beeper's pages. Beeper's cursors are between pages, and some of its lists ignore `limit`. The
 * gateway has a cursor for every item and returns exactly `first` items: pages are joined and cut.
 */

export interface Connection<Item> {
  readonly edges: readonly Edge<Item, Place | JoinedPlace>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/**
 * As validated by the schema: `last` only together with `before`, and `first` is ignored then. An empty cursor counts as
 * absent.
 */
export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** The default of `first` for each list. */
export const defaultPageSize = {
  contacts: 50,
  chats: 25,
  searchChats: 50,
  messages: 20,
  searchMessages: 20,
} as const;

/**
 * @param size number of items where `args` name none.
 * @returns the part of the list that `args` select: each item once, in the order of the server.
 * @throws {InvalidInputFailure} for a cursor of another kind of list.
 * @throws {UnsupportedFailure} where the server can't page backward, and the cursor is too far from the front.
 * @throws whatever `fetch` throws.
 */
export async function connect<Item>(
  args: ConnectionArgs,
  size: number,
  source: Source<Item>,
): Promise<Connection<Item>> {
  if (args.last != null && args.before) {
    const boundary = { place: readPlace('before', args.before), side: 'before' } as const;
    const { edges, more } = await take(args.last, walkBackward(createPager(source, args.last), boundary));
    return { edges: edges.toReversed(), hasPreviousPage: more, hasNextPage: true };
  }
  const count = args.first ?? size;
  const from = args.after ? readPlace('after', args.after) : null;
  const walk = walkForward(createPager(source, count), from && { place: from, side: 'after' });
  const { edges, more } = await take(count, walk);
  return { edges, hasPreviousPage: from !== null, hasNextPage: more };
}

/** A list without items, which nothing was asked for. */
export const emptyConnection: Connection<never> = { edges: [], hasNextPage: false, hasPreviousPage: false };

/**
 * @param page the first page of the list, as it was read in another way.
 * @param limit number of items with which the page is read again, to continue within it.
 * @returns the whole page. Its cursors continue in `connect` over the same list.
 */
export async function connectPage<Item>(
  page: Page<Item>,
  limit: number,
  source: Omit<Source<Item>, 'fetch'>,
): Promise<Connection<Item>> {
  const pager = createPager({ ...source, fetch: async () => page }, limit);
  const { edges, hasMore } = await pager.fetch({ cursor: null, direction: 'before', limit });
  const shown = edges.filter(({ node }) => pager.isShown(node));
  return { edges: shown, hasPreviousPage: false, hasNextPage: hasMore && shown.length > 0 };
}

async function take<Item>(count: number, walk: Walk<Item>) {
  while (walk.ready().length < count && walk.canExtend()) await walk.extend();
  const edges = walk.ready().slice(0, count);
  // Without an edge there is no cursor to continue from.
  return { edges, more: walk.ready().length > count || (walk.hasMore() && edges.length > 0) };
}

function readPlace(argument: 'after' | 'before', cursor: string): Place {
  const place = readCursor(cursor);
  if ('from' in place) throw foreignCursor(argument);
  return place;
}

/** @param argument the argument that holds a cursor of another kind of list. */
export const foreignCursor = (argument: 'after' | 'before') =>
  new InvalidInputFailure([
    {
      path: [argument],
      message: 'This cursor is from another list. Use a cursor from `pageInfo` or `edges` of the same list.',
      code: 'invalid_cursor',
    },
  ]);
