import type { Edge, Walk } from './pages.ts';

/** @returns a walk from the front of a list without the items at its start that are newer. */
export function withoutNewer<Item>(walk: Walk<Item>, isNewer: (item: Item) => boolean): Walk<Item> {
  let ready: readonly Edge<Item>[] = [];
  return {
    ready() {
      return ready;
    },
    hasMore() {
      return walk.hasMore();
    },
    canExtend() {
      return walk.canExtend();
    },
    async extend() {
      await walk.extend();
      const start = walk.ready().findIndex(({ node }) => !isNewer(node));
      ready = start < 0 ? [] : walk.ready().slice(start);
    },
  };
}

/** @returns a walk over the items at the start of a list that are newer, the oldest of them first. */
export function newerOnly<Item>(walk: Walk<Item>, isNewer: (item: Item) => boolean): Walk<Item> {
  let ready: readonly Edge<Item>[] | null = null;
  return {
    ready() {
      return ready ?? [];
    },
    hasMore() {
      return ready === null;
    },
    canExtend() {
      return ready === null;
    },
    async extend() {
      let end = -1;
      while (end < 0 && walk.canExtend()) {
        await walk.extend();
        end = walk.ready().findIndex(({ node }) => !isNewer(node));
      }
      ready = walk
        .ready()
        .slice(0, end < 0 ? undefined : end)
        .toReversed();
    },
  };
}
