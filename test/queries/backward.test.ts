import { describe, expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import {
  chats,
  cursorAfter,
  idsOf,
  lists,
  messages,
  startPairWithShortHistory,
  upstreamPaths,
} from './pagedLists.ts';

/** More than any page of Beeper's holds, so that at least one of its pages precedes the cursor. */
const position = 26;

describe.each(lists)('$name', (list) => {
  test.each([1, 5, 20, 25])(
    'returns the last %i items before a cursor, in the order of the list',
    async (last) => {
      await using pair = await startPairWithShortHistory();
      const all = await list.idsFromSDK(pair.sandbox);
      const before = await cursorAfter(list, pair.gateway, position);

      const { page, errors } = await list.readPage(pair.gateway, { last, before });

      expect(errors).toBeUndefined();
      expect(idsOf(page)).toEqual(all.slice(position - 1 - last, position - 1));
      expect(page?.pageInfo).toEqual({
        hasNextPage: true,
        hasPreviousPage: last < position - 1,
        startCursor: page?.edges[0]?.cursor,
        endCursor: page?.edges.at(-1)?.cursor,
      });
    },
  );

  test('returns all items before a cursor, and no previous page, if there are fewer than `last`', async () => {
    await using pair = await startPairWithShortHistory();
    const all = await list.idsFromSDK(pair.sandbox);
    const before = await cursorAfter(list, pair.gateway, 4);

    const { page } = await list.readPage(pair.gateway, { last: 10, before });

    expect(idsOf(page)).toEqual(all.slice(0, 3));
    expect(page?.pageInfo.hasPreviousPage).toBe(false);
  });

  test('has no previous page at the start of the list, without a further upstream call', async () => {
    await using pair = await startPairWithShortHistory();
    const before = await cursorAfter(list, pair.gateway, 4);
    pair.sandbox.calls.length = 0;

    const { page } = await list.readPage(pair.gateway, { last: 3, before });

    expect(page?.edges).toHaveLength(3);
    expect(page?.pageInfo.hasPreviousPage).toBe(false);
    expect(pair.sandbox.calls.filter(({ route }) => route === list.route)).toHaveLength(1);
  });

  test('returns an empty page before the first item', async () => {
    await using pair = await startPairWithShortHistory();
    const before = await cursorAfter(list, pair.gateway, 1);

    const { page } = await list.readPage(pair.gateway, { last: 3, before });

    expect(page).toEqual({
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test('returns every item exactly once when paging backward seven items at a time', async () => {
    await using pair = await startPairWithShortHistory();
    const all = await list.idsFromSDK(pair.sandbox);
    const length = Math.min(all.length, 100);
    let before: string | null = await cursorAfter(list, pair.gateway, length);

    const ids: string[] = [];
    for (let turn = 0; before !== null && turn < 30; turn++) {
      const { page } = await list.readPage(pair.gateway, { last: 7, before });
      ids.unshift(...idsOf(page));
      before = page?.pageInfo.hasPreviousPage ? page.pageInfo.startCursor : null;
    }

    expect(ids).toEqual(all.slice(0, length - 1));
  });

  test('pages in both directions from each cursor of a page that was read backward', async () => {
    await using pair = await startPairWithShortHistory();
    const all = await list.idsFromSDK(pair.sandbox);
    const before = await cursorAfter(list, pair.gateway, position);
    const { page } = await list.readPage(pair.gateway, { last: 22, before });
    expect(page?.edges).toHaveLength(22);

    for (const [index, { cursor }] of page?.edges.entries() ?? []) {
      const place = position - 1 - 22 + index;
      const next = await list.readPage(pair.gateway, { first: 4, after: cursor });
      expect(idsOf(next.page)).toEqual(all.slice(place + 1, place + 5));
      const previous = await list.readPage(pair.gateway, { last: 2, before: cursor });
      expect(idsOf(previous.page)).toEqual(all.slice(Math.max(0, place - 2), place));
    }
  });

  test('ignores `first` if `last` is given', async () => {
    await using pair = await startPairWithShortHistory();
    const all = await list.idsFromSDK(pair.sandbox);
    const before = await cursorAfter(list, pair.gateway, 10);

    const { page } = await list.readPage(pair.gateway, { first: 1, last: 4, before });

    expect(idsOf(page)).toEqual(all.slice(5, 9));
  });
});

test.each([
  [chats, 25, '/v1/chats'],
  [messages, 20, '/v1/chats/!history2000%3Abeeper.com/messages'],
])('$name pages backward across the start of a page of Beeper’s', async (list, size, path) => {
  // This app ignores `limit`, so that a page has the size of Beeper’s.
  await using pair = await startPairWithShortHistory({ appVersion: '4.3.0' });
  const all = await list.idsFromSDK(pair.sandbox);
  const before = await cursorAfter(list, pair.gateway, size + 2);
  pair.sandbox.calls.length = 0;

  const { page } = await list.readPage(pair.gateway, { last: 3, before });

  expect(idsOf(page)).toEqual(all.slice(size - 2, size + 1));
  const pages = upstreamPaths(pair.sandbox).filter((one) => one.startsWith(`${path}?`));
  // The page above ends where the cursor’s page was requested to start, which shows that it adjoins.
  expect(pages).toEqual([
    expect.stringMatching(/[?&]cursor=[\w-]+&direction=before$/),
    expect.stringMatching(/[?&]cursor=[\w-]+&direction=after$/),
  ]);
});

test.each([['ignores-direction' as const], ['newest' as const], ['skips-neighbor' as const]])(
  'paging backward loses no item on a server whose paging is %s',
  async (paging) => {
    await using pair = await startPairWithShortHistory({ paging, appVersion: '4.3.0' });
    for (const list of [chats, messages]) {
      const all = await list.idsFromSDK(pair.sandbox);
      const before = await cursorAfter(list, pair.gateway, 150);

      const { page } = await list.readPage(pair.gateway, { last: 45, before });

      expect(idsOf(page)).toEqual(all.slice(104, 149));
      expect(page?.pageInfo.hasPreviousPage).toBe(true);
    }
  },
);

test('paging backward fails if the server’s pages do not adjoin and the cursor is too far from the front', async () => {
  await using pair = await startPair({ paging: 'newest' });
  const before = await cursorAfter(messages, pair.gateway, 1_500);
  pair.sandbox.calls.length = 0;

  const { page, errors } = await messages.readPage(pair.gateway, { last: 30, before });

  expect(page).toBeNull();
  expect(errors).toMatchObject([
    {
      path: ['chat', 'messages'],
      extensions: { code: 'UNSUPPORTED', remedy: expect.stringContaining('Page forward') },
    },
  ]);
  const calls = pair.sandbox.calls.filter(({ route }) => route === messages.route);
  expect(calls.length).toBeGreaterThan(40);
  expect(calls.length).toBeLessThanOrEqual(50);
});
