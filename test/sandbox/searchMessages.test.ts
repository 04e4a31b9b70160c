import type { BeeperDesktop } from '@beeper/desktop-api';
import { expect, test } from 'vitest';
import type { Sandbox, WorldChat } from '../../src/sandbox/index.ts';
import { seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { request, sdk4, sdk5, whatsapp } from './clients.ts';

type Params = BeeperDesktop.MessageSearchParams;
type Found = WorldChat['messages'][number];

const noon = '2026-08-13T12:00:00.000Z';
const kishan = '@kishan:beeper.com';
const inLongChat = (chat: WorldChat) => chat.id === seedChatIDs.longHistory;
const inEveryKind = (chat: WorldChat) => chat.id === seedChatIDs.everyKind;
/** Beeper does not index iMessage. */
const isIndexed = ({ accountID }: WorldChat) => !accountID.startsWith('imessage');
const shows = (message: Found, type: string) =>
  message.attachments?.some((one) => one.type === type) ?? false;

// Each filter, and the same condition on the data.
const filters: [filter: Params, matches: (message: Found, chat: WorldChat) => boolean][] = [
  [
    { chatIDs: [seedChatIDs.kishan, seedChatIDs.grace] },
    (_, { id }) => id === seedChatIDs.kishan || id === seedChatIDs.grace,
  ],
  [{ chatIDs: ['5001'], excludeLowPriority: null }, (_, chat) => inEveryKind(chat)],
  [{ accountIDs: [whatsapp] }, (_, chat) => chat.accountID === whatsapp && !chat.isLowPriority],
  [{ accountIDs: [whatsapp], excludeLowPriority: false }, (_, chat) => chat.accountID === whatsapp],
  [
    { accountIDs: ['linkedin'], includeMuted: false, excludeLowPriority: false },
    (_, chat) => chat.accountID === 'linkedin' && !chat.isMuted,
  ],
  [
    { accountIDs: ['telegram'], chatType: 'single' },
    (_, chat) => chat.accountID === 'telegram' && chat.type === 'single' && !chat.isLowPriority,
  ],
  [
    { chatIDs: [seedChatIDs.longHistory], sender: 'me' },
    (message, chat) => inLongChat(chat) && message.isSender === true,
  ],
  [
    { chatIDs: [seedChatIDs.everyKind], sender: 'others' },
    (message, chat) => inEveryKind(chat) && !message.isSender,
  ],
  [
    { chatIDs: [seedChatIDs.everyKind], sender: kishan },
    (message, chat) => inEveryKind(chat) && message.senderID === kishan,
  ],
  [
    { chatIDs: [seedChatIDs.longHistory], dateAfter: noon },
    (message, chat) => inLongChat(chat) && message.timestamp > noon,
  ],
  [
    { accountIDs: ['irc'], dateBefore: noon },
    (message, chat) => chat.accountID === 'irc' && message.timestamp < noon && !chat.isLowPriority,
  ],
  [{ mediaTypes: ['image'] }, (message) => shows(message, 'img')],
  [
    { mediaTypes: ['video', 'file'] },
    (message, chat) => inEveryKind(chat) && (shows(message, 'video') || shows(message, 'unknown')),
  ],
  [{ mediaTypes: ['link'] }, (message) => message.links !== undefined],
  [{ mediaTypes: ['any'] }, (message) => message.attachments !== undefined || message.links !== undefined],
  [
    { query: 'dinner' },
    (message, chat) =>
      /dinner/i.test(JSON.stringify(message.text ?? null)) && !chat.isLowPriority && isIndexed(chat),
  ],
  [{ query: 'harbour strong', chatIDs: [seedChatIDs.everyKind] }, () => false],
  [{ query: '', chatIDs: [seedChatIDs.kishan] }, (_, chat) => chat.id === seedChatIDs.kishan],
];

async function search(sandbox: Sandbox, params: Params): Promise<string[]> {
  const ids: string[] = [];
  for await (const message of sdk5(sandbox).messages.search(params)) ids.push(message.id);
  return ids;
}

test.each(filters)('a search for %j returns exactly the matching messages', async (filter, matches) => {
  await using sandbox = await startSandbox();
  const expected = [...sandbox.chats.values()].flatMap((chat) =>
    chat.messages.filter((message) => !message.isHidden && matches(message, chat)).map(({ id }) => id),
  );
  expect((await search(sandbox, filter)).toSorted()).toEqual(expected.toSorted());
});

test('a search matches whole words in any order and case, but not markup', async () => {
  await using sandbox = await startSandbox();
  const chatIDs = [seedChatIDs.everyKind];
  expect(await search(sandbox, { chatIDs, query: 'REALLY kishan' })).toHaveLength(1);
  expect(await search(sandbox, { chatIDs, query: 'real' })).toHaveLength(0);
  expect(await search(sandbox, { chatIDs, query: 'href' })).toHaveLength(0);
});

test('an emoji is a word, and other signs find nothing', async () => {
  await using sandbox = await startSandbox();
  const chat = sandbox.chats.get(seedChatIDs.kishan);
  const [message] = chat?.messages ?? [];
  if (message) message.text = 'Down there 👇👇!';
  const chatIDs = [seedChatIDs.kishan];
  expect(await search(sandbox, { chatIDs, query: '👇' })).toEqual([message?.id]);
  expect(await search(sandbox, { chatIDs, query: '?!' })).toEqual([]);
});

test('a page includes the chats of its messages, with at most 20 participants each', async () => {
  await using sandbox = await startSandbox();
  const { json } = await request(sandbox, '/v1/messages/search?query=welcome');
  const page = json as {
    items: { chatID: string }[];
    chats: Record<string, { participants: { items: [] } }>;
  };
  expect(Object.keys(page.chats)).toEqual([...new Set(page.items.map(({ chatID }) => chatID))]);
  expect(page.chats[seedChatIDs.largeGroup]?.participants.items).toHaveLength(20);
});

test('results are newest first in pages of 20', async () => {
  await using sandbox = await startSandbox();
  const first = await sdk5(sandbox).messages.search({ chatIDs: [seedChatIDs.longHistory] });
  expect(first.items).toHaveLength(20);
  const times = first.items.map(({ timestamp }) => timestamp);
  expect(times).toEqual(times.toSorted().reverse());
  expect(await search(sandbox, { chatIDs: [seedChatIDs.longHistory], limit: 20 })).toHaveLength(2_000);
});

test.each([0, 21])('a limit of %i is a validation error', async (limit) => {
  await using sandbox = await startSandbox();
  expect((await request(sandbox, `/v1/messages/search?limit=${limit}`)).status).toBe(400);
});

test('a search of an older app has opaque cursors too', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  let count = 0;
  for await (const _ of sdk4(sandbox).messages.search({ chatIDs: [seedChatIDs.longHistory] })) count += 1;
  expect(count).toBe(2_000);
});
