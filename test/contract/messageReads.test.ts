import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan, versionOf } from '../support/people.ts';

const { chatID } = kishan;
const one = 'GET /v1/chats/{chatID}/messages/{messageID}';
const list = 'GET /v1/chats/{chatID}/messages';

async function read({ gateway }: Pair, id: string, selection: string) {
  const response = await gateway.send(
    `query ($chatID: ID!, $id: ID!) { message(chatID: $chatID, id: $id) { ${selection} } }`,
    { chatID, id },
  );
  return (await response.json()) as { data: { message: Record<string, unknown> | null }; errors?: unknown };
}

async function send(pair: Pair, text: string, replyToMessageID?: string): Promise<string> {
  const response = await pair.gateway.send(
    'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on SendMessagePayload { pendingMessageID } } }',
    { input: { chatID, content: { text }, replyToMessageID } },
  );
  const { data } = (await response.json()) as { data: { sendMessage: { pendingMessageID: string } } };
  pair.sandbox.calls.length = 0;
  return data.sendMessage.pendingMessageID;
}

const routes = ({ sandbox }: Pair) =>
  sandbox.calls.map(({ route }) => route).filter((route) => route !== 'GET /v1/info');

test('a message is found by its final ID with one call', async () => {
  await using pair = await startPair();

  const { data } = await read(pair, '1300003', 'id chatID accountID isSender');

  expect(data.message).toEqual({ id: '1300003', chatID, accountID: 'matrix', isSender: true });
  expect(routes(pair)).toEqual([one]);
});

test('a pending ID finds the message, and later the one that it became', async () => {
  await using pair = await startPair({ sendAfterMs: 'never' });
  const pendingID = await send(pair, 'Hello');

  const pending = await read(pair, pendingID, 'id sendStatus { status }');
  pair.sandbox.settle();
  const final = await read(pair, pendingID, 'id sendStatus { status }');

  expect(pending.data.message).toMatchObject({ id: pendingID, sendStatus: { status: 'PENDING' } });
  expect(final.data.message).toMatchObject({
    id: expect.stringMatching(/^\d+$/),
    sendStatus: { status: 'SUCCESS' },
  });
});

test('a message that Beeper does not know is null, without an error', async () => {
  await using pair = await startPair();

  expect(await read(pair, '999999999', 'id')).toEqual({ data: { message: null } });
});

for (const dialect of ['create-only', 'union'] as const) {
  test(`on ${versionOf[dialect]} the newest page is read, and a message that is not in it is null`, async () => {
    await using pair = await startPair({ dialect });

    const found = await read(pair, '1300003', 'id');
    const unknown = await read(pair, '999999999', 'id');

    expect(found.data.message).toEqual({ id: '1300003' });
    expect(unknown).toEqual({ data: { message: null } });
    expect(routes(pair)).toEqual([list, list]);
  });
}

test('on another server that can’t read one message, the newest page is read', async () => {
  await using pair = await startPair({ appName: 'Parlour' });

  const { data } = await read(pair, '1300003', 'id');

  expect(data.message).toEqual({ id: '1300003' });
  expect(routes(pair).at(-1)).toBe(list);
});

test('the chat of a message is read only if more than its ID is selected', async () => {
  await using pair = await startPair();

  const id = await read(pair, '1300003', 'chat { id }');
  const title = await read(pair, '1300003', 'chat { title }');

  expect(id.data.message).toEqual({ chat: { id: chatID } });
  expect(title.data.message).toEqual({ chat: { title: expect.any(String) } });
  expect(routes(pair)).toEqual([one, one, 'GET /v1/chats/{chatID}']);
});

test('a message in a list knows its chat without a call', async () => {
  await using pair = await startPair();

  const response = await pair.gateway.send(
    'query ($id: ID!) { chat(id: $id) { messages(first: 1) { nodes { chat { title } } } } }',
    { id: chatID },
  );
  await response.json();

  expect(routes(pair)).toEqual(['GET /v1/chats/{chatID}', list]);
});

test('the messages of a merged chat make one call for each of its chats, however many there are', async () => {
  await using pair = await startPair();
  const members = pair.sandbox.chats.get(seedChatIDs.merged)?.merge?.chatIDs ?? [];

  const response = await pair.gateway.send(
    'query ($id: ID!) { chat(id: $id) { messages(first: 20) { nodes { chatID chat { id title } } } } }',
    { id: seedChatIDs.merged },
  );

  const { data } = (await response.json()) as {
    data: { chat: { messages: { nodes: { chatID: string; chat: { id: string } }[] } } };
  };
  const { nodes } = data.chat.messages;
  expect(nodes.map(({ chat }) => chat.id)).toEqual(nodes.map(({ chatID }) => chatID));
  expect(new Set(nodes.map(({ chatID }) => chatID))).toEqual(new Set(members));
  expect(nodes.length).toBeGreaterThan(members.length);
  expect(routes(pair).filter((route) => route === 'GET /v1/chats/{chatID}')).toHaveLength(1 + members.length);
});

for (const appName of ['Beeper', 'Parlour']) {
  // Another server answers the call with 405. Then the page that is there already is searched.
  test(`two replies to one message make 1 call for it on ${appName}`, async () => {
    await using pair = await startPair({ appName, sendAfterMs: 0 });
    await send(pair, 'Yes', '1300003');
    await send(pair, 'No', '1300003');

    const response = await pair.gateway.send(
      'query ($id: ID!) { chat(id: $id) { messages(first: 2) { nodes { linkedMessageID repliedTo { id } } } } }',
      { id: chatID },
    );

    const reply = { linkedMessageID: '1300003', repliedTo: { id: '1300003' } };
    expect(await response.json()).toEqual({ data: { chat: { messages: { nodes: [reply, reply] } } } });
    expect(routes(pair)).toEqual(['GET /v1/chats/{chatID}', list, one]);
  });
}

test('repliedTo is the message that was answered, and null where it is gone', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });
  const replyID = await send(pair, 'Yes', '1300003');

  const found = await read(pair, replyID, 'repliedTo { id }');
  pair.sandbox.next(one, { performs: true });
  const chat = pair.sandbox.chats.get(chatID);
  chat?.messages.splice(
    chat.messages.findIndex(({ id }) => id === '1300003'),
    1,
  );
  const gone = await read(pair, replyID, 'repliedTo { id }');

  expect(found).toEqual({ data: { message: { repliedTo: { id: '1300003' } } } });
  expect(gone).toEqual({ data: { message: { repliedTo: null } } });
});

test('repliedTo of a deleted message has no text', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });
  const replyID = await send(pair, 'Yes', '1300003');
  const message = pair.sandbox.chats.get(chatID)?.messages.find(({ id }) => id === '1300003');
  if (message) {
    message.isDeleted = true;
    delete message.text;
  }

  const { data } = await read(pair, replyID, 'repliedTo { id isDeleted text plainText }');

  expect(data.message).toEqual({
    repliedTo: { id: '1300003', isDeleted: true, text: null, plainText: null },
  });
});

test('a row that stands for a reaction replies to nothing', async () => {
  await using pair = await startPair();
  const { id, linkedMessageID } =
    [...pair.sandbox.chats.values()]
      .flatMap(({ messages }) => messages)
      .find(({ type, linkedMessageID }) => type === 'REACTION' && linkedMessageID) ?? {};
  const chat = [...pair.sandbox.chats.values()].find(({ messages }) => messages.some((one) => one.id === id));

  const response = await pair.gateway.send(
    'query ($chatID: ID!, $id: ID!) { message(chatID: $chatID, id: $id) { linkedMessageID repliedTo { id } } }',
    { chatID: chat?.id, id },
  );

  expect(await response.json()).toEqual({ data: { message: { linkedMessageID, repliedTo: null } } });
  expect(linkedMessageID).toMatch(/./);
});

test('what may be done to a message depends on its age, and is null without its chat', async () => {
  await using pair = await startPair({ sendAfterMs: 0 });
  const sentID = await send(pair, 'Hello');
  const rights = 'viewerCanEdit viewerCanDeleteFor viewerCanReact';

  const alone = await read(pair, sentID, rights);
  const fresh = await read(pair, sentID, `chat { title } ${rights}`);
  const old = await read(pair, '1300003', `chat { title } ${rights}`);

  expect(alone.data.message).toEqual({
    viewerCanEdit: null,
    viewerCanDeleteFor: null,
    viewerCanReact: null,
  });
  expect(fresh.data.message).toMatchObject({
    viewerCanEdit: true,
    viewerCanDeleteFor: ['EVERYONE', 'ME'],
    viewerCanReact: true,
  });
  expect(old.data.message).toMatchObject({
    viewerCanEdit: false,
    viewerCanDeleteFor: ['ME'],
    viewerCanReact: true,
  });
});

test('a message that can’t be read after a mutation is null, and messageError says why', async () => {
  await using pair = await startPair();
  pair.sandbox.always(one, { status: 500, body: { message: 'Broken', code: 'INTERNAL' } });

  const response = await pair.gateway.send(
    'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on SendMessagePayload { message { text } messageError { code retryable remedy } } } }',
    { input: { chatID, content: { text: 'Hello' } } },
  );

  expect(await response.json()).toEqual({
    data: {
      sendMessage: {
        message: null,
        messageError: {
          code: 'UPSTREAM_ERROR',
          retryable: false,
          remedy: expect.stringContaining('do not send it again'),
        },
      },
    },
  });
  expect(pair.writes()).toHaveLength(1);
});
