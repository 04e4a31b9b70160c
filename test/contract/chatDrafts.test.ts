import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { changeChat, sentBy } from '../support/changeChat.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const { chatID } = kishan;
/** Has a draft. */
const drafted = seedChatIDs.everyKind;
const patch = 'PATCH /v1/chats/{chatID}';
const cleared = (id: string) => `PATCH /v1/chats/${encodeURIComponent(id)} {"draft":null}`;
const saved = (id: string, draft: object) =>
  `PATCH /v1/chats/${encodeURIComponent(id)} ${JSON.stringify({ draft })}`;

for (const text of [
  'Hello',
  '  padded\t',
  'a\r\nb\rc\n',
  'a\n \n\t\nb',
  '# not a title',
  '&amp; &lt;b&gt; <b>',
  '*bold* _and_ `code`',
  'e\u0301 ﬁ \u200b👩‍👧',
]) {
  test(`saveChatDraft sends ${JSON.stringify(text)} byte for byte, and confirms it`, async () => {
    await using pair = await startPair();

    const result = await changeChat(
      pair,
      'saveChatDraft',
      { chatID, text },
      'chatID confirmed chat { id title }',
    );

    expect(sentBy(pair)).toEqual([saved(chatID, { text })]);
    expect(result).toMatchObject({ chatID, confirmed: true });
    expect(pair.sandbox.calls.filter(({ method }) => method === 'GET').map(({ path }) => path)).toEqual([
      '/v1/info',
    ]);
  });
}

for (const [sent, stored] of [
  ['**bold** & <b>', '<strong>bold</strong> &amp; &lt;b&gt;'],
  ['a\r\nb', 'a<br>b'],
  ['# Title', '<h1>Title</h1>'],
] as const) {
  test(`${JSON.stringify(sent)} is confirmed by a draft that reads ${stored}`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(patch, { body: { id: chatID, accountID: 'matrix', draft: { text: stored } } });

    expect(await changeChat(pair, 'saveChatDraft', { chatID, text: sent })).toMatchObject({
      confirmed: true,
    });
  });
}

for (const text of ['', ' \n', '\u200b']) {
  for (const more of [{}, { attachments: [] }, { attachments: null }]) {
    test(`saveChatDraft refuses ${JSON.stringify({ text, ...more })} and names clearChatDraft`, async () => {
      await using pair = await startPair();

      const result = await changeChat(pair, 'saveChatDraft', { chatID, text, ...more });

      const issue = {
        path: ['input', 'text'],
        code: 'blank',
        message: expect.stringContaining('clearChatDraft'),
      };
      expect(result).toMatchObject({ code: 'INVALID_INPUT', issues: [issue] });
      expect(pair.sandbox.calls).toEqual([]);
    });
  }
}

for (const overwrite of [undefined, null, false]) {
  test(`with overwrite: ${overwrite}, a draft that is there stays, and the conflict names overwrite`, async () => {
    await using pair = await startPair();
    const before = pair.sandbox.chats.get(drafted)?.draft;

    const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite });

    expect(result).toMatchObject({ code: 'CONFLICT', retryable: false });
    expect(result.remedy).toContain('overwrite');
    expect(sentBy(pair)).toEqual([saved(drafted, { text: 'New' })]);
    expect(pair.sandbox.chats.get(drafted)?.draft).toEqual(before);
  });
}

for (const draft of [{ text: 'Another' }, null]) {
  test(`saveChatDraft is not confirmed by an answer with the draft ${JSON.stringify(draft)}`, async () => {
    await using pair = await startPair();
    pair.sandbox.always(patch, { body: { id: chatID, accountID: 'matrix', draft } });

    expect(await changeChat(pair, 'saveChatDraft', { chatID, text: 'New' })).toMatchObject({
      confirmed: false,
    });
    expect(pair.writes()).toHaveLength(1);
  });
}

test('with overwrite: true, the draft is cleared and then saved', async () => {
  await using pair = await startPair();

  const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: ' New ', overwrite: true });

  expect(result).toMatchObject({ chatID: drafted, confirmed: true });
  expect(sentBy(pair)).toEqual([cleared(drafted), saved(drafted, { text: ' New ' })]);
});

test('a lost answer to either step is repeated once', async () => {
  await using pair = await startPair();
  pair.sandbox.next(patch, { reset: 'after', performs: true });

  const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite: true });

  expect(result).toMatchObject({ confirmed: true });
  expect(sentBy(pair)).toEqual([cleared(drafted), cleared(drafted), saved(drafted, { text: 'New' })]);
});

test('if clearing fails, nothing is saved, and the error does not say that the draft is gone', async () => {
  await using pair = await startPair();
  pair.sandbox.always(patch, { status: 403, body: { message: 'No', code: 'NO' } });

  const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite: true });

  expect(result).toMatchObject({ __typename: 'BeeperForbiddenError' });
  expect(sentBy(pair)).toEqual([cleared(drafted)]);
});

const halfWay = [
  [{ status: 422, body: { message: 'Too long', code: 'LONG' } }, 'INVALID_INPUT', false],
  [{ status: 503, body: { message: 'Starting', code: 'UNAVAILABLE' } }, 'UNAVAILABLE', true],
  [{ html: true }, 'OUTCOME_UNKNOWN', true],
] as const;

for (const [fault, code, retryable] of halfWay) {
  test(`if the new draft fails as ${code}, the error says that the old one was cleared`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(patch, { performs: true, body: { id: drafted, accountID: 'matrix', draft: null } });
    pair.sandbox.always(patch, fault);

    const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite: true });

    expect(result).toMatchObject({ __typename: 'BeeperDraftClearedError', code, retryable });
    expect(result.message).toMatch(/draft was cleared/);
    expect(result.remedy).toMatch(/\.$/);
    // The old draft is gone.
    expect(result.remedy).not.toMatch(/Nothing was done/);
    expect(sentBy(pair)).toEqual([cleared(drafted), saved(drafted, { text: 'New' })]);
  });
}

test('the error returns the old draft if the same request read it before', async () => {
  await using pair = await startPair();
  pair.sandbox.next(patch, { performs: true, body: { id: drafted, accountID: 'matrix', draft: null } });
  pair.sandbox.always(patch, { status: 500, body: { message: 'Broken', code: 'X' } });
  const save = (alias: string) =>
    `${alias}: saveChatDraft(input: { chatID: "${drafted}", text: "New", overwrite: true }) {
      ... on BeeperDraftClearedError { code clearedDraft { plainText attachments { attachmentID } } } }`;
  const remind = `setChatReminder(input: { chatID: "${drafted}", remindAt: "2100-01-01T00:00:00Z" }) {
      ... on SetChatReminderPayload { chat { draft { plainText } } } }`;

  const response = await pair.gateway.send(`mutation { ${remind} ${save('known')} }`);

  expect(await response.json()).toMatchObject({
    data: {
      known: {
        code: 'UPSTREAM_ERROR',
        clearedDraft: { plainText: 'Not sent yet', attachments: [{ attachmentID: 'a1' }] },
      },
    },
  });
});

test('the second step is not held back by the limit of writes that the first one reached', async () => {
  await using pair = await startPair({ writesPerMinute: 1 });

  const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite: true });

  expect(result).toMatchObject({ __typename: 'SaveChatDraftPayload', confirmed: true });
  expect(await changeChat(pair, 'clearChatDraft', { chatID: drafted })).toMatchObject({
    code: 'RATE_LIMITED',
  });
});

test('files go out by the ID of their upload, without what was left out', async () => {
  await using pair = await startPair();
  const attachments = [
    {
      uploadID: 'upload-photo',
      kind: 'IMAGE',
      fileName: 'a.jpg',
      mimeType: 'image/jpeg',
      size: { width: 10, height: 20 },
    },
    { uploadID: 'upload-voice-note', kind: 'VOICE_NOTE', durationSeconds: 4.5 },
    { uploadID: 'upload-document', kind: null, size: null },
  ];

  const result = await changeChat(pair, 'saveChatDraft', { chatID, text: '', attachments });

  expect(JSON.parse(pair.writes()[0]?.body ?? '')).toEqual({
    draft: {
      text: '',
      attachments: {
        'upload-photo': {
          uploadID: 'upload-photo',
          type: 'image',
          fileName: 'a.jpg',
          mimeType: 'image/jpeg',
          size: { width: 10, height: 20 },
        },
        'upload-voice-note': { uploadID: 'upload-voice-note', type: 'voice-note', duration: 4.5 },
        'upload-document': { uploadID: 'upload-document' },
      },
    },
  });
  expect(result).toMatchObject({ confirmed: true });
});

test('an empty list of files is not sent', async () => {
  await using pair = await startPair();

  await changeChat(pair, 'saveChatDraft', { chatID, text: 'Hi', attachments: [] });

  expect(sentBy(pair)).toEqual([saved(chatID, { text: 'Hi' })]);
});

test('a file that Beeper does not know is an issue at its place in the list', async () => {
  await using pair = await startPair();
  const attachments = [{ uploadID: 'upload-photo' }, { uploadID: 'gone' }];

  const result = await changeChat(pair, 'saveChatDraft', { chatID, text: 'Hi', attachments });

  expect(result).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: ['input', 'attachments', '1', 'uploadID'] }],
  });
});

for (const [what, attachments] of [
  ['an upload twice', [{ uploadID: 'a' }, { uploadID: 'a' }]],
  ['51 files', Array.from({ length: 51 }, (_, n) => ({ uploadID: `u${n}` }))],
  ['a negative duration', [{ uploadID: 'a', durationSeconds: -1 }]],
] as const) {
  test(`saveChatDraft refuses ${what} before anything is sent`, async () => {
    await using pair = await startPair();

    const result = await changeChat(pair, 'saveChatDraft', { chatID, text: 'Hi', attachments });

    expect(result).toMatchObject({ code: 'INVALID_INPUT' });
    expect(pair.sandbox.calls).toEqual([]);
  });
}
