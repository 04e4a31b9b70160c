import { expect, test } from 'vitest';
import { StartChat } from '../support/documents.ts';
import type { StartChatInput } from '../support/graphql/graphql.js';
import { startPair } from '../support/pair.ts';
import { ada, grace, kishan, whatsapp } from '../support/people.ts';

test('startChat on union returns exactly the example of the API reference', async () => {
  await using pair = await startPair({ dialect: 'union' });

  const { data } = await pair.gateway.query(StartChat, {
    input: { accountID: kishan.accountID, user: { id: kishan.id } },
  });

  expect(pair.writes().map(({ path, body }) => ({ path, body }))).toEqual([
    {
      path: '/v1/chats',
      body: `{"accountID":"matrix","mode":"start","user":{"id":"${kishan.id}"}}`,
    },
  ]);
  expect(data?.startChat).toEqual({
    __typename: 'StartChatPayload',
    chatID: '!NCdzlIaMjZUmvmvyHU:beeper.com',
    status: 'EXISTING',
    firstMessage: 'NOT_REQUESTED',
  });
});

test('startChat on split posts to its own route, without a mode', async () => {
  await using pair = await startPair({ dialect: 'split' });

  const { data } = await pair.gateway.query(StartChat, {
    input: { accountID: kishan.accountID, user: { id: kishan.id } },
  });

  expect(pair.writes().map(({ path, body }) => ({ path, body }))).toEqual([
    { path: '/v1/chats/start', body: `{"accountID":"matrix","user":{"id":"${kishan.id}"}}` },
  ]);
  expect(data?.startChat).toMatchObject({ chatID: kishan.chatID, status: 'EXISTING' });
});

const members = [
  ['an ID', { id: ada.id }, { id: ada.id }],
  ['a phone number, as E.164', { phoneNumber: '+1 (555) 010-1002' }, { phoneNumber: ada.phoneNumber }],
  [
    'a phone number as typed, without + for the country',
    { phoneNumber: '0555 0101002' },
    { phoneNumber: '0555 0101002' },
  ],
  ['an email address', { email: 'ada@example.com' }, { email: 'ada@example.com' }],
  ['a username', { username: 'ada' }, { username: 'ada' }],
  ['a username with its @', { username: '\u200e@ada\n' }, { username: '@ada' }],
  [
    'several identifiers, without those that are null',
    { contact: { id: null, fullName: 'Ada', phoneNumber: '+1 555 010 1002', email: null, username: 'ada' } },
    { fullName: 'Ada', phoneNumber: ada.phoneNumber, username: 'ada' },
  ],
] as const;

for (const dialect of ['union', 'split'] as const) {
  for (const [what, user, sent] of members) {
    test(`startChat on ${dialect} sends ${what}`, async () => {
      await using pair = await startPair({ dialect });

      await pair.gateway.query(StartChat, { input: { accountID: whatsapp, user } });

      const mode = dialect === 'union' ? { mode: 'start' } : {};
      expect(pair.writes().map(({ json }) => json)).toEqual([{ accountID: whatsapp, ...mode, user: sent }]);
    });
  }

  test(`startChat on ${dialect} reports that the first message was sent with a new chat`, async () => {
    await using pair = await startPair({ dialect });

    const { data } = await pair.gateway.query(StartChat, {
      input: { accountID: whatsapp, user: { id: ada.id }, allowInvite: false, messageText: 'Hello' },
    });

    expect(pair.writes()[0]?.json).toMatchObject({ allowInvite: false, messageText: 'Hello' });
    expect(data?.startChat).toMatchObject({ status: 'CREATED', firstMessage: 'SENT' });
  });

  test(`startChat on ${dialect} reports that the first message was not sent because the chat existed`, async () => {
    await using pair = await startPair({ dialect });

    const { data } = await pair.gateway.query(StartChat, {
      input: { accountID: whatsapp, user: { id: grace.id }, messageText: 'Hello' },
    });

    expect(data?.startChat).toMatchObject({ status: 'EXISTING', firstMessage: 'NOT_SENT_CHAT_EXISTED' });
  });
}

const numbers: [typed: string, sent: string][] = [
  // As pasted: bidi and format characters, no-break spaces, a soft hyphen, a byte order mark, line breaks.
  ['\u202a+1\u00a0555\u00ad010\u20111002\u202c', '+15550101002'],
  ['\ufeff\u2066+1\u202f(555)\u200b 010.1002\u2069\r\n', '+15550101002'],
  ['\u200e0555\u00a0010\n1002', '0555 010 1002'],
  // Full-width and other digits, and full-width and small plus signs.
  ['＋１５５５０１０１００２', '+15550101002'],
  ['﹢१ ५५५ ०१० १००२', '+15550101002'],
  ['٠٥٥٥ ٠١٠', '0555 010'],
  ['۰۹۱۲', '0912'],
  // The prefix for international calls, URIs, trunk prefixes, extensions.
  ['0044 20 7946 0018', '+442079460018'],
  ['(00) 44 20 7946 0018', '+442079460018'],
  ['(+44) (0)20 7946-0018', '+442079460018'],
  ['tel:+1-555-010-1002', '+15550101002'],
  ['+1 555 010 1002 ext. 5', '+15550101002'],
  // Numbers that networks have and libphonenumber does not allow.
  ['+521 55 1234 5678', '+5215512345678'],
  ['+229 97 12 34 56', '+22997123456'],
  ['+225 07 12 34 56', '+22507123456'],
  ['+888 0123 4567', '+88801234567'],
  ['00 999 12', '+99912'],
  ['+1 (555) 01', '+155501'],
  // E.164 has no trunk prefix.
  ['+4402079460018', '+442079460018'],
  // Without a country code.
  ['(0555) 010-1002', '(0555) 010-1002'],
  ['112', '112'],
  ['0012', '0012'],
  ['000 44 20', '000 44 20'],
];

test.each(numbers)('startChat sends the phone number %j as %j', async (phoneNumber, sent) => {
  await using pair = await startPair();

  await pair.gateway.query(StartChat, { input: { accountID: whatsapp, user: { phoneNumber } } });

  expect(pair.writes().map(({ json }) => json)).toEqual([
    { accountID: whatsapp, user: { phoneNumber: sent } },
  ]);
});

const addresses: [typed: string, sent: string][] = [
  ['zoë@example.com', 'zoë@example.com'],
  ['ada@münchen.example', 'ada@münchen.example'],
  ['用户@例子.广告', '用户@例子.广告'],
  ['ada..l.@docomo.example', 'ada..l.@docomo.example'],
  ["a/b=c%x!#$&'*{|}~@example.com", "a/b=c%x!#$&'*{|}~@example.com"],
  ['"ada@home"@example.com', '"ada@home"@example.com'],
  ['ada@localhost', 'ada@localhost'],
  ['ada@[192.0.2.1]', 'ada@[192.0.2.1]'],
  [' \u200eAda@example.com\u00a0\n', 'Ada@example.com'],
];

test.each(addresses)('startChat sends the email address %j as %j', async (email, sent) => {
  await using pair = await startPair();

  await pair.gateway.query(StartChat, { input: { accountID: whatsapp, user: { contact: { email } } } });

  expect(pair.writes().map(({ json }) => json)).toEqual([{ accountID: whatsapp, user: { email: sent } }]);
});

test('startChat sends a text with invisible characters as typed', async () => {
  await using pair = await startPair();
  const messageText = '\u200f שלום 👩‍👩‍👧 \u00a0';

  await pair.gateway.query(StartChat, { input: { accountID: whatsapp, user: { id: ada.id }, messageText } });

  expect(pair.writes()[0]?.json).toMatchObject({ messageText });
});

const unknownPeople: [
  user: StartChatInput['user'],
  names: RegExp,
  hints: [userID: boolean, countryCode: boolean],
][] = [
  [{ id: '@nobody:x' }, /the account ID and the user ID of/, [true, false]],
  [{ phoneNumber: '+1 555 999-9999' }, /the account ID and the phone number of/, [false, false]],
  [{ phoneNumber: '0999 9999' }, /the account ID and the phone number of/, [false, true]],
  [{ email: 'nobody@example.com' }, /the account ID and the email address of/, [false, false]],
  [{ username: 'nobody' }, /the account ID and the username of/, [false, false]],
  [
    {
      contact: { phoneNumber: '0999 9999', email: 'nobody@example.com', username: 'nobody', fullName: 'No' },
    },
    /the account ID and the phone number, email address, and username of/,
    [false, true],
  ],
  [
    { contact: { id: '@nobody:x', username: 'nobody' } },
    /the account ID and the user ID and username of/,
    [true, false],
  ],
];

test.each(unknownPeople)(
  'if startChat does not find %j, the remedy speaks of what was given',
  async (user, names, [userID, countryCode]) => {
    await using pair = await startPair();

    const { data } = await pair.gateway.query(StartChat, { input: { accountID: whatsapp, user } });

    expect(data?.startChat).toMatchObject({ __typename: 'BeeperNotFoundError' });
    const { remedy = '' } = (data?.startChat ?? {}) as { remedy?: string };
    expect(remedy).toMatch(names);
    expect(/User IDs differ/.test(remedy)).toBe(userID);
    expect(/country code/.test(remedy)).toBe(countryCode);
    expect(remedy).not.toMatch(/9999|nobody/);
  },
);

test('startChat reports neither status nor first message if Beeper sends an unknown status', async () => {
  await using pair = await startPair();
  pair.sandbox.next('POST /v1/chats/start', { status: 200, body: { id: '!x:y', status: 'merged' } });

  const { data } = await pair.gateway.query(StartChat, {
    input: { accountID: whatsapp, user: { id: ada.id }, messageText: 'Hello' },
  });

  expect(data?.startChat).toEqual({
    __typename: 'StartChatPayload',
    chatID: '!x:y',
    status: null,
    firstMessage: 'UNKNOWN',
  });
});

test('startChat finds the chat that an earlier startChat created', async () => {
  await using pair = await startPair();
  const input = { accountID: whatsapp, user: { phoneNumber: ada.phoneNumber } };

  const first = await pair.gateway.query(StartChat, { input });
  const second = await pair.gateway.query(StartChat, { input });

  expect(first.data?.startChat).toMatchObject({ status: 'CREATED' });
  expect(second.data?.startChat).toMatchObject({ status: 'EXISTING' });
});
