import { expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/index.ts';
import { CreateChatOnce, ReadChat } from '../support/documents.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

const input = { single: { accountID: whatsapp, participantID: ada.id } };
const key = 'compressed-1';
const read = ({ gateway }: Pair) => gateway.query(ReadChat, { id: kishan.chatID });
const write = ({ gateway }: Pair) =>
  gateway.query(CreateChatOnce, { input, key }).then(({ data }) => data?.createChat);

/** A chat that is readable, behind so much white space. */
const mebibytes = (count: number) =>
  `${' '.repeat(count * 1024 * 1024)}{"id":"!a:b","chatID":"!a:b","accountID":"matrix","title":"Kishan"}`;

test.each([
  'gzip',
  'x-gzip',
  'GZIP',
  'deflate',
  'raw-deflate',
  'br',
  'identity',
  'gzip, br',
  'deflate, identity, gzip',
  'gzip, gzip, gzip, gzip, gzip',
])('an answer in %s, which nobody asked for, is read', async (encoding) => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/chats/{chatID}', { encoding });
  pair.sandbox.always('POST /v1/chats', { encoding });

  const { data } = await read(pair);
  const created = await write(pair);

  expect(data?.chat).toMatchObject({ title: 'Kishan' });
  expect(created).toMatchObject({ __typename: 'CreateChatPayload', chatID: expect.any(String) });
  expect(pair.sandbox.calls.map(({ headers }) => headers['accept-encoding'])).not.toContain(
    expect.any(String),
  );
});

test('a compressed answer of 15 MiB is read', async () => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/chats/{chatID}', { body: mebibytes(15), encoding: 'gzip' });

  expect(await read(pair)).toMatchObject({ data: { chat: { title: 'Kishan' } } });
});

test('a compressed error of Beeper is read as one', async () => {
  await using pair = await startPair();
  const error = { status: 404, body: { message: 'User not found', code: 'NOT_FOUND' }, encoding: 'gzip' };
  pair.sandbox.always('POST /v1/chats', error);
  pair.sandbox.always('GET /v1/chats/{chatID}', error);

  expect(await write(pair)).toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringMatching(/User not found/),
  });
  expect(await read(pair)).toEqual({ data: { chat: null } });
});

test('an empty answer with an encoding is an empty answer', async () => {
  await using pair = await startPair({ dialect: 'union' });
  pair.sandbox.always('POST /v1/chats/{chatID}/archive', {
    status: 200,
    body: '',
    headers: { 'content-encoding': 'gzip' },
  });

  const answer = await pair.gateway.send(
    `mutation { setChatArchived(input: { chatID: "${kishan.chatID}", isArchived: true }) { __typename } }`,
  );

  expect(await answer.json()).toEqual({
    data: { setChatArchived: { __typename: 'SetChatArchivedPayload' } },
  });
});

const unreadable: [string, Fault][] = [
  ['an unknown encoding', { headers: { 'content-encoding': 'compress' } }],
  ['a known and an unknown encoding', { headers: { 'content-encoding': 'gzip, aes128gcm' } }],
  ['data that is not gzip', { headers: { 'content-encoding': 'gzip' } }],
  ['data that is not deflate', { headers: { 'content-encoding': 'deflate' } }],
  ['data that is not Brotli', { headers: { 'content-encoding': 'br' } }],
  ['six encodings', { encoding: Array(6).fill('gzip').join(', ') }],
  ['a bomb of gzip', { body: mebibytes(17), encoding: 'gzip', performs: true }],
  ['a bomb of Brotli', { body: mebibytes(17), encoding: 'br', performs: true }],
  ['a bomb in two layers', { body: mebibytes(17), encoding: 'gzip, gzip', performs: true }],
];

test.each(unreadable)('%s fails a read, which is not repeated', async (_, fault) => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/chats/{chatID}', fault);

  const { data, errors } = await read(pair);

  expect(data).toEqual({ chat: null });
  expect(errors).toMatchObject([{ path: ['chat'], extensions: { code: 'UPSTREAM_ERROR' } }]);
  expect(pair.sandbox.calls.filter(({ route }) => route === 'GET /v1/chats/{chatID}')).toHaveLength(1);
});

test.each(unreadable)('%s leaves the outcome of a write unknown, and the key kept', async (_, fault) => {
  await using pair = await startPair();
  pair.sandbox.next('POST /v1/chats', fault);

  const first = await write(pair);
  const second = await write(pair);

  expect([first, second]).toMatchObject([{ code: 'OUTCOME_UNKNOWN' }, { code: 'OUTCOME_UNKNOWN' }]);
  expect(pair.writes()).toHaveLength(1);
});

test('an error that can’t be decompressed keeps its status, and does not pass for one of Beeper', async () => {
  await using pair = await startPair();
  pair.sandbox.always('POST /v1/chats', {
    status: 503,
    body: { message: 'Starting', code: 'X' },
    headers: { 'content-encoding': 'zip' },
  });

  expect(await write(pair)).toMatchObject({ code: 'UPSTREAM_ERROR', message: expect.stringMatching(/503/) });
});

test('a compressed answer that comes slowly ends at the deadline', async () => {
  await using pair = await startPair({ timeoutMs: 800, api: 'split' });
  pair.sandbox.always('POST /v1/chats', {
    headers: { 'content-encoding': 'gzip' },
    slowBodyMs: 5_000,
  });
  const startedAt = performance.now();

  expect(await write(pair)).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  expect(performance.now() - startedAt).toBeLessThan(2_500);
});

test.each(['gzip', 'identity'])(
  'byte order marks before an answer in %s: one is skipped, many are not JSON',
  async (encoding) => {
    await using pair = await startPair();
    const chat = '{"id":"!a:b","accountID":"matrix","title":"Kishan"}';
    const answerWith = (text: string) =>
      pair.sandbox.always('GET /v1/chats/{chatID}', { body: text, encoding });

    answerWith(`\ufeff${chat}`);
    expect((await read(pair)).data?.chat).toMatchObject({ title: 'Kishan' });
    for (const count of [2, 100_000]) {
      answerWith(`${'\ufeff'.repeat(count)}${chat}`);
      expect((await read(pair)).errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_ERROR' });
    }
  },
);
