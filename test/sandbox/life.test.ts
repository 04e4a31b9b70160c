import { expect, test } from 'vitest';
import { type Sandbox, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { imessage, request, sdk5 } from './clients.ts';
import { listen } from './eventClient.ts';

const chatID = seedChatIDs.kishan;
const messages = ({ chats }: Sandbox) => [...chats.values()].flatMap((chat) => chat.messages);
const ids = (sandbox: Sandbox) => messages(sandbox).map(({ id }) => id);

test('people write, reply, react, read, edit and delete by themselves, a limited number of times', async () => {
  await using sandbox = await startSandbox({ life: { everyMs: 4, acts: 11 }, sendAfterMs: 0 });
  const before = new Set(ids(sandbox));
  using client = await listen(sandbox);
  const written = () => messages(sandbox).filter(({ id, isSender }) => !before.has(id) && !isSender);
  await expect.poll(() => written().some(({ isDeleted }) => isDeleted), { interval: 5 }).toBe(true);
  const acts = written();
  expect(acts).toHaveLength(6);
  expect(acts.filter(({ linkedMessageID }) => linkedMessageID)).toHaveLength(1);
  expect(acts.filter(({ editedTimestamp }) => editedTimestamp)).toHaveLength(1);
  expect(acts.filter(({ reactions }) => reactions?.length)).toHaveLength(2);
  expect(acts.filter(({ accountID }) => accountID === imessage)).toHaveLength(1);
  const told = new Set(client.frames.map((frame) => frame.chatID).filter(Boolean));
  expect(told.size).toBe(4);
});

test('people read what is sent to them and answer: once to several messages, or by a reaction', async () => {
  await using sandbox = await startSandbox({ life: { acts: 0, answerMs: 4 }, sendAfterMs: 'never' });
  const newest = (count: number) => sandbox.chats.get(chatID)?.messages.slice(-count) ?? [];
  const send = async (...texts: string[]) => {
    for (const text of texts) await sdk5(sandbox).messages.send(chatID, { text });
    sandbox.settle();
  };
  const isAnswered = () =>
    expect.poll(() => newest(1)[0]?.isSender, { interval: 5, message: 'no answer' }).toBe(false);

  await send('Hello', 'Are you there?');
  await isAnswered();
  const seen = expect.any(String);
  expect(newest(3)).toMatchObject([{ isSender: true, seen }, { isSender: true, seen }, { isSender: false }]);
  await send('Good');
  await isAnswered();
  await send('Bye');
  await expect.poll(() => newest(1)[0]?.reactions, { interval: 5 }).toHaveLength(1);
  expect(newest(6).map(({ isSender }) => isSender)).toEqual([true, true, false, true, false, true]);
});

test('nobody answers in the playground, or acts without the option', async () => {
  await using sandbox = await startSandbox({ life: { acts: 0, answerMs: 0 }, sendAfterMs: 0 });
  const playground = '!playground_send-works:playground';
  await request(sandbox, `/v1/chats/${playground}/messages`, { text: 'Hello' });
  await sdk5(sandbox).messages.send(chatID, { text: 'Hello' });
  await expect.poll(() => sandbox.chats.get(chatID)?.messages.at(-1)?.isSender).toBe(false);
  expect(sandbox.chats.get(playground)?.messages.at(-1)?.text).toBe('Hello');

  await using still = await startSandbox({ sendAfterMs: 0 });
  await sdk5(still).messages.send(chatID, { text: 'Hello' });
  expect(still.chats.get(chatID)?.messages.at(-1)).toMatchObject({ text: 'Hello' });
});
