import { expect, test } from 'vitest';
import { seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { ada, grace, imessage, request, sdk5, slack, whatsapp } from './clients.ts';

test('the first start with a person creates a chat, the second returns it', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  const first = await sdk5(sandbox).chats.start({ accountID: whatsapp, user: { id: ada } });
  const second = await sdk5(sandbox).chats.start({ accountID: whatsapp, user: { id: ada } });
  expect([first.status, second.status]).toEqual(['created', 'existing']);
  expect(second.id).toBe(first.id);
  expect(sandbox.chats.size).toBe(before + 1);
});

test('startChat returns the existing chat', async () => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.start({ accountID: whatsapp, user: { id: grace } });
  expect(chat).toMatchObject({ id: seedChatIDs.grace, status: 'existing', title: 'Grace' });
});

test('startChat sends the first message to a new chat and silently drops it for an existing one', async () => {
  await using sandbox = await startSandbox();
  const start = (id: string) =>
    sdk5(sandbox).chats.start({ accountID: whatsapp, user: { id }, messageText: 'Good morning' });
  const texts = (id: string) => sandbox.chats.get(id)?.messages.map((message) => message.text);
  expect(texts((await start(ada)).id)).toEqual(['Good morning']);
  expect(texts((await start(grace)).id)).not.toContain('Good morning');
});

test.each([
  ['a phone number in E.164', { phoneNumber: '+15550101002' }],
  ['a formatted phone number', { phoneNumber: '+1 555 010-1002' }],
  ['a national phone number', { phoneNumber: '(555) 010 1002' }],
  ['phone number if no contact has the username', { username: 'countess', phoneNumber: '+15550101002' }],
])('startChat finds a person by %s', async (_, user) => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.start({ accountID: whatsapp, user });
  expect(chat.title).toBe('Ada');
});

test('startChat finds a person by username, with or without @, and by email in any case', async () => {
  await using sandbox = await startSandbox();
  const { items } = await sdk5(sandbox).accounts.contacts.list(slack);
  const { id, username = '', email = '' } = items[6] ?? { id: '' };
  for (const user of [{ username }, { username: `@${username}` }, { email: email.toUpperCase() }]) {
    const chat = await sdk5(sandbox).chats.start({ accountID: slack, user });
    expect(chat.participants.items.map((participant) => participant.id)).toContain(id);
  }
});

test('startChat uses only the ID if there is one, even if another field matches a person', async () => {
  await using sandbox = await startSandbox();
  const user = { id: '@nobody:local-whatsapp.localhost', phoneNumber: '+15550101002' };
  const response = await request(sandbox, '/v1/chats/start', { accountID: whatsapp, user });
  expect(response).toMatchObject({ status: 404, json: { message: 'User not found', code: 'NOT_FOUND' } });
});

test('the full name selects one of two people who share an email address', async () => {
  await using sandbox = await startSandbox();
  const { items } = await sdk5(sandbox).accounts.contacts.list(imessage);
  const family = items.filter((contact) => contact.email === 'family@example.com');
  expect(family).toHaveLength(2);
  for (const { id, fullName = '' } of family) {
    const user = { email: 'family@example.com', fullName };
    const chat = await sdk5(sandbox).chats.start({ accountID: imessage, user });
    expect(chat.participants.items[1]?.id).toBe(id);
  }
});

test.each([
  ['an unknown account', { accountID: 'myspace', user: { id: ada } }, 404, 'Account not found'],
  [
    'an unknown person',
    { accountID: whatsapp, user: { phoneNumber: '+15550199999' } },
    404,
    'User not found',
  ],
  [
    'an account that is not connected',
    { accountID: 'discordgo', user: { id: 'x' } },
    409,
    'Discord is not connected',
  ],
])('startChat rejects %s', async (_, body, status, message) => {
  await using sandbox = await startSandbox();
  expect(await request(sandbox, '/v1/chats/start', body)).toMatchObject({ status, json: { message } });
});

test('startChat rejects a person who cannot be messaged', async () => {
  await using sandbox = await startSandbox();
  const closed = (await sdk5(sandbox).accounts.contacts.list(whatsapp)).items.find(
    (one) => one.cannotMessage,
  );
  const response = await request(sandbox, '/v1/chats/start', {
    accountID: whatsapp,
    user: { id: closed?.id },
  });
  expect(response.status).toBe(403);
});

test('startChat invites a person who requires it, unless allowInvite is false', async () => {
  await using sandbox = await startSandbox();
  const user = { id: '@slackgo_t012-u105:beeper.com' };
  const rejected = await request(sandbox, '/v1/chats/start', { accountID: slack, user, allowInvite: false });
  expect(rejected.status).toBe(403);
  const chat = await sdk5(sandbox).chats.start({ accountID: slack, user });
  expect(chat.status).toBe('created');
  expect(chat.participants.items[1]).toMatchObject({ ...user, isPending: true });
});

test('LinkedIn requires a first message for a new chat, but not for an existing one', async () => {
  await using sandbox = await startSandbox();
  const { items } = await sdk5(sandbox).accounts.contacts.list('linkedin');
  const start = (index: number) =>
    request(sandbox, '/v1/chats/start', { accountID: 'linkedin', user: { id: items[index]?.id } });
  expect(await start(0)).toMatchObject({
    status: 422,
    json: { details: { issues: [{ path: ['body', 'messageText'] }] } },
  });
  expect(await start(3)).toMatchObject({ status: 200, json: { status: 'existing' } });
});
