import { expect, test } from 'vitest';
import { type Sandbox, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { ada, imessage, request, sdk5, whatsapp } from './clients.ts';
import { connect, type EventClient, listen } from './eventClient.ts';

const chatID = seedChatIDs.kishan;
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const newest = (sandbox: Sandbox, id: string = chatID) => sandbox.chats.get(id)?.messages.at(-1);

/** The events so far: their types, chats and IDs. */
const told = ({ frames }: EventClient) =>
  frames.filter(({ seq }) => seq !== undefined).map(({ type, ids }) => [type, ...(ids as string[])]);

let marks = 0;

/** Waits until an event that was caused later has arrived, so that everything before it is there. */
async function settled(sandbox: Sandbox, client: EventClient): Promise<void> {
  sandbox.people.rename(seedChatIDs.grace, `Mark ${++marks}`);
  await expect
    .poll(() => client.frames.some(({ chatID: id }) => id === seedChatIDs.grace), { interval: 5 })
    .toBe(true);
  const mark = client.frames.findLastIndex(({ chatID: id }) => id === seedChatIDs.grace);
  client.frames.splice(mark, 1);
}

test('a send gives three events: the pending message, the chat, and the sent message', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 'never' });
  using client = await listen(sandbox);
  const { pendingMessageID } = await sdk5(sandbox).messages.send(chatID, { text: '**Hello**' });
  await client.nth('chat.upserted', 1);
  const { items: pending } = await sdk5(sandbox).messages.list(chatID);
  sandbox.settle();
  await client.nth('message.upserted', 2);
  const { items: sent } = await sdk5(sandbox).messages.list(chatID);

  const { accountID } = sandbox.chats.get(chatID) ?? {};
  const common = { ts: expect.stringMatching(isoTime), chatID, accountID };
  expect(client.frames.slice(2)).toEqual([
    { type: 'message.upserted', seq: 1, ...common, ids: [pendingMessageID], entries: [pending[0]] },
    { type: 'chat.upserted', seq: 2, ...common, ids: [chatID] },
    { type: 'message.upserted', seq: 3, ...common, ids: [sent[0]?.id], entries: [sent[0]] },
  ]);
  expect(pending[0]).toMatchObject({ id: pendingMessageID, sendStatus: { status: 'PENDING' } });
  expect(sent[0]).toMatchObject({ text: '<strong>Hello</strong>', sendStatus: { status: 'SUCCESS' } });
});

test('a send that ends at once gives the same three events', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  using client = await listen(sandbox);
  const { pendingMessageID } = await sdk5(sandbox).messages.send(chatID, { text: 'Hello' });
  await client.nth('message.upserted', 2);
  expect(told(client)).toEqual([
    ['message.upserted', pendingMessageID],
    ['chat.upserted', chatID],
    ['message.upserted', newest(sandbox)?.id],
  ]);
});

test('with tellsReplaced, an event tells that the pending message is gone', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0, tellsReplaced: true });
  using client = await listen(sandbox);
  const { pendingMessageID } = await sdk5(sandbox).messages.send(chatID, { text: 'Hello' });
  expect(await client.nth('message.deleted', 1)).toMatchObject({ seq: 4, ids: [pendingMessageID] });
});

test('every change by the API is told', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  const { chats, messages } = sdk5(sandbox);
  await messages.send(chatID, { text: 'Hello' });
  const messageID = newest(sandbox)?.id ?? '';
  using client = await listen(sandbox);
  const message = ['message.upserted', messageID];
  const chat = ['chat.upserted', chatID];
  const steps: [act: () => Promise<unknown>, events: unknown[]][] = [
    [() => messages.update(messageID, { chatID, text: 'Bye' }), [message]],
    [() => chats.messages.reactions.add(messageID, { chatID, reactionKey: '👍' }), [message]],
    [() => chats.messages.reactions.delete('👍', { chatID, messageID }), [message]],
    [() => chats.update(chatID, { isPinned: true, title: 'Lunch' }), [chat]],
    [() => chats.update(chatID, { draft: { text: 'Not yet' } }), [chat]],
    [() => chats.archive(chatID, { archived: true }), [chat]],
    [() => chats.reminders.create(chatID, { reminder: { remindAt: '2030-01-01T00:00:00Z' } }), [chat]],
    [() => chats.reminders.delete(chatID), [chat]],
    [() => chats.markUnread(chatID), [chat]],
    [() => chats.markRead(chatID), [chat]],
    [() => messages.delete(messageID, { chatID }), [message]],
  ];
  for (const [act, events] of steps) {
    client.frames.length = 0;
    await act();
    await settled(sandbox, client);
    expect(told(client), act.toString()).toEqual(events);
  }
  expect(newest(sandbox)).toMatchObject({ id: messageID, isDeleted: true });
});

test('a new chat is told before its first message, and a refused request tells nothing', async () => {
  await using sandbox = await startSandbox();
  using client = await listen(sandbox);
  const body = { accountID: whatsapp, type: 'single', participantIDs: [ada], messageText: 'Hi' };
  await request(sandbox, '/v1/chats', { ...body, participantIDs: ['@nobody'] });
  const { json } = await request(sandbox, '/v1/chats', body);
  const id = (json as { chatID: string }).chatID;
  await client.nth('message.upserted', 1);
  expect(told(client)).toEqual([
    ['chat.upserted', id],
    ['message.upserted', newest(sandbox, id)?.id],
  ]);
});

test('several messages that change at once are told in one event', async () => {
  await using sandbox = await startSandbox();
  const first = sandbox.people.write(chatID, 'One');
  const second = sandbox.people.write(chatID, 'Two');
  using client = await listen(sandbox);
  await sdk5(sandbox).chats.markRead(chatID);
  expect(await client.nth('message.upserted', 1)).toMatchObject({
    ids: expect.arrayContaining([first, second]),
    entries: expect.arrayContaining([expect.objectContaining({ id: first, isUnread: false })]),
  });
});

test('a change of one part of a merged chat tells of both chats', async () => {
  await using sandbox = await startSandbox();
  const [part = ''] = sandbox.chats.get(seedChatIDs.merged)?.merge?.chatIDs ?? [];
  using client = await listen(sandbox);
  const id = sandbox.people.write(part, 'Hi');
  await client.nth('chat.upserted', 2);
  expect(told(client)).toEqual([
    ['message.upserted', id],
    ['chat.upserted', part],
    ['chat.upserted', seedChatIDs.merged],
  ]);
});

test('what other people do is told, and the API shows it', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  await sdk5(sandbox).messages.send(chatID, { text: 'Hello' });
  const own = newest(sandbox)?.id ?? '';
  using client = await listen(sandbox);
  const { people } = sandbox;
  const before = sandbox.chats.get(chatID)?.unreadCount ?? 0;
  const id = people.write(chatID, 'Hello you', { replyTo: own });
  people.edit(chatID, id, 'Hello, you');
  people.react(chatID, own, '👍');
  people.unreact(chatID, own, '👍');
  people.read(chatID);
  people.rename(chatID, 'Lunch');
  const last = await client.nth('chat.upserted', 2);
  expect(last).toMatchObject({ ids: [chatID] });
  expect(told(client).map(([type, messageID]) => [type, messageID])).toEqual([
    ['message.upserted', id],
    ['chat.upserted', chatID],
    ['message.upserted', id],
    ['message.upserted', own],
    ['message.upserted', own],
    ['message.upserted', expect.anything()],
    ['chat.upserted', chatID],
  ]);
  expect(await sdk5(sandbox).chats.retrieve(chatID)).toMatchObject({
    title: 'Lunch',
    unreadCount: before + 1,
    lastActivity: newest(sandbox)?.timestamp,
  });
  const [theirs, mine] = (await sdk5(sandbox).messages.list(chatID)).items;
  expect(theirs).toMatchObject({
    id,
    text: 'Hello, you',
    isSender: false,
    isUnread: true,
    linkedMessageID: own,
    editedTimestamp: expect.stringMatching(isoTime),
  });
  expect(mine).toMatchObject({ id: own, reactions: [], seen: expect.stringMatching(isoTime) });
});

test('other people begin and delete chats', async () => {
  await using sandbox = await startSandbox();
  using client = await listen(sandbox);
  const id = sandbox.people.startChat(whatsapp, ada, 'Hi, it is me');
  const messageID = newest(sandbox, id)?.id;
  sandbox.people.deleteChat(id);
  await client.nth('chat.deleted', 1);
  expect(told(client)).toEqual([
    ['chat.upserted', id],
    ['message.upserted', messageID],
    ['chat.deleted', id],
  ]);
  expect((await request(sandbox, `/v1/chats/${encodeURIComponent(id)}`)).status).toBe(404);
});

test.each([
  ['tombstone' as const, 'message.upserted', [{ isDeleted: true }]],
  ['gone' as const, 'message.deleted', undefined],
])('a removed message is a %s: %s', async (removal, type, entries) => {
  await using sandbox = await startSandbox({ removal });
  const id = sandbox.people.write(chatID, 'Oops');
  using client = await listen(sandbox);
  sandbox.people.remove(chatID, id);
  const event = await client.nth(type, 1);
  expect(event).toMatchObject({ seq: 1, ids: [id], ...(entries && { entries }) });
  if (!entries) expect(event).not.toHaveProperty('entries');
  expect((await request(sandbox, `/v1/chats/${chatID}/messages/${id}`)).status).toBe(entries ? 200 : 404);
});

test('iMessage chats change without events', async () => {
  await using sandbox = await startSandbox();
  const silent = [...sandbox.chats.values()].find(({ accountID }) => accountID === imessage)?.id ?? '';
  using client = await listen(sandbox);
  await sdk5(sandbox).messages.send(silent, { text: 'Hello' });
  sandbox.people.write(silent, 'Hello');
  await settled(sandbox, client);
  expect(told(client)).toEqual([]);
  expect(newest(sandbox, silent)?.text).toBe('Hello');
});

test('a subscription to some chats hears of no other, and each one replaces the one before', async () => {
  await using sandbox = await startSandbox();
  using client = await listen(sandbox, seedChatIDs.grace);
  sandbox.people.write(chatID, 'Unheard');
  const heard = sandbox.people.write(seedChatIDs.grace, 'Heard');
  expect(await client.nth('message.upserted', 1)).toMatchObject({ ids: [heard] });
  // By its local ID, which other requests accept too.
  await client.set(sandbox.chats.get(chatID)?.localChatID ?? '');
  sandbox.people.write(seedChatIDs.grace, 'Unheard');
  const second = sandbox.people.write(chatID, 'Heard');
  expect(await client.nth('message.upserted', 2)).toMatchObject({ chatID, ids: [second] });
  await client.set();
  sandbox.people.write(chatID, 'Unheard');
  await client.set('*');
  const third = sandbox.people.write(chatID, 'Heard');
  expect(await client.nth('message.upserted', 3)).toMatchObject({ ids: [third] });
});

test('each socket counts its own events', async () => {
  await using sandbox = await startSandbox();
  using all = await listen(sandbox);
  sandbox.people.rename(chatID, 'Lunch');
  using some = await listen(sandbox, chatID);
  using none = await connect(sandbox);
  sandbox.people.rename(chatID, 'Dinner');
  expect(await all.nth('chat.upserted', 2)).toMatchObject({ seq: 2 });
  expect(await some.nth('chat.upserted', 1)).toMatchObject({ seq: 1 });
  expect(none.frames.map(({ type }) => type)).not.toContain('chat.upserted');
  expect(sandbox.live.sockets).toEqual([
    { token: sandbox.token, chatIDs: ['*'] },
    { token: sandbox.token, chatIDs: [chatID] },
    { token: sandbox.token, chatIDs: null },
  ]);
});

test('a change by sandbox.change is told', async () => {
  await using sandbox = await startSandbox();
  using client = await listen(sandbox);
  sandbox.change(chatID, (chat) => {
    chat.unreadMentionsCount = 7;
  });
  expect(await client.nth('chat.upserted', 1)).toMatchObject({ ids: [chatID] });
});

test('entries have the form of the app version', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  using client = await listen(sandbox);
  sandbox.people.write(chatID, 'Hello');
  const { json } = await request(sandbox, `/v1/chats/${chatID}/messages`);
  const { entries } = await client.nth('message.upserted', 1);
  expect(entries).toEqual([(json as { items: object[] }).items[0]]);
  expect(entries).not.toMatchObject([{ type: 'TEXT' }]);
});

test('another server counts time in milliseconds, knows no sort key, and does not tell of pending messages', async () => {
  await using sandbox = await startSandbox({ appName: 'EasyMatrix', sendAfterMs: 0 });
  using client = await listen(sandbox);
  await request(sandbox, `/v1/chats/${chatID}/messages`, { text: 'Hello' });
  const id = newest(sandbox)?.id;
  expect(await client.nth('message.upserted', 1)).toMatchObject({
    ts: expect.any(Number),
    ids: [id],
    entries: [{ id, sortKey: '-1' }],
  });
  expect(client.frames.filter(({ type }) => type === 'message.upserted')).toHaveLength(1);
});

test.each(['tombstone', 'gone'] as const)(
  'on another server, a removal (%s) is the message before it, then message.deleted',
  async (removal) => {
    await using sandbox = await startSandbox({ appName: 'EasyMatrix', removal });
    const before = sandbox.people.write(chatID, 'One');
    const id = sandbox.people.write(chatID, 'Two');
    using client = await listen(sandbox);
    sandbox.people.remove(chatID, id);
    await client.nth('message.deleted', 1);
    expect(told(client)).toEqual([
      ['message.upserted', before],
      ['message.deleted', id],
    ]);
  },
);
