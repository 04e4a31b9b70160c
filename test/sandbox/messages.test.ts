import { expect, test } from 'vitest';
import { seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { request, sdk4, sdk5 } from './clients.ts';

const messagesOf = (chatID: string) => `/v1/chats/${encodeURIComponent(chatID)}/messages`;

test('paging through the long chat returns 2,000 messages, newest first, in pages of 20', async () => {
  await using sandbox = await startSandbox();
  const sortKeys: string[] = [];
  for await (const message of sdk5(sandbox).messages.list(seedChatIDs.longHistory))
    sortKeys.push(message.sortKey);
  expect(sortKeys).toHaveLength(2_000);
  expect(new Set(sortKeys).size).toBe(2_000);
  expect(sortKeys).toEqual(sortKeys.toSorted().reverse());
  expect(sandbox.calls).toHaveLength(100);
});

test('older apps use the sort key of the last item as cursor, and pages contain no cursors', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.807' });
  const texts: string[] = [];
  for await (const message of sdk4(sandbox).messages.list(seedChatIDs.longHistory))
    texts.push(message.text ?? '');
  expect(texts).toHaveLength(2_000);
  const { json } = await request(sandbox, messagesOf(seedChatIDs.longHistory));
  expect(Object.keys(json as object)).toEqual(['items', 'hasMore']);
});

test.each([
  ['4.3.73', '821000001'],
  ['4.2.600', 'YXQ6ODIxMDAwMDAx'],
])('app %s rejects a cursor of the other kind', async (appVersion, cursor) => {
  await using sandbox = await startSandbox({ appVersion });
  const response = await request(sandbox, `${messagesOf(seedChatIDs.longHistory)}?cursor=${cursor}`);
  expect(response.status).toBe(400);
});

test('messages can be paged back to the newest', async () => {
  await using sandbox = await startSandbox();
  const list = (cursor: string | null, direction: string) =>
    sdk5(sandbox).messages.list(seedChatIDs.longHistory, { cursor, direction });
  const first = await list(null, 'before');
  const second = await list(first.oldestCursor, 'before');
  const back = await list(second.newestCursor, 'after');
  expect(back.items).toEqual(first.items);
  expect(back.hasMore).toBe(false);
  expect((await list(back.newestCursor, 'after')).items).toEqual([]);
});

test('the messages of a chat ignore a limit', async () => {
  await using sandbox = await startSandbox();
  const { json } = await request(sandbox, `${messagesOf(seedChatIDs.longHistory)}?limit=100`);
  expect((json as { items: unknown[] }).items).toHaveLength(20);
});

test('a message can be read by final or pending ID, and by the local ID of its chat', async () => {
  await using sandbox = await startSandbox();
  const [newest] = (await sdk5(sandbox).messages.list(seedChatIDs.longHistory)).items;
  const chat = sandbox.chats.get(seedChatIDs.longHistory);
  const read = await sdk5(sandbox).messages.retrieve(newest?.id ?? '', { chatID: chat?.localChatID ?? '' });
  expect(read).toEqual(newest);
  const pending = await sdk5(sandbox).messages.retrieve('m1694783291234567', {
    chatID: seedChatIDs.everyKind,
  });
  expect(pending).toMatchObject({ sendStatus: { status: 'PENDING' } });
});

test('the errors for an unknown message and an unknown chat differ', async () => {
  await using sandbox = await startSandbox();
  const message = await request(sandbox, `${messagesOf(seedChatIDs.kishan)}/1`);
  const chat = await request(sandbox, `${messagesOf('!nowhere:beeper.com')}/1`);
  expect([message, chat]).toMatchObject([
    { status: 404, json: { message: 'Message not found' } },
    { status: 404, json: { message: 'Chat not found' } },
  ]);
});

test('a new chat contains only its first message', async () => {
  await using sandbox = await startSandbox();
  const client = sdk5(sandbox);
  const user = { username: 'works' };
  const { id } = await client.chats.start({ accountID: 'playground', user, messageText: 'First!' });
  const { items, hasMore } = await client.messages.list(id);
  expect(items).toMatchObject([{ text: 'First!', isSender: true, chatID: id, accountID: 'playground' }]);
  expect(hasMore).toBe(false);
});

test('a chat without messages has an empty page with null cursors', async () => {
  await using sandbox = await startSandbox();
  const { id } = await sdk5(sandbox).chats.start({ accountID: 'playground', user: { username: 'works' } });
  const { json } = await request(sandbox, messagesOf(id));
  expect(json).toEqual({ items: [], hasMore: false, oldestCursor: null, newestCursor: null });
});
