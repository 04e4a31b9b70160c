import { expect, test } from 'vitest';
import { StartChat } from '../support/documents.ts';
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
