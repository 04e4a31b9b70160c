import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { FoundMessageEdges } from '../support/queryDocuments.ts';
import {
  idsOf,
  keepLastMessages,
  type Page,
  type PagingArgs,
  searchMessages,
  upstreamPaths,
} from './pagedLists.ts';

interface Answer {
  // The documents of these tests are not typed.
  readonly data: Record<string, never> | null;
  readonly errors?: readonly { readonly extensions: Record<string, unknown> }[];
}

async function ask({ gateway }: Pair, document: string): Promise<Answer> {
  return (await (await gateway.send(document)).json()) as Answer;
}

const read = async ({ gateway }: Pair, args: PagingArgs) =>
  (await searchMessages.readPage(gateway, args)).page;

/** A message in Kishan's chat. */
const row = (id: string, more: object = {}) => ({
  id,
  chatID: seedChatIDs.kishan,
  accountID: 'matrix',
  sortKey: id,
  senderID: '@ada:beeper.com',
  senderName: 'Ada',
  ...more,
});

/** As Beeper's apps list reactions, and as other servers do. */
const reactions = [
  { type: 'REACTION', isHidden: true },
  { type: 'REACTION', isHidden: false },
  { type: 'reaction' },
];

test('pages are read 20 at a time, and none behind the last item', async () => {
  await using pair = await startPair();
  for (const [found, first, calls, hasNextPage] of [
    [60, 50, 3, true],
    [41, 41, 3, false],
    [41, 40, 2, true],
    [40, 40, 2, false],
    [21, 20, 1, true],
    [20, 20, 1, false],
    [20, 21, 1, false],
  ] as const) {
    const messages = keepLastMessages(pair.sandbox, found);
    pair.sandbox.calls.length = 0;

    const page = await read(pair, { first });

    const newestFirst = messages.map(({ id }) => id).toReversed();
    expect(idsOf(page)).toEqual(newestFirst.slice(0, first));
    expect(page?.pageInfo.hasNextPage, `${first} of ${found}`).toBe(hasNextPage);
    const limits = upstreamPaths(pair.sandbox).map((path) => Number(/limit=(\d+)/.exec(path)?.[1]));
    expect(limits).toEqual(Array(calls).fill(20));
  }
});

test('a search text of 1,000 characters reaches Beeper whole, and a longer one is refused', async () => {
  await using pair = await startPair();
  const find = (query: string) =>
    pair.gateway.query(FoundMessageEdges, { filter: { query }, first: 1 }).then(({ errors }) => errors);

  expect(await find('漢'.repeat(1_000))).toBeUndefined();
  expect(await find('x'.repeat(1_001))).toMatchObject([
    { extensions: { issues: [{ path: ['filter', 'query'], code: 'too_big' }] } },
  ]);

  const sent = upstreamPaths(pair.sandbox).map((path) => new URL(path, pair.sandbox.url).searchParams);
  expect(sent.map((query) => query.get('query'))).toEqual(['漢'.repeat(1_000)]);
});

test('an end of the list that Beeper does not know of is an empty page, and then the end', async () => {
  await using pair = await startPair();
  const full = Array.from({ length: 20 }, (_, n) => row(`${n}`));
  pair.sandbox.next(searchMessages.route, { body: { items: full, hasMore: true, oldestCursor: 'end' } });
  pair.sandbox.next(searchMessages.route, { body: { items: [], hasMore: false } });

  const first = await read(pair, { first: 20 });
  const next = await read(pair, { first: 20, after: first?.pageInfo.endCursor ?? null });

  expect(first?.pageInfo.hasNextPage).toBe(true);
  expect(next).toMatchObject({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
});

test('rows that stand for reactions are left out, and the page is filled from behind them', async () => {
  await using pair = await startPair();
  const rows = reactions.map((one, n) => row(`reaction${n}`, one));
  const pages = [
    [row('1'), ...rows],
    [...rows.toReversed(), row('2')],
    [...rows.map((one, n) => ({ ...one, id: `more${n}` })), row('3'), row('4')],
  ];
  const send = () => {
    for (const [n, items] of pages.entries()) {
      pair.sandbox.next(searchMessages.route, {
        body: { items, hasMore: n < 2, oldestCursor: `older${n}`, newestCursor: `newer${n}` },
      });
    }
  };

  send();
  const page = await read(pair, { first: 3 });

  expect(idsOf(page)).toEqual(['1', '2', '3']);
  expect(page?.pageInfo.hasNextPage).toBe(true);
  const sent = upstreamPaths(pair.sandbox).map((path) => new URL(path, pair.sandbox.url).searchParams);
  expect(sent.map((query) => [query.get('cursor'), query.get('limit')])).toEqual([
    [null, '3'],
    ['older0', '20'],
    ['older1', '20'],
  ]);
});

test('paging backward leaves out rows that stand for reactions', async () => {
  await using pair = await startPair();
  const messages = keepLastMessages(pair.sandbox, 60);
  const all = messages.map(({ id }) => id).toReversed();
  const before = (await read(pair, { first: 50 }))?.pageInfo.endCursor ?? null;
  // The search of Beeper's app finds no hidden messages; other servers list these among the others.
  for (const [n, message] of messages.entries()) if (n % 2 === 0) message.type = 'REACTION';

  const page = await read(pair, { last: 12, before });

  const shown = all.slice(0, 49).filter((id) => messages.find((one) => one.id === id)?.type !== 'REACTION');
  expect(idsOf(page)).toEqual(shown.slice(-12));
  expect(page?.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
});

test('without its chats, each chat is read once, only if more than its ID is selected', async () => {
  await using pair = await startPair();
  const items = [row('1'), row('2'), row('3', { chatID: seedChatIDs.everyKind }), row('4')];
  pair.sandbox.always(searchMessages.route, { body: { items, hasMore: false } });
  const fields = 'id chatID accountID sender { fullName } viewerCanReact';

  const ids = await ask(pair, `{ searchMessages(filter: {}) { nodes { ${fields} chat { id } } } }`);
  const routesOfIDs = pair.sandbox.calls.map(({ route }) => route);
  pair.sandbox.calls.length = 0;
  const titles = await ask(pair, `{ searchMessages(filter: {}) { nodes { ${fields} chat { title } } } }`);

  const chatOf = ({ chatID }: { chatID: string }) => pair.sandbox.chats.get(chatID);
  const common = items.map(({ id, chatID }) => ({
    id,
    chatID,
    accountID: 'matrix',
    sender: { fullName: 'Ada' },
  }));
  expect(ids.data?.searchMessages).toEqual({
    nodes: common.map((one) => ({ ...one, viewerCanReact: null, chat: { id: one.chatID } })),
  });
  expect(routesOfIDs).toEqual([searchMessages.route]);
  expect(titles.data?.searchMessages).toMatchObject({
    nodes: common.map((one) => ({ ...one, viewerCanReact: true, chat: { title: chatOf(one)?.title } })),
  });
  expect(pair.sandbox.calls.map(({ route }) => route)).toEqual([
    searchMessages.route,
    'GET /v1/chats/{chatID}',
    'GET /v1/chats/{chatID}',
  ]);
});

test('a message is left out if nothing tells its account, and counted in the log', async () => {
  await using pair = await startPair();
  const { accountID: _, ...lost } = row('2');
  pair.sandbox.always(searchMessages.route, { body: { items: [row('1'), lost, row('3')], hasMore: false } });

  expect(idsOf(await read(pair, {}))).toEqual(['1', '3']);
  expect(pair.gateway.log).toContainEqual(expect.objectContaining({ dropped: { message: 1 } }));
});

test('every cursor of search continues in searchMessages, in both directions', async () => {
  await using pair = await startPair();
  const edges = 'edges { cursor node { id } } pageInfo { hasNextPage }';
  const { data: all } = await ask(
    pair,
    `{ searchMessages(filter: { query: "the" }, first: 60) { ${edges} } }`,
  );
  const ids = idsOf(all?.searchMessages as unknown as Page);
  const { data } = await ask(pair, `{ search(query: "the") { messages { ${edges} } } }`);
  const { messages } = (data?.search ?? {}) as unknown as { messages: Page };
  expect(idsOf(messages)).toEqual(ids.slice(0, 20));

  for (const index of [0, 7, 19]) {
    const cursor = messages.edges[index]?.cursor ?? '';
    const continued = async (args: string) => {
      pair.sandbox.calls.length = 0;
      const { data } = await ask(pair, `{ searchMessages(filter: { query: "the" }, ${args}) { ${edges} } }`);
      return idsOf(data?.searchMessages as unknown as Page);
    };

    expect(await continued(`first: 15, after: "${cursor}"`)).toEqual(ids.slice(index + 1, index + 16));
    // Behind the last item no second look at its page is needed.
    expect(pair.sandbox.calls.length).toBe(index === 0 || index === 19 ? 1 : 2);
    expect(await continued(`last: 5, before: "${cursor}"`)).toEqual(ids.slice(Math.max(0, index - 5), index));
    expect(pair.sandbox.calls.length).toBe(1);
  }
});

test('a merged chat has no messages of its own; those of its chats are found by their IDs', async () => {
  await using pair = await startPair();
  const members = pair.sandbox.chats.get(seedChatIDs.merged)?.merge?.chatIDs ?? [];
  const found = async (chatIDs: readonly string[]) => {
    const { data } = await ask(
      pair,
      `{ searchMessages(filter: { chatIDs: ${JSON.stringify(chatIDs)} }) { nodes { chatID } } }`,
    );
    const { nodes } = (data?.searchMessages ?? {}) as unknown as { nodes: { chatID: string }[] };
    return nodes;
  };

  expect(await found([seedChatIDs.merged])).toEqual([]);
  expect(new Set((await found(members)).map(({ chatID }) => chatID))).toEqual(new Set(members));
});

test('a cursor that Beeper rejects is blamed neither on the words nor on another argument', async () => {
  await using pair = await startPair();
  const cursor = Buffer.from(JSON.stringify(['foreign', 'before', 20, 0, 'a'])).toString('base64url');

  for (const args of [`first: 3, after: "${cursor}"`, `last: 3, before: "${cursor}"`]) {
    const { errors } = await ask(
      pair,
      `{ searchMessages(filter: { query: "a" }, ${args}) { nodes { id } } }`,
    );

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: [], message: 'Invalid cursor' }],
    });
  }
});

test.for(['searchMessages(filter: { chatIDs: $ids })', 'chats(accountIDs: $ids)'])(
  '%s with more IDs than fit in a URL is INVALID_INPUT, which trying again does not mend',
  async (field) => {
    await using pair = await startPair();
    const ids = Array.from({ length: 200 }, (_, n) => `!whatsapp_${n}:${'x'.repeat(100)}`);

    const response = await pair.gateway.send(`query ($ids: [ID!]) { ${field} { nodes { id } } }`, { ids });

    const { errors } = (await response.json()) as Answer;
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      retryable: false,
      issues: [{ path: [], code: 'too_long', message: expect.stringContaining('fewer IDs') }],
    });
  },
);

test('a URI that is too long for a proxy is INVALID_INPUT', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/search', { status: 414, body: '<h1>URI Too Long</h1>' });

  const { errors } = await ask(pair, '{ search(query: "a") { chats { id } } }');

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', issues: [{ code: 'too_long' }] });
});
