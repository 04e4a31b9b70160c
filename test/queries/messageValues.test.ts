import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { readMessageSentWith, readMessages } from './readMessages.ts';

test('each message has the type that Beeper sends', async () => {
  await using pair = await startPair();

  const found = await readMessages(pair);

  const sent = pair.sandbox.chats.get(seedChatIDs.everyKind)?.messages ?? [];
  expect(found.map(({ id, rawType, type }) => [id, rawType, type])).toEqual(
    sent.map(({ id, type = null }) => [id, type, type]),
  );
  expect(new Set(found.map(({ type }) => type))).toEqual(
    new Set([
      ...['TEXT', 'NOTICE', 'IMAGE', 'VIDEO', 'VOICE', 'AUDIO', 'FILE', 'STICKER', 'LOCATION', 'REACTION'],
      null,
    ]),
  );
});

test('types of a newer app are OTHER with their raw value', async () => {
  await using pair = await startPair();

  const [poll, model, queued] = await readMessages(pair, seedChatIDs.undocumentedValues);

  expect(poll).toMatchObject({ type: 'OTHER', rawType: 'POLL', plainText: 'Pizza or soup?' });
  expect(model?.attachments).toMatchObject([
    { type: 'OTHER', rawType: 'model3d', attachmentID: 'mxc://x/y' },
  ]);
  expect(queued?.sendStatus).toMatchObject({ status: 'OTHER', rawStatus: 'QUEUED' });
});

test('all optional fields of a message without them are null', async () => {
  await using pair = await startPair();

  const [bare] = await readMessages(pair);

  const { id, chatID, accountID, senderID, timestamp, sortKey, sender, ...rest } = bare ?? {};
  expect({ id, chatID, accountID, senderID, timestamp, sortKey }).toEqual(
    pair.sandbox.chats.get(seedChatIDs.everyKind)?.messages[0],
  );
  expect(sender).toMatchObject({ userID: senderID, fullName: expect.any(String) });
  expect(new Set(Object.values(rest))).toEqual(new Set([null]));
});

test('a message has its text as sent, the format it is taken for, and its plain text', async () => {
  await using pair = await startPair();

  const found = await readMessages(pair);

  const withText = (words: string) => found.find(({ text }) => text?.includes(words));
  expect(withText('<strong>')).toMatchObject({
    text: expect.stringContaining('<strong>really</strong> 2 &lt; 3?<br>Yes'),
    textFormat: 'HTML',
    plainText: 'Ask Kishan: is it really 2 < 3?\nYes',
  });
  const looksLikeMarkup =
    'Ask <ada@example.com> for List<String> xs,\nor see https://example.com/?a=1&copy=2';
  expect(withText('ada@example.com')).toMatchObject({
    text: looksLikeMarkup,
    textFormat: 'PLAIN',
    plainText: looksLikeMarkup,
  });
  for (const text of ['Object <b>text</b>', 'See you at 8\n<b>sharp</b>']) {
    expect(withText(text)).toMatchObject({ text, textFormat: 'PLAIN', plainText: text });
  }
  const none = found.find(({ isDeleted }) => isDeleted);
  expect(none).toMatchObject({ text: null, textFormat: null, plainText: null });
});

/** More than the formatting of a text needs, and slow to parse. */
const manyMembers = JSON.stringify({
  text: 'a',
  textEntities: [Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`k${n}`, 1]))],
});
const bold = [{ from: 0, to: 3, bold: true }];
test.each([
  [{ text: 'a', textEntities: bold }, 'a'],
  [{ text: 'a' }, 'a'],
  [{ text: '' }, null],
  [{ textEntities: [] }, null],
  [{ text: { text: 'a' } }, null],
  [['a'], null],
  ['', null],
  [JSON.stringify({ text: '{"text":"a"}', textEntities: bold }), '{"text":"a"}'],
  [`${JSON.stringify({ textEntities: bold, text: 'a', more: 1 }, null, 2)}\n`, 'a'],
  [JSON.stringify({ text: '', textEntities: [] }), null],
  ['{"text":"a","textEntities":{}}', 'a'],
  [' {"text":"a","textEntities":null}', 'a'],
  [manyMembers, manyMembers],
  // A person may send JSON.
  ...[
    '{"text":"a"}',
    '{"text":7,"textEntities":[]}',
    '{"text":"a","textEntities":[]',
    '[{"text":"a","textEntities":[]}]',
  ].map((text): [string, string] => [text, text]),
])('the text %j of Beeper is the text %j', async (sent, text) => {
  await using pair = await startPair();

  expect(await readMessageSentWith(pair, { text: sent })).toMatchObject({ text, plainText: text });
});

test('mentions is a list, or null if Beeper sends none', async () => {
  await using pair = await startPair();
  const found = await readMessages(pair);
  const mentionsOf = (words: string) => found.find(({ text }) => text?.includes(words))?.mentions;

  expect(mentionsOf('Kishan</a>')).toEqual(['@kishan:beeper.com']);
  expect(mentionsOf('Hello @kishan')).toBeNull();
  expect(mentionsOf('Dinner is ready')).toEqual(['@room']);
  expect(mentionsOf('Plain text')).toBeNull();
  expect((await readMessageSentWith(pair, { mentions: [] })).mentions).toEqual([]);
});

test('edited, deleted, hidden, unread and replying messages are marked', async () => {
  await using pair = await startPair();
  const found = await readMessages(pair);

  expect(found.find(({ text }) => text === 'Corrected')?.editedTimestamp).toBe('2026-08-14T08:05:00.000Z');
  expect(found.filter(({ editedTimestamp }) => editedTimestamp !== null)).toHaveLength(1);
  expect(found.filter(({ isDeleted }) => isDeleted)).toHaveLength(1);
  expect(found.find(({ isHidden }) => isHidden)?.text).toBe('Nobody sees this');
  expect(found.find(({ isUnread }) => isUnread)?.text).toContain('Dinner');
  const first = found.find(({ text }) => text === 'Plain text, nothing else');
  const reply = found.find(({ text }) => text === 'That is what I mean');
  expect(reply?.linkedMessageID).toBe(first?.id);
  expect(found.find(({ type }) => type === 'REACTION')).toMatchObject({
    text: '👍',
    linkedMessageID: first?.id,
  });
});

test('reactions have a participant, a key and, for custom emoji, an image', async () => {
  await using pair = await startPair();

  const found = (await readMessages(pair)).find(({ reactions }) => reactions);

  expect(found?.reactions).toEqual([
    {
      reactionID: '@kishan:beeper.com',
      reactionKey: '👍',
      participantID: '@kishan:beeper.com',
      emoji: true,
      imgURL: null,
    },
    {
      reactionID: '@me:beeper.com❤️',
      reactionKey: '❤️',
      participantID: '@me:beeper.com',
      emoji: true,
      imgURL: null,
    },
    {
      reactionID: '@me:beeper.comparty-parrot',
      reactionKey: 'party-parrot',
      participantID: '@me:beeper.com',
      emoji: false,
      imgURL: { url: null, isLocal: true },
    },
  ]);
});

test('links have previews', async () => {
  await using pair = await startPair();

  const found = (await readMessages(pair)).find(({ links }) => links);

  expect(found?.links).toMatchObject([
    {
      url: 'https://example.com/a-long-article',
      originalURL: 'https://example.com/short',
      title: 'A long article',
      summary: 'About harbours',
      favicon: { url: 'https://example.com/favicon.ico', isLocal: false },
      img: { url: null, isLocal: true },
      imgSize: { width: 1200, height: 630 },
    },
    { url: 'https://example.org', title: 'Example', originalURL: null, favicon: null, imgSize: null },
  ]);
});

test('the sender is the participant, or taken from the message if the participants are truncated', async () => {
  await using pair = await startPair();
  const all = pair.sandbox.chats.get(seedChatIDs.largeGroup);
  const [welcome] = all?.messages ?? [];
  const late = all?.participants[250];
  if (welcome && late) {
    all?.messages.push({
      ...welcome,
      id: 'late',
      sortKey: '899999999',
      senderID: late.id,
      senderName: 'Late',
      isSender: false,
    });
  }

  const [early, last] = await readMessages(pair, seedChatIDs.largeGroup);

  expect(early?.sender).toEqual({
    userID: all?.participants[1]?.id,
    fullName: all?.participants[1]?.fullName,
    isSelf: false,
  });
  expect(last?.sender).toEqual({ userID: late?.id, fullName: 'Late', isSelf: false });
});

test('a message without chat and account has those of its chat, and without a sender ID no sender', async () => {
  await using pair = await startPair();

  const found = await readMessageSentWith(pair, { chatID: undefined, accountID: '', senderID: null });

  expect(found).toMatchObject({
    chatID: seedChatIDs.kishan,
    accountID: 'matrix',
    senderID: null,
    sender: null,
  });
});
