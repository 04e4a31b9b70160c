import { describe, expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { idsOf, lists, readAllIDs } from './pagedLists.ts';

const item = (id: string) => ({ id, chatID: '!a:b', accountID: 'matrix', sortKey: '1' });

describe.each(lists)('$name', (list) => {
  test('ends at a repeated cursor of Beeper’s within one page', async () => {
    await using pair = await startPair();
    pair.sandbox.always(list.route, {
      body: { items: [item('!same')], hasMore: true, oldestCursor: 'again', newestCursor: 'again' },
    });

    const { page } = await list.readPage(pair.gateway, { first: 50 });

    expect(new Set(idsOf(page))).toEqual(new Set(['!same']));
    expect(page?.pageInfo.hasNextPage).toBe(false);
    expect(pair.sandbox.calls.filter(({ route }) => route === list.route)).toHaveLength(2);
  });

  test('ends at a repeated cursor of Beeper’s across several pages', async () => {
    await using pair = await startPair();
    pair.sandbox.always(list.route, {
      body: {
        items: [item('!a'), item('!b'), item('!c')],
        hasMore: true,
        oldestCursor: 'again',
        newestCursor: 'again',
      },
    });

    const ids = await readAllIDs(list, pair.gateway, 2);

    expect(ids.length).toBeLessThanOrEqual(6);
    expect(pair.sandbox.calls.length).toBeLessThan(20);
  });

  test('ends at a repeated cursor even if the page before it held new items', async () => {
    await using pair = await startPair();
    const page = (...ids: string[]) => ({
      body: { items: ids.map(item), hasMore: true, oldestCursor: 'again', newestCursor: null },
    });
    pair.sandbox.next(list.route, page('!a', '!b'));
    pair.sandbox.next(list.route, page('!c', '!d'));

    const { page: found } = await list.readPage(pair.gateway, { first: 4 });

    expect(idsOf(found)).toEqual(['!a', '!b', '!c', '!d']);
    expect(found?.pageInfo.hasNextPage).toBe(false);
    expect(pair.sandbox.calls.filter(({ route }) => route === list.route)).toHaveLength(2);
  });

  test('ends at a page that holds nothing new, even if its cursor is new', async () => {
    await using pair = await startPair();
    for (let n = 0; n < 60; n++) {
      pair.sandbox.next(list.route, {
        body: {
          items: [item('!a'), item('!b'), item('!c')],
          hasMore: true,
          oldestCursor: `older${n}`,
          newestCursor: `newer${n}`,
        },
      });
    }

    const { page } = await list.readPage(pair.gateway, { first: 50 });
    const next = await list.readPage(pair.gateway, { first: 50, after: page?.edges.at(-1)?.cursor ?? null });

    expect(idsOf(page)).toEqual(['!a', '!b', '!c']);
    expect(page?.pageInfo.hasNextPage).toBe(false);
    expect(idsOf(next.page)).toEqual([]);
    expect(next.page?.pageInfo.hasNextPage).toBe(false);
    expect(pair.sandbox.calls.filter(({ route }) => route === list.route)).toHaveLength(3);
  });

  test('returns an item that is on two pages once', async () => {
    await using pair = await startPair();
    pair.sandbox.next(list.route, {
      body: { items: [item('!a'), item('!b'), item('!b')], hasMore: true, oldestCursor: 'older' },
    });
    pair.sandbox.next(list.route, {
      body: { items: [item('!b'), item('!c'), item('!a')], hasMore: false },
    });

    const { page } = await list.readPage(pair.gateway, { first: 50 });

    expect(idsOf(page)).toEqual(['!a', '!b', '!c']);
  });

  test('ends at an empty cursor of Beeper’s', async () => {
    await using pair = await startPair();
    pair.sandbox.always(list.route, {
      body: { items: [item('!a'), item('!b')], hasMore: true, oldestCursor: '', newestCursor: '' },
    });

    // Pages of messages can lack a cursor in older apps; the gateway then uses the last sort key.
    const { page } = await list.readPage(pair.gateway, { first: 50 });

    expect(new Set(idsOf(page))).toEqual(new Set(['!a', '!b']));
    expect(page?.pageInfo.hasNextPage).toBe(false);
    expect(pair.sandbox.calls.filter(({ route }) => route === list.route).length).toBeLessThanOrEqual(
      list.name === 'messages' ? 2 : 1,
    );
  });

  test('ends if `hasMore` is false, even if there is a cursor', async () => {
    await using pair = await startPair();
    pair.sandbox.next(list.route, {
      body: { items: [item('!a')], hasMore: false, oldestCursor: 'more', newestCursor: 'more' },
    });

    const { page } = await list.readPage(pair.gateway, { first: 50 });

    expect(idsOf(page)).toEqual(['!a']);
    expect(page?.pageInfo.hasNextPage).toBe(false);
    expect(pair.sandbox.calls.filter(({ route }) => route === list.route)).toHaveLength(1);
  });

  test('skips an empty page that is not the last', async () => {
    await using pair = await startPair();
    pair.sandbox.next(list.route, { body: { items: [], hasMore: true, oldestCursor: 'one' } });
    pair.sandbox.next(list.route, { body: { items: [item('!a')], hasMore: false } });

    const { page } = await list.readPage(pair.gateway, { first: 1 });

    expect(idsOf(page)).toEqual(['!a']);
    expect(page?.pageInfo.hasNextPage).toBe(false);
  });

  test('omits unreadable items and continues after them', async () => {
    await using pair = await startPair();
    pair.sandbox.next(list.route, {
      body: {
        items: [null, 'x', {}, { id: '', accountID: 'matrix' }, { id: true }, item('!a')],
        hasMore: true,
        oldestCursor: 'one',
      },
    });
    pair.sandbox.next(list.route, { body: { items: [[], item('!b')], hasMore: false } });

    const { page, errors } = await list.readPage(pair.gateway, { first: 5 });

    expect(errors).toBeUndefined();
    expect(idsOf(page)).toEqual(['!a', '!b']);
  });

  test.each([[{}], [{ items: null }], [{ items: {} }], [[]], ['"items"'], ['']])(
    'fails for a response without a list of items: %j',
    async (body) => {
      await using pair = await startPair();
      pair.sandbox.next(list.route, { body });

      const { page, errors } = await list.readPage(pair.gateway, {});

      expect(page).toBeNull();
      expect(errors).toMatchObject([{ path: list.path, extensions: { code: 'UPSTREAM_ERROR' } }]);
    },
  );
});
