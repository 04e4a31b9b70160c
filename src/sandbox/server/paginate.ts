import { invalidRequest } from './apiError.ts';

/**
 * What the server makes of `direction=after`. `adjoining` is what Beeper documents: the items directly above the
 * cursor. Servers of the same API were seen to ignore the direction, to send the newest items above the cursor, and to
 * leave out the item next to the cursor if there are more than fit on a page.
 */
export const pagings = ['adjoining', 'ignores-direction', 'newest', 'skips-neighbor'] as const;
export type Paging = (typeof pagings)[number];

export interface PageRequest {
  /** Without a cursor, the page starts with the newest item. */
  cursor?: string | undefined;
  direction?: 'before' | 'after' | undefined;
  limit: number;
  /** `key` if a cursor is the plain key of an item. By default, cursors are opaque. */
  cursorFormat?: 'key';
  /** Default `adjoining`. */
  paging?: Paging;
  /** Whether the list claims to have no end: the last page comes again and again, each time with another cursor. */
  repeatsEnd?: boolean;
}

/** Items are newest first. The cursors are null only if there are no items. */
export interface Page<T> {
  items: T[];
  hasMore: boolean;
  oldestCursor: string | null;
  newestCursor: string | null;
}

/**
 * Takes a page from a list that is sorted newest first. `before` selects the items that follow the cursor, `after`
 * the items that precede it; `hasMore` refers to the same direction.
 *
 * @param keyOf returns a text that strictly decreases along the list. A cursor contains the key of an item, and so
 *   stays valid when the item is removed.
 * @throws {ApiError} if the cursor does not come from a list of the sandbox.
 */
export function paginate<T>(list: readonly T[], request: PageRequest, keyOf: (item: T) => string): Page<T> {
  const { cursor, limit, paging = 'adjoining' } = request;
  const direction = paging === 'ignores-direction' ? 'before' : (request.direction ?? 'before');
  const key = cursor && (request.cursorFormat === 'key' ? cursor : readCursor(cursor));
  let from = 0;
  let to = limit;
  let hasMore: boolean;
  if (key && direction === 'before') {
    from = firstIndex(list, (item) => keyOf(item) < key);
    to = from + limit;
    hasMore = to < list.length;
  } else if (key) {
    to = firstIndex(list, (item) => keyOf(item) <= key);
    from = Math.max(0, to - limit);
    hasMore = from > 0;
    if (paging === 'newest') [from, to, hasMore] = [0, Math.min(to, limit), false];
    // One item too many is read, to see whether there are more; then the wrong one is dropped.
    if (paging === 'skips-neighbor' && hasMore) [from, to] = [from - 1, to - 1];
  } else {
    hasMore = to < list.length;
  }
  if (request.repeatsEnd && !(direction === 'after' && key)) {
    hasMore = true;
    if (from >= list.length) from = Math.max(0, list.length - limit);
  }
  const items = list.slice(from, to);
  const [newest] = items;
  const oldest = items.at(-1);
  return {
    items,
    hasMore,
    oldestCursor:
      oldest === undefined ? null : toCursor(keyOf(oldest), request.repeatsEnd && to >= list.length),
    newestCursor: newest === undefined ? null : toCursor(keyOf(newest)),
  };
}

function firstIndex<T>(list: readonly T[], test: (item: T) => boolean): number {
  const index = list.findIndex(test);
  return index < 0 ? list.length : index;
}

const cursorPrefix = 'at:';

let cursorCount = 0;

/** @param isUnique whether each call returns another cursor for the same key. */
function toCursor(key: string, isUnique = false): string {
  const suffix = isUnique ? `\n${++cursorCount}` : '';
  return Buffer.from(cursorPrefix + key + suffix).toString('base64url');
}

function readCursor(cursor: string): string {
  const [text = ''] = Buffer.from(cursor, 'base64url').toString().split('\n');
  if (text.startsWith(cursorPrefix)) return text.slice(cursorPrefix.length);
  throw invalidRequest([{ code: 'custom', message: 'Invalid cursor', path: ['query', 'cursor'] }]);
}
