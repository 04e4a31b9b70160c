import { BeeperDesktop } from '@beeper/desktop-api';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { ada, grace, imessage, request, sdk5, whatsapp } from './clients.ts';

const single = (participantID: string, accountID = whatsapp) => ({
  accountID,
  type: 'single' as const,
  participantIDs: [participantID],
});

test('createChat always creates a new chat, even if one with the same person exists', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  const first = await sdk5(sandbox).chats.create(single(grace));
  const second = await sdk5(sandbox).chats.create(single(grace));
  expect(second.id).not.toBe(first.id);
  expect(sandbox.chats.size).toBe(before + 2);
});

test('a group has its title, every participant and the user of the account', async () => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.create({
    accountID: whatsapp,
    type: 'group',
    participantIDs: [ada, grace],
    title: 'Analytical engines',
  });
  expect(chat).toMatchObject({ title: 'Analytical engines', type: 'group' });
  expect(chat.participants).toMatchObject({ total: 3, hasMore: false });
  expect(chat.participants.items.map(({ id, isSelf }) => (isSelf ? 'me' : id))).toEqual(['me', ada, grace]);
});

test('the title of a single chat is ignored', async () => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.create({ ...single(ada), title: 'Countess' });
  expect(chat.title).toBe('Ada');
});

test('createChat sends the first message', async () => {
  await using sandbox = await startSandbox();
  const { id } = await sdk5(sandbox).chats.create({ ...single(ada), messageText: 'Hello Ada' });
  expect(sandbox.chats.get(id)?.messages).toMatchObject([{ text: 'Hello Ada', isSender: true }]);
});

test('a new iMessage chat has number signs in its ID and can be read if they are percent-encoded', async () => {
  await using sandbox = await startSandbox();
  const [contact] = (await sdk5(sandbox).accounts.contacts.list(imessage)).items;
  const { id } = await sdk5(sandbox).chats.create(single(contact?.id ?? '', imessage));
  expect(id).toMatch(/^imsg##thread:[0-9a-f]+$/);
  expect((await sdk5(sandbox).chats.retrieve(id)).id).toBe(id);
  expect(sandbox.calls.at(-1)?.path).toContain('imsg%23%23thread');
});

test('the last activity of a new chat is its creation', async () => {
  const before = Date.now();
  await using sandbox = await startSandbox();
  const { lastActivity } = await sdk5(sandbox).chats.create(single(ada));
  expect(Date.parse(lastActivity ?? '')).toBeGreaterThanOrEqual(before);
  expect(Date.parse(lastActivity ?? '')).toBeLessThanOrEqual(Date.now());
});

test('a new chat is first in the list and can be read by its local ID', async () => {
  await using sandbox = await startSandbox();
  const { id, localChatID } = await sdk5(sandbox).chats.create(single(ada));
  expect((await sdk5(sandbox).chats.list()).items[0]?.id).toBe(id);
  expect((await sdk5(sandbox).chats.retrieve(localChatID ?? '')).id).toBe(id);
});

test.each([
  ['an unknown account', single(ada, 'myspace'), 404, 'Account not found'],
  ['an unknown participant', single('@nobody:local-whatsapp.localhost'), 404, 'User not found'],
  [
    'an account that is not connected',
    single('@discord_2215:beeper.com', 'discordgo'),
    409,
    'Discord is not connected',
  ],
])('createChat rejects %s', async (_, body, status, message) => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  const response = await request(sandbox, '/v1/chats', body);
  expect(response).toMatchObject({ status, json: { message } });
  expect(sandbox.chats.size).toBe(before);
});

test('createChat rejects a person who cannot be messaged', async () => {
  await using sandbox = await startSandbox();
  const contacts = await sdk5(sandbox).accounts.contacts.list(whatsapp);
  const closed = contacts.items.find((contact) => contact.cannotMessage);
  await expect(sdk5(sandbox).chats.create(single(closed?.id ?? ''))).rejects.toBeInstanceOf(
    BeeperDesktop.PermissionDeniedError,
  );
});

test('LinkedIn requires a first message, and the error names the field', async () => {
  await using sandbox = await startSandbox();
  const [contact] = (await sdk5(sandbox).accounts.contacts.list('linkedin')).items;
  const body = single(contact?.id ?? '', 'linkedin');
  expect(await request(sandbox, '/v1/chats', body)).toMatchObject({
    status: 422,
    json: { details: { issues: [{ path: ['body', 'messageText'] }] } },
  });
  expect((await request(sandbox, '/v1/chats', { ...body, messageText: 'Hello' })).status).toBe(200);
});
