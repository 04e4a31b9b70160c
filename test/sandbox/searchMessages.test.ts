import type { BeeperDesktop } from '@beeper/desktop-api';
import { expect, test } from 'vitest';
import type { Sandbox, WorldChat } from '../../src/sandbox/index.ts';
import { LANDMARKS, startSandbox } from '../../src/sandbox/index.ts';
import { ask, sdk4, sdk5, WHATSAPP } from './clients.ts';

type Params = BeeperDesktop.MessageSearchParams;
type Found = WorldChat['messages'][number];

const CUT = '2026-08-13T12:00:00.000Z';
const KISHAN = '@kishan:beeper.com';
const inLongChat = (chat: WorldChat) => chat.id === LANDMARKS.history;
const inSpecimens = (chat: WorldChat) => chat.id === LANDMARKS.specimens;
const shows = (message: Found, type: string) =>
  message.attachments?.some((one) => one.type === type) ?? false;

// Each filter, and what it means said a second time in terms of the world.
const FILTERS: [filter: Params, means: (message: Found, chat: WorldChat) => boolean][] = [
  [
    { chatIDs: [LANDMARKS.kishan, LANDMARKS.grace] },
    (_, { id }) => id === LANDMARKS.kishan || id === LANDMARKS.grace,
  ],
  [{ chatIDs: ['5001'], excludeLowPriority: null }, (_, chat) => inSpecimens(chat)],
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
    { chatIDs: [LANDMARKS.history], sender: 'me' },
    (message, chat) => inLongChat(chat) && message.isSender === true,
  ],
  [
    { chatIDs: [LANDMARKS.specimens], sender: 'others' },
    (message, chat) => inSpecimens(chat) && !message.isSender,
  ],
  [
    { chatIDs: [LANDMARKS.specimens], sender: KISHAN },
    (message, chat) => inSpecimens(chat) && message.senderID === KISHAN,
  ],
  [
    { chatIDs: [LANDMARKS.history], dateAfter: CUT },
    (message, chat) => inLongChat(chat) && message.timestamp > CUT,
  ],
  [
    { accountIDs: ['irc'], dateBefore: CUT },
    (message, chat) => chat.accountID === 'irc' && message.timestamp < CUT && !chat.isLowPriority,
  ],
  [{ mediaTypes: ['image'] }, (message) => shows(message, 'img')],
  [
    { mediaTypes: ['video', 'file'] },
    (message, chat) => inSpecimens(chat) && (shows(message, 'video') || shows(message, 'unknown')),
  ],
  [{ mediaTypes: ['link'] }, (message) => message.links !== undefined],
  [{ mediaTypes: ['any'] }, (message) => message.attachments !== undefined || message.links !== undefined],
  [{ query: 'dinner' }, (message, chat) => /dinner/i.test(message.text ?? '') && !chat.isLowPriority],
  [{ query: 'harbour strong', chatIDs: [LANDMARKS.specimens] }, () => false],
  [{ query: '', chatIDs: [LANDMARKS.kishan] }, (_, chat) => chat.id === LANDMARKS.kishan],
];

async function search(sandbox: Sandbox, params: Params): Promise<string[]> {
  const ids: string[] = [];
  for await (const message of sdk5(sandbox).messages.search(params)) ids.push(message.id);
  return ids;
}

test.each(FILTERS)('A search for %j finds just what it says', async (filter, means) => {
  await using sandbox = await startSandbox();
  const expected = [...sandbox.chats.values()].flatMap((chat) =>
    chat.messages.filter((message) => !message.isHidden && means(message, chat)).map(({ id }) => id),
  );
  expect((await search(sandbox, filter)).toSorted()).toEqual(expected.toSorted());
});

test('Words are found whole, in any order and case, and not in markup', async () => {
  await using sandbox = await startSandbox();
  const chatIDs = [LANDMARKS.specimens];
  expect(await search(sandbox, { chatIDs, query: 'REALLY kishan' })).toHaveLength(1);
  expect(await search(sandbox, { chatIDs, query: 'real' })).toHaveLength(0);
  expect(await search(sandbox, { chatIDs, query: 'href' })).toHaveLength(0);
});

test('A page brings the chats of its messages, with at most 20 participants each', async () => {
  await using sandbox = await startSandbox();
  const { json } = await ask(sandbox, '/v1/messages/search?query=welcome');
  const page = json as {
    items: { chatID: string }[];
    chats: Record<string, { participants: { items: [] } }>;
  };
  expect(Object.keys(page.chats)).toEqual([...new Set(page.items.map(({ chatID }) => chatID))]);
  expect(page.chats[LANDMARKS.allHands]?.participants.items).toHaveLength(20);
});

test('Results are newest first, 20 at a time, and can be paged', async () => {
  await using sandbox = await startSandbox();
  const first = await sdk5(sandbox).messages.search({ chatIDs: [LANDMARKS.history] });
  expect(first.items).toHaveLength(20);
  const times = first.items.map(({ timestamp }) => timestamp);
  expect(times).toEqual(times.toSorted().reverse());
  expect(await search(sandbox, { chatIDs: [LANDMARKS.history], limit: 20 })).toHaveLength(2_000);
});

test.each([0, 21])('A limit of %i is a validation error', async (limit) => {
  await using sandbox = await startSandbox();
  expect((await ask(sandbox, `/v1/messages/search?limit=${limit}`)).status).toBe(400);
});

test('Older apps search with the same cursors', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  let count = 0;
  for await (const _ of sdk4(sandbox).messages.search({ chatIDs: [LANDMARKS.history] })) count += 1;
  expect(count).toBe(2_000);
});
