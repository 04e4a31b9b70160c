import { describe, expect, test } from 'vitest';
import {
  chats,
  cursorAfter,
  idsOf,
  lists,
  readAllIDs,
  startPairWithShortHistory,
  upstreamPaths,
} from './pagedLists.ts';

describe.each(lists)('$name', (list) => {
  test.each([1, 24, 25, 26, 60, 200])('returns the first %i items in Beeper’s order', async (first) => {
    await using pair = await startPairWithShortHistory();
    const all = await list.idsFromSDK(pair.sandbox);

    const { page, errors } = await list.readPage(pair.gateway, { first });

    expect(errors).toBeUndefined();
    expect(idsOf(page)).toEqual(all.slice(0, first));
    expect(page?.pageInfo).toEqual({
      hasNextPage: first < all.length,
      hasPreviousPage: false,
      startCursor: page?.edges[0]?.cursor,
      endCursor: page?.edges.at(-1)?.cursor,
    });
  });

  test.each([7, 24, 33])(
    'returns each item exactly once, in order, when paging %i at a time',
    async (step) => {
      await using pair = await startPairWithShortHistory();

      expect(await readAllIDs(list, pair.gateway, step)).toEqual(await list.idsFromSDK(pair.sandbox));
    },
  );

  test('continues after each edge of a page, wherever Beeper’s own pages end', async () => {
    await using pair = await startPairWithShortHistory();
    const all = await list.idsFromSDK(pair.sandbox);
    const { page } = await list.readPage(pair.gateway, { first: 45 });
    const edges = page?.edges ?? [];
    expect(edges.length).toBeGreaterThan(20);

    for (const [index, { cursor }] of edges.entries()) {
      const next = await list.readPage(pair.gateway, { first: 3, after: cursor });
      expect(idsOf(next.page)).toEqual(all.slice(index + 1, index + 4));
      expect(next.page?.pageInfo.hasNextPage).toBe(index + 4 < all.length);
    }
  });

  test('has no next page exactly if the page contains the last item', async () => {
    await using pair = await startPairWithShortHistory();
    const { length } = await list.idsFromSDK(pair.sandbox);
    const after = await cursorAfter(list, pair.gateway, length - 3);

    for (const [first, items, hasNextPage] of [
      [2, 2, true],
      [3, 3, false],
      [4, 3, false],
    ] as const) {
      const { page } = await list.readPage(pair.gateway, { first, after });
      expect(page?.edges).toHaveLength(items);
      expect(page?.pageInfo).toMatchObject({ hasNextPage, hasPreviousPage: true });
    }
  });

  test('returns an empty page after its last item', async () => {
    await using pair = await startPairWithShortHistory();
    const { page } = await list.readPage(pair.gateway, { first: 1 });
    // In a list of one item, the first cursor is also the last.
    pair.sandbox.next(list.route, {
      body: { items: [{ id: idsOf(page)[0], accountID: 'matrix' }], hasMore: false },
    });

    const end = await list.readPage(pair.gateway, { first: 5, after: page?.pageInfo.endCursor ?? null });

    expect(end.page).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test('treats a `first` of null as omitted', async () => {
    await using pair = await startPairWithShortHistory();
    const withDefault = await list.readPage(pair.gateway, {});

    const { page } = await list.readPage(pair.gateway, { first: null });

    expect(idsOf(withDefault.page).length).toBeGreaterThan(1);
    expect(idsOf(page)).toEqual(idsOf(withDefault.page));
  });
});

test.each([
  ['chats', 1, 1],
  ['chats', 26, 1],
  ['chats', 200, 1],
  ['messages', 20, 1],
  ['messages', 21, 2],
  ['messages', 200, 10],
  ['contacts', 26, 1],
  ['searchChats', 165, 1],
] as const)('%s with `first` %i makes %i upstream calls for pages', async (name, first, count) => {
  await using pair = await startPairWithShortHistory();
  const list = lists.find((one) => one.name === name);

  await list?.readPage(pair.gateway, { first });

  expect(pair.sandbox.calls.filter(({ route }) => route === list?.route)).toHaveLength(count);
});

test.each([
  [25, 1],
  [26, 2],
  [60, 3],
])('chats with `first` %i makes %i upstream calls on an app that ignores `limit`', async (first, count) => {
  await using pair = await startPairWithShortHistory({ appVersion: '4.3.0' });

  const { page } = await chats.readPage(pair.gateway, { first });

  expect(page?.edges).toHaveLength(first);
  expect(pair.sandbox.calls.filter(({ route }) => route === chats.route)).toHaveLength(count);
});

test.each([
  ['chats', 7],
  ['chats', 200],
  ['contacts', 7],
  ['contacts', 200],
  ['searchChats', 7],
  ['searchChats', 200],
] as const)('%s requests pages of %i items from Beeper', async (name, first) => {
  await using pair = await startPairWithShortHistory();

  await lists.find((one) => one.name === name)?.readPage(pair.gateway, { first });

  expect(new URL(upstreamPaths(pair.sandbox)[0] ?? '', pair.sandbox.url).search).toBe(`?limit=${first}`);
});
