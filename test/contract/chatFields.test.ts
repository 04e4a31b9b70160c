import { expect, test } from 'vitest';
import { changeChat, sentBy } from '../support/changeChat.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;
const path = `/v1/chats/${encodeURIComponent(chatID)}`;
const patch = 'PATCH /v1/chats/{chatID}';

interface Row {
  readonly name: string;
  readonly input: object;
  /** The only field of the body. */
  readonly body: object;
  /** Fields of a chat that does not show the change. */
  readonly unchanged: object;
  /** Whether a chat with the change proves it. */
  readonly shown?: boolean | null;
}

const spaced = ' Plans\u00a0for *May* \r\n';

const rows: readonly Row[] = [
  ...[true, false].flatMap((value): Row[] =>
    [
      ['setChatPinned', 'isPinned'],
      ['setChatMuted', 'isMuted'],
      ['setChatLowPriority', 'isLowPriority'],
    ].map(([name = '', field = '']) => ({
      name,
      input: { [field]: value },
      body: { [field]: value },
      unchanged: { [field]: !value },
    })),
  ),
  {
    name: 'setChatTitle',
    input: { title: spaced },
    body: { title: spaced },
    unchanged: { title: 'Kishan' },
  },
  // The title that follows from the participants is not known to the gateway.
  { name: 'setChatTitle', input: { title: null }, body: { title: null }, unchanged: {}, shown: null },
  {
    name: 'setChatDescription',
    input: { description: spaced },
    body: { description: spaced },
    unchanged: { description: 'Old' },
  },
  {
    name: 'setChatDescription',
    input: { description: null },
    body: { description: null },
    unchanged: { description: 'Old' },
  },
  {
    name: 'setChatMessageExpiry',
    input: { seconds: 86_400 },
    body: { messageExpirySeconds: 86_400 },
    unchanged: {},
  },
  ...[0, null].map((seconds) => ({
    name: 'setChatMessageExpiry',
    input: { seconds },
    body: { messageExpirySeconds: null },
    unchanged: { messageExpirySeconds: 86_400 },
  })),
  {
    name: 'clearChatDraft',
    input: {},
    body: { draft: null },
    unchanged: { draft: { text: 'Still here' } },
  },
];

for (const { name, input, body, unchanged, shown = true } of rows) {
  const sent = JSON.stringify(body);

  test(`${name} ${JSON.stringify(input)} sends ${sent} alone, and takes the chat from the answer`, async () => {
    await using pair = await startPair();

    const result = await changeChat(pair, name, { chatID, ...input }, 'chatID confirmed chat { id title }');

    expect(result).toMatchObject({ chatID, confirmed: shown, chat: { id: chatID } });
    expect(pair.sandbox.calls.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
      'GET /v1/info ',
      `PATCH ${path} ${sent}`,
    ]);
  });

  if (shown === null) continue;
  test(`${name} ${JSON.stringify(input)} is not confirmed by an answer that shows no change`, async () => {
    await using pair = await startPair();
    pair.sandbox.always(patch, { body: { id: chatID, accountID: 'matrix', ...unchanged } });

    const result = await changeChat(pair, name, { chatID, ...input });

    expect(result).toMatchObject({ chatID, confirmed: false });
    expect(pair.writes()).toHaveLength(1);
  });
}

for (const [name, field] of [
  ['setChatTitle', 'title'],
  ['setChatDescription', 'description'],
] as const) {
  for (const [set, found, confirmed] of [
    [' Plans \r\n for\u00a0May ', 'Plans for May', true],
    ['Cafe\u0301', 'Caf\u00e9', true],
    ['Plans', 'plans', false],
    ['Plans for May', 'Plans for', false],
  ] as const) {
    test(`${name} ${JSON.stringify(set)} is confirmed: ${confirmed} by ${JSON.stringify(found)}`, async () => {
      await using pair = await startPair();
      pair.sandbox.always(patch, { body: { id: chatID, accountID: 'matrix', [field]: found } });

      expect(await changeChat(pair, name, { chatID, [field]: set })).toMatchObject({ confirmed });
    });
  }
}

for (const description of ['', null, undefined]) {
  test(`setChatDescription is not confirmed by the description ${JSON.stringify(description)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.always(patch, { body: { id: chatID, accountID: 'matrix', description } });

    expect(await changeChat(pair, 'setChatDescription', { chatID, description: 'Plans' })).toMatchObject({
      confirmed: false,
    });
  });
}

test('a flag that the answer leaves out is neither confirmed nor denied', async () => {
  await using pair = await startPair();
  pair.sandbox.always(patch, { body: { id: chatID, accountID: 'matrix' } });

  expect(await changeChat(pair, 'setChatMuted', { chatID, isMuted: true })).toMatchObject({
    confirmed: null,
  });
});

test('a chat that is unmuted later is read as unmuted', async () => {
  await using pair = await startPair();
  await changeChat(pair, 'setChatMuted', { chatID, isMuted: true });
  const chat = pair.sandbox.chats.get(chatID);
  if (chat) chat.isMuted = false;

  const response = await pair.gateway.send(`{ chat(id: "${chatID}") { isMuted } }`);

  expect(await response.json()).toEqual({ data: { chat: { isMuted: false } } });
});

const refused = [
  ['setChatTitle', { title: ' \u200b\n' }, 'title', 'blank'],
  ['setChatTitle', { title: '' }, 'title', 'blank'],
  ['setChatTitle', { title: 'x'.repeat(1_001) }, 'title', 'too_big'],
  ['setChatTitle', { title: 'a\ud800' }, 'title', 'malformed_unicode'],
  ['setChatDescription', { description: '\t' }, 'description', 'blank'],
  ['setChatDescription', { description: 'x'.repeat(65_537) }, 'description', 'too_big'],
  ['setChatMessageExpiry', { seconds: -1 }, 'seconds', 'too_small'],
  // Null removes what is there. A program that forgets the field does not mean that.
  ['setChatTitle', {}, 'title', 'missing'],
  ['setChatDescription', {}, 'description', 'missing'],
  ['setChatMessageExpiry', {}, 'seconds', 'missing'],
] as const;

for (const [name, input, field, code] of refused) {
  test(`${name} refuses ${JSON.stringify(input).slice(0, 40)} as ${code} before anything is sent`, async () => {
    await using pair = await startPair();

    const result = await changeChat(pair, name, { chatID, ...input });

    expect(result).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['input', field], code }] });
    expect(pair.sandbox.calls).toEqual([]);
  });
}

test('a blank title is not advised to be left out, which would remove the title', async () => {
  await using pair = await startPair();

  const { message } = await changeChat(pair, 'setChatTitle', { chatID, title: ' ' });

  expect(message).toMatch(/null/);
  expect(message).not.toMatch(/Omit/);
});

test('issues of Beeper are shown at the field of the input', async () => {
  await using pair = await startPair();
  const issues = [{ path: ['body', 'messageExpirySeconds'], message: 'Not this time', code: 'custom' }];
  pair.sandbox.next(patch, { status: 422, body: { message: 'No', code: 'X', details: { issues } } });

  const result = await changeChat(pair, 'setChatMessageExpiry', { chatID, seconds: 5 });

  expect(result).toMatchObject({ issues: [{ path: ['input', 'seconds'], message: 'Not this time' }] });
});

for (const [name, input, route] of [
  ['setChatPinned', { isPinned: true }, 'PATCH'],
  ['saveChatDraft', { text: 'Hi' }, 'PATCH'],
  ['clearChatDraft', {}, 'PATCH'],
  ['markChatRead', {}, 'POST'],
  ['markChatUnread', {}, 'POST'],
  ['notifyAnyway', {}, 'POST'],
] as const) {
  test(`${name} is UNSUPPORTED on another server, whose route is missing`, async () => {
    await using pair = await startPair({ dialect: 'union', appName: 'Parlour' });

    const result = await changeChat(pair, name, { chatID, ...input });

    expect(result).toMatchObject({ code: 'UNSUPPORTED', retryable: false, requiredVersion: null });
    expect(pair.writes().map(({ method }) => method)).toEqual([route]);
  });

  test(`${name} is UNSUPPORTED on a server with BEEPER_API=union, which can be right`, async () => {
    await using pair = await startPair({ dialect: 'union', appName: 'Parlour', api: 'union' });

    const result = await changeChat(pair, name, { chatID, ...input });

    expect(result).toMatchObject({ code: 'UNSUPPORTED', requiredVersion: null });
    expect(result.remedy).toMatch(/BEEPER_API is union .* If the server has another dialect.* does not have/);
    expect(pair.sandbox.calls).toEqual([]);
  });

  test(`${name} is UNSUPPORTED on app 4.2.600, which is not asked`, async () => {
    await using pair = await startPair({ dialect: 'union' });

    const result = await changeChat(pair, name, { chatID, ...input });

    expect(result).toMatchObject({ code: 'UNSUPPORTED', requiredVersion: '4.2.808' });
    expect(sentBy(pair)).toEqual([]);
  });
}

test('a lost answer is repeated once, and the caller gets a success', async () => {
  await using pair = await startPair();
  pair.sandbox.next(patch, { reset: 'after', performs: true });

  const result = await changeChat(pair, 'setChatPinned', { chatID, isPinned: true });

  expect(result).toMatchObject({ confirmed: true });
  expect(pair.writes()).toHaveLength(2);
});
