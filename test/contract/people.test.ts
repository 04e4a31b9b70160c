import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Fault, seedChatIDs } from '../../src/sandbox/index.ts';
import { upstreamPaths } from '../queries/pagedLists.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan, whatsapp } from '../support/people.ts';

/** Reads of people, labels and bridges: what is sent, and what odd answers and other servers lead to. */

interface Answer {
  // The documents of these tests are not typed.
  readonly data: Record<string, never>;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

async function ask({ gateway }: Pair, document: string, variables = {}): Promise<Answer> {
  return (await (await gateway.send(document, variables)).json()) as Answer;
}

const failureOf = ({ errors }: Answer) => errors?.[0]?.extensions;
const noRoute: Fault = { status: 404, body: 'Not Found' };
const rejected = (status: number, code: string): Fault => ({ status, body: { message: 'No', code } });

const contacts = 'GET /v1/accounts/{accountID}/contacts';
const labels = 'GET /v1/labels';
const lookUp = (pair: Pair, query: string) =>
  ask(pair, 'query ($a: ID!, $q: String!) { lookUpContacts(accountID: $a, query: $q) { userID fullName } }', {
    a: whatsapp,
    q: query,
  });

/** For the tests that change nothing in it. */
let pair: Pair;
const routes = [contacts, labels, 'GET /v1/bridges', 'GET /v1/accounts', 'GET /v1/chats'] as const;

beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair[Symbol.asyncDispose]());
beforeEach(() => {
  pair.sandbox.calls.length = 0;
  for (const route of routes) pair.sandbox.always(route, null);
});

test.for([
  ['+15550101002', '+15550101002'],
  ['+1 (555) 010-1002', '+15550101002'],
  ['\u202a+1 555 010 1002\u202c', '+15550101002'],
  ['tel:+15550101002', '+15550101002'],
  ['001 555 010 1002', '+15550101002'],
  ['555 010', '555 010'],
  [' @ada ', '@ada'],
  ['@1234567', '@1234567'],
  ['ada+work@example.com\n', 'ada+work@example.com'],
  ['+1555@example.com', '+1555@example.com'],
  ['Ada &=#?% Öztürk', 'Ada &=#?% Öztürk'],
] as const)('a look-up of %j asks for %j, once', async ([typed, sent]) => {
  const { errors } = await lookUp(pair, typed);

  expect(errors).toBeUndefined();
  expect(upstreamPaths(pair.sandbox)).toEqual([
    `/v1/accounts/${whatsapp}/contacts?${new URLSearchParams({ query: sent })}`,
  ]);
});

test.for([
  ['lookUpContacts(accountID: "a", query: $q) { userID }', '', 'blank'],
  ['lookUpContacts(accountID: "a", query: $q) { userID }', ' \u200b\n', 'blank'],
  ['lookUpContacts(accountID: "a", query: $q) { userID }', 'a\ud800', 'malformed_unicode'],
  ['lookUpContacts(accountID: "a", query: $q) { userID }', 'a'.repeat(1_001), 'too_big'],
  ['search(query: $q) { chats { id } }', ' ', 'blank'],
] as const)('%s is refused for %j without a call', async ([field, q, code]) => {
  const answer = await ask(pair, `query ($q: String!) { ${field} }`, { q });

  expect(failureOf(answer)).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['query'], code }] });
  // These arguments can't be omitted.
  expect(JSON.stringify(answer)).not.toContain('Omit');
  expect(upstreamPaths(pair.sandbox)).toEqual([]);
});

test('a look-up returns each person once, and 200 at most', async () => {
  const people = Array.from({ length: 300 }, (_, n) => ({ id: `u${n}` }));
  const odd = [null, 5, {}, { id: '' }, { id: 'u0', fullName: 'Again' }];
  pair.sandbox.next(contacts, { body: { items: [...odd, ...people, ...people] } });

  const { data } = await lookUp(pair, '@u');

  const found = data.lookUpContacts as unknown as { userID: string; fullName: string | null }[];
  expect(found[0]).toEqual({ userID: 'u0', fullName: 'Again' });
  expect(found.map(({ userID }) => userID)).toEqual(people.slice(0, 200).map(({ id }) => id));
});

test.for([
  [{ body: [] }, 'UPSTREAM_ERROR'],
  [{ body: { items: null } }, 'UPSTREAM_ERROR'],
  [{ html: true }, 'UPSTREAM_ERROR'],
  [noRoute, 'UNSUPPORTED'],
  [rejected(404, 'NOT_FOUND'), 'NOT_FOUND'],
  [rejected(409, 'CONFLICT'), 'CONFLICT'],
  [rejected(429, 'SLOW_DOWN'), 'RATE_LIMITED'],
  [rejected(422, 'VALIDATION_ERROR'), 'INVALID_INPUT'],
] as [Fault, string][])('a look-up that is answered with %j fails with %s', async ([fault, code]) => {
  pair.sandbox.always(contacts, fault);

  const answer = await lookUp(pair, '@ada');

  expect(answer.data).toEqual({ lookUpContacts: null });
  expect(failureOf(answer)).toMatchObject({ code });
  expect(upstreamPaths(pair.sandbox)).toHaveLength(1);
});

const withLabel = '{ searchChats(filter: { labelID: "label-family" }) { nodes { id } } }';

test.for<Fault>([
  noRoute,
  { status: 405, body: 'Method Not Allowed' },
  { status: 404, body: { statusCode: 404, error: 'Not Found', message: 'Route GET:/v1/labels not found' } },
  rejected(404, 'NOT_FOUND'),
  rejected(405, 'METHOD_NOT_ALLOWED'),
  rejected(501, 'NOT_IMPLEMENTED'),
])('a Beeper that answers %j has no labels, and none can be searched for', async (fault) => {
  pair.sandbox.always(labels, fault);

  expect(await ask(pair, '{ labels { id } }')).toEqual({ data: { labels: [] } });
  expect(failureOf(await ask(pair, withLabel))).toMatchObject({
    code: 'UNSUPPORTED',
    actualVersion: '4.3.73',
    remedy: expect.stringContaining('update Beeper Desktop'),
  });
  expect(pair.sandbox.calls.map(({ route }) => route)).toEqual([labels, labels]);
});

test.for<[Fault, string]>([
  [{ ...noRoute, cut: true }, 'UPSTREAM_ERROR'],
  [{ body: { items: [] } }, 'UPSTREAM_ERROR'],
  [{ html: true }, 'UPSTREAM_ERROR'],
  [{ status: 204 }, 'UPSTREAM_ERROR'],
  [rejected(403, 'FORBIDDEN'), 'FORBIDDEN'],
  [rejected(500, 'INTERNAL'), 'UPSTREAM_ERROR'],
])('labels that are answered with %j are not known: %s', async ([fault, code]) => {
  pair.sandbox.always(labels, fault);

  const answer = await ask(pair, '{ labels { id } }');

  expect(answer.data).toEqual({ labels: null });
  expect(failureOf(answer)).toMatchObject({ code });
  expect(failureOf(await ask(pair, withLabel))).toMatchObject({ code });
});

test('another server without labels and bridges is not told to update Beeper Desktop', async () => {
  await using pair = await startPair({ dialect: 'union', appName: 'Parlour', api: 'union' });
  const headers = { 'x-beeper-desktop-version': '' };
  pair.sandbox.always('GET /v1/info', { headers });
  pair.sandbox.always(labels, { ...noRoute, headers });
  pair.sandbox.always('GET /v1/bridges', { ...noRoute, headers });
  await ask(pair, '{ beeper { appName } }');

  for (const document of [withLabel, '{ bridges { id } }']) {
    const failure = failureOf(await ask(pair, document));
    expect(failure).not.toHaveProperty('requiredVersion');
    expect(failure).toMatchObject({
      code: 'UNSUPPORTED',
      actualVersion: '4.2.600',
      remedy: expect.not.stringMatching(/update|Beeper Desktop/i),
    });
  }
});

test.for([
  ['4.1.294', '4.3.0'],
  ['4.2.600', '4.3.0'],
  ['4.2.999', '4.3.0'],
])('bridges of app %s need %s', async ([appVersion = '', requiredVersion]) => {
  await using pair = await startPair({ appVersion });

  for (const field of ['bridges', 'bridge(id: "matrix")']) {
    expect(failureOf(await ask(pair, `{ ${field} { id } }`))).toMatchObject({
      code: 'UNSUPPORTED',
      requiredVersion,
      actualVersion: appVersion,
      remedy: 'Update Beeper Desktop to 4.3.0 or newer.',
    });
  }
  expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/bridges', '/v1/bridges/matrix']);
});

test('an app with bridges whose route is missing is not told to update', async () => {
  await using pair = await startPair({ appVersion: '4.3.0' });
  pair.sandbox.always('GET /v1/bridges', noRoute);

  const failure = failureOf(await ask(pair, '{ bridges { id } }'));

  expect(failure).not.toHaveProperty('requiredVersion');
  expect(failure).toMatchObject({ code: 'UNSUPPORTED', remedy: expect.not.stringMatching(/update/i) });
});

test('a bridge ID reaches Beeper encoded, and one that it refuses is named', async () => {
  pair.sandbox.next('GET /v1/bridges/{bridgeID}', {
    status: 400,
    body: {
      message: 'Invalid',
      code: 'VALIDATION_ERROR',
      details: { issues: [{ code: 'invalid_string', message: 'Invalid', path: ['params', 'bridgeID'] }] },
    },
  });

  const refused = await ask(pair, '{ bridge(id: "a/b ?#") { id } }');

  expect(failureOf(refused)).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['id'] }] });
  expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/bridges/a%2Fb%20%3F%23']);
});

test('capabilities that a bridge lacks are null, and limits of 0 are none', async () => {
  const route = 'GET /v1/bridges/{bridgeID}/capabilities';
  const document =
    '{ bridge(id: "matrix") { contactLookup { canStartChats byPhoneNumber } groupTypes { type name { isAllowed minLength maxLength } } } }';
  const name = { allowed: true, min_length: 0, max_length: 0 };
  pair.sandbox.next(route, rejected(404, 'NOT_FOUND'));
  pair.sandbox.next(route, {
    body: {
      resolve_identifier: { create_dm: 'yes', lookup_phone: true },
      group_creation: { group: { type_description: '', name }, space: null, bad: 'x' },
    },
  });

  expect((await ask(pair, document)).data).toEqual({ bridge: { contactLookup: null, groupTypes: null } });
  expect((await ask(pair, document)).data).toEqual({
    bridge: {
      contactLookup: { canStartChats: null, byPhoneNumber: true },
      groupTypes: [{ type: 'group', name: { isAllowed: true, minLength: null, maxLength: null } }],
    },
  });
});

const group = (pair: Pair) =>
  [...pair.sandbox.chats.values()].find(({ participants }) => participants.length === 300)?.id ?? '';

interface Members {
  readonly items: readonly { readonly userID: string }[];
  readonly total: number;
  readonly hasMore: boolean;
}

async function membersOf(pair: Pair, chatID: string, first: string): Promise<Answer> {
  return ask(
    pair,
    `{ chat(id: "${chatID}") { members(first: ${first}) { items { userID } total hasMore } } }`,
  );
}

test.for([
  ['1', 1, true, false],
  ['100', 100, true, false],
  ['null', 100, true, false],
  ['101', 101, true, true],
  ['300', 300, false, true],
  ['500', 300, false, true],
] as const)(
  'members(first: %s) of 300 are %i, and there are more: %s',
  async ([first, count, hasMore, calls]) => {
    const id = group(pair);

    const { data } = await membersOf(pair, id, first);

    const { members } = data.chat as unknown as { members: Members };
    expect(new Set(members.items.map(({ userID }) => userID)).size).toBe(count);
    expect(members).toMatchObject({ total: 300, hasMore });
    const path = `/v1/chats/${encodeURIComponent(id)}`;
    expect(upstreamPaths(pair.sandbox)).toEqual([
      path,
      ...(calls ? [`${path}?maxParticipantCount=${first}`] : []),
    ]);
  },
);

test.for([
  ['0', 'too_small'],
  ['-1', 'too_small'],
  ['501', 'too_big'],
])('members(first: %s) is refused as %s', async ([first = '', code]) => {
  const answer = await membersOf(pair, kishan.chatID, first);

  expect(answer.data).toEqual({ chat: { members: null } });
  expect(failureOf(answer)).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['first'], code }] });
  expect(upstreamPaths(pair.sandbox)).toHaveLength(1);
});

test('members are read where a chat came with fewer than it says it has', async () => {
  const chat = { id: 'x', accountID: 'a' };
  const items = [{ id: 'u' }, { id: 'v' }];
  pair.sandbox.next('GET /v1/chats/{chatID}', {
    body: { ...chat, participants: { items: [], hasMore: false, total: 2 } },
  });
  pair.sandbox.next('GET /v1/chats/{chatID}', {
    body: { ...chat, participants: { items, hasMore: false, total: 2 } },
  });

  const { data } = await membersOf(pair, 'x', '300');

  expect(data.chat).toEqual({
    members: { items: [{ userID: 'u' }, { userID: 'v' }], total: 2, hasMore: false },
  });
  expect(upstreamPaths(pair.sandbox)).toEqual(['/v1/chats/x', '/v1/chats/x?maxParticipantCount=300']);
});

test('members of a chat that is gone, or without participants, are null', async () => {
  const without = { id: 'x', accountID: 'a', participants: null };
  pair.sandbox.next('GET /v1/chats/{chatID}', { body: without });
  pair.sandbox.next('GET /v1/chats/{chatID}', { body: without });
  pair.sandbox.next('GET /v1/chats/{chatID}', { body: without });

  expect((await membersOf(pair, 'x', '9')).data).toEqual({ chat: { members: null } });
  // The second call finds no such chat.
  expect(await membersOf(pair, 'x', '9')).toEqual({ data: { chat: { members: null } } });
});

test('members of a merged chat are its own, and those of its parts came with them', async () => {
  const members = 'members(first: 500) { items { isSelf fullName } total }';

  const { data } = await ask(
    pair,
    `{ chat(id: "${seedChatIDs.merged}") { ${members} merge { chats { ${members} } } } }`,
  );

  const two = { items: [{ isSelf: true }, { fullName: 'Noor Yilmaz' }], total: 2 };
  const { merge, ...own } = data.chat as unknown as { merge: { chats: { members: object }[] } };
  expect(own).toMatchObject({ members: two });
  for (const part of merge.chats) expect(part.members).toMatchObject({ total: 2 });
  expect(upstreamPaths(pair.sandbox)).toHaveLength(1 + merge.chats.length);
});

const rights = 'viewerCanEdit viewerCanDeleteFor viewerCanReact';

test('nobody can delete or react where the version lacks it, whatever the network allows', async () => {
  await using pair = await startPair({ dialect: 'create-only' });
  const path = 'GET /v1/chats/{chatID}';
  const everything = { edit: 2, delete: 2, deleteForMe: true, reaction: 2 };
  pair.sandbox.next(path, { body: { id: kishan.chatID, accountID: 'matrix', capabilities: everything } });

  const { data } = await ask(
    pair,
    `{ chat(id: "${kishan.chatID}") { messages(first: 3) { nodes { ${rights} } } } }`,
  );

  const { messages } = data.chat as unknown as { messages: { nodes: Record<string, unknown>[] } };
  expect(messages.nodes.map(({ viewerCanDeleteFor }) => viewerCanDeleteFor)).toEqual([[], [], []]);
  expect(messages.nodes.map(({ viewerCanReact }) => viewerCanReact)).toEqual([false, false, false]);
  // 4.2.500 can edit.
  expect(messages.nodes.map(({ viewerCanEdit }) => viewerCanEdit)).toContain(true);
});

test.for([
  [false, 'connected', true],
  [false, 'disconnected', false],
  [true, 'connected', false],
  [null, 'connected', null],
  [null, 'disabled', false],
] as const)(
  'in a chat with isReadOnly %s, of an account that is %s, viewerCanSend is %s',
  async ([isReadOnly, status, expected]) => {
    pair.sandbox.always('GET /v1/accounts', { body: [{ accountID: 'a', status }] });
    pair.sandbox.always('GET /v1/chats', {
      body: { items: [{ id: 'x', accountID: 'a', isReadOnly }], hasMore: false },
    });

    const { data } = await ask(pair, '{ chats { nodes { account { id } viewerCanSend } } }');

    expect(data.chats).toEqual({ nodes: [{ account: { id: 'a' }, viewerCanSend: expected }] });
    expect(upstreamPaths(pair.sandbox)).toHaveLength(2);
  },
);

test.for(['viewerCanSend account { id }', 'account { id } viewerCanSend'])(
  'in { %s } of one chat, the account counts',
  async (fields) => {
    pair.sandbox.always('GET /v1/accounts', { body: [{ accountID: 'matrix', status: 'disconnected' }] });

    const { data } = await ask(pair, `{ chat(id: "${kishan.chatID}") { ${fields} } }`);

    expect(data.chat).toEqual({ account: { id: 'matrix' }, viewerCanSend: false });
    expect(upstreamPaths(pair.sandbox)).toHaveLength(2);
  },
);

test('viewerCanSend reads no accounts, and one that can’t be read does not count', async () => {
  const chat = `chat(id: "${kishan.chatID}")`;
  expect((await ask(pair, `{ ${chat} { viewerCanSend } }`)).data).toEqual({ chat: { viewerCanSend: true } });
  expect(upstreamPaths(pair.sandbox)).toHaveLength(1);

  pair.sandbox.always('GET /v1/accounts', rejected(500, 'INTERNAL'));
  const { data, errors } = await ask(pair, `{ ${chat} { viewerCanSend account { id } } }`);

  expect(data).toEqual({ chat: { viewerCanSend: true, account: null } });
  expect(errors).toHaveLength(1);
});
