import { walkBackward } from './backward.ts';
import { type Connection, type ConnectionArgs, foreignCursor } from './connect.ts';
import { type Boundary, type JoinedPlace, readCursor } from './cursor.ts';
import { walkForward } from './forward.ts';
import { newerOnly, withoutNewer } from './newer.ts';
import { createPager, type Edge, type Source, type Walk } from './pages.ts';

/** One of the lists that are joined. */
export interface Strand<Item> {
  /** Names the list in cursors. */
  readonly key: string;
  readonly source: Source<Item>;
}

/** A strand while it is read: the nearest item that is not yet taken is `walk.ready()[taken]`. */
interface OpenStrand<Item> {
  readonly key: string;
  readonly walk: Walk<Item>;
  taken: number;
}

type Taken<Item> = Edge<Item> & { readonly key: string };

/**
 * Joins several lists by time, newest first; each keeps its own order. Items of the same time are in the order of the
 * strands. An item without a time follows the item before it.
 *
 * @param timeOf returns milliseconds since 1970, or null.
 * @param size number of items where `args` name none.
 * @returns the part of the joined list that `args` select.
 * @throws as `connect`.
 */
export async function connectJoined<Item>(
  args: ConnectionArgs,
  size: number,
  strands: readonly Strand<Item>[],
  timeOf: (item: Item) => number | null,
): Promise<Connection<Item>> {
  const ranks = new Map(strands.map(({ key }, rank) => [key, rank]));
  const rankOf = (key: string) => ranks.get(key) ?? strands.length;
  /** Whether `a` is in front of `b` where both could be next. */
  const isInFront = (a: { time: number; key: string }, b: { time: number; key: string }) =>
    a.time === b.time ? rankOf(a.key) < rankOf(b.key) : a.time > b.time;
  const timeAt = (item: Item) => timeOf(item) ?? Number.POSITIVE_INFINITY;

  const placeOf = (
    { key, node, place }: Taken<Item>,
    boundaries: JoinedPlace['boundaries'],
  ): JoinedPlace => ({
    from: key,
    time: timeOf(node),
    boundaries: { ...boundaries, [key]: { place, side: 'after' } },
  });

  async function forward(count: number, from: JoinedPlace | null): Promise<Connection<Item>> {
    const start = from?.boundaries ?? {};
    const open = strands.map(({ key, source }): OpenStrand<Item> => {
      const walk = walkForward(createPager(source, count), start[key] ?? null);
      const isNewer = from && !start[key] ? isNewerThan(from, key) : null;
      return { key, walk: isNewer ? withoutNewer(walk, isNewer) : walk, taken: 0 };
    });
    const { taken, more } = await takeNearest(count, open, isInFrontOf);
    const boundaries = { ...start };
    const edges = taken.map((edge) => {
      boundaries[edge.key] = { place: edge.place, side: 'after' };
      return { node: edge.node, place: placeOf(edge, boundaries) };
    });
    return { edges, hasPreviousPage: from !== null, hasNextPage: more };
  }

  async function backward(count: number, to: JoinedPlace): Promise<Connection<Item>> {
    const open = strands.map(({ key, source }): OpenStrand<Item> => {
      const pager = createPager(source, count);
      const boundary = to.boundaries[key];
      const side = key === to.from ? 'before' : (boundary?.side ?? 'before');
      const walk = boundary
        ? walkBackward(pager, { place: boundary.place, side })
        : newerOnly(walkForward(pager, null), isNewerThan(to, key));
      return { key, walk, taken: 0 };
    });
    const { taken, more } = await takeNearest(count, open, (a, b) => isInFrontOf(b, a));
    // From the far end: what is above an item draws its boundary, and what is below it where nothing is above.
    const below: Record<string, Boundary> = { ...to.boundaries };
    const last = below[to.from];
    if (last) below[to.from] = { place: last.place, side: 'before' };
    const belows = taken.map((edge) => {
      const before = { ...below };
      below[edge.key] = { place: edge.place, side: 'before' };
      return before;
    });
    const above: Record<string, Boundary> = {};
    const edges: Edge<Item, JoinedPlace>[] = [];
    for (let index = taken.length - 1; index >= 0; index--) {
      const edge = taken[index] as Taken<Item>;
      edges.push({ node: edge.node, place: placeOf(edge, { ...belows[index], ...above }) });
      above[edge.key] = { place: edge.place, side: 'after' };
    }
    return { edges, hasPreviousPage: more, hasNextPage: true };
  }

  function isInFrontOf(a: Taken<Item>, b: Taken<Item>): boolean {
    return isInFront({ time: timeAt(a.node), key: a.key }, { time: timeAt(b.node), key: b.key });
  }

  /** Tells whether an item of a strand that has no boundary in a place came after the place was made. */
  function isNewerThan({ time, from }: JoinedPlace, key: string): (item: Item) => boolean {
    const mark = { time: time ?? Number.POSITIVE_INFINITY, key: from };
    return (item) => isInFront({ time: timeAt(item), key }, mark);
  }

  if (args.last != null && args.before) {
    return backward(args.last, readJoinedPlace('before', args.before));
  }
  const from = args.after ? readJoinedPlace('after', args.after) : null;
  return forward(args.first ?? size, from);
}

/** Takes up to `count` items from the strands, each time the nearest one. */
async function takeNearest<Item>(
  count: number,
  strands: readonly OpenStrand<Item>[],
  isNearer: (a: Taken<Item>, b: Taken<Item>) => boolean,
): Promise<{ taken: Taken<Item>[]; more: boolean }> {
  const taken: Taken<Item>[] = [];
  const isEmpty = ({ walk, taken }: OpenStrand<Item>) => walk.ready().length === taken;
  while (taken.length < count) {
    // No item is the nearest before every strand shows its own.
    const waiting = strands.filter((strand) => isEmpty(strand) && strand.walk.canExtend());
    if (waiting.length > 0) {
      await Promise.all(waiting.map(({ walk }) => walk.extend()));
      continue;
    }
    let nearest: { strand: OpenStrand<Item>; edge: Taken<Item> } | null = null;
    for (const strand of strands) {
      const edge = strand.walk.ready()[strand.taken];
      if (!edge) continue;
      const candidate = { key: strand.key, ...edge };
      if (!nearest || isNearer(candidate, nearest.edge)) nearest = { strand, edge: candidate };
    }
    if (!nearest) break;
    nearest.strand.taken++;
    taken.push(nearest.edge);
  }
  const more = strands.some((strand) => !isEmpty(strand) || (strand.walk.hasMore() && taken.length > 0));
  return { taken, more };
}

function readJoinedPlace(argument: 'after' | 'before', cursor: string): JoinedPlace {
  const place = readCursor(cursor);
  if (!('from' in place)) throw foreignCursor(argument);
  return place;
}
