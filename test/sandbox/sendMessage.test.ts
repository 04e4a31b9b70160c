import { expect, test } from 'vitest';
import { type Sandbox, seedChatIDs, seedUploadIDs, startSandbox } from '../../src/sandbox/index.ts';
import { request, sdk4, sdk5 } from './clients.ts';

const chatID = seedChatIDs.kishan;
const pathOf = (id: string) => `/v1/chats/${encodeURIComponent(id)}/messages`;
const newest = (sandbox: Sandbox, id: string = chatID) => sandbox.chats.get(id)?.messages.at(-1);

test('a sent message is pending in the list until it is settled, then has a final ID', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 'never' });
  const client = sdk5(sandbox);
  const sent = await client.messages.send(chatID, { text: 'Hello' });
  expect(sent).toEqual({ chatID, pendingMessageID: expect.stringMatching(/^m\d{16}$/) });
  const pending = {
    id: sent.pendingMessageID,
    chatID,
    text: 'Hello',
    isSender: true,
    sendStatus: { status: 'PENDING', timestamp: expect.any(String) },
  };
  expect((await client.messages.list(chatID)).items[0]).toMatchObject(pending);
  expect(await client.messages.retrieve(sent.pendingMessageID, { chatID })).toMatchObject(pending);

  sandbox.settle();

  const [final] = (await client.messages.list(chatID)).items;
  expect(final).toMatchObject({
    id: expect.stringMatching(/^\d+$/),
    text: 'Hello',
    sendStatus: { status: 'SUCCESS' },
  });
  expect(await client.messages.retrieve(final?.id ?? '', { chatID })).toEqual(final);
  expect(await client.messages.retrieve(`$event${final?.id}`, { chatID })).toEqual(final);
});

test('the pending ID leads to the final message for a day', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  const { pendingMessageID } = await sdk5(sandbox).messages.send(chatID, { text: 'Hello' });
  const read = () => request(sandbox, `${pathOf(chatID)}/${pendingMessageID}`);
  expect((await read()).json).toMatchObject({ id: newest(sandbox)?.id, text: 'Hello' });
  sandbox.clockOffsetMs = 86_300_000;
  expect((await read()).status).toBe(200);
  sandbox.clockOffsetMs = 86_500_000;
  expect((await read()).status).toBe(404);
});

test('a message is sent after sendAfterMs by itself', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 20 });
  await sdk5(sandbox).messages.send(chatID, { text: 'Hello' });
  expect(newest(sandbox)?.sendStatus?.status).toBe('PENDING');
  await expect.poll(() => newest(sandbox)?.sendStatus?.status).toBe('SUCCESS');
});

test('two sends are two messages, with different IDs and times of the real clock', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0, clockOffsetMs: -30_000 });
  const [a, b] = [
    await sdk5(sandbox).messages.send(chatID, { text: 'Hello' }),
    await sdk5(sandbox).messages.send(chatID, { text: 'Hello' }),
  ];
  expect(a.pendingMessageID).not.toBe(b.pendingMessageID);
  const [first, second] = sandbox.chats.get(chatID)?.messages.slice(-2) ?? [];
  expect(first?.id).not.toBe(second?.id);
  expect(Math.abs(Date.now() - 30_000 - Date.parse(first?.timestamp ?? ''))).toBeLessThan(5_000);
});

test('a send moves the chat to the top of the list, with the message as preview', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  await sdk5(sandbox).messages.send(chatID, { text: 'Hello' });
  const [first] = (await sdk5(sandbox).chats.list()).items;
  expect(first).toMatchObject({
    id: chatID,
    preview: { text: 'Hello' },
    lastActivity: newest(sandbox)?.timestamp,
  });
});

test.each([
  ['4.3.73', {}],
  ['4.3.73', { text: '' }],
  ['4.2.500', {}],
])('app %s rejects %j, which has neither text nor attachment', async (appVersion, body) => {
  await using sandbox = await startSandbox({ appVersion });
  const before = newest(sandbox);
  expect(await request(sandbox, pathOf(chatID), body)).toMatchObject({
    status: 400,
    json: { code: 'VALIDATION_ERROR', details: { issues: [{ path: ['body', 'text'] }] } },
  });
  expect(newest(sandbox)).toBe(before);
});

test('every app version sends text, and SDK 4 understands the response', async () => {
  for (const appVersion of ['4.1.294', '4.2.498', '4.2.600', '4.3.73']) {
    await using sandbox = await startSandbox({ appVersion, sendAfterMs: 0 });
    const sent = await sdk4(sandbox).messages.send(chatID, { text: 'Hello' });
    expect(sent).toMatchObject({ chatID, pendingMessageID: expect.stringMatching(/^m/) });
    expect((await sdk4(sandbox).messages.list(chatID)).items[0]).toMatchObject({
      text: 'Hello',
      isSender: true,
    });
  }
});

test.each([
  ['4.2.498', undefined],
  ['4.2.499', [{ type: 'img', fileName: 'harbour.jpg', size: { width: 1600, height: 1200 } }]],
])('app %s sends a text with the attachments %j', async (appVersion, attachments) => {
  await using sandbox = await startSandbox({ appVersion, sendAfterMs: 0 });
  await request(sandbox, pathOf(chatID), { text: 'Look', attachment: { uploadID: seedUploadIDs.photo } });
  if (attachments) expect(newest(sandbox)).toMatchObject({ text: 'Look', attachments });
  else expect(newest(sandbox)).not.toHaveProperty('attachments');
});

test.each([
  [{ uploadID: seedUploadIDs.photo }, 'IMAGE', { type: 'img', mimeType: 'image/jpeg' }],
  [{ uploadID: seedUploadIDs.photo, type: 'sticker' as const }, 'STICKER', { isSticker: true }],
  [{ uploadID: seedUploadIDs.photo, type: 'gif' as const }, 'IMAGE', { isGif: true }],
  [{ uploadID: seedUploadIDs.voiceNote }, 'AUDIO', { type: 'audio', duration: 4 }],
  [
    { uploadID: seedUploadIDs.voiceNote, type: 'voice-note' as const, duration: 5 },
    'VOICE',
    { isVoiceNote: true, duration: 5 },
  ],
  [{ uploadID: seedUploadIDs.document, fileName: 'b.pdf' }, 'FILE', { type: 'unknown', fileName: 'b.pdf' }],
])('the attachment %j alone becomes a message of type %s', async (attachment, type, expected) => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  await sdk5(sandbox).messages.send(chatID, { attachment });
  expect(newest(sandbox)).toMatchObject({ type, attachments: [expected] });
  expect(newest(sandbox)).not.toHaveProperty('text');
});

test('an unknown upload is a 422 that names the field', async () => {
  await using sandbox = await startSandbox();
  expect(await request(sandbox, pathOf(chatID), { attachment: { uploadID: 'nope' } })).toMatchObject({
    status: 422,
    json: { details: { issues: [{ path: ['body', 'attachment', 'uploadID'] }] } },
  });
});

test('a reply names its message, and a reply to an unknown message is a 404 without a send', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  const before = newest(sandbox);
  await sdk5(sandbox).messages.send(chatID, { text: 'Yes', replyToMessageID: before?.id ?? '' });
  expect(newest(sandbox)?.linkedMessageID).toBe(before?.id);
  const last = newest(sandbox);
  expect(await request(sandbox, pathOf(chatID), { text: 'Yes', replyToMessageID: '1' })).toMatchObject({
    status: 404,
    json: { message: 'Message not found', code: 'NOT_FOUND' },
  });
  expect(newest(sandbox)).toBe(last);
});

test('a read-only chat rejects a send, and an unknown chat is a 404', async () => {
  await using sandbox = await startSandbox();
  expect(await request(sandbox, pathOf(seedChatIDs.largeGroup), { text: 'Hi' })).toMatchObject({
    status: 403,
    json: { code: 'FORBIDDEN' },
  });
  expect(await request(sandbox, pathOf('!no:x'), { text: 'Hi' })).toMatchObject({
    status: 404,
    json: { message: 'Chat not found' },
  });
});

test('the length of a text is limited in code points, that of a caption by its own limit', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  const send = (body: object) => request(sandbox, pathOf(chatID), body);
  const tooLong = { status: 422, json: { details: { issues: [{ path: ['body', 'text'] }] } } };
  expect((await send({ text: '😀'.repeat(65_536) })).status).toBe(200);
  expect(await send({ text: 'x'.repeat(65_537) })).toMatchObject(tooLong);
  const attachment = { uploadID: seedUploadIDs.document };
  expect((await send({ text: '😀'.repeat(1024), attachment })).status).toBe(200);
  expect(await send({ text: 'x'.repeat(1025), attachment })).toMatchObject(tooLong);
});

test('a merged chat sends to its default chat, else to the first of its chats', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  const merged = sandbox.chats.get(seedChatIDs.merged);
  const [first = '', , third = ''] = merged?.merge?.chatIDs ?? [];
  expect((await sdk5(sandbox).messages.send(seedChatIDs.merged, { text: 'One' })).chatID).toBe(first);
  if (merged?.merge) merged.merge.defaultChatID = third;
  expect((await sdk5(sandbox).messages.send(seedChatIDs.merged, { text: 'Two' })).chatID).toBe(third);
  if (merged?.merge) delete merged.merge.defaultChatID;
  expect((await sdk5(sandbox).messages.send(seedChatIDs.merged, { text: 'Three' })).chatID).toBe(first);
  expect(newest(sandbox, first)?.text).toBe('Three');
  expect(newest(sandbox, third)?.text).toBe('Two');
  expect(merged?.messages).toEqual([]);
  const [top] = (await sdk5(sandbox).chats.list()).items;
  expect(top).toMatchObject({ id: seedChatIDs.merged, preview: { text: 'Three' } });
});

test('apps without merged chats do not know the merged chat', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.3.0' });
  expect((await request(sandbox, pathOf(seedChatIDs.merged), { text: 'Hi' })).status).toBe(404);
});

test('the local ID of a chat is accepted, and the response contains the ID', async () => {
  await using sandbox = await startSandbox();
  const local = sandbox.chats.get(chatID)?.localChatID ?? '';
  expect((await sdk5(sandbox).messages.send(local, { text: 'Hi' })).chatID).toBe(chatID);
});

test('a bridge that is not connected accepts a message, which then fails retriably', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  const discord = [...sandbox.chats.values()].find((chat) => chat.accountID === 'discordgo');
  const { pendingMessageID } = await sdk5(sandbox).messages.send(discord?.id ?? '', { text: 'Hi' });
  expect(newest(sandbox, discord?.id)).toMatchObject({
    id: pendingMessageID,
    sendStatus: { status: 'FAIL_RETRIABLE', reason: 'm.bridge_unavailable', message: expect.any(String) },
  });
});

test.each([
  [
    'Just text, 2 * 3 * 4 and a_b_c\nhttps://e.example/a_b_c',
    'Just text, 2 * 3 * 4 and a_b_c\nhttps://e.example/a_b_c',
  ],
  ['# not a title', '<h1>not a title</h1>'],
  ['+ x\n+ y', '<ul><li>x</li><li>y</li></ul>'],
  ['1. x', '<ol><li>x</li></ol>'],
  [
    '**so** _it_ *is* ~~not~~ `a<b`',
    '<strong>so</strong> <em>it</em> <em>is</em> <del>not</del> <code>a&lt;b</code>',
  ],
  ['[here](https://e.example/?a=1&b=2)', '<a href="https://e.example/?a=1&amp;b=2">here</a>'],
  ['&amp; &lt;b&gt;', '&amp;amp; &amp;lt;b&amp;gt;'],
  ['**a**\nb', '<strong>a</strong><br>b'],
  ['a\r\n \r\nb', 'a\r\n \r\nb'],
])('the text %j is stored as %j', async (text, stored) => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  await sdk5(sandbox).messages.send(chatID, { text });
  expect(newest(sandbox)?.text).toBe(stored);
});
