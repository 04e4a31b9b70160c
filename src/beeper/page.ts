import { object } from './objectReader.ts';
import { map, type Reader } from './reader.ts';
import { flag, key, readable } from './values.ts';

/** One page of a list, starting with its newest or first item. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Whether there are more items in the requested direction. */
  readonly hasMore: boolean;
  /** Continues towards older or later items; null at the end of the list. */
  readonly oldestCursor: string | null;
  /** Continues towards newer or earlier items; null where there are none. */
  readonly newestCursor: string | null;
}

/** A reader of pages of `item`, without the items that can’t be read; `kind` names them in the log. */
export const page = <Item>(kind: string, item: Reader<Item>): Reader<Page<Item>> =>
  map(
    object({ items: readable(kind, item), hasMore: flag, oldestCursor: key, newestCursor: key }),
    ({ items, hasMore, oldestCursor, newestCursor }) => ({
      items,
      hasMore: hasMore ?? false,
      oldestCursor,
      newestCursor,
    }),
  );
