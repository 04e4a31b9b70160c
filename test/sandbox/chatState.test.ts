import { expect, test } from 'vitest';
import { type Sandbox, seedChatIDs, seedUploadIDs, startSandbox } from '../../src/sandbox/index.ts';
import { request, sdk4, sdk5 } from './clients.ts';

const chatID = seedChatIDs.kishan;
const pathOf = (id: string, rest = '') => `/v1/chats/${encodeURIComponent(id)}${rest}`;
const patch = (sandbox: Sandbox, body: object, id: string = chatID) =>
  request(sandbox, pathOf(id), body, { method: 'PATCH', body: JSON.stringify(body) });

test.each([
  { isArchived: true },
  { isLowPriority: true },
  { isMuted: true },
  { isPinned: true },
  { title: 'Lunch' },
  { description: 'Every Thursday' },
  { description: null },
  { messageExpirySeconds: 3600 },
])('PATCH %j returns the changed chat', async (body) => {
  await using sandbox = await startSandbox();
  const before = await sdk5(sandbox).chats.retrieve(chatID);
  const changed = await sdk5(sandbox).chats.update(chatID, body);
  expect(changed).toEqual({ ...before, ...body });
  expect(await sdk5(sandbox).chats.retrieve(chatID)).toEqual(changed);
});

test('PATCH ignores the image, turns the timer off with 0 or null, and restores the title with null', async () => {
  await using sandbox = await startSandbox();
  const { chats } = sdk5(sandbox);
  const before = await chats.retrieve(chatID);
  await chats.update(chatID, { title: 'Lunch', messageExpirySeconds: 60 });
  expect(await chats.update(chatID, { imgURL: '/tmp/a.png', messageExpirySeconds: 0, title: null })).toEqual(
    before,
  );
  await chats.update(chatID, { messageExpirySeconds: 60 });
  expect(await chats.update(chatID, { messageExpirySeconds: null })).toEqual(before);
});

test.each([
  [{ isMuted: 'yes' }, ['body', 'isMuted']],
  [{ isPinned: null }, ['body', 'isPinned']],
  [{ messageExpirySeconds: -1 }, ['body', 'messageExpirySeconds']],
  [{ messageExpirySeconds: 1.5 }, ['body', 'messageExpirySeconds']],
  [{ draft: {} }, ['body', 'draft', 'text']],
])('PATCH rejects %j', async (body, path) => {
  await using sandbox = await startSandbox();
  expect(await patch(sandbox, body)).toMatchObject({
    status: 400,
    json: { details: { issues: [{ path }] } },
  });
});

test('a draft is accepted only while there is none, and a conflict changes nothing', async () => {
  await using sandbox = await startSandbox();
  const { chats } = sdk5(sandbox);
  const first = await chats.update(chatID, { draft: { text: '**Not** yet' } });
  expect(first.draft).toEqual({ text: '<strong>Not</strong> yet' });
  const conflict = await patch(sandbox, { draft: { text: 'Other' }, isMuted: true });
  expect(conflict).toMatchObject({ status: 409, json: { code: 'CONFLICT' } });
  expect(await chats.retrieve(chatID)).toEqual(first);
  expect((await chats.update(chatID, { draft: null })).draft).toBeNull();
  expect((await chats.update(chatID, { draft: { text: 'Other' } })).draft).toEqual({ text: 'Other' });
  expect((await chats.update(chatID, { draft: { text: '' } })).draft).toBeNull();
});

test('a draft has files by ID, and an unknown upload is a 422', async () => {
  await using sandbox = await startSandbox();
  const draft = {
    text: '',
    attachments: { a: { uploadID: seedUploadIDs.voiceNote, type: 'voice-note' as const } },
  };
  expect((await sdk5(sandbox).chats.update(chatID, { draft })).draft).toEqual({
    text: '',
    attachments: {
      a: {
        id: 'a',
        type: 'recorded_audio',
        mimeType: 'audio/ogg',
        fileName: 'note.ogg',
        filePath: expect.any(String),
        fileSize: expect.any(Number),
        audioDurationSeconds: 4,
      },
    },
  });
  expect((await patch(sandbox, { draft: { text: 'x' } })).status).toBe(409);
  const unknown = { draft: { text: '', attachments: { b: { uploadID: 'nope' } } } };
  expect(await patch(sandbox, unknown, seedChatIDs.grace)).toMatchObject({
    status: 422,
    json: { details: { issues: [{ path: ['body', 'draft', 'attachments', 'b', 'uploadID'] }] } },
  });
});

const unreadChat = (sandbox: Sandbox) => {
  const chat = [...sandbox.chats.values()].find(
    (one) => one.unreadCount === 3 && one.messages.length > 4 && !one.labels,
  );
  if (!chat) throw new Error('No chat has unread messages');
  return chat;
};

test('read marks the chat read up to its newest message', async () => {
  await using sandbox = await startSandbox();
  const chat = unreadChat(sandbox);
  chat.isMarkedUnread = true;
  const read = await sdk5(sandbox).chats.markRead(chat.id);
  expect(read).toMatchObject({
    id: chat.id,
    unreadCount: 0,
    unreadMentionsCount: 0,
    isMarkedUnread: false,
    lastReadMessageSortKey: chat.messages.at(-1)?.sortKey,
  });
  expect(chat.messages.some(({ isUnread }) => isUnread)).toBe(false);
});

test('read up to a message counts the later messages of others, and never moves the marker back', async () => {
  await using sandbox = await startSandbox();
  const chat = unreadChat(sandbox);
  const [older, newer] = chat.messages.slice(-3);
  const later = chat.messages.slice(-1).filter(({ isSender }) => !isSender).length;
  const read = await sdk5(sandbox).chats.markRead(chat.id, { messageID: newer?.id ?? '' });
  expect(read).toMatchObject({ unreadCount: later, lastReadMessageSortKey: newer?.sortKey });
  expect(await sdk5(sandbox).chats.markRead(chat.id, { messageID: older?.id ?? '' })).toEqual(read);
});

test('unread sets a flag alone, or moves the marker back to before the message', async () => {
  await using sandbox = await startSandbox();
  const chat = unreadChat(sandbox);
  const { chats } = sdk5(sandbox);
  const read = await chats.markRead(chat.id);
  expect(await chats.markUnread(chat.id)).toEqual({ ...read, isMarkedUnread: true });
  const from = chat.messages.at(-4);
  const others = chat.messages.slice(-4).filter(({ isSender }) => !isSender);
  expect(await chats.markUnread(chat.id, { messageID: from?.id ?? '' })).toMatchObject({
    unreadCount: others.length,
    lastReadMessageSortKey: chat.messages.at(-5)?.sortKey,
    isMarkedUnread: true,
  });
  expect(others.every(({ isUnread }) => isUnread)).toBe(true);
  const marked = await chats.markUnread(chat.id, { messageID: chat.messages.at(-1)?.id ?? '' });
  expect(marked.lastReadMessageSortKey).toBe(chat.messages.at(-5)?.sortKey);
  const first = await chats.markUnread(chat.id, { messageID: chat.messages[0]?.id ?? '' });
  expect(first).not.toHaveProperty('lastReadMessageSortKey');
});

test.each(['read', 'unread'])('%s rejects an unknown message and an unknown chat', async (mark) => {
  await using sandbox = await startSandbox();
  expect(await request(sandbox, pathOf(chatID, `/${mark}`), { messageID: '1' })).toMatchObject({
    status: 404,
    json: { message: 'Message not found' },
  });
  expect(await request(sandbox, pathOf('!no:x', `/${mark}`), {})).toMatchObject({
    status: 404,
    json: { message: 'Chat not found' },
  });
});

test('a reminder of a newer app has a time with a zone', async () => {
  await using sandbox = await startSandbox();
  const { chats } = sdk5(sandbox);
  const reminder = { remindAt: '2030-01-01T05:30:00+05:30', dismissOnIncomingMessage: true };
  const { response } = await chats.reminders.create(chatID, { reminder }).withResponse();
  expect(response.status).toBe(204);
  expect((await chats.retrieve(chatID)).reminder).toEqual({
    ...reminder,
    remindAt: '2030-01-01T00:00:00.000Z',
  });
  expect((await chats.reminders.delete(chatID).asResponse()).status).toBe(204);
  expect((await chats.retrieve(chatID)).reminder).toBeNull();
});

test('a reminder of an older app has a number, in requests and in chats', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.807' });
  const { chats } = sdk4(sandbox);
  const reminder = { remindAtMs: 1_893_456_000_000 };
  expect((await chats.reminders.create(chatID, { reminder }).asResponse()).status).toBe(204);
  expect(await chats.retrieve(chatID)).toMatchObject({ reminder });
  expect((await chats.reminders.delete(chatID).asResponse()).status).toBe(204);
  expect(await chats.retrieve(chatID)).not.toHaveProperty('reminder');
});

test.each([
  ['4.2.808', { remindAtMs: 1 }, 'remindAt'],
  ['4.2.808', { remindAt: '2030-01-01T00:00:00' }, 'remindAt'],
  ['4.2.807', { remindAt: '2030-01-01T00:00:00Z' }, 'remindAtMs'],
  ['4.1.294', { remindAt: '2030-01-01T00:00:00Z' }, 'remindAtMs'],
])('app %s rejects the reminder %j', async (appVersion, reminder, field) => {
  await using sandbox = await startSandbox({ appVersion });
  expect(await request(sandbox, pathOf(chatID, '/reminders'), { reminder })).toMatchObject({
    status: 400,
    json: { details: { issues: [{ path: ['body', 'reminder', field] }] } },
  });
});

test('notify-anyway returns the chat of an iMessage account and rejects others', async () => {
  await using sandbox = await startSandbox();
  const chat = [...sandbox.chats.values()].find(({ id }) => id.startsWith('imsg##'));
  expect(await sdk5(sandbox).chats.notifyAnyway(chat?.id ?? '', { body: {} })).toMatchObject({
    id: chat?.id,
  });
  expect((await request(sandbox, pathOf(chatID, '/notify-anyway'), {})).status).toBe(422);
});

test.each(['4.1.294', '4.2.600', '4.3.73'])('app %s brings itself to the front', async (appVersion) => {
  await using sandbox = await startSandbox({ appVersion });
  expect(await sdk5(sandbox).focus()).toEqual({ success: true });
  expect(await sdk4(sandbox).focus({ chatID, messageID: '1', draftText: 'Hi' })).toEqual({ success: true });
  expect((await request(sandbox, '/v1/focus', { chatID: '!no:x' })).status).toBe(404);
});

const routesSince808: [string, string][] = [
  ['PATCH', ''],
  ['POST', '/read'],
  ['POST', '/unread'],
];

test.each(routesSince808)('%s …%s exists since 4.2.808', async (method, rest) => {
  await using sandbox = await startSandbox({ appVersion: '4.2.807' });
  const call = () => request(sandbox, pathOf(chatID, rest), {}, { method });
  expect(await call()).toMatchObject({ status: 404, json: undefined });
  sandbox.appVersion = '4.2.808';
  expect(await call()).toMatchObject({ status: 200, json: { id: chatID } });
});

test('notify-anyway exists since 4.2.808', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.807' });
  const chat = [...sandbox.chats.values()].find(({ id }) => id.startsWith('imsg##'));
  const call = () => request(sandbox, pathOf(chat?.id ?? '', '/notify-anyway'), {});
  expect(await call()).toMatchObject({ status: 404, json: undefined });
  sandbox.appVersion = '4.2.808';
  expect((await call()).status).toBe(200);
});
