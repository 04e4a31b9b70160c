import { readFile } from 'node:fs/promises';
import type { BeeperDesktop } from '@beeper/desktop-api';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { lostFileURLs, sampleFiles, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { pictureSizeOf } from '../../src/sandbox/world/pictureSizeOf.ts';
import { sniffType } from '../../src/sandbox/world/sniffType.ts';
import { sdk4, sdk5 } from './clients.ts';

async function everyKind(sandbox: Sandbox): Promise<BeeperDesktop.Message[]> {
  const messages: BeeperDesktop.Message[] = [];
  for await (const message of sdk5(sandbox).messages.list(seedChatIDs.everyKind)) messages.push(message);
  return messages;
}

test('each message type occurs, and a message without a type', async () => {
  await using sandbox = await startSandbox();
  const types = new Set((await everyKind(sandbox)).map((message) => message.type));
  expect(types).toEqual(
    new Set([
      ...['TEXT', 'NOTICE', 'IMAGE', 'VIDEO', 'VOICE', 'AUDIO', 'FILE', 'STICKER', 'LOCATION', 'REACTION'],
      undefined,
    ]),
  );
});

test('seen occurs in its three forms, and mentions as null, as a list and absent', async () => {
  await using sandbox = await startSandbox();
  const messages = await everyKind(sandbox);
  expect(new Set(messages.map(({ seen }) => typeof seen))).toEqual(
    new Set(['undefined', 'boolean', 'string', 'object']),
  );
  const kinds = messages.map(({ mentions }) => (mentions === null ? 'null' : typeof mentions));
  expect(new Set(kinds)).toEqual(new Set(['null', 'object', 'undefined']));
});

test('each send status and each attachment type occurs', async () => {
  await using sandbox = await startSandbox();
  const messages = await everyKind(sandbox);
  const statuses = messages.flatMap(({ sendStatus }) => sendStatus?.status ?? []);
  expect(statuses.toSorted()).toEqual(['FAIL_PERMANENT', 'FAIL_RETRIABLE', 'PENDING', 'SUCCESS']);
  const types = messages.flatMap(({ attachments = [] }) => attachments.map(({ type }) => type));
  expect(new Set(types)).toEqual(new Set(['img', 'video', 'audio', 'unknown']));
});

test('edited, deleted, hidden, unread and reply messages occur, and local and remote files', async () => {
  await using sandbox = await startSandbox();
  const messages = await everyKind(sandbox);
  for (const field of ['editedTimestamp', 'isDeleted', 'isHidden', 'isUnread', 'linkedMessageID'] as const) {
    expect(messages.some((message) => message[field])).toBe(true);
  }
  const sources = messages.flatMap(({ attachments = [] }) =>
    attachments.flatMap(({ srcURL = [] }) => srcURL),
  );
  expect(sources.some((source) => source.startsWith('file:///Users/'))).toBe(true);
  expect(sources.some((source) => source.startsWith('https://'))).toBe(true);
});

test('each picture and file in the data that is not on the web can be loaded, and is what the data says', async () => {
  await using sandbox = await startSandbox();
  const chats = [...sandbox.chats.values()];
  const files = chats.flatMap(({ messages }) => messages.flatMap(({ attachments = [] }) => attachments));
  const named = files.flatMap((file) => [file.id, file.srcURL].map((url) => ({ ...file, url })));
  const others = [
    ...chats.flatMap(({ participants, imgURL }) => [imgURL, ...participants.map((person) => person.imgURL)]),
    ...files.map(({ posterImg }) => posterImg),
  ].map((url) => ({ url, fileSize: undefined, size: undefined }));
  const urls = new Map([...others, ...named].map((file) => [file.url, file]));
  let count = 0;
  for (const [url, { fileSize, size }] of urls) {
    if (!url || /^(https:|\/)/.test(url) || lostFileURLs.includes(url)) continue;
    count++;
    const response = await sdk5(sandbox).assets.serve({ url });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (fileSize !== undefined) expect({ url, fileSize: bytes.length }).toEqual({ url, fileSize });
    const measured = pictureSizeOf(sniffType(bytes), bytes);
    if (size?.height && measured) expect({ url, size: measured }).toEqual({ url, size });
  }
  expect(count).toBeGreaterThan(60);
});

test('the table of sample files says what they are', async () => {
  for (const [name, facts] of Object.entries(sampleFiles)) {
    const bytes = await readFile(`src/sandbox/files/${name}`);
    const size = pictureSizeOf(sniffType(bytes), bytes);
    expect({ name, ...facts, fileSize: bytes.length }).toEqual({ name, ...facts, ...(size && { size }) });
    const isKnown = !/svg|html|text/.test(facts.mimeType);
    expect({ name, type: sniffType(bytes) }).toEqual({ name, type: isKnown ? facts.mimeType : undefined });
  }
});

test('the photo says where it was taken and how to turn it', async () => {
  const head = (await readFile('src/sandbox/files/harbour.jpg')).subarray(0, 1000);
  // The tags of EXIF for the orientation, 3, and for the place.
  expect(head.includes(Buffer.from('01120003000000010003', 'hex'))).toBe(true);
  expect(head.includes(Buffer.from('8825000400000001', 'hex'))).toBe(true);
});

test('the table of the video is at its beginning', async () => {
  const bytes = await readFile('src/sandbox/files/waves.mp4');
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
});

test('an imported message is sorted by its sort key, not by its time', async () => {
  await using sandbox = await startSandbox();
  const [newest] = await everyKind(sandbox);
  expect(newest?.timestamp).toBe('2019-05-01T10:00:00.000Z');
});

test('a hidden message is never the preview of a chat', async () => {
  await using sandbox = await startSandbox();
  for await (const chat of sdk5(sandbox).chats.list()) expect(chat.preview?.isHidden).not.toBe(true);
});

test('one chat has undocumented message types, attachment types and statuses', async () => {
  await using sandbox = await startSandbox();
  const { items } = await sdk5(sandbox).messages.list(seedChatIDs.undocumentedValues);
  expect(items).toMatchObject([
    { sendStatus: { status: 'QUEUED' } },
    { attachments: [{ type: 'model3d' }] },
    { type: 'POLL' },
  ]);
});

test('older apps send only the fields that SDK 4 declares', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  const fields = new Set<string>();
  for await (const message of sdk4(sandbox).messages.list(seedChatIDs.everyKind)) {
    for (const field of Object.keys(message)) fields.add(field);
    for (const attachment of message.attachments ?? []) expect(attachment).not.toHaveProperty('id');
  }
  expect([...fields].toSorted()).toEqual(
    [
      ...['id', 'chatID', 'accountID', 'senderID', 'senderName', 'timestamp', 'sortKey', 'text'],
      ...['isSender', 'isUnread', 'attachments', 'reactions'],
    ].toSorted(),
  );
});
