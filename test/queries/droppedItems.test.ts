import { expect, test } from 'vitest';
import { CreateChatAndReadIt } from '../support/documents.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';
import { ChatValues, MessageValues } from '../support/queryDocuments.ts';

const secret = 'c4n4ry';
const dropLines = ({ gateway }: Pair) => gateway.log.filter((line) => 'dropped' in line);

test('items that can’t be read are logged once per request, with their kinds and numbers alone', async () => {
  await using pair = await startPair();
  const participants = { items: [{ fullName: secret }, { id: '@b:c' }, secret] };
  pair.sandbox.next('GET /v1/chats/{chatID}', { body: { id: '!a:b', accountID: 'matrix', participants } });
  pair.sandbox.next('GET /v1/chats/{chatID}/messages', {
    body: {
      items: [
        { text: secret },
        {
          id: '2',
          reactions: [{ id: 'x', participantID: secret }],
          attachments: [secret, null],
          links: [{ title: secret }],
          mentions: [{}],
          seen: { [secret]: 'soon', b: null, c: true },
        },
        { id: '' },
      ],
      hasMore: false,
    },
  });

  const { data, errors } = await pair.gateway.query(MessageValues, { chatID: '!a:b' });

  expect(errors).toBeUndefined();
  expect(data?.chat?.messages?.nodes.map(({ id }) => id)).toEqual(['2']);
  expect(dropLines(pair)).toMatchObject([
    {
      level: 40,
      requestID: expect.any(String),
      dropped: { participant: 2, message: 2, reaction: 1, attachment: 2, link: 1, mention: 1, seenMark: 1 },
    },
  ]);
  expect(JSON.stringify(pair.gateway.log)).not.toContain(secret);
});

test('several reads of a request are added up in one line', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/accounts', { body: [{ accountID: 'matrix' }, {}] });
  for (const _ of [1, 2]) {
    pair.sandbox.next('GET /v1/accounts/{accountID}/contacts/list', { body: { items: [{}, {}] } });
  }

  await pair.gateway.send(
    '{ accounts { id } a: contacts(accountID: "a") { nodes { userID } } b: contacts(accountID: "b") { nodes { userID } } }',
  );

  expect(dropLines(pair)).toMatchObject([{ dropped: { account: 1, contact: 4 } }]);
});

test('unreadable capabilities are counted once where they are selected, and not otherwise', async () => {
  await using pair = await startPair();
  const capabilities = { formatting: { bold: 'yes', italic: 2 }, allowedReactions: [7, '👍'] };
  pair.sandbox.always('GET /v1/chats/{chatID}', { body: { id: '!a:b', accountID: 'matrix', capabilities } });

  await pair.gateway.send('{ chat(id: "!a:b") { id } }');
  expect(dropLines(pair)).toEqual([]);
  await pair.gateway.send(
    '{ chat(id: "!a:b") { capabilities { maxTextLength } again: capabilities { maxTextLength } } }',
  );

  expect(dropLines(pair)).toMatchObject([{ dropped: { format: 1, allowedReaction: 1 } }]);
});

test('items of the chat in the answer to a write are counted', async () => {
  await using pair = await startPair();
  pair.sandbox.next('POST /v1/chats', {
    status: 200,
    body: { id: '!a:b', accountID: whatsapp, participants: { items: [{}, {}] } },
  });
  const input = { single: { accountID: whatsapp, participantID: ada.id } };

  await pair.gateway.query(CreateChatAndReadIt, { input, more: true });

  expect(dropLines(pair)).toMatchObject([{ dropped: { participant: 2 } }]);
});

test('a request that drops nothing logs no such line, also right after one that does', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/accounts', { body: [{}] });

  await pair.gateway.send('{ accounts { id } }');
  await pair.gateway.query(ChatValues, { id: '!NCdzlIaMjZUmvmvyHU:beeper.com' });

  expect(dropLines(pair)).toHaveLength(1);
});
