import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { Accounts, Messages, MessageValues } from '../support/queryDocuments.ts';
import { upstreamPaths } from './pagedLists.ts';

const message = (key: number, fields: object = {}) => ({ id: key, sortKey: key, senderID: 9, ...fields });

test('IDs, sort keys and references that are numbers are returned as text', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats/{chatID}', {
    body: { id: 5639, accountID: 12, participants: { items: [{ id: 9, fullName: 'Ada' }] } },
  });
  pair.sandbox.next('GET /v1/chats/{chatID}/messages', {
    body: {
      items: [
        message(981, {
          chatID: 5639,
          accountID: 12,
          linkedMessageID: 980,
          mentions: [9, '@room'],
          reactions: [{ id: 9, reactionKey: '👍', participantID: 9 }],
          attachments: [{ type: 'video', id: 4711 }],
          sendStatus: { status: 'SUCCESS', deliveredToUsers: [9, 10] },
        }),
      ],
      hasMore: false,
    },
  });

  const { data, errors } = await pair.gateway.query(MessageValues, { chatID: '5639' });

  expect(errors).toBeUndefined();
  expect(data?.chat?.messages?.nodes).toMatchObject([
    {
      id: '981',
      sortKey: '981',
      chatID: '5639',
      accountID: '12',
      senderID: '9',
      sender: { userID: '9', fullName: 'Ada' },
      linkedMessageID: '980',
      mentions: ['9', '@room'],
      reactions: [{ reactionID: '9', participantID: '9' }],
      sendStatus: { deliveredToUsers: ['9', '10'] },
    },
  ]);
});

test('the login ID and the user ID of an account can be numbers', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/accounts', {
    body: [{ accountID: 12, loginID: 7001001, bridge: { id: 3 }, user: { id: 0 } }],
  });

  const { data } = await pair.gateway.query(Accounts, {});

  expect(data?.accounts).toMatchObject([
    { id: '12', loginID: '7001001', bridge: { bridgeID: '3' }, user: { userID: '0' } },
  ]);
});

test('pages of messages with numeric sort keys and without cursors are paged by sort key', async () => {
  await using pair = await startPair({ dialect: 'create-only' });
  pair.sandbox.next('GET /v1/chats/{chatID}', { body: { id: '!a:b', accountID: 'matrix' } });
  pair.sandbox.next('GET /v1/chats/{chatID}/messages', {
    body: { items: [message(10), message(9)], hasMore: true },
  });
  pair.sandbox.next('GET /v1/chats/{chatID}/messages', {
    body: { items: [message(8), message(0)], hasMore: false },
  });

  const { data } = await pair.gateway.query(Messages, { chatID: '!a:b', first: 4 });

  expect(data?.chat?.messages?.edges.map(({ node }) => node.sortKey)).toEqual(['10', '9', '8', '0']);
  expect(upstreamPaths(pair.sandbox).slice(1)).toEqual([
    '/v1/chats/!a%3Ab/messages',
    '/v1/chats/!a%3Ab/messages?cursor=9&direction=before',
  ]);
});

test('page cursors that are numbers are sent back as text', async () => {
  await using pair = await startPair();
  const page = (id: string, rest: object) => ({ body: { items: [{ id, accountID: 'matrix' }], ...rest } });
  pair.sandbox.next(
    'GET /v1/chats',
    page('!a:b', { hasMore: true, oldestCursor: 1778098812, newestCursor: 2 }),
  );
  pair.sandbox.next(
    'GET /v1/chats',
    page('!c:d', { hasMore: false, oldestCursor: null, newestCursor: null }),
  );

  await pair.gateway.send('{ chats(first: 2) { nodes { id } } }');

  expect(upstreamPaths(pair.sandbox)).toEqual([
    '/v1/chats?limit=2',
    '/v1/chats?limit=25&cursor=1778098812&direction=before',
  ]);
});

test('a chat whose ID is a number is returned by the mutation that created it', async () => {
  await using pair = await startPair({ dialect: 'union' });
  pair.sandbox.next('POST /v1/chats', { status: 200, body: { chatID: 5639 } });

  const answer = await pair.gateway.send(
    'mutation { createChat(input: { single: { accountID: "a", participantID: "@b:c" } }) { ... on CreateChatPayload { chatID } } }',
  );

  expect(await answer.json()).toEqual({ data: { createChat: { chatID: '5639' } } });
});
