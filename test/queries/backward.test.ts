import { describe, expect, test } from 'vitest';
import { chats, cursorBehind, idsIn, lists, messages, pathsTo, startLists } from './lists.ts';

/** Pages that Beeper makes, and pages of a `limit`: behind this many items there is always a page before. */
const behind = 26;

describe.each(lists)('$name', (list) => {
  test.each([1, 5, 20, 25])('gives the last %i before a cursor, in the order of the list', async (last) => {
    await using pair = await startLists();
    const all = await list.inOrder(pair.sandbox);
    const before = await cursorBehind(list, pair.gateway, behind);

    const { part, errors } = await list.ask(pair.gateway, { last, before });

    expect(errors).toBeUndefined();
    expect(idsIn(part)).toEqual(all.slice(behind - 1 - last, behind - 1));
    expect(part?.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: last < behind - 1,
      startCursor: part?.edges[0]?.cursor,
      endCursor: part?.edges.at(-1)?.cursor,
    });
  });

  test('gives what there is, and says that there is no more, when more is wanted than stands before', async () => {
    await using pair = await startLists();
    const all = await list.inOrder(pair.sandbox);
    const before = await cursorBehind(list, pair.gateway, 4);

    const { part } = await list.ask(pair.gateway, { last: 10, before });

    expect(idsIn(part)).toEqual(all.slice(0, 3));
    expect(part?.pageInfo.hasPreviousPage).toBe(false);
  });

  test('says that nothing stands before the first item, which costs no call for another page', async () => {
    await using pair = await startLists();
    const before = await cursorBehind(list, pair.gateway, 4);
    pair.sandbox.calls.length = 0;

    const { part } = await list.ask(pair.gateway, { last: 3, before });

    expect(part?.edges).toHaveLength(3);
    expect(part?.pageInfo.hasPreviousPage).toBe(false);
    expect(pair.sandbox.calls.filter(({ route }) => route === list.route)).toHaveLength(1);
  });

  test('has nothing before its first item', async () => {
    await using pair = await startLists();
    const before = await cursorBehind(list, pair.gateway, 1);

    const { part } = await list.ask(pair.gateway, { last: 3, before });

    expect(part).toEqual({
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test('is walked back to its front, seven at a time, and nothing is left out or comes twice', async () => {
    await using pair = await startLists();
    const all = await list.inOrder(pair.sandbox);
    const length = Math.min(all.length, 100);
    let before: string | null = await cursorBehind(list, pair.gateway, length);

    const ids: string[] = [];
    for (let turn = 0; before !== null && turn < 30; turn++) {
      const { part } = await list.ask(pair.gateway, { last: 7, before });
      ids.unshift(...idsIn(part));
      before = part?.pageInfo.hasPreviousPage ? part.pageInfo.startCursor : null;
    }

    expect(ids).toEqual(all.slice(0, length - 1));
  });

  test('goes on from the cursors of a part that was walked back to', async () => {
    await using pair = await startLists();
    const all = await list.inOrder(pair.sandbox);
    const before = await cursorBehind(list, pair.gateway, behind);
    const { part } = await list.ask(pair.gateway, { last: 22, before });
    expect(part?.edges).toHaveLength(22);

    for (const [index, { cursor }] of part?.edges.entries() ?? []) {
      const place = behind - 1 - 22 + index;
      const next = await list.ask(pair.gateway, { first: 4, after: cursor });
      expect(idsIn(next.part)).toEqual(all.slice(place + 1, place + 5));
      const previous = await list.ask(pair.gateway, { last: 2, before: cursor });
      expect(idsIn(previous.part)).toEqual(all.slice(Math.max(0, place - 2), place));
    }
  });

  test('does not look at `first` where `last` is given', async () => {
    await using pair = await startLists();
    const all = await list.inOrder(pair.sandbox);
    const before = await cursorBehind(list, pair.gateway, 10);

    const { part } = await list.ask(pair.gateway, { first: 1, last: 4, before });

    expect(idsIn(part)).toEqual(all.slice(5, 9));
  });
});

test.each([
  [chats, 25, '/v1/chats'],
  [messages, 20, '/v1/chats/!history2000%3Abeeper.com/messages'],
])('$name asks Beeper for the newer direction where a page of its own begins', async (list, size, path) => {
  await using pair = await startLists();
  const before = await cursorBehind(list, pair.gateway, size + 2);
  pair.sandbox.calls.length = 0;

  await list.ask(pair.gateway, { last: 3, before });

  const pages = pathsTo(pair.sandbox).filter((one) => one.startsWith(`${path}?`));
  expect(pages).toEqual([
    expect.stringMatching(/\?cursor=[\w-]+&direction=before$/),
    expect.stringMatching(/\?cursor=[\w-]+&direction=after$/),
  ]);
});
