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
      body: {
        items: [{ id: '!a', chatID: '!a:b', accountID: 'matrix' }],
        hasMore: true,
        oldestCursor: 'older',
      },
    });
    sendEmptyPages(pair, list);

    const { page } = await list.readPage(pair.gateway, { first: 5 });

    expect(callsTo(pair.sandbox, list)).toBe(50);
    expect(idsOf(page)).toEqual(['!a']);
    expect(page?.pageInfo).toMatchObject({ endCursor: expect.any(String), hasNextPage: true });
  });

  test('fails when paging backward from an empty page of a list without an end', async () => {
    await using pair = await startPair();
    sendEmptyPages(pair, list);
    const before = Buffer.from(JSON.stringify(['older', 'before', 20, 0, '!a'])).toString('base64url');

    const { errors } = await list.readPage(pair.gateway, { last: 5, before });

    expect(callsTo(pair.sandbox, list)).toBe(50);
    expect(errors).toMatchObject([{ path: list.path, extensions: { code: 'UNSUPPORTED' } }]);
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

/** Removes a chat or a message of the longest history. */
function remove(sandbox: Sandbox, id: string): void {
  (sandbox.chats as Map<string, unknown>).delete(id);
  const found = keepLastMessages(sandbox, 210);
  const index = found.findIndex((message) => message.id === id);
  if (index >= 0) found.splice(index, 1);
}

describe.each(pushes)('$list.name', ({ list, pageSize, push }) => {
  test('continues after an item that moved 5 pages down', async () => {
    // This app ignores `limit`, so that pages have the size of Beeper’s.
    await using pair = await startPairWithShortHistory({ appVersion: '4.3.0' });
    const after = await cursorAfter(list, pair.gateway, 1);
    await push(pair.sandbox, 5 * pageSize);
    const expected = (await list.idsFromSDK(pair.sandbox)).slice(5 * pageSize + 1, 5 * pageSize + 4);
    pair.sandbox.calls.length = 0;

    const { page } = await list.readPage(pair.gateway, { first: 3, after });

    expect(idsOf(page)).toEqual(expected);
    expect(callsTo(pair.sandbox, list)).toBe(6);
  });

  test('continues after an item that is gone, at the item that followed it', async () => {
    await using pair = await startPairWithShortHistory();
    const { page } = await list.readPage(pair.gateway, { first: 5 });
    await push(pair.sandbox, 2 * pageSize);
    const [, second, third, fourth] = idsOf(page);
    remove(pair.sandbox, second ?? '');

    const next = await list.readPage(pair.gateway, { first: 2, after: page?.edges[1]?.cursor ?? null });
    const previous = await list.readPage(pair.gateway, { last: 1, before: page?.edges[1]?.cursor ?? null });

    expect(idsOf(next.page)).toEqual([third, fourth]);
    expect(idsOf(previous.page)).toEqual(idsOf(page).slice(0, 1));
  });
});

test('starts over after an item that is farther away than 50 pages', async () => {
  await using pair = await startPair();
  const after = await cursorAfter(messages, pair.gateway, 1);
  await pushMessages(pair.sandbox, 50 * 20);
  const expected = (await messages.idsFromSDK(pair.sandbox)).slice(0, 3);
  pair.sandbox.calls.length = 0;

  const { page } = await messages.readPage(pair.gateway, { first: 3, after });

  expect(idsOf(page)).toEqual(expected);
  expect(callsTo(pair.sandbox, messages)).toBe(50);
});

test('lastMessage reads on while all messages of a page are hidden, and ends after 50 pages', async () => {
  await using pair = await startPair();
  for (let n = 0; n < manyPages; n++) {
    pair.sandbox.next('GET /v1/chats/{chatID}/messages', {
      body: {
        items: [{ id: `hidden${n}`, sortKey: '1', isHidden: true }],
        hasMore: true,
        oldestCursor: `older${n}`,
      },
    });
  }

  const response = await pair.gateway.send(`{ chat(id: "${seedChatIDs.kishan}") { lastMessage { id } } }`);

  expect(await response.json()).toEqual({ data: { chat: { lastMessage: null } } });
  expect(callsTo(pair.sandbox, messages)).toBe(50);
});
