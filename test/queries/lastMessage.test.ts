import { describe, expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { upstreamPaths } from './pagedLists.ts';

const chatID = seedChatIDs.kishan;
const path = `/v1/chats/${encodeURIComponent(chatID)}`;
const messagesRoute = 'GET /v1/chats/{chatID}/messages';

const message = (id: string, fields: object = {}) => ({
  id,
  chatID,
  accountID: 'matrix',
  senderID: '@kishan:beeper.com',
  timestamp: '2026-08-14T09:00:00.000Z',
  sortKey: id,
  text: id,
  ...fields,
});
const page = (...items: object[]) => ({ body: { items, hasMore: false } });
const listOf = (fields: object) => page({ id: chatID, accountID: 'matrix', ...fields });

/** Messages that are not to be shown as the last one. */
const notShown = [
  ['hidden', { isHidden: true }],
  ['deleted', { isDeleted: true }],
  ['a reaction row that is flagged as hidden', { type: 'REACTION', isHidden: true }],
  ['a reaction row that is not flagged', { type: 'REACTION' }],
  ['a reaction row in lower case', { type: 'reaction', isHidden: false }],
] as const;

async function readLastMessage(pair: Awaited<ReturnType<typeof startPair>>, query: string) {
  const response = await pair.gateway.send(query);
  const { data, errors } = (await response.json()) as {
    data: { chats?: { nodes: { lastMessage: unknown }[] }; chat?: { lastMessage: unknown } };
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return (data.chats?.nodes[0] ?? data.chat)?.lastMessage;
}

const inList = '{ chats(first: 1) { nodes { lastMessage { id } } } }';
const single = `{ chat(id: "${chatID}") { lastMessage { id } } }`;

describe('in the list of chats', () => {
  test('a preview is the last message, without a further call', async () => {
    await using pair = await startPair();
    pair.sandbox.next('GET /v1/chats', listOf({ preview: message('5') }));

    expect(await readLastMessage(pair, inList)).toEqual({ id: '5' });
    expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/chats?limit=1']);
  });

  test.each([
    ['missing', {}],
    ['null', { preview: null }],
  ])('there is no last message if the preview is %s, without a further call', async (_what, fields) => {
    await using pair = await startPair();
    pair.sandbox.next('GET /v1/chats', listOf(fields));

    expect(await readLastMessage(pair, inList)).toBeNull();
    expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/chats?limit=1']);
  });

  test.each([...notShown, ['unreadable', { id: '' }] as const])(
    'the newest message to be shown is read if the preview is %s',
    async (_what, fields) => {
      await using pair = await startPair();
      pair.sandbox.next('GET /v1/chats', listOf({ preview: message('5', fields) }));
      pair.sandbox.next(messagesRoute, page(message('5', fields), message('4', fields), message('3')));

      expect(await readLastMessage(pair, inList)).toEqual({ id: '3' });
      expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/chats?limit=1', `${path}/messages`]);
    },
  );
});

test('the last message of a merged chat that is listed without one is read from its chats', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats', listOf({ merge: { chatIDs: ['!a', '!b'] } }));
  pair.sandbox.next(messagesRoute, page(message('5', { chatID: '!a' })));
  pair.sandbox.next(messagesRoute, page(message('6', { timestamp: '2026-08-14T09:00:01.000Z' })));

  expect(await readLastMessage(pair, inList)).toEqual({ id: '6' });
  expect(upstreamPaths(pair.sandbox)).toHaveLength(3);
});

describe('elsewhere', () => {
  test.each([
    ['missing', {}],
    ['null', { preview: null }],
  ])('the last message is read if the preview is %s', async (_what, fields) => {
    await using pair = await startPair();
    pair.sandbox.next('GET /v1/chats/{chatID}', { body: { id: chatID, accountID: 'matrix', ...fields } });
    pair.sandbox.next(messagesRoute, page(message('5'), message('4')));

    expect(await readLastMessage(pair, single)).toEqual({ id: '5' });
    expect(upstreamPaths(pair.sandbox)).toEqual([path, `${path}/messages`]);
  });

  test.each(notShown)('the last message is not one that is %s', async (_what, fields) => {
    await using pair = await startPair();
    pair.sandbox.next(messagesRoute, {
      body: { items: [message('5', fields), message('4', fields)], hasMore: true, oldestCursor: 'older' },
    });
    pair.sandbox.next(messagesRoute, page(message('3', fields), message('2')));

    expect(await readLastMessage(pair, single)).toEqual({ id: '2' });
    expect(upstreamPaths(pair.sandbox)).toHaveLength(3);
  });

  test('there is no last message if none is to be shown', async () => {
    await using pair = await startPair();
    pair.sandbox.next(messagesRoute, page(message('5', { isHidden: true })));

    expect(await readLastMessage(pair, single)).toBeNull();
  });

  test('the response to a write is not believed to bring the last message if its preview is null', async () => {
    await using pair = await startPair();
    pair.sandbox.next('POST /v1/chats/start', {
      body: { id: chatID, chatID, accountID: 'matrix', status: 'existing', preview: null },
    });
    pair.sandbox.next(messagesRoute, page(message('5')));

    const response = await pair.gateway.send(`mutation {
      startChat(input: { accountID: "matrix", user: { username: "kishan" } }) {
        ... on StartChatPayload { chat { lastMessage { id } } }
      }
    }`);

    expect(await response.json()).toEqual({ data: { startChat: { chat: { lastMessage: { id: '5' } } } } });
  });
});

describe('messages', () => {
  const read = async (pair: Awaited<ReturnType<typeof startPair>>, args: string) => {
    const response = await pair.gateway.send(
      `{ chat(id: "${chatID}") { messages(${args}) { nodes { id isHidden } pageInfo { hasNextPage endCursor } } } }`,
    );
    const { data } = (await response.json()) as {
      data: {
        chat: {
          messages: {
            nodes: { id: string; isHidden: boolean | null }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        };
      };
    };
    return data.chat.messages;
  };

  test('leaves out hidden messages and reaction rows, and returns deleted ones', async () => {
    await using pair = await startPair();
    const rows = notShown.map(([, fields], index) => message(String(index), fields));
    pair.sandbox.next(messagesRoute, page(...rows, message('last')));

    const { nodes, pageInfo } = await read(pair, 'first: 20');

    expect(nodes.map(({ id }) => id)).toEqual(['1', 'last']);
    expect(pageInfo.hasNextPage).toBe(false);
  });

  test('returns all of them with `includeHidden`, and each reaction row as hidden', async () => {
    await using pair = await startPair();
    const rows = notShown.map(([, fields], index) => message(String(index), fields));
    pair.sandbox.next(messagesRoute, page(...rows));

    const { nodes } = await read(pair, 'first: 20, includeHidden: true');

    expect(nodes.map(({ isHidden }) => isHidden)).toEqual([true, null, true, true, true]);
  });

  test('fills a page beyond hidden messages, and continues after them', async () => {
    await using pair = await startPair();
    const hidden = (from: number) =>
      Array.from({ length: 20 }, (_, n) => message(`h${from + n}`, { type: 'REACTION' }));
    const pages = [
      { body: { items: [message('9'), ...hidden(0)], hasMore: true, oldestCursor: 'one' } },
      { body: { items: hidden(20), hasMore: true, oldestCursor: 'two' } },
      page(message('8'), message('7')),
    ];
    for (const one of pages) pair.sandbox.next(messagesRoute, one);
    const first = await read(pair, 'first: 2');
    pair.sandbox.next(messagesRoute, page(message('8'), message('7')));

    const second = await read(pair, `first: 2, after: "${first.pageInfo.endCursor}"`);

    expect(first.nodes.map(({ id }) => id)).toEqual(['9', '8']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(second.nodes.map(({ id }) => id)).toEqual(['7']);
  });
});
