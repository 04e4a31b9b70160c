import { invalid } from './apiError.ts';

/** Where a client wants to read on. Without a cursor, a list begins with its newest item. */
export interface PageRequest {
  cursor?: string | undefined;
  direction?: 'before' | 'after' | undefined;
  limit: number;
  /** `keys` if the cursors of this list are its items' keys as they stand; else they are opaque. */
  cursorsAre?: 'keys';
}

/** A piece of a list, newest first. The cursors are null only if there are no items. */
export interface Page<T> {
  items: T[];
  hasMore: boolean;
  oldestCursor: string | null;
  newestCursor: string | null;
}

/**
 * The page that the request asks for, of a list that is sorted newest first: `before` gives the items next after
 * the cursor, `after` those next above it, and `hasMore` tells of the same direction. `keyOf` gives each item a
 * text that falls strictly from item to item, so a cursor stays good when its item is gone.
 * Throws a validation Problem for a cursor that this list never gave.
 */
export function paginate<T>(list: readonly T[], request: PageRequest, keyOf: (item: T) => string): Page<T> {
  const { cursor, direction = 'before', limit } = request;
  const key = cursor && (request.cursorsAre === 'keys' ? cursor : readCursor(cursor));
  let from = 0;
  let to = limit;
  if (key && direction === 'before') {
    from = indexWhere(list, (item) => keyOf(item) < key);
    to = from + limit;
  } else if (key) {
    to = indexWhere(list, (item) => keyOf(item) <= key);
    from = Math.max(0, to - limit);
  }
  const items = list.slice(from, to);
  const [newest] = items;
  const oldest = items.at(-1);
  return {
    items,
    hasMore: direction === 'after' && key ? from > 0 : to < list.length,
    oldestCursor: oldest === undefined ? null : toCursor(keyOf(oldest)),
    newestCursor: newest === undefined ? null : toCursor(keyOf(newest)),
  };
}

function indexWhere<T>(list: readonly T[], test: (item: T) => boolean): number {
  const index = list.findIndex(test);
  return index < 0 ? list.length : index;
}

const MARK = 'at:';

function toCursor(key: string): string {
  return Buffer.from(MARK + key).toString('base64url');
}

function readCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (text.startsWith(MARK)) return text.slice(MARK.length);
  throw invalid([{ code: 'custom', message: 'Invalid cursor', path: ['query', 'cursor'] }]);
}
