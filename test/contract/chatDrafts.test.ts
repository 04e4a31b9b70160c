import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { changeChat, sentBy } from '../support/changeChat.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { openSocket, postText } from '../support/rawSocket.ts';

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

for (const [ids, confirmed] of [
  [['upload-photo', 'upload-document'], true],
  // Beeper can give the files IDs of its own.
  [['upload-photo', '1'], null],
  [['upload-photo'], false],
  [[], false],
] as const) {
  test(`saveChatDraft with two files is confirmed: ${confirmed} by a draft with ${JSON.stringify(ids)}`, async () => {
    await using pair = await startPair();
    const attachments = Object.fromEntries(ids.map((id) => [id, { id, type: 'file' }]));
    pair.sandbox.always(patch, {
      body: { id: chatID, accountID: 'matrix', draft: { text: '', attachments } },
    });
    const files = [{ uploadID: 'upload-photo' }, { uploadID: 'upload-document' }];

    expect(await changeChat(pair, 'saveChatDraft', { chatID, text: '', attachments: files })).toMatchObject({
      confirmed,
    });
  });
}

test('with overwrite: true, the draft is cleared and then saved', async () => {
  await using pair = await startPair();

  const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: ' New ', overwrite: true });

  expect(result).toMatchObject({ chatID: drafted, confirmed: true });
  expect(sentBy(pair)).toEqual([cleared(drafted), saved(drafted, { text: ' New ' })]);
});

const step = { performs: true } as const;
const lost = { reset: 'after', performs: true } as const;

for (const [which, faults, sent] of [
  ['first', [lost], ['cleared', 'cleared', 'saved']],
  ['second', [step, lost], ['cleared', 'saved', 'saved']],
] as const) {
  test(`a lost answer to the ${which} step is repeated once, and the draft is saved`, async () => {
    await using pair = await startPair();
    for (const fault of faults) pair.sandbox.next(patch, fault);

    const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite: true });

    expect(result).toMatchObject({ __typename: 'SaveChatDraftPayload', confirmed: true });
    const lines = { cleared: cleared(drafted), saved: saved(drafted, { text: 'New' }) };
    expect(sentBy(pair)).toEqual(sent.map((one) => lines[one]));
  });
}

// Beeper refuses the repeat, because the draft is there.
test('a draft whose answer was lost is found in the chat: one repeat, one read', async () => {
  await using pair = await startPair();
  pair.sandbox.next(patch, lost);

  const result = await changeChat(
    pair,
    'saveChatDraft',
    { chatID, text: '**New**', attachments: [{ uploadID: 'upload-photo' }] },
    'chatID confirmed chat { id draft { plainText } }',
  );

  expect(result).toMatchObject({
    chatID,
    confirmed: true,
    chat: { id: chatID, draft: { plainText: 'New' } },
  });
  expect(pair.sandbox.calls.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'PATCH', 'GET']);
});

test('a lost refusal is a conflict, and the draft that is there stays', async () => {
  await using pair = await startPair();
  const before = pair.sandbox.chats.get(drafted)?.draft;
  pair.sandbox.next(patch, { reset: 'after' });

  const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New' });

  expect(result).toMatchObject({ code: 'CONFLICT', retryable: false });
  expect(pair.sandbox.chats.get(drafted)?.draft).toEqual(before);
});

test('another refusal of a repeat leaves the outcome unknown', async () => {
  await using pair = await startPair();
  pair.sandbox.next(patch, lost);
  pair.sandbox.next(patch, { status: 403 });

  expect(await changeChat(pair, 'saveChatDraft', { chatID, text: 'New' })).toMatchObject({
    code: 'OUTCOME_UNKNOWN',
    retryable: true,
  });
});

const photo = [{ uploadID: 'upload-photo' }];
const document = [{ uploadID: 'upload-document' }];

for (const [again, type] of [
  [{ text: 'Same', attachments: photo }, 'SaveChatDraftPayload'],
  [{ text: 'Other', attachments: photo }, 'BeeperConflictError'],
  [{ text: 'Same', attachments: document }, 'BeeperConflictError'],
  [{ text: 'Same' }, 'BeeperConflictError'],
] as const) {
  test(`where the draft ${JSON.stringify({ text: 'Same', attachments: photo })} is, saving ${JSON.stringify(again)} is a ${type}`, async () => {
    await using pair = await startPair();
    await changeChat(pair, 'saveChatDraft', { chatID, text: 'Same', attachments: photo });

    expect(await changeChat(pair, 'saveChatDraft', { chatID, ...again })).toMatchObject({ __typename: type });
  });
}

test('a conflict stays one if the chat can’t be read', async () => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/chats/{chatID}', { status: 500 });

  expect(await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New' })).toMatchObject({
    __typename: 'BeeperConflictError',
  });
});

test('if clearing is refused, nothing is saved, and the error does not say that the draft is gone', async () => {
  await using pair = await startPair();
  pair.sandbox.always(patch, { status: 403, body: { message: 'No', code: 'NO' } });

  const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite: true });

  expect(result).toMatchObject({ __typename: 'BeeperForbiddenError' });
  expect(sentBy(pair)).toEqual([cleared(drafted)]);
});

for (const [fault, code, retryable] of [
  [lost, 'OUTCOME_UNKNOWN', true],
  [{ html: true, performs: true }, 'OUTCOME_UNKNOWN', true],
  [{ status: 502, performs: true }, 'UPSTREAM_ERROR', false],
] as const) {
  test(`if clearing ends as ${code} after ${JSON.stringify(fault)}, the error says that the draft may be gone`, async () => {
    await using pair = await startPair();
    pair.sandbox.always(patch, fault);

    const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite: true });

    expect(result).toMatchObject({ __typename: 'BeeperDraftClearedError', code, retryable });
    expect(result.message).toMatch(/may have been cleared, and the new one was not saved/);
    expect(result.remedy).toMatch(/^Keep the text of the new draft/);
    expect(new Set(sentBy(pair))).toEqual(new Set([cleared(drafted)]));
  });
}

test('if Beeper accepts the clearing and does not clear, the error does not say that the draft is gone', async () => {
  await using pair = await startPair();
  pair.sandbox.next(patch, { body: { id: drafted, accountID: 'matrix', draft: { text: 'Old' } } });

  const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite: true });

  expect(result).toMatchObject({ __typename: 'BeeperConflictError' });
  expect(result.remedy).not.toContain('overwrite');
});

test('clearChatDraft that Beeper refuses with 409 is not advised to set `overwrite`, which it does not have', async () => {
  await using pair = await startPair();
  pair.sandbox.always(patch, { status: 409, body: { message: 'Not connected', code: 'CONFLICT' } });

  const { remedy } = await changeChat(pair, 'clearChatDraft', { chatID });

  expect(remedy).toMatch(/account/);
  expect(remedy).not.toMatch(/overwrite|draft/);
});

test('a caller that disconnects while the old draft is cleared does not lose both', async () => {
  await using pair = await startPair();
  pair.sandbox.next(patch, { performs: true, delayMs: 200 });
  await using caller = await openSocket(pair.gateway);
  const input = `{ chatID: "${drafted}", text: "New", overwrite: true }`;

  caller.socket.write(postText(`mutation { saveChatDraft(input: ${input}) { __typename } }`));
  await expect.poll(() => sentBy(pair), { interval: 5 }).toEqual([cleared(drafted)]);
  caller.socket.resetAndDestroy();

  await expect.poll(() => pair.sandbox.chats.get(drafted)?.draft).toMatchObject({ text: 'New' });
  expect(sentBy(pair)).toEqual([cleared(drafted), saved(drafted, { text: 'New' })]);
});

test('a gateway that is about to end finishes the second step, and begins no other write', async () => {
  await using pair = await startPair();
  pair.sandbox.next(patch, { performs: true, delayMs: 100 });

  const saving = changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite: true });
  await expect.poll(() => sentBy(pair), { interval: 5 }).toEqual([cleared(drafted)]);
  pair.gateway.writes.endWithin(0);

  expect(await saving).toMatchObject({ __typename: 'SaveChatDraftPayload', confirmed: true });
  expect(await changeChat(pair, 'clearChatDraft', { chatID: drafted })).toMatchObject({
    code: 'UNAVAILABLE',
  });
});

test('the error has what only the type of the failure has: issues, and the seconds to wait', async () => {
  await using pair = await startPair();
  const run = async () => {
    const response = await pair.gateway.send(
      `mutation { saveChatDraft(input: { chatID: "${drafted}", text: "a", attachments: [{ uploadID: "gone" }], overwrite: true }) {
        ... on BeeperDraftClearedError { remedy failure { __typename message requestID
          ... on BeeperInvalidInputError { issues { path } } ... on BeeperRateLimitedError { retryAfterSeconds } } } } }`,
    );
    return ((await response.json()) as { data: { saveChatDraft: object } }).data.saveChatDraft;
  };

  expect(await run()).toEqual({
    remedy: expect.stringMatching(/Keep the text .* `failure` lists in `issues`/),
    failure: {
      __typename: 'BeeperInvalidInputError',
      message: 'Unknown or expired upload',
      requestID: expect.any(String),
      issues: [{ path: ['input', 'attachments', '0', 'uploadID'] }],
    },
  });
  pair.sandbox.next(patch, step);
  pair.sandbox.next(patch, { status: 429, headers: { 'retry-after': '30' } });
  expect(await run()).toMatchObject({
    remedy: 'Keep the text of the new draft, and send the request again in 30 s.',
    failure: { __typename: 'BeeperRateLimitedError', retryAfterSeconds: 30 },
  });
});

const halfWay = [
  [{ status: 422, body: { message: 'Too long', code: 'LONG' } }, 'INVALID_INPUT', false, /new one was not/],
  [{ status: 503, body: { message: 'Starting', code: 'X' } }, 'UNAVAILABLE', true, /new one was not saved/],
  [{ status: 409, body: { message: 'Again', code: 'X' } }, 'CONFLICT', false, /new one was not saved/],
  [{ html: true }, 'OUTCOME_UNKNOWN', true, /new one may not have been saved/],
] as const;

for (const [fault, code, retryable, message] of halfWay) {
  test(`if the new draft fails as ${code}, the error says that the old one was cleared`, async () => {
    await using pair = await startPair();
    pair.sandbox.next(patch, { performs: true, body: { id: drafted, accountID: 'matrix', draft: null } });
    pair.sandbox.always(patch, fault);

    const result = await changeChat(pair, 'saveChatDraft', { chatID: drafted, text: 'New', overwrite: true });

    expect(result).toMatchObject({ __typename: 'BeeperDraftClearedError', code, retryable });
    expect(result.message).toMatch(/draft was cleared/);
    expect(result.message).toMatch(message);
    expect(result.remedy).toMatch(/\.$/);
    // The old draft is gone.
    expect(result.remedy).not.toMatch(/Nothing was done|overwrite/);
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

test('the old draft is the one that the request knows last, also by the local ID of the chat', async () => {
  await using pair = await startPair();
  const localChatID = pair.sandbox.chats.get(chatID)?.localChatID;
  pair.sandbox.next(patch, step);
  pair.sandbox.next(patch, step);
  pair.sandbox.next(patch, { performs: true });
  pair.sandbox.always(patch, { status: 500 });
  const first = `setChatPinned(input: { chatID: "${chatID}", isPinned: true }) { ... on SetChatPinnedPayload { chat { title } } }`;
  const second = `saveChatDraft(input: { chatID: "${chatID}", text: "Second" }) { __typename }`;
  const third = `third: saveChatDraft(input: { chatID: "${localChatID}", text: "Third", overwrite: true }) {
    ... on BeeperDraftClearedError { clearedDraft { plainText } } }`;

  const response = await pair.gateway.send(`mutation { ${first} ${second} ${third} }`);

  expect(await response.json()).toMatchObject({ data: { third: { clearedDraft: { plainText: 'Second' } } } });
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

for (const [what, attachments, path] of [
  ['an upload twice', [{ uploadID: 'a' }, { uploadID: 'a' }], ['1', 'uploadID']],
  ['51 files', Array.from({ length: 51 }, (_, n) => ({ uploadID: `u${n}` })), []],
  ['a negative duration', [{ uploadID: 'a', durationSeconds: -1 }], ['0', 'durationSeconds']],
] as const) {
  test(`saveChatDraft refuses ${what} before anything is sent`, async () => {
    await using pair = await startPair();

    const result = await changeChat(pair, 'saveChatDraft', { chatID, text: 'Hi', attachments });

    expect(result).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: ['input', 'attachments', ...path] }],
    });
    expect(pair.sandbox.calls).toEqual([]);
  });
}
