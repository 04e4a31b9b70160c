import type { BeeperDesktop } from '@beeper/desktop-api';
import { expect, test } from 'vitest';
import { seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { ada, request, sdk4, sdk5, slack, whatsapp } from './clients.ts';

type Chat = BeeperDesktop.ChatListResponse;

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test('paging through the list returns each chat once, newest activity first, in pages of 25', async () => {
  await using sandbox = await startSandbox();
  const chats = await all(sdk5(sandbox).chats.list());
  const listed = [...sandbox.chats.values()].filter(({ mergedIntoChatID }) => !mergedIntoChatID);
  expect(new Set(chats.map((chat) => chat.id))).toEqual(new Set(listed.map(({ id }) => id)));
  expect(chats).toHaveLength(listed.length);
  const times = chats.map((chat) => chat.lastActivity ?? '');
  expect(times).toEqual(times.toSorted().reverse());
  expect(sandbox.calls).toHaveLength(Math.ceil(listed.length / 25));
});

test('the older SDK pages through the list of an older app', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  // This app has no merged chat.
  expect(await all(sdk4(sandbox).chats.list())).toHaveLength(sandbox.chats.size - 1);
});

test.each([
  ['4.3.73', 3],
  ['4.3.0', 25],
  ['4.2.500', 25],
])('with a limit of 3, the list of app %s returns %i chats', async (appVersion, length) => {
  await using sandbox = await startSandbox({ appVersion });
  const { json } = await request(sandbox, '/v1/chats?limit=3');
  expect((json as { items: unknown[] }).items).toHaveLength(length);
});

test.each([['0'], ['201'], ['many']])('the list rejects a limit of %s', async (limit) => {
  await using sandbox = await startSandbox();
  expect((await request(sandbox, `/v1/chats?limit=${limit}`)).status).toBe(400);
});

test('one person’s chats on three networks are merged', async () => {
  await using sandbox = await startSandbox();
  const { json } = await request(sandbox, '/v1/chats?limit=200');
  const { items } = json as { items: { id: string; preview?: { chatID: string } }[] };
  const merged = items.find(({ id }) => id === seedChatIDs.merged);
  const { chatIDs = [] } = sandbox.chats.get(seedChatIDs.merged)?.merge ?? {};

  expect(chatIDs).toHaveLength(3);
  expect(merged).toMatchObject({
    accountID: 'matrix',
    network: 'Beeper (Matrix)',
    type: 'single',
    merge: { chatIDs, defaultChatID: chatIDs[0] },
    preview: { chatID: expect.stringMatching(/whatsapp|signal|telegram/) },
  });
  for (const id of chatIDs) {
    expect(items.map((item) => item.id)).not.toContain(id);
    const { json } = await request(sandbox, `/v1/chats/${encodeURIComponent(id)}`);
    expect(json).toMatchObject({ id, mergedIntoChatID: seedChatIDs.merged });
  }
  const { json: page } = await request(
    sandbox,
    `/v1/chats/${encodeURIComponent(seedChatIDs.merged)}/messages`,
  );
  expect(page).toMatchObject({ items: [], hasMore: false });
});

test('the chats that are part of a merged chat are listed if the sandbox is told to', async () => {
  await using sandbox = await startSandbox({ listsMergedParts: true });
  const chats = await all(sdk5(sandbox).chats.list());
  expect(chats).toHaveLength(sandbox.chats.size);
});

test('an app without merged chats does not know the merged chat, and lists its parts', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.3.0' });
  const path = `/v1/chats/${encodeURIComponent(seedChatIDs.merged)}`;
  expect((await request(sandbox, path)).status).toBe(404);
  const { json } = await request(sandbox, '/v1/chats');
  expect(JSON.stringify(json)).not.toMatch(/merge|labels/);
});

test('paging works in both directions, up to the newest chat', async () => {
  await using sandbox = await startSandbox();
  const client = sdk5(sandbox);
  const first = await client.chats.list();
  const second = await client.chats.list({ cursor: first.oldestCursor, direction: 'before' });
  const third = await client.chats.list({ cursor: second.oldestCursor, direction: 'before' });
  const back = await client.chats.list({ cursor: third.newestCursor, direction: 'after' });
  expect(back.items.map(({ id }) => id)).toEqual(second.items.map(({ id }) => id));
  expect(back.hasMore).toBe(true);
  const top = await client.chats.list({ cursor: back.newestCursor, direction: 'after' });
  expect(top.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
  expect(top.hasMore).toBe(false);
});

test('the page after the newest chat is empty until a chat is created', async () => {
  await using sandbox = await startSandbox();
  const client = sdk5(sandbox);
  const { newestCursor } = await client.chats.list();
  const after = () => client.chats.list({ cursor: newestCursor, direction: 'after' });
  expect(await after()).toMatchObject({ items: [], hasMore: false, oldestCursor: null, newestCursor: null });
  const created = await client.chats.start({ accountID: whatsapp, user: { id: ada } });
  expect((await after()).items.map(({ id }) => id)).toEqual([created.id]);
});

test('a chat created during paging does not shift the pages', async () => {
  await using sandbox = await startSandbox();
  const client = sdk5(sandbox);
  const before = (await all(client.chats.list())).map(({ id }) => id);
  const walked: string[] = [];
  for await (const page of (await client.chats.list()).iterPages()) {
    walked.push(...page.items.map(({ id }) => id));
    await client.chats.create({ accountID: whatsapp, type: 'single', participantIDs: [ada] });
  }
  expect(walked).toEqual(before);
});

test('the list includes the last message of each chat, the search does not', async () => {
  await using sandbox = await startSandbox();
  const [listed] = (await sdk5(sandbox).chats.list()).items;
  const last = sandbox.chats.get(listed?.id ?? '')?.messages.at(-1);
  expect(listed?.preview).toEqual(last);
  const [found] = (await sdk5(sandbox).chats.search()).items;
  expect(found).not.toHaveProperty('preview');
});

test('accountIDs filters by repeated keys; a comma-separated value matches nothing', async () => {
  await using sandbox = await startSandbox();
  const chats = await all(sdk5(sandbox).chats.list({ accountIDs: ['matrix', slack] }));
  expect(new Set(chats.map((chat) => chat.accountID))).toEqual(new Set(['matrix', slack]));
  const joined = await request(sandbox, `/v1/chats?accountIDs=matrix,${slack}`);
  expect(joined.json).toEqual({ items: [], hasMore: false, oldestCursor: null, newestCursor: null });
});

test('a chat in a list has at most 20 participants and their total number', async () => {
  await using sandbox = await startSandbox();
  const chats: Chat[] = await all(sdk5(sandbox).chats.list({ accountIDs: [slack] }));
  const { participants } = chats.find(({ id }) => id === seedChatIDs.largeGroup) ?? {};
  expect(participants).toMatchObject({ hasMore: true, total: 300 });
  expect(participants?.items).toHaveLength(20);
});

test.each([
  [undefined, 100],
  [-1, 300],
  [0, 0],
  [7, 7],
  [500, 300],
])(
  'a chat read with maxParticipantCount %s has %i of 300 participants',
  async (maxParticipantCount, count) => {
    await using sandbox = await startSandbox();
    const query = maxParticipantCount === undefined ? {} : { maxParticipantCount };
    const { participants } = await sdk5(sandbox).chats.retrieve(seedChatIDs.largeGroup, query);
    expect(participants.items).toHaveLength(count);
    expect(participants).toMatchObject({ total: 300, hasMore: count < 300 });
  },
);

test('older apps return all participants by default, as plain users', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  const { participants } = await sdk4(sandbox).chats.retrieve(seedChatIDs.largeGroup);
  expect(participants.items).toHaveLength(300);
  expect(participants.items.some((participant) => 'isAdmin' in participant)).toBe(false);
});

test('the large group has admins, a bot and invited participants', async () => {
  await using sandbox = await startSandbox();
  const { participants } = await sdk5(sandbox).chats.retrieve(seedChatIDs.largeGroup, {
    maxParticipantCount: -1,
  });
  const count = (flag: 'isAdmin' | 'isNetworkBot' | 'isPending') =>
    participants.items.filter((participant) => participant[flag]).length;
  expect([count('isAdmin') > 1, count('isNetworkBot'), count('isPending') > 1]).toEqual([true, 1, true]);
});

test('one chat has a value for each optional field', async () => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.retrieve(seedChatIDs.everyKind);
  expect(chat).toMatchObject({
    description: expect.any(String),
    imgURL: expect.stringMatching(/^file:\/\/\/Users\//),
    draft: { text: expect.any(String), attachments: { a1: { id: 'a1', type: 'file' } } },
    reminder: { remindAt: expect.any(String) },
    snooze: { snoozeUntil: expect.any(String) },
    messageExpirySeconds: 604_800,
    unreadMentionsCount: 1,
    isMarkedUnread: true,
    capabilities: { attachments: { 'm.image': { mimeTypes: { 'image/png': 2 } } }, edit: 2 },
  });
});

test('nullable fields of other chats are null', async () => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.retrieve(seedChatIDs.kishan);
  expect(chat).toMatchObject({ description: null, draft: null, reminder: null, snooze: null });
});

test('one chat has an undocumented type and an undocumented field', async () => {
  await using sandbox = await startSandbox();
  expect(await sdk5(sandbox).chats.retrieve(seedChatIDs.undocumentedValues)).toMatchObject({
    type: 'channel',
    audience: { kind: 'broadcast' },
  });
});

test("an unknown chat is a 404 with Beeper's error body", async () => {
  await using sandbox = await startSandbox();
  const response = await request(sandbox, '/v1/chats/imsg');
  expect(response).toMatchObject({ status: 404, json: { message: 'Chat not found', code: 'NOT_FOUND' } });
});
