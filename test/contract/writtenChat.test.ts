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

interface Payload {
  chatID: string;
  chat: Record<string, unknown> | null;
}

const payload = (data: { createChat: unknown } | null | undefined): Payload => data?.createChat as Payload;

const reads = ({ sandbox }: Awaited<ReturnType<typeof startPair>>) =>
  sandbox.calls.filter(({ method, path }) => method === 'GET' && path !== '/v1/info').map(({ path }) => path);
