import type { BeeperDesktop } from '@beeper/desktop-api';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { LANDMARKS, startSandbox } from '../../src/sandbox/index.ts';
import { sdk4, sdk5 } from './clients.ts';

async function specimens(sandbox: Sandbox): Promise<BeeperDesktop.Message[]> {
  const messages: BeeperDesktop.Message[] = [];
  for await (const message of sdk5(sandbox).messages.list(LANDMARKS.specimens)) messages.push(message);
  return messages;
}

test('Each message type occurs, and a message without one', async () => {
  await using sandbox = await startSandbox();
  const types = new Set((await specimens(sandbox)).map((message) => message.type));
  expect(types).toEqual(
    new Set([
      ...['TEXT', 'NOTICE', 'IMAGE', 'VIDEO', 'VOICE', 'AUDIO', 'FILE', 'STICKER', 'LOCATION', 'REACTION'],
      undefined,
    ]),
  );
});

test('Receipts come in their three forms, and mentions as null, list and not at all', async () => {
  await using sandbox = await startSandbox();
  const messages = await specimens(sandbox);
  expect(new Set(messages.map(({ seen }) => typeof seen))).toEqual(
    new Set(['undefined', 'boolean', 'string', 'object']),
  );
  const kinds = messages.map(({ mentions }) => (mentions === null ? 'null' : typeof mentions));
  expect(new Set(kinds)).toEqual(new Set(['null', 'object', 'undefined']));
});

test('Each send status and each attachment type occurs', async () => {
  await using sandbox = await startSandbox();
  const messages = await specimens(sandbox);
  const statuses = messages.flatMap(({ sendStatus }) => sendStatus?.status ?? []);
  expect(statuses.toSorted()).toEqual(['FAIL_PERMANENT', 'FAIL_RETRIABLE', 'PENDING', 'SUCCESS']);
  const types = messages.flatMap(({ attachments = [] }) => attachments.map(({ type }) => type));
  expect(new Set(types)).toEqual(new Set(['img', 'video', 'audio', 'unknown']));
});

test('Edited, deleted, hidden, unread and answering messages occur, and files of this computer', async () => {
  await using sandbox = await startSandbox();
  const messages = await specimens(sandbox);
  for (const field of ['editedTimestamp', 'isDeleted', 'isHidden', 'isUnread', 'linkedMessageID'] as const) {
    expect(messages.some((message) => message[field])).toBe(true);
  }
  const sources = messages.flatMap(({ attachments = [] }) =>
    attachments.flatMap(({ srcURL = [] }) => srcURL),
  );
  expect(sources.some((source) => source.startsWith('file:///Users/'))).toBe(true);
  expect(sources.some((source) => source.startsWith('https://'))).toBe(true);
});

test('A message that was brought over stands by its sort key, not by its time', async () => {
  await using sandbox = await startSandbox();
  const [newest] = await specimens(sandbox);
  expect(newest?.timestamp).toBe('2019-05-01T10:00:00.000Z');
});

test('A hidden message is in the chat, but is no preview', async () => {
  await using sandbox = await startSandbox();
  for await (const chat of sdk5(sandbox).chats.list()) expect(chat.preview?.isHidden).not.toBe(true);
});

test('A newer app sends types and statuses that no document names', async () => {
  await using sandbox = await startSandbox();
  const { items } = await sdk5(sandbox).messages.list(LANDMARKS.future);
  expect(items).toMatchObject([
    { sendStatus: { status: 'QUEUED' } },
    { attachments: [{ type: 'model3d' }] },
    { type: 'POLL' },
  ]);
});

test('Older apps send the fields of their time only', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  const fields = new Set<string>();
  for await (const message of sdk4(sandbox).messages.list(LANDMARKS.specimens)) {
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
