import { describe, expect, test } from 'vitest';
import { type Sandbox, seedChatIDs } from '../../src/sandbox/index.ts';
import { type Pair, startPair } from '../support/pair.ts';
import {
  chats,
  cursorAfter,
  idsOf,
  keepLastMessages,
  lists,
  messages,
  type PagedList,
  startPairWithShortHistory,
} from './pagedLists.ts';

/** More pages than the gateway may read for one page of a connection. */
const manyPages = 120;

function sendEmptyPages({ sandbox }: Pair, { route }: PagedList): void {
  for (let n = 0; n < manyPages; n++) {
    sandbox.next(route, {
      body: { items: [], hasMore: true, oldestCursor: `older${n}`, newestCursor: `newer${n}` },
    });
  }
}

const callsTo = (sandbox: Sandbox, { route }: PagedList) =>
  sandbox.calls.filter((call) => call.route === route).length;

describe.each(lists)('$name', (list) => {
  test('ends after 50 empty pages with ever new cursors', async () => {
    await using pair = await startPair();
    sendEmptyPages(pair, list);

    const { page, errors } = await list.readPage(pair.gateway, { first: 5 });

    expect(errors).toBeUndefined();
    expect(callsTo(pair.sandbox, list)).toBe(50);
    // Without a cursor, a client that is told to continue would start over for ever.
    expect(page).toMatchObject({ edges: [], pageInfo: { endCursor: null, hasNextPage: false } });
  });

  test('returns what it found within 50 pages, with a cursor to continue from', async () => {
    await using pair = await startPair();
    pair.sandbox.next(list.route, {
      body: { items: [{ id: '!a', accountID: 'matrix' }], hasMore: true, oldestCursor: 'older' },
    });
    sendEmptyPages(pair, list);

    const { page } = await list.readPage(pair.gateway, { first: 5 });

    expect(callsTo(pair.sandbox, list)).toBe(50);
    expect(idsOf(page)).toEqual(['!a']);
    expect(page?.pageInfo).toMatchObject({ endCursor: expect.any(String), hasNextPage: true });
  });

  test('ends after 50 empty pages when paging backward, too', async () => {
    await using pair = await startPair();
    sendEmptyPages(pair, list);
    const before = Buffer.from(JSON.stringify(['older', 'before', 20, 0, '!a'])).toString('base64url');

    const { page } = await list.readPage(pair.gateway, { last: 5, before });

    expect(callsTo(pair.sandbox, list)).toBe(50);
    expect(page).toMatchObject({ edges: [], pageInfo: { startCursor: null, hasPreviousPage: false } });
  });
});

/** How to move the first item of a list down; `pageSize` is the size of Beeper's pages. */
const pushes = [
  { list: chats, pageSize: 25, push: pushChats },
  { list: messages, pageSize: 20, push: pushMessages },
];

/** Moves `count` chats to the top of the list. */
async function pushChats(sandbox: Sandbox, count: number): Promise<void> {
  const ids = await chats.idsFromSDK(sandbox);
  for (const [index, id] of ids.slice(-count).entries()) {
    const chat = sandbox.chats.get(id);
    if (chat) chat.lastActivity = new Date(Date.parse('2026-08-15T00:00:00Z') + index * 1_000).toISOString();
  }
}

/** Adds `count` messages. */
async function pushMessages(sandbox: Sandbox, count: number): Promise<void> {
  const found = keepLastMessages(sandbox, 210);
  const last = found.at(-1);
  for (let n = 1; last && n <= count; n++) {
    const key = String(Number(last.sortKey) + n);
    found.push({ ...last, id: key, sortKey: key });
  }
}

describe.each(pushes)('$list.name', ({ list, pageSize, push }) => {
  test('continues after an item that moved 5 pages down', async () => {
    await using pair = await startPairWithShortHistory();
    const after = await cursorAfter(list, pair.gateway, 1);
    await push(pair.sandbox, 5 * pageSize);
    const expected = (await list.idsFromSDK(pair.sandbox)).slice(5 * pageSize + 1, 5 * pageSize + 4);
    pair.sandbox.calls.length = 0;

    const { page } = await list.readPage(pair.gateway, { first: 3, after });

    expect(idsOf(page)).toEqual(expected);
    expect(callsTo(pair.sandbox, list)).toBe(6);
  });

  test('stops searching for an item that moved further, and starts over', async () => {
    await using pair = await startPairWithShortHistory();
    const after = await cursorAfter(list, pair.gateway, 1);
    await push(pair.sandbox, 6 * pageSize);
    const expected = (await list.idsFromSDK(pair.sandbox)).slice(0, 3);
    pair.sandbox.calls.length = 0;

    const { page } = await list.readPage(pair.gateway, { first: 3, after });

    expect(idsOf(page)).toEqual(expected);
    expect(callsTo(pair.sandbox, list)).toBe(6);
  });
});

test('lastMessage reads one page only, even if all its messages are hidden', async () => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/chats/{chatID}/messages', {
    body: {
      items: [{ id: '1', sortKey: '1', isHidden: true }],
      hasMore: true,
      oldestCursor: 'older',
    },
  });

  const response = await pair.gateway.send(`{ chat(id: "${seedChatIDs.kishan}") { lastMessage { id } } }`);

  expect(await response.json()).toEqual({ data: { chat: { lastMessage: null } } });
  expect(callsTo(pair.sandbox, messages)).toBe(1);
});
