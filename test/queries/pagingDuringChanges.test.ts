import { expect, test, vi } from 'vitest';
import { type Sandbox, seedChatIDs } from '../../src/sandbox/index.ts';
import { StartChat } from '../support/documents.ts';
import type { Gateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';
import { MergedMessages } from '../support/queryDocuments.ts';
import {
  chats,
  cursorAfter,
  idsOf,
  keepLastMessages,
  messages,
  type PagedList,
  readAllIDs,
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

test.each([
  { after: 25, moved: [24, 30] },
  { after: 24, moved: [25, 30, 31] },
  { after: 10, moved: [9, 30] },
  { after: 10, moved: [11, 30] },
  { after: 10, moved: [10, 11] },
  { after: 10, moved: [10, 9] },
  { after: 25, moved: [25, 26] },
])(
  'paging on from chat $after loses no chat after the chats $moved moved to the top',
  async ({ after: position, moved }) => {
    await using pair = await startPairWithShortHistory();
    const all = await chats.idsFromSDK(pair.sandbox);
    const { page } = await chats.readPage(pair.gateway, { first: 25 });
    const cursor = page?.edges[position - 1]?.cursor ?? '';
    const movedIDs = moved.map((one) => all[one - 1] ?? '');
    moveToTop(pair.sandbox, movedIDs);
    const stayed = (ids: readonly string[]) => ids.filter((id) => !movedIDs.includes(id));

    const previous = await chats.readPage(pair.gateway, { last: 200, before: cursor });
    const next = await chats.readPage(pair.gateway, { first: 5, after: cursor });

    expect(previous.errors).toBeUndefined();
    expect(stayed(idsOf(previous.page))).toEqual(stayed(all.slice(0, position - 1)));
    expect(stayed(idsOf(next.page)).slice(0, 3)).toEqual(stayed(all.slice(position)).slice(0, 3));
  },
);

test.each([3, 7, 10, 19, 20, 21, 30, 50])(
  'a list that repeats its last page for ever ends, paging %i at a time',
  async (first) => {
    await using pair = await startPairWithShortHistory({ repeatsEnd: true });
    keepLastMessages(pair.sandbox, 55);
    const expected = pair.sandbox.chats.get(seedChatIDs.longHistory)?.messages.map(({ id }) => id);

    expect(await readAllIDs(messages, pair.gateway, first)).toEqual(expected?.toReversed());
  },
);

test('a message that arrives while a merged chat is read pushes none out of sight', async () => {
  await using pair = await startPair();
  const parts = pair.sandbox.chats.get(seedChatIDs.merged)?.merge?.chatIDs ?? [];
  const [a, b, c] = parts.map((id) => pair.sandbox.chats.get(id)?.messages ?? []);
  const fill = (list: typeof a, hours: readonly number[], chat: string) => {
    const sample = list?.[0];
    list?.splice(0);
    for (const [n, hour] of hours.entries()) {
      const timestamp = new Date(Date.parse('2026-08-01T00:00:00Z') + hour * 3_600_000).toISOString();
      if (sample) list?.push({ ...sample, id: `${chat}${hour}`, sortKey: String(1_000 + n), timestamp });
    }
  };
  const hours = Array.from({ length: 25 }, (_, n) => 101 + n);
  fill(b, hours, 'b');
  fill(a, [105.5], 'a');
  fill(c, [], 'c');
  const first = await pair.gateway.query(MergedMessages, { id: seedChatIDs.merged, first: 21 });
  fill(b, [...hours, 126], 'b');

  const { data } = await pair.gateway.query(MergedMessages, {
    id: seedChatIDs.merged,
    last: 5,
    before: first.data?.chat?.messages?.pageInfo.endCursor ?? null,
  });

  expect(first.data?.chat?.messages?.nodes.at(-1)?.id).toBe('a105.5');
  expect(data?.chat?.messages?.nodes.map(({ id }) => id)).toEqual(['b110', 'b109', 'b108', 'b107', 'b106']);
});

test('paging backward from the only message of a page continues when that is deleted', async () => {
  await using pair = await startPairWithShortHistory();
  const found = keepLastMessages(pair.sandbox, 21);
  const all = await messages.idsFromSDK(pair.sandbox);
  const before = await cursorAfter(messages, pair.gateway, 21);
  found.shift();

  const { page } = await messages.readPage(pair.gateway, { last: 5, before });

  expect(idsOf(page)).toEqual(all.slice(15, 20));
});

test('paging backward continues after the cursor’s message and the one behind it are deleted', async () => {
  await using pair = await startPairWithShortHistory();
  const found = keepLastMessages(pair.sandbox, 100);
  const all = await messages.idsFromSDK(pair.sandbox);
  const { page } = await messages.readPage(pair.gateway, {
    last: 30,
    before: await cursorAfter(messages, pair.gateway, 61),
  });
  const edge = page?.edges[15];
  const index = found.findIndex(({ id }) => id === edge?.node?.id);
  found.splice(index - 1, 2);

  const next = await messages.readPage(pair.gateway, { last: 4, before: edge?.cursor ?? null });

  const place = all.indexOf(edge?.node?.id ?? '');
  expect(idsOf(next.page)).toEqual(all.slice(place - 4, place));
});

test('paging backward fails if the cursor’s message and both its neighbors are deleted', async () => {
  await using pair = await startPairWithShortHistory();
  const found = keepLastMessages(pair.sandbox, 100);
  const before = await cursorAfter(messages, pair.gateway, 30);
  const index = found.findIndex(({ id }) => id === found.at(-30)?.id);
  found.splice(index - 1, 3);

  const { errors } = await messages.readPage(pair.gateway, { last: 4, before });

  expect(errors).toMatchObject([
    { extensions: { code: 'INVALID_INPUT', issues: [{ path: ['before'], code: 'invalid_cursor' }] } },
  ]);
});
