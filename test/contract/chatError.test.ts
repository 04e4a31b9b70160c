import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { type MutationRow, mutations } from '../support/mutations.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';

type AnyMutation = TypedDocumentNode<Record<string, unknown>, { input: object; key: null }>;

const getChat = 'GET /v1/chats/{chatID}';
const broken = { status: 500, body: { message: 'Broken', code: 'INTERNAL' } };

/** Creates a chat on app 4.2.600, whose answer contains only its ID, so that `chat` is read afterwards. */
async function create(pair: Pair, selection: string) {
  const answer = await pair.gateway.send(
    `mutation ($input: CreateChatInput!) {
      createChat(input: $input) { ... on CreateChatPayload { chatID ${selection} } }
    }`,
    { input: mutations.createChat.input },
  );
  const { data, errors } = (await answer.json()) as { data: { createChat: object }; errors?: unknown };
  return { payload: data.createChat, errors };
}

const startUnion = () => startPair({ dialect: 'union' });

const chatID = expect.stringMatching(/^!/);

/** Mutations whose answer on `union` has no chat, so that the payload reads it. */
const readingChat = Object.entries<MutationRow>(mutations).filter(
  ([, { routes, document }]) => routes.union !== undefined && print(document).includes('chatError'),
);

test.each(readingChat)(
  '%s: if the read after the write fails, chatError says why, and there is no top-level error',
  async (name, { document, input }) => {
    await using pair = await startUnion();
    pair.sandbox.next(getChat, broken);

    const { data, errors } = await pair.gateway.query(document as unknown as AnyMutation, {
      input,
      key: null,
    });

    expect(errors).toBeUndefined();
    expect(data?.[name]).toMatchObject({
      chatID,
      chat: null,
      chatError: {
        code: 'UPSTREAM_ERROR',
        message: 'Beeper answered with status 500. Beeper says: Broken',
        upstreamCode: 'INTERNAL',
        httpStatus: 500,
        retryable: false,
        remedy: expect.stringContaining('do not send it again'),
        requestID: expect.any(String),
      },
    });
    expect(pair.writes()).toHaveLength(1);
    expect(pair.gateway.log).toMatchObject([{ operation: 'chat', code: 'UPSTREAM_ERROR' }]);
  },
);

test('a failure that a repeat of the read would mend is not retryable, because a repeat would write again', async () => {
  await using pair = await startUnion();
  pair.sandbox.always(getChat, { status: 503, body: { message: 'Starting', code: 'NOT_READY' } });

  const { payload, errors } = await create(pair, 'chat { title } chatError { code retryable remedy }');

  expect(errors).toBeUndefined();
  expect(payload).toMatchObject({ chatError: { code: 'UNAVAILABLE', retryable: false } });
  expect(JSON.stringify(payload)).not.toContain('Nothing was done');
});

test('a chat that is not found right after it was written is a NOT_FOUND', async () => {
  await using pair = await startUnion();
  pair.sandbox.next(getChat, { status: 404, body: { message: 'Chat not found', code: 'NOT_FOUND' } });

  const { payload, errors } = await create(pair, 'chat { title } chatError { __typename code }');

  expect(errors).toBeUndefined();
  expect(payload).toEqual({
    chatID,
    chat: null,
    chatError: { __typename: 'BeeperNotFoundError', code: 'NOT_FOUND' },
  });
});

test.each([
  ['account', 'account { network }', 'GET /v1/accounts'],
  ['lastMessage', 'lastMessage { text }', 'GET /v1/chats/{chatID}/messages'],
  ['messages', 'messages(first: 2) { nodes { text } }', 'GET /v1/chats/{chatID}/messages'],
] as const)('a failure of %s in the chat is in chatError, too', async (field, selection, route) => {
  await using pair = await startUnion();
  pair.sandbox.next(route, broken);

  const { payload, errors } = await create(
    pair,
    `chatError { code message } chat { accountID ${selection} }`,
  );

  expect(errors).toBeUndefined();
  expect(payload).toMatchObject({
    chat: { accountID: whatsapp, [field]: null },
    chatError: { code: 'UPSTREAM_ERROR' },
  });
});

test('invalid arguments of a field in the chat are in chatError', async () => {
  await using pair = await startUnion();

  const { payload, errors } = await create(
    pair,
    'chat { messages(first: 500) { nodes { id } } } chatError { code ... on BeeperInvalidInputError { issues { path } } }',
  );

  expect(errors).toBeUndefined();
  expect(payload).toMatchObject({
    chat: { messages: null },
    chatError: { code: 'INVALID_INPUT', issues: [{ path: ['first'] }] },
  });
  expect(pair.writes()).toHaveLength(1);
});

test('a failure of one item of a list in the chat is in chatError, and the other items are returned', async () => {
  await using pair = await startPair();
  pair.sandbox.next(getChat, broken);

  const answer = await pair.gateway.send(
    `mutation { setChatArchived(input: { chatID: "${seedChatIDs.merged}", isArchived: true }) {
      ... on SetChatArchivedPayload { chatError { code } chat { merge { chats { title } } } }
    } }`,
  );

  expect(await answer.json()).toEqual({
    data: {
      setChatArchived: {
        chatError: { code: 'UPSTREAM_ERROR' },
        chat: { merge: { chats: [null, { title: expect.any(String) }, { title: expect.any(String) }] } },
      },
    },
  });
});

test('chatError covers the chat under an alias', async () => {
  await using pair = await startUnion();
  pair.sandbox.next(getChat, broken);

  const { payload } = await create(pair, 'why: chatError { code } written: chat { account { network } }');

  expect(payload).toEqual({ chatID, why: { code: 'UPSTREAM_ERROR' }, written: null });
});

test('without chatError in the selection, the failure is no top-level error either', async () => {
  await using pair = await startUnion();
  pair.sandbox.next(getChat, broken);

  expect(await create(pair, 'chat { title }')).toEqual({
    payload: { chatID, chat: null },
    errors: undefined,
  });
});

test('each mutation of a request has its own chatError', async () => {
  await using pair = await startUnion();
  pair.sandbox.next(getChat, broken);
  const selection = '... on CreateChatPayload { chatError { code } chat { title } }';

  const answer = await pair.gateway.send(
    `mutation ($input: CreateChatInput!) {
      first: createChat(input: $input) { ${selection} }
      second: createChat(input: $input) { ${selection} }
    }`,
    { input: mutations.createChat.input },
  );

  expect(await answer.json()).toEqual({
    data: {
      first: { chatError: { code: 'UPSTREAM_ERROR' }, chat: null },
      second: { chatError: null, chat: { title: expect.any(String) } },
    },
  });
});

test('chatError is null if nothing failed, and costs no upstream call', async () => {
  await using pair = await startUnion();

  const alone = await create(pair, 'chatError { code }');
  expect(alone.payload).toEqual({ chatID, chatError: null });
  expect(pair.sandbox.calls.filter(({ route }) => route === getChat)).toEqual([]);

  const together = await create(pair, 'chatError { code } chat { title account { id } }');
  expect(together.payload).toMatchObject({ chatError: null, chat: { account: { id: whatsapp } } });
  expect(pair.sandbox.calls.filter(({ route }) => route === getChat)).toHaveLength(1);
});

test('a query with the same failure has a top-level error', async () => {
  await using pair = await startUnion();
  pair.sandbox.next(getChat, broken);

  const answer = await pair.gateway.send(`{ chat(id: "${seedChatIDs.kishan}") { title } }`);

  expect(await answer.json()).toMatchObject({
    data: { chat: null },
    errors: [{ path: ['chat'], extensions: { code: 'UPSTREAM_ERROR' } }],
  });
});

test('reads that take too long after the write do not delay the answer', async () => {
  await using pair = await startPair({ dialect: 'union', followUpMs: 200, timeoutMs: 1_500 });
  pair.sandbox.next('GET /v1/chats/{chatID}/messages', { hang: true });

  const { payload, errors } = await create(
    pair,
    'chat { accountID messages(first: 200) { nodes { id } } } chatError { code message retryable }',
  );

  expect(errors).toBeUndefined();
  expect(payload).toEqual({
    chatID,
    chat: { accountID: whatsapp, messages: null },
    chatError: {
      code: 'UNAVAILABLE',
      message: 'Reading what was selected after the write takes too long.',
      retryable: false,
    },
  });
  expect(pair.writes()).toHaveLength(1);
});
