import { expect, test } from 'vitest';
import { LANDMARKS, startSandbox } from '../../src/sandbox/index.ts';
import { ADA, ask, GRACE, IMESSAGE, SLACK, sdk5, WHATSAPP } from './clients.ts';

test('The first start with somebody creates the chat, the second gives the same one', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  const first = await sdk5(sandbox).chats.start({ accountID: WHATSAPP, user: { id: ADA } });
  const second = await sdk5(sandbox).chats.start({ accountID: WHATSAPP, user: { id: ADA } });
  expect([first.status, second.status]).toEqual(['created', 'existing']);
  expect(second.id).toBe(first.id);
  expect(sandbox.chats.size).toBe(before + 1);
});

test('Somebody with whom there is a chat gives that one', async () => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.start({ accountID: WHATSAPP, user: { id: GRACE } });
  expect(chat).toMatchObject({ id: LANDMARKS.grace, status: 'existing', title: 'Grace' });
});

test('The first message is sent with a new chat and dropped without a word on an existing one', async () => {
  await using sandbox = await startSandbox();
  const start = (id: string) =>
    sdk5(sandbox).chats.start({ accountID: WHATSAPP, user: { id }, messageText: 'Good morning' });
  const texts = (id: string) => sandbox.chats.get(id)?.messages.map((message) => message.text);
  expect(texts((await start(ADA)).id)).toEqual(['Good morning']);
  expect(texts((await start(GRACE)).id)).not.toContain('Good morning');
});

test.each([
  ['a phone number in E.164', { phoneNumber: '+15550101002' }],
  ['a phone number as people write it', { phoneNumber: '+1 555 010-1002' }],
  ['a national phone number', { phoneNumber: '(555) 010 1002' }],
  ['a phone number, when nobody has the username', { username: 'countess', phoneNumber: '+15550101002' }],
])('Somebody is found by %s', async (_, user) => {
  await using sandbox = await startSandbox();
  const chat = await sdk5(sandbox).chats.start({ accountID: WHATSAPP, user });
  expect(chat.title).toBe('Ada');
});

test('Somebody is found by username, with or without the sign before it, and by e-mail', async () => {
  await using sandbox = await startSandbox();
  const { items } = await sdk5(sandbox).accounts.contacts.list(SLACK);
  const { id, username = '', email = '' } = items[6] ?? { id: '' };
  for (const user of [{ username }, { username: `@${username}` }, { email: email.toUpperCase() }]) {
    const chat = await sdk5(sandbox).chats.start({ accountID: SLACK, user });
    expect(chat.participants.items.map((participant) => participant.id)).toContain(id);
  }
});

test('An ID is taken as it is, even if another field would find somebody', async () => {
  await using sandbox = await startSandbox();
  const user = { id: '@nobody:local-whatsapp.localhost', phoneNumber: '+15550101002' };
  const answer = await ask(sandbox, '/v1/chats/start', { accountID: WHATSAPP, user });
  expect(answer).toMatchObject({ status: 404, json: { message: 'User not found', code: 'NOT_FOUND' } });
});

test('Of two people who share an address, the full name picks one', async () => {
  await using sandbox = await startSandbox();
  const { items } = await sdk5(sandbox).accounts.contacts.list(IMESSAGE);
  const family = items.filter((contact) => contact.email === 'family@example.com');
  expect(family).toHaveLength(2);
  for (const { id, fullName = '' } of family) {
    const user = { email: 'family@example.com', fullName };
    const chat = await sdk5(sandbox).chats.start({ accountID: IMESSAGE, user });
    expect(chat.participants.items[1]?.id).toBe(id);
  }
});

test.each([
  ['an unknown account', { accountID: 'myspace', user: { id: ADA } }, 404, 'Account not found'],
  ['somebody unknown', { accountID: WHATSAPP, user: { phoneNumber: '+15550199999' } }, 404, 'User not found'],
  [
    'an account that is not connected',
    { accountID: 'discordgo', user: { id: 'x' } },
    409,
    'Discord is not connected',
  ],
])('startChat refuses %s', async (_, body, status, message) => {
  await using sandbox = await startSandbox();
  expect(await ask(sandbox, '/v1/chats/start', body)).toMatchObject({ status, json: { message } });
});

test('startChat refuses somebody who can not be messaged', async () => {
  await using sandbox = await startSandbox();
  const closed = (await sdk5(sandbox).accounts.contacts.list(WHATSAPP)).items.find(
    (one) => one.cannotMessage,
  );
  const answer = await ask(sandbox, '/v1/chats/start', { accountID: WHATSAPP, user: { id: closed?.id } });
  expect(answer.status).toBe(403);
});

test('Somebody who needs an invitation gets one unless the caller wants none', async () => {
  await using sandbox = await startSandbox();
  const user = { id: '@slackgo_t012-u105:beeper.com' };
  const refused = await ask(sandbox, '/v1/chats/start', { accountID: SLACK, user, allowInvite: false });
  expect(refused.status).toBe(403);
  const chat = await sdk5(sandbox).chats.start({ accountID: SLACK, user });
  expect(chat.status).toBe('created');
  expect(chat.participants.items[1]).toMatchObject({ ...user, isPending: true });
});

test('LinkedIn starts no new chat without a first message, but gives an existing one', async () => {
  await using sandbox = await startSandbox();
  const { items } = await sdk5(sandbox).accounts.contacts.list('linkedin');
  const start = (index: number) =>
    ask(sandbox, '/v1/chats/start', { accountID: 'linkedin', user: { id: items[index]?.id } });
  expect(await start(0)).toMatchObject({
    status: 422,
    json: { details: { issues: [{ path: ['body', 'messageText'] }] } },
  });
  expect(await start(3)).toMatchObject({ status: 200, json: { status: 'existing' } });
});
