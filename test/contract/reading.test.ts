import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { upstreamPaths } from '../queries/pagedLists.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { whatsapp } from '../support/people.ts';

interface Answer {
  // The documents of these tests are not typed.
  readonly data: Record<string, never> | null;
  readonly errors?: readonly { readonly extensions: Record<string, unknown> }[];
}

async function ask({ gateway }: Pair, document: string): Promise<Answer> {
  return (await (await gateway.send(document)).json()) as Answer;
}

const idsOf = (messages: unknown): string[] =>
  (messages as { nodes: { id: string }[] }).nodes.map(({ id }) => id);

test('50 messages are 3 calls of at most 20, each message once, and their chats cost none', async () => {
  await using pair = await startPair();

  const { data } = await ask(
    pair,
    '{ searchMessages(filter: {}, first: 50) { nodes { id chatID accountID sender { userID } chat { title } } } }',
  );

  expect(new Set(idsOf(data?.searchMessages)).size).toBe(50);
  const limits = upstreamPaths(pair.sandbox).map((path) => new URL(path, pair.sandbox.url).searchParams);
  expect(limits.map((query) => Number(query.get('limit')))).toEqual([20, 20, 20]);
  expect(limits.map((query) => query.get('excludeLowPriority'))).toEqual(['true', 'true', 'true']);
});

test.for([
  ['query: "👇👇"', 'query=%F0%9F%91%87%F0%9F%91%87&excludeLowPriority=true'],
  ['query: " a&b  c "', 'query=+a%26b++c+&excludeLowPriority=true'],
  ['query: "#1 \\"50%\\" = a+b?"', 'query=%231+%2250%25%22+%3D+a%2Bb%3F&excludeLowPriority=true'],
  ['chatIDs: ["a", "b"]', 'chatIDs=a&chatIDs=b&excludeLowPriority=true'],
  ['chatType: ANY', 'excludeLowPriority=true'],
  ['chatType: GROUP', 'chatType=group&excludeLowPriority=true'],
  ['sender: { isMe: true }', 'sender=me&excludeLowPriority=true'],
  ['sender: { isMe: false }', 'sender=others&excludeLowPriority=true'],
  ['sender: { userID: "@x:y" }', 'sender=%40x%3Ay&excludeLowPriority=true'],
  ['mediaTypes: [IMAGE, LINK]', 'mediaTypes=image&mediaTypes=link&excludeLowPriority=true'],
  ['includeLowPriority: true', 'excludeLowPriority=false'],
  ['includeMuted: false', 'includeMuted=false&excludeLowPriority=true'],
  [
    'sentAfter: "2026-08-01T02:00:00+02:00"',
    'dateAfter=2026-08-01T00%3A00%3A00.000Z&excludeLowPriority=true',
  ],
  ['sentBefore: "2026-08-01T00:00:00Z"', 'dateBefore=2026-08-01T00%3A00%3A00.000Z&excludeLowPriority=true'],
] as const)('a message search for %s is sent as ?%s', async ([filter, query]) => {
  await using pair = await startPair();

  await ask(pair, `{ searchMessages(filter: { ${filter} }, first: 1) { nodes { id } } }`);

  const [path = '', ...others] = upstreamPaths(pair.sandbox);
  const sent = new URLSearchParams(path.split('?')[1]);
  const wanted = new URLSearchParams(query);
  wanted.append('limit', '1');
  expect([...sent].sort()).toEqual([...wanted].sort());
  expect(others).toEqual([]);
});

test.for(['chatIDs', 'accountIDs', 'mediaTypes'])(
  'an empty list of %s finds nothing without a call',
  async (list) => {
    await using pair = await startPair();

    const { data, errors } = await ask(pair, `{ searchMessages(filter: { ${list}: [] }) { nodes { id } } }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({ searchMessages: { nodes: [] } });
    expect(upstreamPaths(pair.sandbox)).toEqual([]);
  },
);

test.for([
  ['sentAfter: "2026-08-02T00:00:00Z", sentBefore: "2026-08-01T00:00:00Z"', 'sentBefore', 'empty_time_span'],
  [
    'sentAfter: "2026-08-01T02:00:00+02:00", sentBefore: "2026-08-01T00:00:00Z"',
    'sentBefore',
    'empty_time_span',
  ],
  ['sentAfter: "9999-12-31T23:59:59-01:00"', 'sentAfter', 'too_big'],
  ['sentBefore: "0000-01-01T00:00:00+01:00"', 'sentBefore', 'too_small'],
  ['query: " "', 'query', 'blank'],
  ['chatIDs: ["a", "a"]', 'chatIDs.1', 'duplicate'],
  ['mediaTypes: [LINK, LINK]', 'mediaTypes', 'duplicate'],
  ['sender: { userID: "others" }', 'sender.userID', 'route_word'],
] as const)('a message search for %s is refused at %s as %s', async ([filter, path, code]) => {
  await using pair = await startPair();

  const { errors } = await ask(pair, `{ searchMessages(filter: { ${filter} }) { nodes { id } } }`);

  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: ['filter', ...path.split('.')], code }],
  });
  expect(upstreamPaths(pair.sandbox)).toEqual([]);
});

test('a chat search for an empty time span is refused without a call', async () => {
  await using pair = await startPair();
  const span = 'lastActivityAfter: "2026-08-02T00:00:00Z", lastActivityBefore: "2026-08-02T00:00:00Z"';

  const { errors } = await ask(pair, `{ searchChats(filter: { ${span} }) { nodes { id } } }`);

  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    issues: [{ path: ['filter', 'lastActivityBefore'], code: 'empty_time_span' }],
  });
  expect(upstreamPaths(pair.sandbox)).toEqual([]);
});

test.for([400, 422])('a %i of Beeper to a message search names filter.query', async (status) => {
  await using pair = await startPair();
  pair.sandbox.next('GET /v1/messages/search', {
    status,
    body: { message: 'No', code: 'VALIDATION_ERROR' },
  });

  const { errors } = await ask(pair, '{ searchMessages(filter: { query: "👇" }) { nodes { id } } }');

  expect(errors?.[0]?.extensions.issues).toMatchObject([{ path: ['filter', 'query'] }]);
});

test('search is one call, and the end of its messages continues in searchMessages', async () => {
  await using pair = await startPair();
  const all = '{ searchMessages(filter: { query: "the" }, first: 40) { nodes { id } } }';
  const { data: whole } = await ask(pair, all);
  const before = pair.sandbox.calls.length;

  const { data } = await ask(
    pair,
    '{ search(query: "the") { chats { id } inGroups { id } messages { nodes { id } pageInfo { endCursor } } } }',
  );
  expect(pair.sandbox.calls.slice(before).map(({ route }) => route)).toEqual(['GET /v1/search']);
  const { messages } = (data?.search ?? {}) as unknown as { messages: { pageInfo: { endCursor: string } } };
  const { data: rest } = await ask(
    pair,
    `{ searchMessages(filter: { query: "the" }, after: "${messages.pageInfo.endCursor}", first: 20) { nodes { id } } }`,
  );

  expect([...idsOf(messages), ...idsOf(rest?.searchMessages)]).toEqual(idsOf(whole?.searchMessages));
  expect(idsOf(whole?.searchMessages)).toHaveLength(40);
});

test('lookUpContacts asks the network in one call, longer than the timeout of the gateway', async () => {
  await using pair = await startPair({ timeoutMs: 300 });
  pair.sandbox.next('GET /v1/accounts/{accountID}/contacts', { delayMs: 700 });

  const { data } = await ask(
    pair,
    `{ lookUpContacts(accountID: "${whatsapp}", query: "+15550101002") { fullName } }`,
  );

  expect(data?.lookUpContacts).toEqual([{ fullName: 'Ada' }]);
  expect(upstreamPaths(pair.sandbox)).toEqual([`/v1/accounts/${whatsapp}/contacts?query=%2B15550101002`]);
});

test('lookUpContacts on an unknown account is NOT_FOUND', async () => {
  await using pair = await startPair();

  const { errors } = await ask(pair, '{ lookUpContacts(accountID: "nobody", query: "@ada") { fullName } }');

  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

test('labels are listed, and a search for one finds its chats; an unknown one finds none, unasked', async () => {
  await using pair = await startPair();

  const { data } = await ask(
    pair,
    `{ labels { id name } known: searchChats(filter: { labelID: "label-family" }) { nodes { id } }
       unknown: searchChats(filter: { labelID: "nothing" }) { nodes { id } } }`,
  );

  expect(data).toMatchObject({
    labels: [
      { id: 'label-family', name: 'Family' },
      { id: 'label-work', name: 'Work' },
    ],
    known: { nodes: [{ id: seedChatIDs.merged }] },
    unknown: { nodes: [] },
  });
  expect(pair.sandbox.calls.map(({ route }) => route).sort()).toEqual([
    'GET /v1/chats/search',
    'GET /v1/labels',
  ]);
});

test('on an app without labels there are none, and a search for one is UNSUPPORTED, unasked', async () => {
  await using pair = await startPair({ appVersion: '4.3.0' });

  const { data, errors } = await ask(
    pair,
    '{ labels { id } searchChats(filter: { labelID: "label-family" }) { nodes { id } } }',
  );

  expect(data).toEqual({ labels: [], searchChats: null });
  expect(errors?.[0]?.extensions.code).toBe('UNSUPPORTED');
  expect(pair.sandbox.calls.map(({ route }) => route)).toEqual(['GET /v1/labels']);
});

test.for([
  [404, 'Not Found'],
  [404, { statusCode: 404, error: 'Not Found', message: 'Route GET:/v1/labels not found' }],
  [404, { message: 'Not found', code: 'NOT_FOUND' }],
  [405, 'Method Not Allowed'],
  [405, { message: 'Method not allowed', code: 'METHOD_NOT_ALLOWED' }],
  [501, { message: 'Not implemented', code: 'NOT_IMPLEMENTED' }],
] as const)(
  'a server that answers labels with %i %j has none, and its chats are not searched',
  async ([status, body]) => {
    await using pair = await startPair();
    pair.sandbox.always('GET /v1/labels', { status, body });

    const { data, errors } = await ask(
      pair,
      '{ labels { id } searchChats(filter: { labelID: "label-family" }) { nodes { id } } }',
    );

    expect(data).toEqual({ labels: [], searchChats: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNSUPPORTED']);
    expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/labels']);
  },
);

test('another server without labels is not told to update Beeper Desktop', async () => {
  await using pair = await startPair({ appName: 'Parlour' });
  await ask(pair, '{ beeper { appVersion } }');

  const { errors } = await ask(pair, '{ searchChats(filter: { labelID: "x" }) { nodes { id } } }');

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNSUPPORTED', remedy: 'Leave out `labelID`.' });
});

test('an answer about labels that can’t be read does not pass for one without labels', async () => {
  await using pair = await startPair();
  pair.sandbox.always('GET /v1/labels', { body: { items: [] } });

  const { data, errors } = await ask(
    pair,
    '{ labels { id } searchChats(filter: { labelID: "label-family" }) { nodes { id } } }',
  );

  expect(data).toEqual({ labels: null, searchChats: null });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_ERROR', 'UPSTREAM_ERROR']);
  expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/labels']);
});

test('members make a call only where the chat came with fewer than asked for', async () => {
  await using pair = await startPair();

  await ask(
    pair,
    '{ searchChats(filter: {}) { nodes { members(first: 2) { items { userID } total hasMore } } } }',
  );
  expect(pair.sandbox.calls).toHaveLength(1);

  const { data } = await ask(
    pair,
    '{ searchChats(filter: { type: GROUP }, first: 200) { nodes { participants { items { userID } total hasMore } members(first: 500) { items { userID } total hasMore } } } }',
  );
  const { nodes } = (data?.searchChats ?? {}) as unknown as {
    nodes: Record<'participants' | 'members', { items: unknown[]; total: number; hasMore: boolean }>[];
  };
  const cut = nodes.filter(({ participants }) => participants.hasMore);
  expect(cut.length).toBeGreaterThan(0);
  for (const { members } of nodes) expect(members.items).toHaveLength(Math.min(500, members.total));
  expect(pair.sandbox.calls).toHaveLength(2 + cut.length);
});

test('bridges are one call, and both parts of a bridge’s capabilities another', async () => {
  await using pair = await startPair();

  const { data } = await ask(
    pair,
    `{ bridges { id status rawStatus accounts { id } }
       bridge(id: "local-whatsapp") { contactLookup { byPhoneNumber byEmail }
         groupTypes { type name { maxLength } messageExpiry { timer { types } } } }
       none: bridge(id: "nothing") { id } }`,
  );

  expect(data).toMatchObject({
    none: null,
    bridge: {
      contactLookup: { byPhoneNumber: true, byEmail: false },
      groupTypes: [
        { type: 'group', name: { maxLength: 100 }, messageExpiry: { timer: { types: ['after_send'] } } },
      ],
    },
  });
  expect(data?.bridges).toContainEqual({
    id: 'kakaotalk',
    status: 'OTHER',
    rawStatus: 'waiting_list',
    accounts: [],
  });
  expect(upstreamPaths(pair.sandbox).sort()).toEqual([
    '/v1/bridges',
    '/v1/bridges/local-whatsapp',
    '/v1/bridges/local-whatsapp/capabilities',
    '/v1/bridges/nothing',
  ]);
});

test('bridges of an app before 4.3.0 are UNSUPPORTED', async () => {
  await using pair = await startPair({ appVersion: '4.2.808' });

  const { errors } = await ask(pair, '{ bridges { id } beeper { appVersion } }');

  expect(errors?.[0]?.extensions.code).toBe('UNSUPPORTED');
});

test('features are told by the version, without a call beyond that of appVersion', async () => {
  await using pair = await startPair({ appVersion: '4.2.600' });

  const { data } = await ask(pair, '{ beeper { appVersion features { name isSupported since } } }');

  const { features } = (data?.beeper ?? {}) as unknown as { features: object[] };
  expect(features).toHaveLength(11);
  expect(features).toContainEqual({ name: 'CONTENT', isSupported: true, since: '4.2.509' });
  expect(features).toContainEqual({ name: 'REACTIONS', isSupported: true, since: '4.2.557' });
  expect(features).toContainEqual({ name: 'CHAT_STATE', isSupported: false, since: '4.2.808' });
  expect(features).toContainEqual({ name: 'LABELS', isSupported: false, since: null });
  expect(pair.sandbox.calls.length).toBeLessThanOrEqual(1);
});
