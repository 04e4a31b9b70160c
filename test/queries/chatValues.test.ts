import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { ChatValues } from '../support/queryDocuments.ts';

test('a chat has its draft, reminder, snooze and all other optional fields', async () => {
  await using pair = await startPair();

  const { data, errors } = await pair.gateway.query(ChatValues, { id: seedChatIDs.everyKind });

  expect(errors).toBeUndefined();
  expect(data?.chat).toMatchObject({
    type: 'GROUP',
    rawType: 'group',
    description: 'Each kind of message, once',
    imgURL: { url: null, isLocal: true },
    unreadCount: 3,
    unreadMentionsCount: 1,
    lastReadMessageSortKey: expect.stringMatching(/^\d+$/),
    isReadOnly: false,
    isMarkedUnread: true,
    isPinned: true,
    messageExpirySeconds: 604_800,
    draft: {
      text: 'Not sent <em>yet</em>',
      textFormat: 'HTML',
      plainText: 'Not sent yet',
      attachments: [
        {
          attachmentID: 'a1',
          type: 'FILE',
          rawType: 'file',
          mimeType: 'image/png',
          fileName: 'sketch.png',
          fileSize: 9_711,
          audioDurationSeconds: null,
          size: { width: 640, height: 480 },
        },
      ],
    },
    reminder: { remindAt: '2026-08-15T07:00:00.000Z', dismissOnIncomingMessage: true },
    snooze: { snoozeUntil: '2026-08-16T07:00:00.000Z', userSnoozedAt: '2026-08-14T08:30:00.000Z' },
  });
});

test('the support levels of chat capabilities are enum values', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(ChatValues, { id: seedChatIDs.everyKind });

  expect(data?.chat?.capabilities).toMatchObject({
    formatting: [
      { feature: 'bold', level: 'FULL' },
      { feature: 'italic', level: 'FULL' },
      { feature: 'inline_code', level: 'FULL' },
      { feature: 'code_block.syntax_highlighting', level: 'PARTIAL' },
      { feature: 'underline', level: 'DROPPED' },
    ],
    maxTextLength: 65_536,
    poll: 'PARTIAL',
    edit: 'FULL',
    editMaxCount: 10,
    editMaxAge: 900,
    deleteMaxAge: 172_800,
    deleteForMe: true,
    messageRequest: { acceptWithMessage: 'FULL', acceptWithButton: 'PARTIAL' },
    allowedReactions: ['👍', '❤️', '😄'],
    customEmojiReactions: false,
    disappearingTimer: {
      types: ['afterRead', 'afterSend'],
      timers: [86_400_000, 604_800_000],
      omitEmptyTimer: true,
    },
    participantActions: { ban: 'REJECTED', invite: 'FULL', revokeInvite: 'UNSUPPORTED' },
    state: { avatar: 'PARTIAL', title: 'FULL' },
  });
  const [image, file, voice] = data?.chat?.capabilities?.attachments ?? [];
  expect(image).toMatchObject({
    messageType: 'm.image',
    mimeTypes: [
      { feature: 'image/jpeg', level: 'FULL' },
      { feature: 'image/png', level: 'FULL' },
      { feature: 'image/*', level: 'PARTIAL' },
    ],
    caption: 'FULL',
    maxSize: 16_777_216,
  });
  expect(file).toMatchObject({ messageType: 'm.file', maxCaptionLength: 1024 });
  expect(voice).toMatchObject({ caption: 'UNSUPPORTED', maxDuration: 3600, viewOnce: true });
});

test('unknown levels and types of a chat are OTHER, and unreadable parts are null', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats/{chatID}', {
    body: {
      id: '!a:b',
      accountID: 'matrix',
      type: 'channel',
      draft: {
        text: 'x',
        attachments: { k: { type: 'hologram' }, l: null, m: { id: 'own', type: 'recorded_audio' } },
      },
      reminder: { remindAt: 'soon' },
      snooze: [],
      capabilities: {
        poll: 3,
        edit: '2',
        maxTextLength: -1,
        formatting: { bold: 7, italic: 'yes' },
        attachments: { 'm.image': null, 'm.file': { caption: -5 } },
        allowedReactions: ['👍', 7],
        state: { title: 2, avatar: { level: 2 } },
      },
    },
  });

  const { data, errors } = await pair.gateway.query(ChatValues, { id: '!a:b' });

  expect(errors).toBeUndefined();
  expect(data?.chat).toMatchObject({
    type: 'OTHER',
    rawType: 'channel',
    participants: null,
    draft: {
      attachments: [
        { attachmentID: 'k', type: 'OTHER', rawType: 'hologram' },
        { attachmentID: 'own', type: 'RECORDED_AUDIO', rawType: 'recorded_audio' },
      ],
    },
    reminder: null,
    snooze: null,
    capabilities: {
      poll: 'OTHER',
      edit: null,
      maxTextLength: null,
      formatting: [{ feature: 'bold', level: 'OTHER' }],
      attachments: [{ messageType: 'm.file', caption: 'OTHER', mimeTypes: null }],
      allowedReactions: ['👍'],
      state: { title: null, avatar: 'FULL' },
    },
  });
});

test.each([
  [{ text: 'a <b>b</b>', textEntities: [] }, 'a <b>b</b>'],
  [JSON.stringify({ text: 'a <b>b</b>', textEntities: [] }), 'a <b>b</b>'],
  ['a < b', 'a < b'],
])('the draft %j has plain text', async (sent, text) => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats/{chatID}', {
    body: { id: '!a:b', accountID: 'matrix', draft: { text: sent } },
  });

  const { data } = await pair.gateway.query(ChatValues, { id: '!a:b' });

  expect(data?.chat?.draft).toEqual({ text, textFormat: 'PLAIN', plainText: text, attachments: null });
});

test('a chat type of a newer app is OTHER', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(ChatValues, { id: seedChatIDs.undocumentedValues });

  expect(data?.chat).toMatchObject({ type: 'OTHER', rawType: 'channel', draft: null, reminder: null });
});

test('a group of 300 has truncated participants and their total number', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(ChatValues, { id: seedChatIDs.largeGroup });

  const { participants, isReadOnly, imgURL } = data?.chat ?? {};
  expect(participants).toMatchObject({ total: 300, hasMore: true });
  expect(participants?.items).toHaveLength(100);
  expect(participants?.items.filter(({ isSelf }) => isSelf)).toHaveLength(1);
  expect(participants?.items.filter(({ isNetworkBot }) => isNetworkBot)).toHaveLength(1);
  expect(participants?.items.filter(({ isPending }) => isPending).length).toBeGreaterThan(1);
  expect(isReadOnly).toBe(true);
  expect(imgURL).toEqual({ url: null, isLocal: true });
});

test('a reminder and a snooze with the older names of their times are returned', async () => {
  await using pair = await startPair();
  const [early, late] = ['2026-08-15T07:00:00.000Z', '2026-08-16T07:00:00.000Z'];
  pair.sandbox.next('GET /v1/chats/{chatID}', {
    body: {
      id: '!a:b',
      accountID: 'matrix',
      reminder: { remindAtMs: Date.parse(early), dismissOnIncomingMessage: true },
      snooze: { snoozeUntilMs: Date.parse(late), userSnoozedAtMs: Date.parse(early) },
    },
  });

  const { data } = await pair.gateway.query(ChatValues, { id: '!a:b' });

  expect(data?.chat).toMatchObject({
    reminder: { remindAt: early, dismissOnIncomingMessage: true },
    snooze: { snoozeUntil: late, userSnoozedAt: early },
  });
});
