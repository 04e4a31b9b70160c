import { z } from 'zod';

/** Where an item is in a list: its page, and in it the item's position and ID. */
const place = z.object({
  page: z.object({
    cursor: z.string().nullable(),
    direction: z.enum(['before', 'after']),
    limit: z.int().min(1).max(200),
  }),
  index: z.int().min(0),
  id: z.string(),
  /** For the last item of a page: the cursor of the next page, so that continuing needs no second look at this one. */
  next: z.string().nullable().catch(null),
});
export type Place = z.output<typeof place>;

/** @returns the opaque cursor of an item. */
export function cursorOf({ place: { page, index, id, next } }: { readonly place: Place }): string {
  const { cursor, direction, limit } = page;
  return Buffer.from(JSON.stringify([cursor, direction, limit, index, id, next])).toString('base64url');
}

/** @throws {Error} for anything that `cursorOf` does not return. */
export function readCursor(cursor: string): Place {
  const [pageCursor, direction, limit, index, id, next] = JSON.parse(
    Buffer.from(cursor, 'base64url').toString(),
  );
  return place.parse({ page: { cursor: pageCursor, direction, limit }, index, id, next });
}

/** @returns whether `readCursor` can read it. */
export function isCursor(cursor: string): boolean {
  try {
    readCursor(cursor);
    return true;
  } catch {
    return false;
  }
}
