import { expect, test } from 'vitest';
import { CreateChatAndReadIt } from '../support/documents.ts';
import { startPair } from '../support/pair.ts';
import { ada, grace, whatsapp } from '../support/people.ts';

const input = { group: { accountID: whatsapp, participantIDs: [ada.id, grace.id], title: 'Engines' } };

for (const dialect of ['create-only', 'union', 'split'] as const) {
  test(`the ID of the written chat costs no read on ${dialect}`, async () => {
    await using pair = await startPair({ dialect });

    const { data } = await pair.gateway.query(CreateChatAndReadIt, { input, more: false });

    const { chatID, chat } = payload(data);
    expect(chat).toEqual({ id: chatID, __typename: 'BeeperChat' });
    expect(reads(pair)).toEqual([]);
  });
}

for (const dialect of ['create-only', 'union'] as const) {
  test(`the written chat is read once on ${dialect}, because the answer contains only its ID`, async () => {
    await using pair = await startPair({ dialect });

    const { data, errors } = await pair.gateway.query(CreateChatAndReadIt, { input, more: true });

    expect(errors).toBeUndefined();
    const { chatID, chat } = payload(data);
    expect(chat).toMatchObject({ id: chatID, title: 'Engines', type: 'GROUP', participants: { total: 3 } });
    expect(reads(pair)).toEqual([`/v1/chats/${encodeURIComponent(chatID)}`]);
  });
}

test('the written chat is taken from the answer on split, which contains the whole chat', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(CreateChatAndReadIt, { input, more: true });

  expect(payload(data).chat).toMatchObject({
    accountID: whatsapp,
    title: 'Engines',
    participants: { total: 3 },
  });
  expect(reads(pair)).toEqual([]);
});

test('a failed read after the write is an error on the path of the chat, and the write stays a success', async () => {
  await using pair = await startPair({ dialect: 'union' });
  pair.sandbox.next('GET /v1/chats/{chatID}', { status: 500, body: { message: 'Broken', code: 'INTERNAL' } });

  const { data, errors } = await pair.gateway.query(CreateChatAndReadIt, { input, more: true });

  expect(payload(data)).toMatchObject({ __typename: 'CreateChatPayload', chat: null });
  expect(payload(data).chatID).toMatch(/^!/);
  expect(errors).toEqual([
    {
      message: 'Beeper answered with status 500. Beeper says: Broken',
      locations: expect.any(Array),
      path: ['createChat', 'chat'],
      extensions: {
        code: 'UPSTREAM_ERROR',
        retryable: false,
        remedy: expect.any(String),
        upstreamCode: 'INTERNAL',
        requestID: expect.any(String),
      },
    },
  ]);
  expect(pair.writes()).toHaveLength(1);
});

test('a chat that is not found right after it was written is an error on its path', async () => {
  await using pair = await startPair({ dialect: 'union' });
  pair.sandbox.next('GET /v1/chats/{chatID}', {
    status: 404,
    body: { message: 'Chat not found', code: 'NOT_FOUND' },
  });

  const { data, errors } = await pair.gateway.query(CreateChatAndReadIt, { input, more: true });

  expect(payload(data).chat).toBeNull();
  expect(errors).toMatchObject([{ path: ['createChat', 'chat'], extensions: { code: 'NOT_FOUND' } }]);
});

interface Payload {
  chatID: string;
  chat: Record<string, unknown> | null;
}

const payload = (data: { createChat: unknown } | null | undefined): Payload => data?.createChat as Payload;

const reads = ({ sandbox }: Awaited<ReturnType<typeof startPair>>) =>
  sandbox.calls.filter(({ method, path }) => method === 'GET' && path !== '/v1/info').map(({ path }) => path);
