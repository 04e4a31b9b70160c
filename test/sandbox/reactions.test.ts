import { expect, test } from 'vitest';
import { type Sandbox, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { request, sdk5 } from './clients.ts';

const chatID = seedChatIDs.kishan;
/** A chat that lists no capabilities. */
const free = '!playground_send-works:playground';
const newest = (sandbox: Sandbox, id: string = chatID) => sandbox.chats.get(id)?.messages.at(-1);
const pathOf = (sandbox: Sandbox, id: string = chatID) =>
  `/v1/chats/${encodeURIComponent(id)}/messages/${newest(sandbox, id)?.id}/reactions`;
const keys = (sandbox: Sandbox, id: string = chatID) =>
  newest(sandbox, id)?.reactions?.map(({ reactionKey }) => reactionKey) ?? [];

test('a reaction is added and removed, and each response repeats what was asked', async () => {
  await using sandbox = await startSandbox();
  const { reactions } = sdk5(sandbox).chats.messages;
  const messageID = newest(sandbox)?.id ?? '';
  const answer = { success: true, chatID, messageID, reactionKey: '👍' };
  const added = await reactions.add(messageID, { chatID, reactionKey: '👍', transactionID: 't1' });
  expect(added).toEqual({ ...answer, transactionID: 't1' });
  expect(newest(sandbox)?.reactions).toEqual([
    { id: '@me:beeper.com', reactionKey: '👍', participantID: '@me:beeper.com', emoji: true },
  ]);
  expect(await reactions.delete('👍', { chatID, messageID })).toEqual(answer);
  expect(keys(sandbox)).toEqual([]);
  expect(await reactions.delete('👍', { chatID, messageID })).toEqual(answer);
});

test('without a transaction ID, the app makes one', async () => {
  await using sandbox = await startSandbox();
  const { json } = await request(sandbox, pathOf(sandbox), { reactionKey: '👍' });
  expect(json).toMatchObject({ transactionID: expect.stringMatching(/./) });
});

test('a repeated transaction ID does nothing', async () => {
  await using sandbox = await startSandbox();
  const add = (transactionID: string) =>
    request(sandbox, pathOf(sandbox), { reactionKey: '👍', transactionID });
  await add('t1');
  await request(sandbox, `${pathOf(sandbox)}/${encodeURIComponent('👍')}`, undefined, { method: 'DELETE' });
  expect((await add('t1')).status).toBe(200);
  expect(keys(sandbox)).toEqual([]);
  await add('t2');
  expect(keys(sandbox)).toEqual(['👍']);
});

test('allowed reactions are compared without variation selector 16, and others are a 422', async () => {
  await using sandbox = await startSandbox();
  const add = (reactionKey: string) => request(sandbox, pathOf(sandbox), { reactionKey });
  expect((await add('❤')).status).toBe(200);
  expect(keys(sandbox)).toEqual(['❤']);
  expect(await add('🎉')).toMatchObject({
    status: 422,
    json: { details: { issues: [{ path: ['body', 'reactionKey'] }] } },
  });
  expect(await add('')).toMatchObject({ status: 400 });
});

test('where one reaction is allowed, it replaces the one before; elsewhere there can be several', async () => {
  await using sandbox = await startSandbox();
  for (const reactionKey of ['👍', '😄']) await request(sandbox, pathOf(sandbox), { reactionKey });
  expect(keys(sandbox)).toEqual(['😄']);
  for (const reactionKey of ['👍', ':party:', '👍'])
    await request(sandbox, pathOf(sandbox, free), { reactionKey });
  expect(newest(sandbox, free)?.reactions).toMatchObject([
    { id: '@me:playground:party:', emoji: false },
    { id: '@me:playground👍', emoji: true },
  ]);
});

test.each(['#️⃣', '👍🏽', '👨‍👩‍👧', ':partyparrot:', 'mxc://e.example/a', '100%'])(
  'the key %s reaches the message unchanged and can be removed',
  async (reactionKey) => {
    await using sandbox = await startSandbox();
    const { reactions } = sdk5(sandbox).chats.messages;
    const messageID = newest(sandbox, free)?.id ?? '';
    await reactions.add(messageID, { chatID: free, reactionKey });
    expect(keys(sandbox, free)).toEqual([reactionKey]);
    await reactions.delete(reactionKey, { chatID: free, messageID });
    expect(keys(sandbox, free)).toEqual([]);
  },
);

test('a reaction to an unknown or pending message fails', async () => {
  await using sandbox = await startSandbox({ sendAfterMs: 'never' });
  const path = `/v1/chats/${encodeURIComponent(chatID)}/messages`;
  expect(await request(sandbox, `${path}/1/reactions`, { reactionKey: '👍' })).toMatchObject({
    status: 404,
    json: { message: 'Message not found' },
  });
  await sdk5(sandbox).messages.send(chatID, { text: 'x' });
  expect((await request(sandbox, pathOf(sandbox), { reactionKey: '👍' })).status).toBe(409);
});

test('a network without reactions rejects them', async () => {
  await using sandbox = await startSandbox();
  const chat = sandbox.chats.get(seedChatIDs.grace);
  if (chat) chat.capabilities = { ...chat.capabilities, reaction: 0 };
  expect((await request(sandbox, pathOf(sandbox, chat?.id), { reactionKey: '👍' })).status).toBe(403);
});

test('reactions exist since 4.2.557, and their removal moved from the query to the path at 4.2.808', async () => {
  await using sandbox = await startSandbox();
  const statuses = async (appVersion: string) => {
    sandbox.appVersion = appVersion;
    const path = pathOf(sandbox, free);
    const key = encodeURIComponent('👍');
    const remove = (target: string) => request(sandbox, target, undefined, { method: 'DELETE' });
    return [
      (await request(sandbox, path, { reactionKey: '👍' })).status,
      (await remove(`${path}?reactionKey=${key}`)).status,
      (await remove(`${path}/${key}`)).status,
    ];
  };
  expect(await statuses('4.2.556')).toEqual([404, 404, 404]);
  expect(await statuses('4.2.557')).toEqual([200, 200, 404]);
  expect(keys(sandbox, free)).toEqual([]);
  expect(await statuses('4.2.807')).toEqual([200, 200, 404]);
  expect(await statuses('4.2.808')).toEqual([200, 404, 200]);
  expect(keys(sandbox, free)).toEqual([]);
});

test('the old removal requires the key in the query', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  const response = await request(sandbox, pathOf(sandbox), undefined, { method: 'DELETE' });
  expect(response).toMatchObject({
    status: 400,
    json: { details: { issues: [{ path: ['query', 'reactionKey'] }] } },
  });
});
