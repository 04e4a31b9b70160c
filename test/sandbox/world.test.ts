import { expect, test } from 'vitest';
import { seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { createWorld } from '../../src/sandbox/world/world.ts';
import { ada, grace, request, sdk5, whatsapp } from './clients.ts';

test('the seed data is the same on each start', () => {
  const [first, second] = [createWorld(), createWorld()];
  expect([...second.chats]).toEqual([...first.chats]);
  expect(second.accounts).toEqual(first.accounts);
});

test('two sandboxes share nothing', async () => {
  await using first = await startSandbox();
  await using second = await startSandbox();
  await sdk5(first).chats.start({ accountID: whatsapp, user: { id: ada } });
  expect(first.chats.size).toBe(second.chats.size + 1);
});

test('there are more than 60 contacts and 150 chats, on more than 5 networks', () => {
  const { accounts, chats } = createWorld();
  const contacts = accounts
    .filter(({ accountID }) => accountID !== 'playground')
    .flatMap((one) => one.contacts);
  expect(contacts.length).toBeGreaterThanOrEqual(60);
  expect(chats.size).toBeGreaterThanOrEqual(150);
  expect(new Set(accounts.map((account) => account.network)).size).toBe(accounts.length);
});

test('IDs are unique, and every chat belongs to an account and includes its user', () => {
  const { accounts, chats } = createWorld();
  for (const account of accounts) {
    expect(new Set(account.contacts.map(({ id }) => id)).size).toBe(account.contacts.length);
    expect(account.user.id).not.toBe(account.self.id);
  }
  const list = [...chats.values()];
  expect(new Set(list.map((chat) => chat.localChatID)).size).toBe(list.length);
  for (const chat of list) {
    expect(accounts.map(({ accountID }) => accountID)).toContain(chat.accountID);
    expect(chat.participants.filter((participant) => participant.isSelf)).toHaveLength(1);
    expect(new Set(chat.participants.map(({ id }) => id)).size).toBe(chat.participants.length);
  }
});

test('phone numbers and email addresses are fictional', () => {
  const people = createWorld().accounts.flatMap(({ user, contacts }) => [user, ...contacts]);
  for (const { phoneNumber, email } of people) {
    if (phoneNumber) expect(phoneNumber).toMatch(/^\+1555010\d{4}$/);
    if (email) expect(email).toMatch(/@example\.com$/);
  }
});

test('at the start, Ada has no chat, and Grace and Kishan have one each', () => {
  const world = createWorld();
  expect(world.directChat(whatsapp, ada)).toBeUndefined();
  expect(world.directChat(whatsapp, grace)?.id).toBe(seedChatIDs.grace);
  expect(world.directChat('matrix', '@kishan:beeper.com')?.id).toBe(seedChatIDs.kishan);
});

test('each documented account status occurs, and an undocumented one', async () => {
  await using sandbox = await startSandbox();
  const { json } = await request(sandbox, '/v1/accounts');
  const statuses = new Set((json as { status: string }[]).map(({ status }) => status));
  expect([...statuses].sort()).toEqual(
    [
      'attention_required',
      'backfilling',
      'connected',
      'connecting',
      'connection_required',
      'disabled',
      'disconnected',
      'hibernating',
      'reconnect_required',
    ].sort(),
  );
});
