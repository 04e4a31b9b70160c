import { expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/index.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { ada, grace, whatsapp } from '../support/people.ts';

const me = { id: '@me:here', isSelf: true };
const them = { id: '@grace:here' };
const asked = '@grace:elsewhere';
const start = 'POST /v1/chats/start';
const getChat = 'GET /v1/chats/{chatID}';

const found = (participants: unknown, fields: object = {}): Fault => ({
  status: 200,
  body: { id: '!a:b', chatID: '!a:b', accountID: whatsapp, status: 'existing', participants, ...fields },
});
const idOnly: Fault = { status: 200, body: { chatID: '!a:b', status: 'existing' } };

async function run(pair: Pair, selection: string, user: object = { id: asked }, key: string | null = null) {
  const answer = await pair.gateway.send(
    `mutation ($input: StartChatInput!, $key: String) {
      startChat(input: $input, idempotencyKey: $key) { ... on StartChatPayload { ${selection} } }
    }`,
    { input: { accountID: whatsapp, user }, key },
  );
  const { data, errors } = (await answer.json()) as {
    data: { startChat: Record<string, unknown> };
    errors?: unknown[];
  };
  return { ...data.startChat, errors };
}

const reads = ({ sandbox }: Pair) => sandbox.calls.filter(({ route }) => route === getChat).length;
const warnings = ({ gateway }: Pair) => gateway.log.filter(({ msg }) => /Person is not/.test(String(msg)));

test.each([
  ['the person', { items: [me, { id: asked }], hasMore: false, total: 2 }, true],
  ['the person, truncated', { items: [{ id: asked }], hasMore: true, total: 9 }, true],
  ['somebody else with the same local part', { items: [me, them], hasMore: false, total: 2 }, false],
  ['somebody else, without yourself', { items: [them], hasMore: false, total: 2 }, false],
  ['somebody else, without a total', { items: [me, them] }, false],
  ['somebody else, and more people', { items: [me, them], hasMore: true, total: 9 }, null],
  ['somebody else, and fewer people than the total', { items: [me, them], hasMore: false, total: 3 }, null],
  ['only yourself', { items: [me], hasMore: false, total: 1 }, null],
  ['nobody', { items: [], hasMore: false, total: 0 }, null],
  ['no participants', null, null],
])('a chat in the answer with %s: personConfirmed is %s', async (_, participants, expected) => {
  await using pair = await startPair();
  pair.sandbox.next(start, found(participants));

  const result = await run(pair, 'personConfirmed');

  expect(result).toMatchObject({ personConfirmed: expected });
  expect(result.errors).toBeUndefined();
  expect(reads(pair)).toBe(0);
  expect(warnings(pair)).toHaveLength(expected === false ? 1 : 0);
});

test.each([
  'chat { title } personConfirmed',
  'personConfirmed chat { title }',
  'personConfirmed a: chat { title } b: chat { type }',
])('a chat that is read for %s is compared, and read once', async (selection) => {
  await using pair = await startPair();
  pair.sandbox.next(start, idOnly);
  pair.sandbox.next(getChat, found({ items: [me, them], hasMore: false, total: 2 }));

  const result = await run(pair, selection);

  expect(result).toMatchObject({ personConfirmed: false });
  expect(reads(pair)).toBe(1);
  expect(warnings(pair)).toMatchObject([
    { level: 40, operation: 'startChat', requestID: expect.any(String) },
  ]);
  expect(JSON.stringify(warnings(pair))).not.toMatch(/grace|!a:b/);
});

test.each(['chat { title }', 'personConfirmed again: personConfirmed chat { title }'])(
  'the warning is logged once for %s',
  async (selection) => {
    await using pair = await startPair();
    pair.sandbox.next(start, idOnly);
    pair.sandbox.next(getChat, found({ items: [me, them] }));

    await run(pair, selection);

    expect(warnings(pair)).toHaveLength(1);
  },
);

test('a chat in the answer is compared also where neither field is selected', async () => {
  await using pair = await startPair();
  pair.sandbox.next(start, found({ items: [me, them] }));

  await run(pair, 'chatID');

  expect(warnings(pair)).toHaveLength(1);
});

test.each(['personConfirmed', 'personConfirmed chat { id }', 'chat { __typename id } personConfirmed'])(
  'a chat is not read for %s alone: personConfirmed is null',
  async (selection) => {
    await using pair = await startPair();
    pair.sandbox.next(start, idOnly);

    expect(await run(pair, selection)).toMatchObject({ personConfirmed: null });
    expect(reads(pair)).toBe(0);
    expect(warnings(pair)).toEqual([]);
  },
);

test('the ID of a contact with several identifiers is compared', async () => {
  await using pair = await startPair();
  pair.sandbox.next(start, found({ items: [me, them] }));

  const user = { contact: { id: asked, username: 'grace' } };

  expect(await run(pair, 'personConfirmed', user)).toMatchObject({ personConfirmed: false });
});

test.each([{ username: 'grace' }, { contact: { username: 'grace', fullName: 'Grace' } }])(
  'a person without an ID, %j, is not compared',
  async (user) => {
    await using pair = await startPair();
    pair.sandbox.next(start, found({ items: [me, them] }));

    expect(await run(pair, 'personConfirmed chat { title }', user)).toMatchObject({ personConfirmed: null });
    expect(warnings(pair)).toEqual([]);
  },
);

test('a new chat is not compared: its participants may be missing', async () => {
  await using pair = await startPair();
  pair.sandbox.next(start, found({ items: [me, them] }, { status: 'created' }));

  expect(await run(pair, 'personConfirmed chat { title }')).toMatchObject({ personConfirmed: null });
  expect(warnings(pair)).toEqual([]);
});

test('a chat without a status is compared', async () => {
  await using pair = await startPair();
  pair.sandbox.next(start, found({ items: [me, them] }, { status: '' }));

  expect(await run(pair, 'personConfirmed')).toMatchObject({ personConfirmed: false });
});

test('if the chat can’t be read, personConfirmed is null, and chatError says why', async () => {
  await using pair = await startPair();
  pair.sandbox.next(start, idOnly);
  pair.sandbox.always(getChat, { status: 500 });

  const result = await run(pair, 'personConfirmed chatError { code } chat { title }');

  expect(result).toEqual({ personConfirmed: null, chat: null, chatError: { code: 'UPSTREAM_ERROR' } });
});

test('a replay compares the chat that it reads', async () => {
  await using pair = await startPair();
  pair.sandbox.next(start, found({ items: [me, them] }));
  await run(pair, 'chatID', { id: asked }, 'person-key-1');
  pair.sandbox.next(getChat, found({ items: [me, them] }));

  const result = await run(pair, 'replayed personConfirmed chat { title }', { id: asked }, 'person-key-1');

  expect(result).toMatchObject({ replayed: true, personConfirmed: false });
  expect(pair.writes()).toHaveLength(1);
});

test('unreadable participants in the answer are counted once, although the chat is compared and returned', async () => {
  await using pair = await startPair();
  pair.sandbox.next(start, found({ items: [{}, them] }));

  await run(pair, 'personConfirmed chat { title }');

  expect(pair.gateway.log.filter((line) => 'dropped' in line)).toMatchObject([
    { dropped: { participant: 1 } },
  ]);
});

for (const dialect of ['union', 'split'] as const) {
  test(`on ${dialect} the person of an existing chat is confirmed, and a new chat says nothing`, async () => {
    await using pair = await startPair({ dialect });

    expect(await run(pair, 'personConfirmed chat { title }', { id: grace.id })).toMatchObject({
      personConfirmed: true,
    });
    expect(await run(pair, 'personConfirmed chat { title }', { id: ada.id })).toMatchObject({
      personConfirmed: null,
    });
    expect(warnings(pair)).toEqual([]);
  });
}
