import { expect, test } from 'vitest';
import { type Sandbox, seedChatIDs } from '../../src/sandbox/index.ts';
import { startPair } from '../support/pair.ts';
import { ChatEdges, MergedChat, MergedMessages, MergedPart } from '../support/queryDocuments.ts';
import { upstreamPaths } from './pagedLists.ts';

const partIDs = [
  '!whatsapp_15550101022:ba_EvYD.local-whatsapp.localhost',
  '!signal_15550103010:ba_EvYD.local-signal.localhost',
  '!telegram_15550102013:beeper.com',
] as const;
const pathOf = (id: string, ...below: string[]) => ['/v1/chats', encodeURIComponent(id), ...below].join('/');

/** All messages of the merged person, newest first; of the same time, in the order of the parts. */
function expectedMessages({ chats }: Sandbox): string[] {
  return partIDs
    .flatMap((id) => chats.get(id)?.messages.toReversed() ?? [])
    .toSorted((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp))
    .map(({ id }) => id);
}

test('a merged chat names its chats and its labels, and reads its chats on demand', async () => {
  await using pair = await startPair();

  const { data, errors } = await pair.gateway.query(MergedChat, { id: seedChatIDs.merged });

  expect(errors).toBeUndefined();
  expect(data?.chat).toEqual({
    id: seedChatIDs.merged,
    network: 'Beeper (Matrix)',
    labels: [{ id: 'label-family', name: 'Family' }],
    merge: {
      chatIDs: partIDs,
      defaultChatID: partIDs[0],
      chats: [
        { id: partIDs[0], network: 'WhatsApp', mergedInto: { id: seedChatIDs.merged } },
        { id: partIDs[1], network: 'Signal', mergedInto: { id: seedChatIDs.merged } },
        { id: partIDs[2], network: 'Telegram', mergedInto: { id: seedChatIDs.merged } },
      ],
    },
    mergedInto: null,
  });
  expect(upstreamPaths(pair.sandbox).toSorted()).toEqual(
    [seedChatIDs.merged, ...partIDs].map((id) => pathOf(id)).toSorted(),
  );
});

test('IDs of merged chats cost no upstream call', async () => {
  await using pair = await startPair();

  const answer = await pair.gateway.send(`{
    merged: chat(id: "${seedChatIDs.merged}") { merge { chatIDs chats { id __typename } } }
    part: chat(id: "${partIDs[1]}") { mergedInto { id } }
  }`);

  expect(await answer.json()).toMatchObject({
    data: {
      merged: { merge: { chats: partIDs.map((id) => ({ id })) } },
      part: { mergedInto: { id: seedChatIDs.merged } },
    },
  });
  expect(upstreamPaths(pair.sandbox)).toHaveLength(2);
});

test('a chat that a merged chat names and Beeper does not know is null', async () => {
  await using pair = await startPair();
  (pair.sandbox.chats as Map<string, unknown>).delete(partIDs[1]);

  const { data, errors } = await pair.gateway.query(MergedChat, { id: seedChatIDs.merged });
  const messages = await pair.gateway.query(MergedMessages, { id: seedChatIDs.merged, first: 200 });

  expect(errors).toBeUndefined();
  expect(data?.chat?.merge?.chats.map((chat) => chat?.id)).toEqual([partIDs[0], undefined, partIDs[2]]);
  expect(messages.errors).toBeUndefined();
  expect(messages.data?.chat?.messages?.nodes.map(({ id }) => id)).toEqual(expectedMessages(pair.sandbox));
});

test('if a part can’t be read, only its entry in the list of parts is null', async () => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/chats/{chatID}', {});
  pair.sandbox.next('GET /v1/chats/{chatID}', { status: 500 });

  const { data, errors } = await pair.gateway.query(MergedChat, { id: seedChatIDs.merged });

  expect(data?.chat?.merge?.chats.filter((chat) => chat === null)).toHaveLength(1);
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_ERROR' } }]);
});

const idsOfPerson: string[] = [seedChatIDs.merged, ...partIDs];

test.each([
  ['lists the parts', true],
  ['leaves the parts out', false],
])('chats returns a merged person once if Beeper %s', async (_what, listsMergedParts) => {
  await using pair = await startPair({ listsMergedParts });

  const { data } = await pair.gateway.query(ChatEdges, { first: 200 });

  const ids = data?.chats?.edges.map(({ node }) => node?.id ?? '') ?? [];
  expect(ids).toHaveLength(182);
  expect(ids.filter((id) => idsOfPerson.includes(id))).toEqual([seedChatIDs.merged]);
});

test('chats with `merged: ALL` returns the parts, too, where Beeper lists them', async () => {
  await using pair = await startPair({ listsMergedParts: true });

  const { data } = await pair.gateway.query(ChatEdges, { first: 200, merged: 'ALL' });

  const ids = data?.chats?.edges.map(({ node }) => node?.id ?? '') ?? [];
  expect(ids).toHaveLength(185);
  expect(ids.filter((id) => idsOfPerson.includes(id)).toSorted()).toEqual(idsOfPerson.toSorted());
});

test('the chats of one account contain its part of a merged chat, which is of another account', async () => {
  await using pair = await startPair({ listsMergedParts: true });
  const accountIDs = [pair.sandbox.chats.get(partIDs[0])?.accountID ?? ''];

  const { data } = await pair.gateway.query(ChatEdges, { first: 200, accountIDs });
  const collapsed = await pair.gateway.query(ChatEdges, { first: 200, accountIDs, merged: 'COLLAPSED' });
  const answer = await pair.gateway.send(
    `{ account(id: "${accountIDs[0]}") { chats(first: 200) { nodes { id } } } }`,
  );

  const ids = data?.chats?.edges.map(({ node }) => node?.id);
  expect(ids).toContain(partIDs[0]);
  expect(collapsed.data?.chats?.edges.map(({ node }) => node?.id)).not.toContain(partIDs[0]);
  expect(await answer.json()).toEqual({
    data: { account: { chats: { nodes: ids?.map((id) => ({ id })) } } },
  });
});

test.each([1, 7, 20, 33, 100])(
  'the messages of a merged chat are those of its chats, joined by time, %i at a time and back',
  async (step) => {
    await using pair = await startPair();
    const all = expectedMessages(pair.sandbox);
    const read = (args: object) =>
      pair.gateway.query(MergedMessages, { id: seedChatIDs.merged, ...args }).then(({ data, errors }) => {
        expect(errors).toBeUndefined();
        return data?.chat?.messages;
      });

    const ids: string[] = [];
    let after: string | null = null;
    let cursor: string | null | undefined = null;
    for (let turn = 0; turn < 100; turn++) {
      const page: Awaited<ReturnType<typeof read>> = await read({ first: step, after });
      ids.push(...(page?.nodes ?? []).map(({ id }) => id));
      cursor = page?.pageInfo.endCursor ?? cursor;
      if (!page?.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(ids).toEqual(all);

    const back: string[] = [];
    for (let turn = 0; turn < 100; turn++) {
      const page: Awaited<ReturnType<typeof read>> = await read({ last: step, before: cursor });
      back.unshift(...(page?.nodes ?? []).map(({ id }) => id));
      if (!page?.pageInfo.hasPreviousPage) break;
      cursor = page.pageInfo.startCursor;
    }
    expect(back).toEqual(all.slice(0, -1));
  },
);

test('a page of a merged chat costs one upstream call for each of its chats', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(MergedMessages, { id: seedChatIDs.merged, first: 20 });

  expect(data?.chat?.messages?.nodes).toHaveLength(20);
  expect(upstreamPaths(pair.sandbox).toSorted()).toEqual(
    [pathOf(seedChatIDs.merged), ...partIDs.map((id) => pathOf(id, 'messages'))].toSorted(),
  );
});

test('a joined message names the chat and the account that it is from', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(MergedMessages, { id: seedChatIDs.merged, first: 60 });

  for (const { id, chatID, accountID } of data?.chat?.messages?.nodes ?? []) {
    const part = pair.sandbox.chats.get(chatID);
    expect(part?.accountID).toBe(accountID);
    expect(part?.messages.map((message) => message.id)).toContain(id);
  }
});

test('lastMessage of a merged chat is the newest of its chats: free in the list, a call per chat elsewhere', async () => {
  await using pair = await startPair();
  const [newest] = expectedMessages(pair.sandbox);

  const listed = await pair.gateway.send('{ chats(first: 200) { nodes { id lastMessage { id } } } }');
  const { data } = (await listed.json()) as {
    data: { chats: { nodes: { id: string; lastMessage: { id: string } }[] } };
  };
  expect(data.chats.nodes.find(({ id }) => id === seedChatIDs.merged)?.lastMessage.id).toBe(newest);
  expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/chats?limit=200']);

  pair.sandbox.calls.length = 0;
  const single = await pair.gateway.send(`{ chat(id: "${seedChatIDs.merged}") { lastMessage { id } } }`);
  expect(await single.json()).toEqual({ data: { chat: { lastMessage: { id: newest } } } });
  expect(upstreamPaths(pair.sandbox)).toHaveLength(4);
});

test('messages that arrive between two pages are found by paging backward, and repeat nothing', async () => {
  await using pair = await startPair();
  const { sandbox } = pair;
  const before = expectedMessages(sandbox);
  // The page holds messages of two of the three chats only.
  const page = await pair.gateway.query(MergedMessages, { id: seedChatIDs.merged, first: 2 });
  const { endCursor } = page.data?.chat?.messages?.pageInfo ?? {};
  for (const [n, id] of partIDs.entries()) {
    const found = sandbox.chats.get(id)?.messages ?? [];
    const last = found.at(-1);
    if (last) {
      const timestamp = `2026-08-14T0${n}:00:00.000Z`;
      found.push({ ...last, id: `new${n}`, sortKey: String(Number(last.sortKey) + 900_000), timestamp });
    }
  }

  const next = await pair.gateway.query(MergedMessages, {
    id: seedChatIDs.merged,
    first: 200,
    after: endCursor,
  });
  const previous = await pair.gateway.query(MergedMessages, {
    id: seedChatIDs.merged,
    last: 200,
    before: endCursor,
  });

  expect(next.data?.chat?.messages?.nodes.map(({ id }) => id)).toEqual(before.slice(2));
  expect(previous.data?.chat?.messages?.nodes.map(({ id }) => id)).toEqual([
    'new2',
    'new1',
    'new0',
    before[0],
  ]);
});

test('a cursor of a merged chat is rejected by another list, and the other way round', async () => {
  await using pair = await startPair();
  const merged = await pair.gateway.query(MergedMessages, { id: seedChatIDs.merged, first: 2 });
  const single = await pair.gateway.query(MergedMessages, { id: partIDs[0], first: 2 });
  const cursorOf = ({ data }: typeof merged) => data?.chat?.messages?.pageInfo.endCursor ?? '';

  for (const [id, args, path] of [
    [partIDs[0], { first: 1, after: cursorOf(merged) }, 'after'],
    [partIDs[0], { last: 1, before: cursorOf(merged) }, 'before'],
    [seedChatIDs.merged, { first: 1, after: cursorOf(single) }, 'after'],
    [seedChatIDs.merged, { last: 1, before: cursorOf(single) }, 'before'],
  ] as const) {
    const { errors } = await pair.gateway.query(MergedMessages, { id, ...args });
    expect(errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', issues: [{ path: [path], code: 'invalid_cursor' }] } },
    ]);
  }
});

test('on an app without merged chats, the chats of the person are separate', async () => {
  await using pair = await startPair({ appVersion: '4.3.0' });

  const { data } = await pair.gateway.query(MergedPart, { id: partIDs[0] });

  expect(data?.chat).toEqual({ id: partIDs[0], labels: [], merge: null, mergedInto: null });
});
