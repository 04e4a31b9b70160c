import { describe, expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { idsIn, lists, walk } from './lists.ts';

const item = (id: string) => ({ id, accountID: 'matrix', sortKey: '1' });

describe.each(lists)('$name', (list) => {
  test('ends where Beeper’s cursor repeats itself, in one answer', async () => {
    await using pair = await startPair();
    pair.sandbox.always(list.route, {
      body: { items: [item('!same')], hasMore: true, oldestCursor: 'again', newestCursor: 'again' },
    });

    const { part } = await list.ask(pair.gateway, { first: 50 });

    expect(new Set(idsIn(part))).toEqual(new Set(['!same']));
    expect(part?.pageInfo.hasNextPage).toBe(false);
    expect(pair.sandbox.calls.filter(({ route }) => route === list.route)).toHaveLength(2);
  });

  test('ends where Beeper’s cursor repeats itself, in a walk of many answers', async () => {
    await using pair = await startPair();
    pair.sandbox.always(list.route, {
      body: {
        items: [item('!a'), item('!b'), item('!c')],
        hasMore: true,
        oldestCursor: 'again',
        newestCursor: 'again',
      },
    });

    const ids = await walk(list, pair.gateway, 2);

    expect(ids.length).toBeLessThanOrEqual(6);
    expect(pair.sandbox.calls.length).toBeLessThan(20);
  });

  test('ends at an empty cursor', async () => {
    await using pair = await startPair();
    pair.sandbox.always(list.route, {
      body: { items: [item('!a'), item('!b')], hasMore: true, oldestCursor: '', newestCursor: '' },
    });

    // Older apps name no cursor for messages: there the last item's sort key is one.
    const { part } = await list.ask(pair.gateway, { first: 50 });

    expect(new Set(idsIn(part))).toEqual(new Set(['!a', '!b']));
    expect(part?.pageInfo.hasNextPage).toBe(false);
    expect(pair.sandbox.calls.filter(({ route }) => route === list.route).length).toBeLessThanOrEqual(
      list.name === 'messages' ? 2 : 1,
    );
  });

  test('ends where Beeper says so, whatever cursor comes along', async () => {
    await using pair = await startPair();
    pair.sandbox.next(list.route, {
      body: { items: [item('!a')], hasMore: false, oldestCursor: 'more', newestCursor: 'more' },
    });

    const { part } = await list.ask(pair.gateway, { first: 50 });

    expect(idsIn(part)).toEqual(['!a']);
    expect(part?.pageInfo.hasNextPage).toBe(false);
    expect(pair.sandbox.calls.filter(({ route }) => route === list.route)).toHaveLength(1);
  });

  test('passes over an empty page that has more behind it', async () => {
    await using pair = await startPair();
    pair.sandbox.next(list.route, { body: { items: [], hasMore: true, oldestCursor: 'one' } });
    pair.sandbox.next(list.route, { body: { items: [item('!a')], hasMore: false } });

    const { part } = await list.ask(pair.gateway, { first: 1 });

    expect(idsIn(part)).toEqual(['!a']);
    expect(part?.pageInfo.hasNextPage).toBe(false);
  });

  test('ends after a bounded number of calls where empty pages bring ever new cursors', async () => {
    await using pair = await startPair();
    for (let n = 0; n < 300; n++) {
      pair.sandbox.next(list.route, { body: { items: [], hasMore: true, oldestCursor: `c${n}` } });
    }

    const { part } = await list.ask(pair.gateway, { first: 5 });

    expect(pair.sandbox.calls.length).toBeLessThanOrEqual(60);
    expect(part?.edges).toEqual([]);
    // There is no cursor to go on from: a client that was told to go on would begin again, for ever.
    expect(part?.pageInfo).toMatchObject({ endCursor: null, hasNextPage: false });
  });

  test('leaves out what can’t be read, and goes on behind it', async () => {
    await using pair = await startPair();
    pair.sandbox.next(list.route, {
      body: {
        items: [null, 'x', {}, { id: '', accountID: 'matrix' }, { id: 7 }, item('!a')],
        hasMore: true,
        oldestCursor: 'one',
      },
    });
    pair.sandbox.next(list.route, { body: { items: [[], item('!b')], hasMore: false } });

    const { part, errors } = await list.ask(pair.gateway, { first: 5 });

    expect(errors).toBeUndefined();
    expect(idsIn(part)).toEqual(['!a', '!b']);
  });

  test.each([[{}], [{ items: null }], [{ items: {} }], [[]], ['"items"'], ['']])(
    'takes an answer without a list of items, %j, for unreadable and not for an empty list',
    async (body) => {
      await using pair = await startPair();
      pair.sandbox.next(list.route, { body });

      const { part, errors } = await list.ask(pair.gateway, {});

      expect(part).toBeNull();
      expect(errors).toMatchObject([{ path: list.path, extensions: { code: 'UPSTREAM_ERROR' } }]);
    },
  );
});
