import { LRUCache } from 'lru-cache';
import * as z from 'zod';

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
  /** IDs of the items behind it and in front of it on the page: they mark the position when it has moved or is gone. */
  following: z.string().nullable().catch(null),
  preceding: z.string().nullable().catch(null),
});
export type Place = z.output<typeof place>;

const side = z.enum(['before', 'after']);

/** A position between two items of a list: directly before or after one of them. */
export interface Boundary {
  readonly place: Place;
  readonly side: z.output<typeof side>;
}

/** Where an item is in a list that is joined from several: in each of them, the boundary that the item draws. */
const joinedPlace = z.object({
  /** Key of the list that the item is from. Its boundary is directly after the item. */
  from: z.string(),
  /** Time of the item in milliseconds since 1970; null where it has none. */
  time: z.number().nullable(),
  /** By key. A list of which nothing was read up to the item has no boundary. */
  boundaries: z.record(z.string(), z.object({ place, side })),
});
export type JoinedPlace = z.output<typeof joinedPlace>;

/** One per place, under however many aliases it is selected. */
const cursors = new WeakMap<Place | JoinedPlace, string>();

/** @returns the opaque cursor of an item. */
export function cursorOf({ place }: { readonly place: Place | JoinedPlace }): string {
  const cursor =
    cursors.get(place) ??
    Buffer.from(JSON.stringify('from' in place ? packJoined(place) : pack(place))).toString('base64url');
  cursors.set(place, cursor);
  return cursor;
}

/** Far more than a person has networks. */
const maxLists = 100;

/** The last few, because a cursor in a list of chats is read for each of them. */
const lastRead = new LRUCache<string, { readonly place: Place | JoinedPlace | null }>({ max: 10 });

/** @throws {Error} for anything that `cursorOf` does not return. */
export function readCursor(cursor: string): Place | JoinedPlace {
  const place = placeIn(cursor);
  if (place === null) throw new Error('This is not a cursor');
  return place;
}

/** @returns whether `readCursor` can read it. */
export const isCursor = (cursor: string): boolean => placeIn(cursor) !== null;

function placeIn(cursor: string): Place | JoinedPlace | null {
  const known = lastRead.get(cursor) ?? { place: unpackCursor(cursor) };
  lastRead.set(cursor, known);
  return known.place;
}

function unpackCursor(cursor: string): Place | JoinedPlace | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  try {
    const packed: unknown = JSON.parse(text);
    return Array.isArray(packed) ? place.parse(unpack(packed)) : joinedPlace.parse(unpackJoined(packed));
  } catch {
    return null;
  }
}

// Cursors are kept short: arrays without names.

function pack({ page: { cursor, direction, limit }, index, id, next, following, preceding }: Place) {
  return [cursor, direction, limit, index, id, next, following, preceding];
}

function unpack([cursor, direction, limit, index, id, next, following, preceding]: readonly unknown[]) {
  return { page: { cursor, direction, limit }, index, id, next, following, preceding };
}

const packedJoined = z.object({
  from: z.string(),
  time: z.number().nullable(),
  at: z
    .custom<object>((at) => typeof at === 'object' && at !== null && Object.keys(at).length <= maxLists)
    .pipe(z.record(z.string(), z.tuple([side, z.array(z.unknown())]))),
});

function packJoined({ from, time, boundaries }: JoinedPlace): z.output<typeof packedJoined> {
  const at = Object.entries(boundaries).map(
    ([key, boundary]) => [key, [boundary.side, pack(boundary.place)]] as const,
  );
  return { from, time, at: Object.fromEntries(at) as z.output<typeof packedJoined>['at'] };
}

function unpackJoined(packed: unknown) {
  const { from, time, at } = packedJoined.parse(packed);
  const boundaries = Object.entries(at).map(([key, [side, place]]) => [key, { side, place: unpack(place) }]);
  return { from, time, boundaries: Object.fromEntries(boundaries) };
}
