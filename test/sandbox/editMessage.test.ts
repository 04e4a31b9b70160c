import { expect, test } from 'vitest';
import { type Sandbox, seedChatIDs, seedUploadIDs, startSandbox } from '../../src/sandbox/index.ts';
import { request, sdk5 } from './clients.ts';

const chatID = seedChatIDs.kishan;
const pathOf = (id: string, message: string) => `/v1/chats/${encodeURIComponent(id)}/messages/${message}`;
const put = (sandbox: Sandbox, messageID: string, body: object, id: string = chatID) =>
  request(sandbox, pathOf(id, messageID), body, { method: 'PUT', body: JSON.stringify(body) });
const newest = (sandbox: Sandbox, id: string = chatID) => sandbox.chats.get(id)?.messages.at(-1);

/** Sends a message and returns its final ID. */
async function sendTo(sandbox: Sandbox, id: string = chatID): Promise<string> {
  await sdk5(sandbox).messages.send(id, { text: 'Helo' });
  sandbox.settle();
  return newest(sandbox, id)?.id ?? '';
}

test('an edit changes the text and returns the message', async () => {
  await using sandbox = await startSandbox();
  const messageID = await sendTo(sandbox);
  const edited = await sdk5(sandbox).messages.update(messageID, { chatID, text: '**Hello**' });
  expect(edited).toEqual({ ...newest(sandbox), messageID, success: true });
  expect(edited).toMatchObject({
    id: messageID,
    chatID,
    text: '<strong>Hello</strong>',
    editedTimestamp: expect.any(String),
  });
});

test('an edit in an app before 4.2.808 returns only IDs, and does not exist before 4.2.499', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.807' });
  const messageID = await sendTo(sandbox);
  const short = { chatID, messageID, success: true };
  expect((await put(sandbox, messageID, { text: 'Hello' })).json).toEqual(short);
  sandbox.appVersion = '4.2.499';
  expect((await put(sandbox, messageID, { text: 'Hello!' })).json).toEqual(short);
  sandbox.appVersion = '4.2.498';
  expect(await put(sandbox, messageID, { text: 'No' })).toMatchObject({ status: 404, json: undefined });
  expect(newest(sandbox)?.text).toBe('Hello!');
});

test.each([[{}], [{ text: '' }]])('an edit rejects %j', async (body) => {
  await using sandbox = await startSandbox();
  expect(await put(sandbox, await sendTo(sandbox), body)).toMatchObject({
    status: 400,
    json: { details: { issues: [{ path: ['body', 'text'] }] } },
  });
});

test('an edit rejects a text that is too long', async () => {
  await using sandbox = await startSandbox();
  const response = await put(sandbox, await sendTo(sandbox), { text: 'x'.repeat(65_537) });
  expect(response).toMatchObject({
    status: 422,
    json: { details: { issues: [{ path: ['body', 'text'] }] } },
  });
});

test('only own messages without attachments can be edited, and no unknown or deleted ones', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 0 });
  const theirs = sandbox.chats.get(chatID)?.messages.find(({ isSender }) => !isSender)?.id ?? '';
  expect((await put(sandbox, theirs, { text: 'x' })).status).toBe(403);
  expect(await put(sandbox, '1', { text: 'x' })).toMatchObject({
    status: 404,
    json: { message: 'Message not found' },
  });
  await sdk5(sandbox).messages.send(chatID, { text: 'x', attachment: { uploadID: seedUploadIDs.photo } });
  expect((await put(sandbox, newest(sandbox)?.id ?? '', { text: 'y' })).status).toBe(422);
  const deleted = await sendTo(sandbox);
  await sdk5(sandbox).messages.delete(deleted, { chatID });
  expect((await put(sandbox, deleted, { text: 'x' })).status).toBe(404);
});

test('a pending ID is rejected by an edit and a deletion, also after the message was sent', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 'never' });
  const { pendingMessageID } = await sdk5(sandbox).messages.send(chatID, { text: 'x' });
  for (const _ of ['pending', 'sent']) {
    expect((await put(sandbox, pendingMessageID, { text: 'y' })).status).toBe(400);
    const deletion = await request(sandbox, pathOf(chatID, pendingMessageID), undefined, {
      method: 'DELETE',
    });
    expect(deletion).toMatchObject({
      status: 400,
      json: { details: { issues: [{ path: ['params', 'messageID'] }] } },
    });
    sandbox.settle();
  }
  expect(newest(sandbox)).toMatchObject({ text: 'x' });
});

test('an edit is rejected after editMaxAge seconds, after editMaxCount edits, and where the network has none', async () => {
  await using sandbox = await startSandbox();
  const messageID = await sendTo(sandbox);
  for (let count = 0; count < 10; count += 1)
    expect((await put(sandbox, messageID, { text: `${count}` })).status).toBe(200);
  expect((await put(sandbox, messageID, { text: 'eleventh' })).status).toBe(409);
  const other = await sendTo(sandbox);
  sandbox.clockOffsetMs = 890_000;
  expect((await put(sandbox, other, { text: 'in time' })).status).toBe(200);
  sandbox.clockOffsetMs = 910_000;
  expect((await put(sandbox, other, { text: 'too late' })).status).toBe(409);
  expect(newest(sandbox)?.text).toBe('in time');
  const signal = [...sandbox.chats.keys()].find((id) => id.startsWith('!signal_')) ?? '';
  expect((await put(sandbox, await sendTo(sandbox, signal), { text: 'x' }, signal)).status).toBe(403);
});

test('a deletion for everyone is the default, and leaves a message without content', async () => {
  await using sandbox = await startSandbox();
  const { messages } = sdk5(sandbox);
  const messageID = await sendTo(sandbox);
  expect((await messages.delete(messageID, { chatID }).asResponse()).status).toBe(204);
  const left = await messages.retrieve(messageID, { chatID });
  expect(left).toMatchObject({ id: messageID, isDeleted: true });
  expect(left).not.toHaveProperty('text');
  expect((await request(sandbox, pathOf(chatID, messageID), undefined, { method: 'DELETE' })).status).toBe(
    404,
  );
});

test('a deletion for me removes the message, and cannot be repeated', async () => {
  await using sandbox = await startSandbox();
  const { messages } = sdk5(sandbox);
  const theirs = sandbox.chats.get(chatID)?.messages.find(({ isSender }) => !isSender)?.id ?? '';
  await messages.delete(theirs, { chatID, forEveryone: false });
  const path = pathOf(chatID, theirs);
  expect((await request(sandbox, path)).status).toBe(404);
  const again = await request(sandbox, `${path}?forEveryone=false`, undefined, { method: 'DELETE' });
  expect(again).toMatchObject({ status: 404, json: { message: 'Message not found' } });
});

test('a deletion for everyone is rejected for messages of others and after deleteMaxAge, which does not limit one for me', async () => {
  await using sandbox = await startSandbox();
  const remove = (id: string, query = '') =>
    request(sandbox, pathOf(chatID, id) + query, undefined, { method: 'DELETE' });
  const theirs = sandbox.chats.get(chatID)?.messages.find(({ isSender }) => !isSender)?.id ?? '';
  expect((await remove(theirs)).status).toBe(403);
  const messageID = await sendTo(sandbox);
  sandbox.clockOffsetMs = 172_810_000;
  expect((await remove(messageID)).status).toBe(409);
  expect((await remove(messageID, '?forEveryone=false')).status).toBe(204);
});

test('a deletion for me is rejected where the capabilities do not contain it', async () => {
  await using sandbox = await startSandbox();
  const id = seedChatIDs.grace;
  const path = `${pathOf(id, newest(sandbox, id)?.id ?? '')}?forEveryone=false`;
  expect((await request(sandbox, path, undefined, { method: 'DELETE' })).status).toBe(403);
});

test('reading and deleting one message exist since 4.2.808', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.807' });
  const path = pathOf(chatID, await sendTo(sandbox));
  for (const [method, status] of [
    ['GET', 200],
    ['DELETE', 204],
  ] as const) {
    sandbox.appVersion = '4.2.807';
    expect(await request(sandbox, path, undefined, { method })).toMatchObject({
      status: 404,
      json: undefined,
    });
    sandbox.appVersion = '4.2.808';
    expect((await request(sandbox, path, undefined, { method })).status).toBe(status);
  }
});
