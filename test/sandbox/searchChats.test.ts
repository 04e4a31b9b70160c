import type { BeeperDesktop } from '@beeper/desktop-api';
import { expect, test } from 'vitest';
import type { Sandbox, WorldChat } from '../../src/sandbox/index.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { sdk5, whatsapp } from './clients.ts';

const noon = '2026-08-12T12:00:00.000Z';

// Each filter, and the same condition on the data.
const filters: [filter: BeeperDesktop.ChatSearchParams, matches: (chat: WorldChat) => boolean][] = [
  [{ type: 'single' }, (chat) => chat.type === 'single'],
  [{ type: 'group' }, (chat) => chat.type === 'group'],
  [{ type: 'any' }, () => true],
  [{ inbox: 'primary' }, (chat) => !chat.isArchived && !chat.isLowPriority],
  [{ inbox: 'low-priority' }, (chat) => !chat.isArchived && chat.isLowPriority],
  [{ inbox: 'archive' }, (chat) => chat.isArchived],
  [{ unreadOnly: true }, (chat) => chat.unreadCount > 0 || chat.isMarkedUnread],
  [{ unreadOnly: false }, () => true],
  [{ includeMuted: false }, (chat) => !chat.isMuted],
  [{ includeMuted: null }, () => true],
  [{ lastActivityBefore: noon }, (chat) => chat.lastActivity < noon],
  [{ lastActivityAfter: '2026-08-12T14:00:00.000+02:00' }, (chat) => chat.lastActivity > noon],
  [{ accountIDs: ['telegram', whatsapp] }, (chat) => ['telegram', whatsapp].includes(chat.accountID)],
  [{ query: 'CLUB book' }, (chat) => /book club/i.test(chat.title)],
  [{ query: 'whatsapp' }, (chat) => chat.network === 'WhatsApp'],
  [
    { query: 'grace', scope: 'participants' },
    (chat) => chat.participants.some((one) => one.fullName === 'Grace'),
  ],
  [
    { type: 'group', inbox: 'archive', accountIDs: ['telegram'] },
    (chat) => chat.type === 'group' && chat.isArchived && chat.accountID === 'telegram',
  ],
];

async function search(sandbox: Sandbox, filter: BeeperDesktop.ChatSearchParams): Promise<string[]> {
  const ids: string[] = [];
  for await (const chat of sdk5(sandbox).chats.search(filter)) ids.push(chat.id);
  return ids;
}

test.each(filters)(
  'a search for %j returns exactly the matching chats, newest first',
  async (filter, matches) => {
    await using sandbox = await startSandbox();
    const expected = [...sandbox.chats.values()].filter(matches);
    const found = await search(sandbox, filter);
    expect(expected).not.toHaveLength(0);
    expect(found.toSorted()).toEqual(expected.map((chat) => chat.id).toSorted());
    const times = found.map((id) => sandbox.chats.get(id)?.lastActivity ?? '');
    expect(times).toEqual(times.toSorted().reverse());
  },
);

test('a search without matches is empty', async () => {
  await using sandbox = await startSandbox();
  expect(await search(sandbox, { query: 'xylophone' })).toEqual([]);
});

test.each([1, 7, 200])('a search with limit %i returns that many chats and can be paged', async (limit) => {
  await using sandbox = await startSandbox();
  const first = await sdk5(sandbox).chats.search({ limit });
  expect(first.items).toHaveLength(Math.min(limit, sandbox.chats.size));
  expect(first.hasMore).toBe(limit < sandbox.chats.size);
  expect(await search(sandbox, { limit: 7 })).toHaveLength(sandbox.chats.size);
});

test('the default page size of a search is 50', async () => {
  await using sandbox = await startSandbox();
  expect((await sdk5(sandbox).chats.search()).items).toHaveLength(50);
});
