import { z } from 'zod';
import { flag, readable, text } from './values.ts';

/** One page of a list, newest or first item at the front. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Whether there is more in the direction that was asked for. */
  readonly hasMore: boolean;
  /** Where the older, later part of the list goes on; null at its end. */
  readonly oldestCursor: string | null;
  /** Where the newer, earlier part goes on; null where there is none. */
  readonly newestCursor: string | null;
}

/** A reader for pages of `item`; items that can't be read are left out. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z
    .object({ items: readable(item), hasMore: flag, oldestCursor: text, newestCursor: text })
    .transform(({ hasMore, ...rest }): Page<z.output<Item>> => ({ ...rest, hasMore: hasMore ?? false }));
