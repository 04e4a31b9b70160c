import { describe, expect, test } from 'vitest';
import { cursorBehind, idsIn, lists, pathsTo, startLists, walk } from './lists.ts';

describe.each(lists)('$name', (list) => {
  test.each([1, 24, 25, 26, 60, 200])('brings the first %i, in Beeper’s order', async (first) => {
    await using pair = await startLists();
    const all = await list.inOrder(pair.sandbox);

    const { part, errors } = await list.ask(pair.gateway, { first });

    expect(errors).toBeUndefined();
    expect(idsIn(part)).toEqual(all.slice(0, first));
    expect(part?.pageInfo).toEqual({
      hasNextPage: first < all.length,
      hasPreviousPage: false,
      startCursor: part?.edges[0]?.cursor,
      endCursor: part?.edges.at(-1)?.cursor,
    });
  });

  test.each([7, 24, 33])(
    'gives each item exactly once, in order, when it is walked %i at a time',
    async (step) => {
      await using pair = await startLists();

      expect(await walk(list, pair.gateway, step)).toEqual(await list.inOrder(pair.sandbox));
    },
  );

  test('goes on behind each edge of a part, wherever Beeper’s own pages end', async () => {
    await using pair = await startLists();
    const all = await list.inOrder(pair.sandbox);
    const { part } = await list.ask(pair.gateway, { first: 45 });
    const edges = part?.edges ?? [];
    expect(edges.length).toBeGreaterThan(20);

    for (const [index, { cursor }] of edges.entries()) {
      const next = await list.ask(pair.gateway, { first: 3, after: cursor });
      expect(idsIn(next.part)).toEqual(all.slice(index + 1, index + 4));
      expect(next.part?.pageInfo.hasNextPage).toBe(index + 4 < all.length);
    }
  });

  test('has no next page exactly when its last item is there', async () => {
    await using pair = await startLists();
    const { length } = await list.inOrder(pair.sandbox);
    const after = await cursorBehind(list, pair.gateway, length - 3);

    for (const [first, items, hasNextPage] of [
      [2, 2, true],
      [3, 3, false],
      [4, 3, false],
    ] as const) {
      const { part } = await list.ask(pair.gateway, { first, after });
      expect(part?.edges).toHaveLength(items);
      expect(part?.pageInfo).toMatchObject({ hasNextPage, hasPreviousPage: true });
    }
  });

  test('is empty behind its last item', async () => {
    await using pair = await startLists();
    const { part } = await list.ask(pair.gateway, { first: 1 });
    // The front of a list of one item is its end.
    pair.sandbox.next(list.route, {
      body: { items: [{ id: idsIn(part)[0], accountID: 'matrix' }], hasMore: false },
    });

    const end = await list.ask(pair.gateway, { first: 5, after: part?.pageInfo.endCursor ?? null });

    expect(end.part).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test('takes a `first` that is null for one that is left out', async () => {
    await using pair = await startLists();
    const usual = await list.ask(pair.gateway, {});

    const { part } = await list.ask(pair.gateway, { first: null });

    expect(idsIn(usual.part).length).toBeGreaterThan(1);
    expect(idsIn(part)).toEqual(idsIn(usual.part));
  });
});

test.each([
  ['chats', 1, 1],
  ['chats', 25, 1],
  ['chats', 26, 2],
  ['chats', 60, 3],
  ['messages', 20, 1],
  ['messages', 21, 2],
  ['messages', 200, 10],
  ['contacts', 26, 1],
  ['searchChats', 161, 1],
] as const)('%s asked for %i items are %i calls for pages', async (name, first, count) => {
  await using pair = await startLists();
  const list = lists.find((one) => one.name === name);

  await list?.ask(pair.gateway, { first });

  expect(pair.sandbox.calls.filter(({ route }) => route === list?.route)).toHaveLength(count);
});

test.each([
  ['contacts', 7],
  ['contacts', 200],
  ['searchChats', 7],
  ['searchChats', 200],
] as const)('%s lets Beeper make pages of %i', async (name, first) => {
  await using pair = await startLists();

  await lists.find((one) => one.name === name)?.ask(pair.gateway, { first });

  expect(new URL(pathsTo(pair.sandbox)[0] ?? '', pair.sandbox.url).search).toBe(`?limit=${first}`);
});
