import { expect, test } from 'vitest';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;
const path = `/v1/chats/${encodeURIComponent(chatID)}/messages`;
const send = 'POST /v1/chats/{chatID}/messages';

const fields = `
  __typename
  ... on SendMessagePayload { chatID pendingMessageID replayed resolvedByLooking }
  ... on BeeperError { code errorMessage: message }
  ... on BeeperInvalidInputError { issues { path code } }
  ... on BeeperUnsupportedError { requiredVersion }
`;

async function run({ gateway }: Pair, input: object, more = ''): Promise<Record<string, unknown>> {
  const response = await gateway.send(
    `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ${fields} ${more} } }`,
    { input },
  );
  const answer = (await response.json()) as {
    data?: { sendMessage: Record<string, unknown> };
    errors?: unknown;
  };
  return answer.data?.sendMessage ?? { errors: answer.errors };
}

const text = (value: string, more: object = {}) => ({ chatID, content: { text: value }, ...more });

for (const dialect of ['create-only', 'union', 'split'] as const) {
  test(`sendMessage on ${dialect} posts the text and returns the pending ID, with one call`, async () => {
    await using pair = await startPair({ dialect });

    const payload = await run(pair, text('Hello'));

    expect(pair.sandbox.calls.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      { method: 'POST', path, body: '{"text":"Hello"}' },
    ]);
    expect(payload).toEqual({
      __typename: 'SendMessagePayload',
      chatID,
      pendingMessageID: expect.stringMatching(/^m\d+$/),
      replayed: false,
      resolvedByLooking: false,
    });
  });

  test(`the message of the payload on ${dialect} is the pending one, with its status`, async () => {
    await using pair = await startPair({ dialect, sendAfterMs: 'never' });

    const payload = await run(
      pair,
      text('Hello'),
      '... on SendMessagePayload { sent: message { id chatID plainText sendStatus { status } } messageError { code } }',
    );

    expect(payload).toMatchObject({
      // Older apps send no status.
      sent: {
        id: payload.pendingMessageID,
        chatID,
        plainText: 'Hello',
        sendStatus: dialect === 'split' ? { status: 'PENDING' } : null,
      },
      messageError: null,
    });
    const reads = pair.sandbox.calls.filter(({ method }) => method === 'GET').map(({ route }) => route);
    const newest = 'GET /v1/chats/{chatID}/messages';
    expect(reads.slice(-1)).toEqual([dialect === 'split' ? `${newest}/{messageID}` : newest]);
  });
}

for (const value of [
  'a\n \n\t\nb',
  'a\r\nb',
  '  spaces  ',
  '&amp; &lt;b&gt;',
  '# not a title',
  '/slash',
  'é e\u0301',
  '\u202eabc',
]) {
  test(`${JSON.stringify(value)} reaches Beeper byte for byte`, async () => {
    await using pair = await startPair();

    await run(pair, text(value));

    expect(pair.writes().map(({ json }) => json)).toEqual([{ text: value }]);
  });
}

for (const value of ['', '  ', '\u200b\n']) {
  test(`the blank text ${JSON.stringify(value)} is refused, and nothing is sent`, async () => {
    await using pair = await startPair();

    const result = await run(pair, text(value));

    expect(result).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['input', 'content', 'text'] }] });
    // A message without text and file is none.
    expect(result.errorMessage).not.toContain('Omit');
    expect(pair.sandbox.calls).toEqual([]);
  });
}

test('a file and its caption are one message, and a file without one has no text', async () => {
  await using pair = await startPair();
  const attachment = {
    uploadID: 'upload-photo',
    kind: 'IMAGE',
    fileName: 'a.jpg',
    mimeType: 'image/jpeg',
    durationSeconds: 1.5,
    size: { width: 10, height: 20 },
  };

  await run(pair, { chatID, content: { attachment: { ...attachment, caption: ' A *caption* ' } } });
  await run(pair, { chatID, content: { attachment: { uploadID: 'upload-voice-note', kind: 'VOICE_NOTE' } } });

  expect(pair.writes().map(({ json }) => json)).toEqual([
    {
      text: ' A *caption* ',
      attachment: {
        uploadID: 'upload-photo',
        type: 'image',
        fileName: 'a.jpg',
        mimeType: 'image/jpeg',
        duration: 1.5,
        size: { width: 10, height: 20 },
      },
    },
    { attachment: { uploadID: 'upload-voice-note', type: 'voice-note' } },
  ]);
});

test('an app that can’t send files is told so before the caption is sent alone', async () => {
  await using pair = await startPair({ appVersion: '4.2.498' });

  const result = await run(pair, {
    chatID,
    content: { attachment: { uploadID: 'upload-photo', caption: 'Hi' } },
  });

  expect(result).toMatchObject({ code: 'UNSUPPORTED', requiredVersion: '4.2.499' });
  expect(pair.writes()).toEqual([]);
});

test('text beside a file, and neither of them, are refused by the schema', async () => {
  await using pair = await startPair();

  const both = await run(pair, { chatID, content: { text: 'a', attachment: { uploadID: 'upload-photo' } } });
  const neither = await run(pair, { chatID, content: {} });

  expect(both).toHaveProperty('errors');
  expect(neither).toHaveProperty('errors');
  expect(pair.sandbox.calls).toEqual([]);
});

test('a reply names its message, and an unknown one is an error and nothing is sent', async () => {
  await using pair = await startPair();
  const chat = pair.sandbox.chats.get(chatID);
  const [first] = chat?.messages ?? [];
  const before = chat?.messages.length;

  const reply = await run(pair, text('Yes', { replyToMessageID: first?.id }));
  const unknown = await run(pair, text('Yes', { replyToMessageID: '999999999' }));

  expect(pair.writes().map(({ json }) => json)).toEqual([
    { text: 'Yes', replyToMessageID: first?.id },
    { text: 'Yes', replyToMessageID: '999999999' },
  ]);
  expect(reply).toMatchObject({ __typename: 'SendMessagePayload' });
  expect(unknown).toMatchObject({ code: 'NOT_FOUND' });
  expect(chat?.messages.length).toBe((before ?? 0) + 1);
});

test('a message to a merged chat names the chat that it went to', async () => {
  await using pair = await startPair();
  const merged = [...pair.sandbox.chats.values()].find(({ merge }) => merge);

  const payload = await run(
    pair,
    { ...text('Hi'), chatID: merged?.id },
    '... on SendMessagePayload { chat { id } }',
  );

  const part = merged?.merge?.defaultChatID;
  expect(payload).toMatchObject({ chatID: part, chat: { id: part } });
  expect(pair.sandbox.calls).toHaveLength(1);
});

for (const [id, status] of [
  ['fails-permanently', 'FAIL_PERMANENT'],
  ['fails-retriably', 'FAIL_RETRIABLE'],
  ['stays-pending', 'PENDING'],
] as const) {
  test(`a message that Beeper accepts and that ${id} is no error: its status tells`, async () => {
    await using pair = await startPair({ sendAfterMs: 0 });

    const payload = await run(
      pair,
      { ...text('Hi'), chatID: `!playground_send-${id}:playground` },
      '... on SendMessagePayload { sent: message { sendStatus { status } } }',
    );

    expect(payload).toMatchObject({ __typename: 'SendMessagePayload', sent: { sendStatus: { status } } });
  });
}

/** Reads the chat in an earlier field, whose answer has these fields. */
async function runWithChatAtHand(pair: Pair, chat: object, content: object) {
  pair.sandbox.next('PATCH /v1/chats/{chatID}', { body: { id: chatID, accountID: 'matrix', ...chat } });
  const response = await pair.gateway.send(
    `mutation ($input: SendMessageInput!, $chatID: ID!) {
      first: setChatArchived(input: { chatID: $chatID, isArchived: false }) { ... on SetChatArchivedPayload { chat { title } } }
      sendMessage(input: $input) { ${fields} }
    }`,
    { input: { chatID, content }, chatID },
  );
  return ((await response.json()) as { data: { sendMessage: object } }).data.sendMessage;
}

const sends = (pair: Pair) => pair.writes().filter(({ route }) => route === send).length;

test('a text is counted in code points: ten of them fit in ten, and eleven are refused without a call', async () => {
  await using pair = await startPair();
  const chat = { capabilities: { maxTextLength: 10 } };

  const fits = await runWithChatAtHand(pair, chat, { text: '😀'.repeat(10) });
  const tooLong = await runWithChatAtHand(pair, chat, { text: '😀'.repeat(11) });
  const unread = await run(pair, text('😀'.repeat(11)));

  expect(fits).toMatchObject({ __typename: 'SendMessagePayload' });
  expect(tooLong).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: ['input', 'content', 'text'], code: 'too_big' }],
  });
  expect(unread).toMatchObject({ __typename: 'SendMessagePayload' });
  expect(sends(pair)).toBe(2);
  expect(pair.sandbox.calls.filter(({ method, path }) => method === 'GET' && path !== '/v1/info')).toEqual(
    [],
  );
});

test('a caption is held to the limit of its type of file, not to that of texts', async () => {
  await using pair = await startPair();
  const chat = {
    capabilities: {
      maxTextLength: 3,
      attachments: {
        'm.image': { mimeTypes: { 'image/*': 2 }, maxCaptionLength: 5 },
        'm.video': { mimeTypes: { 'video/*': 2 }, maxCaptionLength: 2 },
        'm.file': { mimeTypes: { '*/*': 2 }, maxCaptionLength: 2 },
      },
    },
  };
  const attachment = { uploadID: 'upload-photo', caption: '12345' };

  const image = await runWithChatAtHand(pair, chat, { attachment: { ...attachment, kind: 'IMAGE' } });
  const video = await runWithChatAtHand(pair, chat, { attachment: { ...attachment, mimeType: 'video/mp4' } });
  const pdf = await runWithChatAtHand(pair, chat, {
    attachment: { ...attachment, mimeType: 'application/pdf' },
  });
  const shownAsImage = await runWithChatAtHand(pair, chat, {
    attachment: { ...attachment, kind: 'IMAGE', mimeType: 'video/mp4' },
  });
  const untold = await runWithChatAtHand(pair, chat, { attachment });

  expect(image).toMatchObject({ __typename: 'SendMessagePayload' });
  expect(video).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: ['input', 'content', 'attachment', 'caption'], code: 'too_big' }],
  });
  expect(pdf).toMatchObject({ code: 'INVALID_INPUT' });
  expect(shownAsImage).toMatchObject({ __typename: 'SendMessagePayload' });
  expect(untold).toMatchObject({ __typename: 'SendMessagePayload' });
});

test('a read-only chat that was read is refused without a call', async () => {
  await using pair = await startPair();

  const result = await runWithChatAtHand(pair, { isReadOnly: true }, { text: 'Hi' });

  expect(result).toMatchObject({ code: 'FORBIDDEN' });
  expect(sends(pair)).toBe(0);
});

test('another server answers with its own IDs, and its pending message is found in the list', async () => {
  await using pair = await startPair({ appName: 'Parlour', sendAfterMs: 'never' });

  const payload = await run(pair, text('Hi'), '... on SendMessagePayload { sent: message { id } }');

  expect(payload).toMatchObject({ sent: { id: payload.pendingMessageID } });
});
