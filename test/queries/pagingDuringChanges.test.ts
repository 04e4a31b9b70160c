import { expect, test, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { StartChat } from '../support/documents.ts';
import type { Gateway } from '../support/gateway.ts';
import { ada, whatsapp } from '../support/people.ts';
import {
  chats,
  cursorAfter,
  idsOf,
  keepLastMessages,
  messages,
  type PagedList,
  startPairWithShortHistory,
} from './pagedLists.ts';

/** Reads the whole list in pages of `first` items, and calls `change` after each page but the last. */
async function readAllIDsDuring(
  list: PagedList,
  gateway: Gateway,
  first: number,
  change: (lastID: string, pageIndex: number) => unknown,
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let pageIndex = 0; pageIndex < 300; pageIndex++) {
    const { page } = await list.readPage(gateway, { first, after });
    ids.push(...idsOf(page));
    if (!page?.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
    await change(ids.at(-1) ?? '', pageIndex);
  }
  throw new Error('The list does not end');
}

const missing = (all: readonly string[], readIDs: readonly string[]) => {
  const seen = new Set(readIDs);
  return all.filter((id) => !seen.has(id));
};

/** Gives the chats new activity, which moves them to the top. */
function moveToTop(sandbox: Sandbox, ids: readonly string[]): void {
  for (const [index, id] of ids.entries()) {
    const chat = sandbox.chats.get(id);
    if (chat) chat.lastActivity = new Date(Date.parse('2026-08-15T00:00:00Z') + index * 1000).toISOString();
  }
}

test.each([7, 24, 25, 30])(
  'no chat is skipped when paging %i at a time while a new chat appears at the top',
  async (first) => {
    await using pair = await startPairWithShortHistory();
    const all = await chats.idsFromSDK(pair.sandbox);

    const readIDs = await readAllIDsDuring(chats, pair.gateway, first, async (_, pageIndex) => {
      if (pageIndex > 0) return;
      const { data } = await pair.gateway.query(StartChat, {
        input: { accountID: whatsapp, user: { id: ada.id } },
      });
      expect(data?.startChat).toMatchObject({ status: 'CREATED' });
    });

    expect(missing(all, readIDs)).toEqual([]);
    expect(readIDs.length).toBeLessThanOrEqual(all.length + 30);
  },
);

test.each([
  [7, 0],
  [7, 4],
  [10, 3],
  [24, 1],
  [25, 0],
  [25, 1],
  [30, 1],
])(
  'no chat is skipped when paging %i at a time while the last chat of page %i moves to the top',
  async (first, page) => {
    await using pair = await startPairWithShortHistory();
    const all = await chats.idsFromSDK(pair.sandbox);

    const readIDs = await readAllIDsDuring(chats, pair.gateway, first, (id, pageIndex) => {
      if (pageIndex === page) moveToTop(pair.sandbox, [id]);
    });

    expect(missing(all, readIDs)).toEqual([]);
    expect(readIDs.length).toBeLessThanOrEqual(all.length + 30);
  },
);

test('no chat is skipped while the last five chats of a page move to the top', async () => {
  await using pair = await startPairWithShortHistory();
  const all = await chats.idsFromSDK(pair.sandbox);

  const readIDs = await readAllIDsDuring(chats, pair.gateway, 10, (id, pageIndex) => {
    if (pageIndex === 3) moveToTop(pair.sandbox, all.slice(all.indexOf(id) - 4, all.indexOf(id) + 1));
  });

  expect(missing(all, readIDs)).toEqual([]);
});

test('paging backward starts at the former position of a chat that moved to the top', async () => {
  await using pair = await startPairWithShortHistory();
  const all = await chats.idsFromSDK(pair.sandbox);
  const before = await cursorAfter(chats, pair.gateway, 30);
  moveToTop(pair.sandbox, [all[29] ?? '']);

  const three = await chats.readPage(pair.gateway, { last: 3, before });
  const rest = await chats.readPage(pair.gateway, { last: 200, before });

  expect(idsOf(three.page)).toEqual(all.slice(26, 29));
  expect(missing(all.slice(0, 29), idsOf(rest.page))).toEqual([]);
});

test.each([
  [7, 0],
  [7, 4],
  [20, 1],
  [30, 1],
])(
  'no message is skipped when paging %i at a time while the last message of page %i is deleted',
  async (first, page) => {
    await using pair = await startPairWithShortHistory();
    const found = keepLastMessages(pair.sandbox, 100);
    const all = await messages.idsFromSDK(pair.sandbox);
    expect(all).toHaveLength(100);

    const readIDs = await readAllIDsDuring(messages, pair.gateway, first, (id, pageIndex) => {
      if (pageIndex !== page) return;
      const index = found.findIndex((message) => message.id === id);
      found.splice(index, 1);
    });

    expect(missing(all, readIDs)).toEqual([]);
  },
);

/** Adds `count` new messages. */
function addMessages(found: ReturnType<typeof keepLastMessages>, count: number): void {
  const last = found.at(-1);
  for (let n = 1; last && n <= count; n++) {
    const key = String(Number(last.sortKey) + n);
    found.push({ ...last, id: key, sortKey: key });
  }
}

test('no message is skipped while new messages arrive', async () => {
  await using pair = await startPairWithShortHistory();
  const found = keepLastMessages(pair.sandbox, 100);
  const all = await messages.idsFromSDK(pair.sandbox);

  const readIDs = await readAllIDsDuring(messages, pair.gateway, 15, () => addMessages(found, 8));

  expect(missing(all, readIDs)).toEqual([]);
});

test('paging backward skips no message after new ones moved the cursor’s message to another page', async () => {
  await using pair = await startPairWithShortHistory();
  const all = await messages.idsFromSDK(pair.sandbox);
  const before = await cursorAfter(messages, pair.gateway, 18);
  addMessages(keepLastMessages(pair.sandbox, 210), 6);

  const { page } = await messages.readPage(pair.gateway, { last: 5, before });

  expect(idsOf(page)).toEqual(all.slice(12, 17));
});

test('a cursor of a page that was read backward still works if the server answers for it with newer items', async () => {
  await using pair = await startPairWithShortHistory({ paging: 'newest' });
  const found = keepLastMessages(pair.sandbox, 100);
  const before = await cursorAfter(messages, pair.gateway, 30);
  // The newest page adjoins the page of the cursor, so that it is used.
  const { page } = await messages.readPage(pair.gateway, { last: 15, before });
  addMessages(found, 45);
  const all = await messages.idsFromSDK(pair.sandbox);

  for (const { cursor, node } of page?.edges ?? []) {
    const place = all.indexOf(node?.id ?? '');
    const next = await messages.readPage(pair.gateway, { first: 4, after: cursor });
    expect(idsOf(next.page)).toEqual(all.slice(place + 1, place + 5));
    const previous = await messages.readPage(pair.gateway, { last: 4, before: cursor });
    expect(idsOf(previous.page)).toEqual(all.slice(place - 4, place));
  }
});

test('no chat is skipped if one moves to the top while the list is read from its front', async () => {
  await using pair = await startPairWithShortHistory({ paging: 'newest', appVersion: '4.3.0' });
  const all = await chats.idsFromSDK(pair.sandbox);
  const before = await cursorAfter(chats, pair.gateway, 90);
  pair.sandbox.calls.length = 0;
  pair.sandbox.next('GET /v1/chats', {});
  pair.sandbox.next('GET /v1/chats', { delayMs: 300 });

  const reading = chats.readPage(pair.gateway, { last: 40, before });
  await vi.waitFor(() => expect(pair.sandbox.calls).toHaveLength(2));
  // It is on the page of the cursor, and has been read.
  moveToTop(pair.sandbox, [all[80] ?? '']);
  const { page } = await reading;

  expect(idsOf(page)).toEqual(all.slice(49, 89));
});
