import { print } from 'graphql';
import { expect, test } from 'vitest';
import { mutations } from '../support/mutations.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { document } = mutations.setChatArchived;
const path = `/v1/chats/${encodeURIComponent(kishan.chatID)}`;

async function setChatArchived({ gateway }: Pair, input: object) {
  const response = await gateway.send(print(document), { input });
  const { data } = (await response.json()) as { data: { setChatArchived: Record<string, unknown> } };
  return data.setChatArchived;
}

for (const isArchived of [true, false]) {
  for (const dialect of ['create-only', 'union'] as const) {
    test(`setChatArchived on ${dialect} posts archived: ${isArchived} and reads the chat`, async () => {
      await using pair = await startPair({ dialect });

      const payload = await setChatArchived(pair, { chatID: kishan.chatID, isArchived });

      expect(pair.writes().map(({ method, path, body }) => ({ method, path, body }))).toEqual([
        { method: 'POST', path: `${path}/archive`, body: `{"archived":${isArchived}}` },
      ]);
      expect(pair.sandbox.chats.get(kishan.chatID)?.isArchived).toBe(isArchived);
      expect(payload).toEqual({
        __typename: 'SetChatArchivedPayload',
        chatID: kishan.chatID,
        chat: { id: kishan.chatID, isArchived },
        chatError: null,
      });
    });
  }

  test(`setChatArchived on split patches isArchived: ${isArchived} and takes the chat from the answer`, async () => {
    await using pair = await startPair({ dialect: 'split' });

    const payload = await setChatArchived(pair, { chatID: kishan.chatID, isArchived });

    expect(pair.sandbox.calls.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      { method: 'GET', path: '/v1/info', body: '' },
      { method: 'PATCH', path, body: `{"isArchived":${isArchived}}` },
    ]);
    expect(pair.sandbox.chats.get(kishan.chatID)?.isArchived).toBe(isArchived);
    expect(payload).toMatchObject({ chatID: kishan.chatID, chat: { id: kishan.chatID, isArchived } });
  });
}

test('setChatArchived on a server with another name uses the form that all versions share', async () => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour' });
  // As another server of the API answers.
  pair.sandbox.always('POST /v1/chats/{chatID}/archive', { body: { success: true }, performs: true });

  const payload = await setChatArchived(pair, { chatID: kishan.chatID, isArchived: true });

  expect(pair.writes().map(({ path }) => path)).toEqual([`${path}/archive`]);
  expect(payload).toMatchObject({ chatID: kishan.chatID, chat: { isArchived: true } });
});

test('setChatArchived with a local chat ID returns the ID of the chat', async () => {
  await using pair = await startPair();
  const localChatID = pair.sandbox.chats.get(kishan.chatID)?.localChatID;

  const payload = await setChatArchived(pair, { chatID: localChatID, isArchived: true });

  expect(pair.writes().map((call) => call.path)).toEqual([`/v1/chats/${localChatID}`]);
  expect(payload).toMatchObject({ chatID: kishan.chatID, chat: { id: kishan.chatID } });
});

test('on union, the ID of the chat is read if the input has a local chat ID', async () => {
  await using pair = await startPair({ dialect: 'union' });
  const localChatID = pair.sandbox.chats.get(kishan.chatID)?.localChatID;

  const response = await pair.gateway.send(
    `mutation { setChatArchived(input: { chatID: "${localChatID}", isArchived: true }) { ... on SetChatArchivedPayload { chat { id } } } }`,
  );

  expect(await response.json()).toEqual({ data: { setChatArchived: { chat: { id: kishan.chatID } } } });
});

test('two mutations of one operation each return the chat as they left it', async () => {
  await using pair = await startPair({ dialect: 'union' });
  const chat = '... on SetChatArchivedPayload { chat { isArchived } }';
  const field = (isArchived: boolean) =>
    `setChatArchived(input: { chatID: "${kishan.chatID}", isArchived: ${isArchived} }) { ${chat} }`;

  const response = await pair.gateway.send(`mutation { first: ${field(true)} second: ${field(false)} }`);

  expect(await response.json()).toEqual({
    data: { first: { chat: { isArchived: true } }, second: { chat: { isArchived: false } } },
  });
});

for (const [dialect, route] of [
  ['union', 'POST /v1/chats/{chatID}/archive'],
  ['split', 'PATCH /v1/chats/{chatID}'],
] as const) {
  test(`a lost answer to setChatArchived on ${dialect} is repeated once, and the caller gets a success`, async () => {
    await using pair = await startPair({ dialect });
    pair.sandbox.next(route, { reset: 'after', performs: true });

    const payload = await setChatArchived(pair, { chatID: kishan.chatID, isArchived: true });

    expect(payload).toMatchObject({ __typename: 'SetChatArchivedPayload', chat: { isArchived: true } });
    expect(pair.writes()).toHaveLength(2);
  });
}

for (const [selection, confirmed] of [
  ['chat { isArchived } confirmed', false],
  ['confirmed chat { isArchived }', false],
  ['confirmed', null],
] as const) {
  test(`confirmed is ${confirmed} on a server that archives nothing, with ${selection}`, async () => {
    await using pair = await startPair({ dialect: 'union', appName: 'Parlour' });
    pair.sandbox.always('POST /v1/chats/{chatID}/archive', { body: { success: true } });

    const response = await pair.gateway.send(
      `mutation { setChatArchived(input: { chatID: "${kishan.chatID}", isArchived: true }) { ... on SetChatArchivedPayload { ${selection} } } }`,
    );

    expect(await response.json()).toMatchObject({ data: { setChatArchived: { confirmed } } });
  });
}

for (const [body, type] of [
  [{ success: true, message: 'Chat archived' }, 'SetChatArchivedPayload'],
  [{ success: true, error: 'Not archived' }, 'BeeperOutcomeUnknownError'],
  [{ success: null }, 'BeeperOutcomeUnknownError'],
] as const) {
  test(`setChatArchived answered by ${JSON.stringify(body)} is a ${type}`, async () => {
    await using pair = await startPair({ dialect: 'union', appName: 'Parlour' });
    pair.sandbox.always('POST /v1/chats/{chatID}/archive', { body, performs: true });

    const payload = await setChatArchived(pair, { chatID: kishan.chatID, isArchived: true });

    expect(payload).toMatchObject({ __typename: type });
    expect(pair.writes()).toHaveLength(1);
  });
}

test('confirmed is read from the answer where that is the chat', async () => {
  await using pair = await startPair();
  const confirmed = async () => {
    const response = await pair.gateway.send(
      `mutation { setChatArchived(input: { chatID: "${kishan.chatID}", isArchived: true }) { ... on SetChatArchivedPayload { confirmed } } }`,
    );
    return ((await response.json()) as { data: { setChatArchived: object } }).data.setChatArchived;
  };

  expect(await confirmed()).toEqual({ confirmed: true });
  pair.sandbox.next('PATCH /v1/chats/{chatID}', {
    body: { id: kishan.chatID, accountID: 'matrix', isArchived: false },
  });
  expect(await confirmed()).toEqual({ confirmed: false });
  expect(pair.sandbox.calls.filter(({ method }) => method === 'GET').map(({ path }) => path)).toEqual([
    '/v1/info',
  ]);
});

test('setChatArchived takes no idempotencyKey', async () => {
  await using pair = await startPair();

  const response = await pair.gateway.send(
    'mutation ($input: SetChatArchivedInput!) { setChatArchived(input: $input, idempotencyKey: "12345678") { __typename } }',
    { input: { chatID: kishan.chatID, isArchived: true } },
  );

  expect(JSON.stringify(await response.json())).toContain('Unknown argument');
  expect(pair.sandbox.calls).toEqual([]);
});
