import { expect, test } from 'vitest';
import { CreateChatOnce, StartChatOnce } from '../support/documents.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { ada, grace, whatsapp } from '../support/people.ts';

const start = (pair: Pair, messageText: string | null, key: string | null = null, id: string = ada.id) =>
  pair.gateway
    .query(StartChatOnce, { input: { accountID: whatsapp, user: { id }, messageText }, key })
    .then(({ data }) => data?.startChat);

const create = (pair: Pair, messageText: string | null, key: string | null = null) =>
  pair.gateway
    .query(CreateChatOnce, {
      input: { group: { accountID: whatsapp, participantIDs: [ada.id, grace.id], messageText } },
      key,
    })
    .then(({ data }) => data?.createChat);

const mutations = [
  { name: 'startChat', run: start, route: 'POST /v1/chats/start', status: 'created' },
  { name: 'createChat', run: create, route: 'POST /v1/chats', status: undefined },
] as const;
const infoCalls = ({ sandbox }: Pair) => sandbox.calls.filter(({ path }) => path === '/v1/info');
const key = 'first-message-1';

for (const { name, run, route, status } of mutations) {
  test(`${name} without a text reports that none was requested`, async () => {
    await using pair = await startPair();

    expect(await run(pair, null)).toMatchObject({ firstMessage: 'NOT_REQUESTED' });
  });

  test(`${name} reports a text that was sent with the new chat`, async () => {
    await using pair = await startPair({ api: 'split' });

    expect(await run(pair, 'Hello / there')).toMatchObject({ firstMessage: 'SENT' });
    expect(pair.writes()[0]?.json).toMatchObject({ messageText: 'Hello / there' });
    expect(infoCalls(pair)).toEqual([]);
  });

  test.each([
    [{ sendStatus: { status: 'FAIL_RETRIABLE' } }, 'FAILED'],
    [{ preview: { id: '1', sendStatus: { status: 'fail_permanent' } } }, 'FAILED'],
    [{ message: { id: '1', sendStatus: { status: 'FAILED' } } }, 'FAILED'],
    [{ sendStatus: { status: 'HELD_BACK' } }, 'UNKNOWN'],
    [{ error: 'the first message was not sent' }, 'UNKNOWN'],
    [{ success: false }, 'UNKNOWN'],
    [{ sendStatus: { status: 'PENDING' } }, 'SENT'],
  ])(`${name} with %j in the answer reports %s, and so does a replay`, async (said, firstMessage) => {
    await using pair = await startPair();
    pair.sandbox.next(route, { status: 200, body: { id: '!x:y', chatID: '!x:y', status, ...said } });

    const first = await run(pair, 'Hello', key);
    const second = await run(pair, 'Hello', key);

    expect(first).toMatchObject({ chatID: '!x:y', firstMessage, replayed: false });
    expect(second).toMatchObject({ chatID: '!x:y', firstMessage, replayed: true });
    expect(pair.writes()).toHaveLength(1);
  });

  test(`${name} with an existing chat reports that nothing was sent, whatever its last message says`, async () => {
    await using pair = await startPair();
    const preview = { id: '1', sendStatus: { status: 'FAIL_PERMANENT' } };
    pair.sandbox.next(route, { status: 200, body: { id: '!x:y', status: 'existing', preview } });

    expect(await run(pair, '/hello')).toMatchObject({ firstMessage: 'NOT_SENT_CHAT_EXISTED' });
  });

  test.each(['/me waves', ' /me', '/'])(
    `${name} with the text %j reports UNKNOWN on another server, which may drop it`,
    async (text) => {
      await using pair = await startPair({ appName: 'Parlour', api: 'split' });

      const result = await run(pair, text, key);

      expect(result).toMatchObject({ firstMessage: 'UNKNOWN' });
      expect(await run(pair, text, key)).toMatchObject({ firstMessage: 'UNKNOWN', replayed: true });
      expect(pair.writes().map(({ json }) => json)).toMatchObject([{ messageText: text }]);
      expect(infoCalls(pair)).toHaveLength(1);
    },
  );

  test(`${name} with a text that begins with a slash reports SENT on Beeper’s own app`, async () => {
    await using pair = await startPair({ api: 'split' });

    expect(await run(pair, '/me waves')).toMatchObject({ firstMessage: 'SENT' });
    expect([...pair.sandbox.chats.values()].at(-1)?.messages.map(({ text }) => text)).toEqual(['/me waves']);
  });

  test(`${name} with such a text reports UNKNOWN if the server does not say which app it is`, async () => {
    await using pair = await startPair({ api: 'split' });
    pair.sandbox.always('GET /v1/info', { status: 500 });

    expect(await run(pair, '/me waves')).toMatchObject({
      chatID: expect.any(String),
      firstMessage: 'UNKNOWN',
    });
  });
}

test('which app it is, is not asked if firstMessage is not selected', async () => {
  await using pair = await startPair({ api: 'split' });

  await pair.gateway.send(
    `mutation { startChat(input: { accountID: "${whatsapp}", user: { id: "${ada.id}" }, messageText: "/x" }) { __typename } }`,
  );

  expect(infoCalls(pair)).toEqual([]);
});

test('another server drops a text that begins with a slash', async () => {
  await using pair = await startPair({ appName: 'Parlour', api: 'split' });

  await create(pair, '/me waves');

  expect([...pair.sandbox.chats.values()].at(-1)?.messages).toEqual([]);
});
