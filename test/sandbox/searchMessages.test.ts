import type { BeeperDesktop } from '@beeper/desktop-api';
import { expect, test } from 'vitest';
import type { Sandbox, WorldChat } from '../../src/sandbox/index.ts';
import { SEED_CHAT_IDS, startSandbox } from '../../src/sandbox/index.ts';
import { request, sdk4, sdk5, WHATSAPP } from './clients.ts';

type Params = BeeperDesktop.MessageSearchParams;
type Found = WorldChat['messages'][number];

const NOON = '2026-08-13T12:00:00.000Z';
const KISHAN = '@kishan:beeper.com';
const inLongChat = (chat: WorldChat) => chat.id === SEED_CHAT_IDS.longHistory;
const inEveryKind = (chat: WorldChat) => chat.id === SEED_CHAT_IDS.everyKind;
const shows = (message: Found, type: string) =>
  message.attachments?.some((one) => one.type === type) ?? false;

// Each filter, and the same condition on the data.
const FILTERS: [filter: Params, matches: (message: Found, chat: WorldChat) => boolean][] = [
  [
    { chatIDs: [SEED_CHAT_IDS.kishan, SEED_CHAT_IDS.grace] },
    (_, { id }) => id === SEED_CHAT_IDS.kishan || id === SEED_CHAT_IDS.grace,
  ],
  [{ chatIDs: ['5001'], excludeLowPriority: null }, (_, chat) => inEveryKind(chat)],
  [{ accountIDs: [WHATSAPP] }, (_, chat) => chat.accountID === WHATSAPP && !chat.isLowPriority],
  [{ accountIDs: [WHATSAPP], excludeLowPriority: false }, (_, chat) => chat.accountID === WHATSAPP],
  [
    { accountIDs: ['linkedin'], includeMuted: false, excludeLowPriority: false },
    (_, chat) => chat.accountID === 'linkedin' && !chat.isMuted,
  ],
  [
    { accountIDs: ['telegram'], chatType: 'single' },
    (_, chat) => chat.accountID === 'telegram' && chat.type === 'single' && !chat.isLowPriority,
  ],
  [
    { chatIDs: [SEED_CHAT_IDS.longHistory], sender: 'me' },
    (message, chat) => inLongChat(chat) && message.isSender === true,
  ],
  [
    { chatIDs: [SEED_CHAT_IDS.everyKind], sender: 'others' },
    (message, chat) => inEveryKind(chat) && !message.isSender,
  ],
  [
    { chatIDs: [SEED_CHAT_IDS.everyKind], sender: KISHAN },
    (message, chat) => inEveryKind(chat) && message.senderID === KISHAN,
  ],
  [
    { chatIDs: [SEED_CHAT_IDS.longHistory], dateAfter: NOON },
    (message, chat) => inLongChat(chat) && message.timestamp > NOON,
  ],
  [
    { accountIDs: ['irc'], dateBefore: NOON },
    (message, chat) => chat.accountID === 'irc' && message.timestamp < NOON && !chat.isLowPriority,
  ],
  [{ mediaTypes: ['image'] }, (message) => shows(message, 'img')],
  [
    { mediaTypes: ['video', 'file'] },
    (message, chat) => inEveryKind(chat) && (shows(message, 'video') || shows(message, 'unknown')),
  ],
  [{ mediaTypes: ['link'] }, (message) => message.links !== undefined],
  [{ mediaTypes: ['any'] }, (message) => message.attachments !== undefined || message.links !== undefined],
  [{ query: 'dinner' }, (message, chat) => /dinner/i.test(message.text ?? '') && !chat.isLowPriority],
  [{ query: 'harbour strong', chatIDs: [SEED_CHAT_IDS.everyKind] }, () => false],
  [{ query: '', chatIDs: [SEED_CHAT_IDS.kishan] }, (_, chat) => chat.id === SEED_CHAT_IDS.kishan],
];

async function search(sandbox: Sandbox, params: Params): Promise<string[]> {
  const ids: string[] = [];
  for await (const message of sdk5(sandbox).messages.search(params)) ids.push(message.id);
  return ids;
}

test.each(FILTERS)('A search for %j returns exactly the matching messages', async (filter, matches) => {
  await using sandbox = await startSandbox();
  const expected = [...sandbox.chats.values()].flatMap((chat) =>
    chat.messages.filter((message) => !message.isHidden && matches(message, chat)).map(({ id }) => id),
  );
  expect((await search(sandbox, filter)).toSorted()).toEqual(expected.toSorted());
});

test('A search matches whole words in any order and case, but not markup', async () => {
  await using sandbox = await startSandbox();
  const chatIDs = [SEED_CHAT_IDS.everyKind];
  expect(await search(sandbox, { chatIDs, query: 'REALLY kishan' })).toHaveLength(1);
  expect(await search(sandbox, { chatIDs, query: 'real' })).toHaveLength(0);
  expect(await search(sandbox, { chatIDs, query: 'href' })).toHaveLength(0);
});

test('A page includes the chats of its messages, with at most 20 participants each', async () => {
  await using sandbox = await startSandbox();
  const { json } = await request(sandbox, '/v1/messages/search?query=welcome');
  const page = json as {
    items: { chatID: string }[];
    chats: Record<string, { participants: { items: [] } }>;
  };
  expect(Object.keys(page.chats)).toEqual([...new Set(page.items.map(({ chatID }) => chatID))]);
  expect(page.chats[SEED_CHAT_IDS.largeGroup]?.participants.items).toHaveLength(20);
});

test('Results are newest first in pages of 20', async () => {
  await using sandbox = await startSandbox();
  const first = await sdk5(sandbox).messages.search({ chatIDs: [SEED_CHAT_IDS.longHistory] });
  expect(first.items).toHaveLength(20);
  const times = first.items.map(({ timestamp }) => timestamp);
  expect(times).toEqual(times.toSorted().reverse());
  expect(await search(sandbox, { chatIDs: [SEED_CHAT_IDS.longHistory], limit: 20 })).toHaveLength(2_000);
});

test.each([0, 21])('A limit of %i is a validation error', async (limit) => {
  await using sandbox = await startSandbox();
  expect((await request(sandbox, `/v1/messages/search?limit=${limit}`)).status).toBe(400);
});

test('A search of an older app has opaque cursors too', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  let count = 0;
  for await (const _ of sdk4(sandbox).messages.search({ chatIDs: [SEED_CHAT_IDS.longHistory] })) count += 1;
  expect(count).toBe(2_000);
});
