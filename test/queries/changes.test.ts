import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { StartChat } from '../support/documents.ts';
import type { Gateway } from '../support/gateway.ts';
import { ada, whatsapp } from '../support/people.ts';
import { chats, cursorBehind, idsIn, type List, messages, shorten, startLists } from './lists.ts';

/** Walks the whole list, and lets something happen between its parts. */
async function walkWhile(
  list: List,
  gateway: Gateway,
  first: number,
  happens: (lastID: string, turn: number) => unknown,
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 300; turn++) {
    const { part } = await list.ask(gateway, { first, after });
    ids.push(...idsIn(part));
    if (!part?.pageInfo.hasNextPage) return ids;
    after = part.pageInfo.endCursor;
    await happens(ids.at(-1) ?? '', turn);
  }
  throw new Error('The list does not end');
}

const missing = (all: readonly string[], walked: readonly string[]) => {
  const seen = new Set(walked);
  return all.filter((id) => !seen.has(id));
};

/** Something is said in a chat: it goes to the top. */
function moveUp(sandbox: Sandbox, ids: readonly string[]): void {
  for (const [index, id] of ids.entries()) {
    const chat = sandbox.chats.get(id);
    if (chat) chat.lastActivity = new Date(Date.parse('2026-08-15T00:00:00Z') + index * 1000).toISOString();
  }
}

test.each([7, 24, 25, 30])(
  'A new chat at the top loses no other chat in a walk of %i at a time',
  async (first) => {
    await using pair = await startLists();
    const all = await chats.inOrder(pair.sandbox);

    const walked = await walkWhile(chats, pair.gateway, first, async (_, turn) => {
      if (turn > 0) return;
      const { data } = await pair.gateway.query(StartChat, {
        input: { accountID: whatsapp, user: { id: ada.id } },
      });
      expect(data?.startChat).toMatchObject({ status: 'CREATED' });
    });

    expect(missing(all, walked)).toEqual([]);
    expect(walked.length).toBeLessThanOrEqual(all.length + 30);
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
  'In a walk of %i at a time, the chat at the end of part %i moves to the top, and none behind it is lost',
  async (first, part) => {
    await using pair = await startLists();
    const all = await chats.inOrder(pair.sandbox);

    const walked = await walkWhile(chats, pair.gateway, first, (id, turn) => {
      if (turn === part) moveUp(pair.sandbox, [id]);
    });

    expect(missing(all, walked)).toEqual([]);
    expect(walked.length).toBeLessThanOrEqual(all.length + 30);
  },
);

test('The last five chats of a part move to the top, and none behind them is lost', async () => {
  await using pair = await startLists();
  const all = await chats.inOrder(pair.sandbox);

  const walked = await walkWhile(chats, pair.gateway, 10, (id, turn) => {
    if (turn === 3) moveUp(pair.sandbox, all.slice(all.indexOf(id) - 4, all.indexOf(id) + 1));
  });

  expect(missing(all, walked)).toEqual([]);
});

test('The chat that a cursor names moves to the top, and the way back still begins where it stood', async () => {
  await using pair = await startLists();
  const all = await chats.inOrder(pair.sandbox);
  const before = await cursorBehind(chats, pair.gateway, 30);
  moveUp(pair.sandbox, [all[29] ?? '']);

  const three = await chats.ask(pair.gateway, { last: 3, before });
  const rest = await chats.ask(pair.gateway, { last: 200, before });

  expect(idsIn(three.part)).toEqual(all.slice(26, 29));
  expect(missing(all.slice(0, 29), idsIn(rest.part))).toEqual([]);
});

test.each([
  [7, 0],
  [7, 4],
  [20, 1],
  [30, 1],
])(
  'In a walk of %i at a time, the message at the end of part %i is deleted, and none behind it is lost',
  async (first, part) => {
    await using pair = await startLists();
    const found = shorten(pair.sandbox, 100);
    const all = await messages.inOrder(pair.sandbox);
    expect(all).toHaveLength(100);

    const walked = await walkWhile(messages, pair.gateway, first, (id, turn) => {
      if (turn !== part) return;
      const index = found.findIndex((message) => message.id === id);
      found.splice(index, 1);
    });

    expect(missing(all, walked)).toEqual([]);
  },
);

/** Something more is said, `count` times. */
function sayMore(found: ReturnType<typeof shorten>, count: number): void {
  const last = found.at(-1);
  for (let n = 1; last && n <= count; n++) {
    const key = String(Number(last.sortKey) + n);
    found.push({ ...last, id: key, sortKey: key });
  }
}

test('New messages push no older one out of a walk', async () => {
  await using pair = await startLists();
  const found = shorten(pair.sandbox, 100);
  const all = await messages.inOrder(pair.sandbox);

  const walked = await walkWhile(messages, pair.gateway, 15, () => sayMore(found, 8));

  expect(missing(all, walked)).toEqual([]);
});

test('New messages push the one that a cursor names off its page, and none before it is lost on the way back', async () => {
  await using pair = await startLists();
  const all = await messages.inOrder(pair.sandbox);
  const before = await cursorBehind(messages, pair.gateway, 18);
  sayMore(shorten(pair.sandbox, 210), 6);

  const { part } = await messages.ask(pair.gateway, { last: 5, before });

  expect(idsIn(part)).toEqual(all.slice(12, 17));
});
