import { seedChatIDs } from '../../src/sandbox/index.ts';
import { whatsapp } from './people.ts';

/** Single requests of up to 1 MiB that try to keep a gateway busy, by what they do. */

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Hostile {
  readonly body?: string;
  readonly path?: string;
}

const longHistory = seedChatIDs.longHistory;

/** @param size about how many bytes the request has. */
type Shape = (size: number, random: () => number) => Hostile;

const post = (query: string, variables?: unknown, more: object = {}): Hostile => ({
  body: JSON.stringify({ query, variables, ...more }),
});
/** @returns the piece repeated until it has about `size` bytes in JSON. */
const fill = (size: number, piece: string): string =>
  piece.repeat(Math.ceil(size / (Buffer.byteLength(JSON.stringify(piece)) - 2)));
const list = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: Math.floor(count) }, (_, index) => item(index));
const aliases = (count: number, field: string) => list(count, (index) => `a${index}: ${field}`).join(' ');
const pick = <T>(random: () => number, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)] as T;

const pieces = [
  '1',
  '9',
  ' ',
  '+',
  '(',
  ')',
  '٣',
  '𝟗',
  'a',
  'é',
  '語',
  '🧑‍🚀',
  '\u200b',
  '\u200ba',
  'a\u200b',
  '\u202e',
  '\ufeff',
  '\n',
  '\t',
  '\u0000',
  '\ud800',
  '@',
  '@.',
  '.@',
  'a@',
  '-',
  '00',
  'tel:',
  '"',
  '\\',
  '%',
  '%00',
  '/',
  '{',
  '[',
  '<b>',
  '&amp;',
  '1 ',
  '+1',
  ' 1',
  'x1',
  ';ext=',
  'ext 1',
  '１',
];

const chats = (args: string) => `chats(${args}) { nodes { id } }`;
const failure =
  '... on BeeperError { code message } ... on BeeperInvalidInputError { issues { path message code } }';
const start = (user: string) =>
  `mutation ($v: String) { startChat(input: { accountID: "${whatsapp}", user: ${user} }) { ${failure} } }`;
const user = [
  '{ phoneNumber: $v }',
  '{ email: $v }',
  '{ username: $v }',
  '{ contact: { id: "x", fullName: $v } }',
  '{ contact: { phoneNumber: $v, email: $v, username: $v, fullName: $v } }',
];

const cursors: ((size: number) => string)[] = [
  (size) => fill(size, 'A'),
  (size) => fill(size, '='),
  (size) => Buffer.from('['.repeat(size / 2)).toString('base64url'),
  (size) => Buffer.from(`${'['.repeat(size / 3)}${']'.repeat(size / 3)}`).toString('base64url'),
  (size) =>
    Buffer.from(JSON.stringify([null, 'before', 20, 0, 'x'.repeat(size / 2), null, null, null])).toString(
      'base64url',
    ),
  (size) =>
    Buffer.from(
      JSON.stringify({
        from: 'x',
        time: 1,
        at: Object.fromEntries(
          list(size / 80, (n) => [`k${n}`, ['before', [null, 'before', 20, 0, 'x', null, null, null]]]),
        ),
      }),
    ).toString('base64url'),
  (size) =>
    Buffer.from(
      JSON.stringify({ from: 'x', time: 1, at: Object.fromEntries(list(size / 20, (n) => [`k${n}`, 7])) }),
    ).toString('base64url'),
];

const values: ((size: number) => unknown)[] = [
  (size) => fill(size, 'x'),
  (size) => Object.fromEntries(list(size / 12, (n) => [`k${n}`, n])),
  (size) => list(size / 6, (n) => n % 10 ** 5),
  (size) => list(size / 3, () => []),
  (size) => list(size / 3, () => ({})),
  (size) => list(size / 5, () => null),
  (size) => list(size / 3, () => ''),
  (size) => list(size / 200, () => ({ a: 'x'.repeat(180) })),
  (size) => list(60, () => fill(size / 60, 'x')),
  (size) => list(60, () => ({ [fill(size / 60, 'x')]: 1 })),
  () => JSON.parse(`${'[1,'.repeat(190)}1${']'.repeat(190)}`),
  () => JSON.parse(`${'{"a":'.repeat(190)}1${'}'.repeat(190)}`),
  (size) => Number(`1${'0'.repeat(Math.min(size, 300))}`),
];

const entities =
  'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on BeeperAccount { id } ... on BeeperChat { id } } }';

const leaves = {
  chats: [
    'id',
    'title',
    'description',
    'network',
    'type',
    'lastActivity',
    'unreadCount',
    'localChatID',
    'account { id }',
    'participants { total items { fullName } }',
    'capabilities { maxTextLength }',
    'imgURL { url }',
  ],
  messages: [
    'id',
    'text',
    'plainText',
    'sender { fullName }',
    'timestamp',
    'senderName',
    'reactions { reactionID }',
    'attachments { fileName }',
    'textFormat',
    'sortKey',
  ],
};

/** A document that costs nearly 20,000. */
const large = (field: string, items: readonly string[], random: () => number): string => {
  const selected = list(pick(random, [40, 60, 90]), (index) =>
    / /.test(pick(random, items)) ? pick(random, items) : `a${index}: ${items[index % items.length]}`,
  );
  return `{ ${field} { nodes { ${selected.filter((one) => !/^a\d+: \w+ \{/.test(one)).join(' ')} } edges { cursor } } }`;
};

export const shapes: Record<string, Shape> = {
  'many fields of 200 chats': (_size, random) => post(large('chats(first: 200)', leaves.chats, random)),
  'many fields of 200 messages': (_size, random) =>
    post(
      `{ chat(id: "${longHistory}") ${large('messages(first: 200)', leaves.messages, random).replace(/\}$/, '} }').replace('{ messages', '{ messages')} `,
    ),
  'many calls': (_size, random) =>
    post(
      pick(random, [
        '{ chats(first: 200) { nodes { messages(first: 1) { nodes { id } } } } }',
        '{ searchChats(filter: {}, first: 200) { nodes { lastMessage { id } } } }',
        '{ chats(first: 200) { nodes { messages(first: 200) { pageInfo { endCursor } } } } }',
        '{ accounts { contacts(first: 200) { nodes { userID } } chats(first: 3) { nodes { id } } } }',
      ]),
    ),
  'IDs, each different': (size, random) =>
    post(`query ($ids: [ID!]) { ${chats('accountIDs: $ids')} }`, {
      ids: list(size / 9, (n) => `${n % 10 ** 6}${pick(random, ['', 'x'])}`),
    }),
  'IDs, all the same': (size, random) => {
    const id = pick(random, ['', 'x', '\u200b', '.', 'start', '\ud800', '\u0001']);
    return post(`query ($ids: [ID!]) { ${chats('accountIDs: $ids')} }`, {
      ids: list(size / (JSON.stringify(id).length + 1), () => id),
    });
  },
  'IDs in 30 aliases': (size, random) => {
    const id = pick(random, ['', 'x', '\u200b', '7']);
    const ids = list(size / (JSON.stringify(id).length + 8), (n) => (id === '7' ? `${id}${n}` : id));
    return post(`query ($ids: [ID!]) { ${aliases(30, chats('accountIDs: $ids'))} }`, { ids });
  },
  'participants of a group': (size, random) => {
    const participantIDs = list(size / 10, (n) => pick(random, [`${n}`, '', 'x']));
    const field = `createChat(input: { group: { accountID: "nobody", participantIDs: $ids } }) { ${failure} }`;
    return post(`mutation ($ids: [ID!]!) { ${aliases(5, field)} }`, { ids: participantIDs });
  },
  'a long ID': (size, random) =>
    post(
      `query ($id: ID!) { ${aliases(pick(random, [1, 30]), pick(random, ['chat(id: $id) { id }', 'account(id: $id) { id }', 'contacts(accountID: $id) { nodes { userID } }']))} }`,
      { id: fill(size, pick(random, pieces)) },
    ),
  'a long search text': (size, random) =>
    post(
      `query ($q: String) { ${aliases(pick(random, [1, 30]), pick(random, ['searchChats(filter: { query: $q }) { nodes { id } }', `contacts(accountID: "${whatsapp}", query: $q) { nodes { userID } }`]))} }`,
      { q: fill(size, pick(random, pieces)) },
    ),
  'a long identifier': (size, random) =>
    post(start(pick(random, user)), { v: fill(size, pick(random, pieces)) }),
  'a long identifier, five times': (size, random) =>
    post(
      `mutation ($v: String) { ${aliases(5, `startChat(input: { accountID: "${whatsapp}", user: ${pick(random, user)} }) { ${failure} }`)} }`,
      { v: fill(size, pick(random, pieces)) },
    ),
  'a long identifier of random pieces': (size, random) => {
    let v = '';
    while (v.length < size / 4) v += pick(random, pieces).repeat(Math.ceil(random() * 50));
    return post(start(pick(random, user)), { v });
  },
  'a long message': (size, random) =>
    post(
      `mutation ($v: String, $k: String) { createChat(idempotencyKey: $k, input: { single: { accountID: "nobody", participantID: "x", messageText: $v, title: $v } }) { ${failure} } }`,
      {
        v: fill(size, pick(random, pieces)),
        k: pick(random, [null, fill(size / 8, 'x'), fill(size / 8, ' ')]),
      },
    ),
  'a long cursor': (size, random) =>
    post(
      `query ($c: String) { ${aliases(pick(random, [1, 30]), pick(random, [chats('after: $c'), chats('before: $c, last: 3'), 'searchChats(filter: {}, after: $c) { nodes { id } }', 'chat(id: "matrix") { messages(after: $c) { nodes { id } } }']))} }`,
      { c: pick(random, cursors)(size * 0.9) },
    ),
  'a cursor in every chat': (size, random) =>
    post(
      'query ($c: String) { chats(first: 200) { nodes { messages(first: 1, after: $c) { nodes { id } } } } }',
      { c: pick(random, cursors)(Math.min(size, pick(random, [500, 5_000, 500_000]))) },
    ),
  'a value of the wrong type': (size, random) => {
    const [type, field] = pick(random, [
      ['Int', chats('first: $v')],
      ['[ID!]', chats('accountIDs: $v')],
      ['BeeperMergedChats', chats('merged: $v')],
      ['BeeperChatFilter!', 'searchChats(filter: $v) { nodes { id } }'],
      ['DateTime', 'searchChats(filter: { lastActivityBefore: $v }) { nodes { id } }'],
      ['ID!', 'chat(id: $v) { id }'],
      ['[_Any!]!', '_entities(representations: $v) { __typename }'],
      ['Boolean!', 'beeper @include(if: $v) { sandbox }'],
    ] as const);
    return post(`query ($v: ${type}) { ${field} }`, { v: pick(random, values)(size) });
  },
  'an input of the wrong type': (size, random) =>
    post(`mutation ($v: StartChatInput!) { startChat(input: $v) { ${failure} } }`, {
      v: pick(random, [
        pick(random, values)(size),
        { accountID: 'x', user: pick(random, values)(size) },
        { accountID: 'x', user: { contact: pick(random, values)(size) } },
      ]),
    }),
  'a filter of unknown fields': (size, random) =>
    post('query ($v: BeeperChatFilter!) { searchChats(filter: $v) { nodes { id } } }', {
      v: Object.fromEntries(list(size / 20, (n) => [`${pick(random, ['quer', 'accountID', 'x'])}${n}`, 1])),
    }),
  'many variables': (size, random) => {
    const count = size / pick(random, [20, 40, 1000]);
    return post(
      `query (${list(Math.min(count, 3_000), (n) => `$v${n}: Int`).join(' ')}) { __typename }`,
      Object.fromEntries(list(count, (n) => [`v${n}`, n])),
    );
  },
  'references of a router': (size, random) => {
    const __typename = pick(random, [
      'BeeperAccount',
      'BeeperChat',
      'Nothing',
      'constructor',
      '__proto__',
      'Query',
    ]);
    return post(entities, { r: list(size / 46, (n) => ({ __typename, id: `${n}` })) });
  },
  'references to accounts, without fields': (size) =>
    post('query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', {
      r: list(size / 40, () => ({ __typename: 'BeeperAccount', id: '' })),
    }),
  'references in 30 aliases': (size, random) =>
    post(`query ($r: [_Any!]!) { ${aliases(30, '_entities(representations: $r) { __typename }')} }`, {
      r: list(size / 40, () => ({ __typename: pick(random, ['BeeperAccount', 'BeeperChat', 'X']), id: 'x' })),
    }),
  'broken references': (size, random) =>
    post(pick(random, [entities, 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }']), {
      r: list(size / 5, () =>
        pick(random, [null, 7, 'x', [], {}, { __typename: null }, { __typename: [] }, { __typename: {} }]),
      ),
    }),
  'a broken reference of many parts': (size, random) =>
    post(entities, {
      r: [
        { __typename: pick(random, values)(size), id: 'x' },
        { __typename: 'BeeperChat', id: pick(random, values)(size / 2) },
      ],
    }),
  'a comment': (size) => post(`{ __typename } #${fill(size, 'x')}`),
  'blank lines': (size, random) =>
    post(`{ __typename }${fill(size, pick(random, ['\n', ' ', ',', '\ufeff', '\r\n', '#\n']))}`),
  'a long name': (size, random) => {
    const name = fill(size, 'x');
    return post(
      pick(random, [
        `{ ${name} }`,
        `{ ...${name} }`,
        `query ${name} { __typename }`,
        `{ a: ${name} { id } }`,
        `{ chats(${name}: 1) { nodes { id } } }`,
        `{ __typename @${name} }`,
        `query ($${name}: Int) { __typename }`,
        `query ($v: ${name}) { __typename }`,
        `{ searchChats(filter: { ${name}: 1 }) { nodes { id } } }`,
        `{ chats(merged: ${name}) { nodes { id } } }`,
        `fragment ${name} on Query { __typename }`,
        `{ ... on ${name} { id } }`,
      ]),
    );
  },
  'a long literal': (size, random) =>
    post(
      `{ chats(${pick(random, ['first', 'after', 'accountIDs', 'merged'])}: ${pick(random, ['"x"', '9', '"""x"""', '[1]', '0.1']).replace(/[x91]/, (piece) => fill(size, piece))}) { nodes { id } } }`,
    ),
  'a long list as a literal': (size, random) =>
    post(
      `{ chats(accountIDs: [${fill(size, pick(random, ['"x",', '1,', '"",', '{}', '[]', 'null,']))}]) { nodes { id } } }`,
    ),
  'a block string': (size, random) =>
    post(`{ chat(id: """${fill(size, pick(random, ['\n', ' \n', '\n x', '\\"""', 'x']))}""") { id } }`),
  'many fields': (size, random) =>
    post(
      `{ ${fill(size, pick(random, ['__typename ', 'beeper { sandbox } ', 'x ', 'chats { nodes { id } } ', 'nothing ']))} }`,
    ),
  'many aliases': (size, random) =>
    post(
      `{ ${list(size / 20, (n) => `a${n}: ${pick(random, ['__typename', 'beeper { sandbox }', 'accounts { id }', 'nothing'])}`).join(' ')} }`,
    ),
  'the same fields in fragments': (size, random) => {
    const field = pick(random, [
      'beeper { sandbox }',
      'accounts { id }',
      'chats { nodes { id } }',
      'x: chats(first: 3) { nodes { id } }',
    ]);
    return post(
      `{ ${fill(size, pick(random, [`... { ${field} } `, `${field} `, `... on Query { ...F } `]))} } fragment F on Query { ${field} }`,
    );
  },
  'fragments of fragments': (size, random) => {
    const count = Math.min(Math.floor(size / 60), pick(random, [10, 490, 5_000]));
    const width = pick(random, [1, 2, 10]);
    return post(
      `{ ...F0 } ${list(count, (n) => `fragment F${n} on Query { ${list(width, () => `...F${n + 1}`).join(' ')} a${n}: __typename }`).join(' ')} fragment F${count} on Query { __typename }`,
    );
  },
  'fragments in circles': (size) =>
    post(
      `{ ...F0 } ${list(Math.min(size / 60, 490), (n) => `fragment F${n} on Query { ${list(Math.min(20, size / 3000), (m) => `...F${(n * 7 + m) % 490}`).join(' ')} }`).join(' ')}`,
    ),
  'many operations': (size, random) =>
    post(
      list(
        size / 45,
        (n) =>
          `query Q${n} { ${pick(random, ['__typename', 'beeper { sandbox }', 'chats { nodes { id } }'])} }`,
      ).join(' '),
      undefined,
      { operationName: 'Q1' },
    ),
  'many directives': (size, random) =>
    post(`{ __typename ${fill(size, pick(random, ['@include(if: true) ', '@x ', '@skip(if: $x) ']))} }`),
  'deep selections': (size, random) => {
    const piece = pick(random, ['{ a', '{ ... ', '[', '(', '{ chats { nodes ', '{ __schema { types ', '{a:']);
    const levels = Math.min(size / piece.length, pick(random, [100, 199, 5_000, 10 ** 6]));
    return post(pick(random, ['', '{ chats(accountIDs: ']) + fill(levels * piece.length, piece));
  },
  introspection: (size, random) =>
    post(
      `{ ${fill(Math.min(size, pick(random, [1_000, 10_000, 60_000])), '__schema { types { name fields { name type { name } args { name } } } } ')} }`,
    ),
  'introspection in aliases': (size) =>
    post(
      `{ ${list(Math.min(size, 60_000) / 100, (n) => `a${n}: __schema { types { name fields { name type { name } args { name } } } }`).join(' ')} }`,
    ),
  'types of the schema': (size) =>
    post(
      `{ ${list(Math.min(size, 60_000) / 70, (n) => `a${n}: __type(name: "BeeperChat") { fields { name description } }`).join(' ')} }`,
    ),
  'the subgraph in aliases': (size) =>
    post(`{ ${list(Math.min(size, 60_000) / 20, (n) => `a${n}: _service { sdl }`).join(' ')} }`),
  'an operation name': (size, random) =>
    post('{ __typename }', undefined, { operationName: fill(size, pick(random, ['x', '語', '\u0000'])) }),
  extensions: (size, random) =>
    post('{ __typename }', undefined, { extensions: { x: pick(random, values)(size) } }),
  'a parameter with a long name': (size) => post('{ __typename }', undefined, { [fill(size, 'x')]: 1 }),
  'many parameters': (size) =>
    post('{ __typename }', undefined, Object.fromEntries(list(size / 12, (n) => [`p${n}`, null]))),
  'a hash of a document': (size, random) =>
    post(
      '',
      undefined,
      pick(random, [
        { documentId: fill(size, 'x') },
        { extensions: { persistedQuery: { sha256Hash: fill(size, 'x') } } },
      ]),
    ),
  'a query that is no text': (size, random) => ({
    body: JSON.stringify({
      query: pick(random, values)(size),
      operationName: pick(random, values)(size / 10),
    }),
  }),
  'JSON that is no request': (size, random) => ({
    body: pick(random, ['[', '{"a":', '"\\u0000', '1', '-', '[1,', '"x', ' ']).repeat(size).slice(0, size),
  }),
  'JSON of many numbers': (size) => ({
    body: `{"query":"{ __typename }","variables":{"x":[${fill(size - 60, '1e9,')}1]}}`,
  }),
  'JSON with number keys': (size) => ({
    body: `{"query":"{ __typename }","variables":{${list(size / 16, (n) => `"${4294967290 - n * 7}":1`).join(',')}}}`,
  }),
  'a URL': (size, random) => ({
    path: `/graphql?query=${encodeURIComponent('{ __typename }')}&variables=${fill(Math.min(size, 15_000), pick(random, ['{', '%7B', '&', '+', '=', '%5B', 'a&']))}`,
  }),
  'another path': (size, random) => ({
    path: `/${fill(Math.min(size, 15_000), pick(random, ['x', '/', '..%2f', '%41']))}`,
    body: '{}',
  }),
};

const maxBytes = 1024 * 1024;

/** @returns a request of a shape, of at most 1 MiB. */
export function hostileRequest(name: string, size: number, random: () => number): Hostile {
  for (let wanted = size; ; wanted *= 0.7) {
    const request = shapes[name]?.(wanted, random) ?? {};
    if (Buffer.byteLength(request.body ?? '') <= maxBytes) return request;
  }
}
