import { expect, test } from 'vitest';
import { idListSchema } from '../../src/schema/validation.ts';
import { CreateChat, ReadChat, StartChat } from '../support/documents.ts';
import type { GraphQLAnswer } from '../support/gateway.ts';
import type { CreateChatInput, StartChatInput } from '../support/graphql/graphql.js';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

const accountID = whatsapp;

const creations: [string, CreateChatInput, [string, string][]][] = [
  [
    'an empty account ID',
    { single: { accountID: '', participantID: ada.id } },
    [['input.single.accountID', 'empty']],
  ],
  [
    'a blank participant ID',
    { single: { accountID, participantID: ' \u2003' } },
    [['input.single.participantID', 'empty']],
  ],
  [
    'a control character in an ID',
    { single: { accountID, participantID: 'a\u0000b' } },
    [['input.single.participantID', 'control_character']],
  ],
  [
    'a lone surrogate in an ID',
    { single: { accountID, participantID: '\ud800' } },
    [['input.single.participantID', 'malformed_unicode']],
  ],
  [
    '".." as an ID',
    { single: { accountID: '..', participantID: ada.id } },
    [['input.single.accountID', 'not_an_id']],
  ],
  ...['search', 'START'].map((word): (typeof creations)[number] => [
    `the route word "${word}" as an ID`,
    { single: { accountID: word, participantID: ada.id } },
    [['input.single.accountID', 'route_word']],
  ]),
  [
    'an empty group',
    { group: { accountID, participantIDs: [] } },
    [['input.group.participantIDs', 'too_small']],
  ],
  [
    'a duplicate participant',
    { group: { accountID, participantIDs: ['a', 'b', 'a'] } },
    [['input.group.participantIDs.2', 'duplicate']],
  ],
  [
    'a blank title',
    { group: { accountID, participantIDs: ['a'], title: '  ' } },
    [['input.group.title', 'blank']],
  ],
  [
    'a blank message',
    { single: { accountID, participantID: 'a', messageText: '\n' } },
    [['input.single.messageText', 'blank']],
  ],
  [
    'text and title of invisible characters only',
    {
      group: {
        accountID,
        participantIDs: ['a'],
        title: '\u200b\u3164\u00ad',
        messageText: '\ufeff\u202e\u200d\u2060\u00a0',
      },
    },
    [
      ['input.group.messageText', 'blank'],
      ['input.group.title', 'blank'],
    ],
  ],
  [
    'an ID of invisible characters only',
    { single: { accountID: '\u200e', participantID: '\ufeff\u{e0020}' } },
    [
      ['input.single.accountID', 'empty'],
      ['input.single.participantID', 'empty'],
    ],
  ],
  [
    'an ID that is too long',
    { single: { accountID: 'x'.repeat(1_001), participantID: '\ud800'.repeat(1_001) } },
    [
      ['input.single.accountID', 'too_big'],
      ['input.single.participantID', 'too_big'],
    ],
  ],
  [
    'a list of too many participants, whatever they are',
    { group: { accountID, participantIDs: Array(1_001).fill('') } },
    [['input.group.participantIDs', 'too_big']],
  ],
  [
    '100,000 participants',
    { group: { accountID, participantIDs: Array(100_000).fill('x') } },
    [['input.group.participantIDs', 'too_big']],
  ],
  [
    'a title and a message that are too long',
    {
      group: { accountID, participantIDs: ['a'], title: ' '.repeat(1_001), messageText: 'x'.repeat(65_537) },
    },
    [
      ['input.group.messageText', 'too_big'],
      ['input.group.title', 'too_big'],
    ],
  ],
  [
    'several problems at once',
    { group: { accountID: '', participantIDs: ['a', '', 'a', 'a\u007f'], title: '', messageText: ' ' } },
    [
      ['input.group.accountID', 'empty'],
      ['input.group.messageText', 'blank'],
      ['input.group.participantIDs.1', 'empty'],
      ['input.group.participantIDs.2', 'duplicate'],
      ['input.group.participantIDs.3', 'control_character'],
      ['input.group.title', 'blank'],
    ],
  ],
];

for (const [what, input, issues] of creations) {
  test(`createChat rejects ${what} before Beeper is called`, async () => {
    await using pair = await startPair();

    const { data } = await pair.gateway.query(CreateChat, { input });

    expect(data?.createChat).toMatchObject({ __typename: 'BeeperInvalidInputError', retryable: false });
    expect(broken(data?.createChat)).toEqual(issues);
    expect(pair.sandbox.calls).toEqual([]);
  });
}

const starts: [string, StartChatInput, [string, string][]][] = [
  ...[
    'ada',
    'ada@',
    '@example.com',
    '\u200bada@\ufeff',
    'ada lovelace@example.com',
    'ada@exam\u0000ple.com',
  ].map((email): [string, StartChatInput, [string, string][]] => [
    `${JSON.stringify(email)} as an email address`,
    { accountID, user: { email } },
    [['input.user.email', 'invalid_format']],
  ]),
  ...[
    '+',
    '+1 5',
    '12',
    '0-0',
    '+ADA',
    'call 5550101',
    '+1 800 FLOWERS',
    '٣٤',
    '+1 (555) 010-1002 или дома',
  ].map((phoneNumber): [string, StartChatInput, [string, string][]] => [
    `${JSON.stringify(phoneNumber)} as a phone number`,
    { accountID, user: { phoneNumber } },
    [['input.user.phoneNumber', 'invalid_phone_number']],
  ]),
  [
    'an invisible username',
    { accountID, user: { username: '\u2066\u2069' } },
    [['input.user.username', 'blank']],
  ],
  ['a blank phone number', { accountID, user: { phoneNumber: ' ' } }, [['input.user.phoneNumber', 'blank']]],
  [
    'a contact with only a name',
    { accountID, user: { contact: { fullName: 'Ada' } } },
    [['input.user.contact', 'missing_identifier']],
  ],
  [
    'a contact with only nulls',
    { accountID, user: { contact: { id: null, email: null } } },
    [['input.user.contact', 'missing_identifier']],
  ],
  [
    'several problems at once',
    {
      accountID: ' ',
      messageText: '',
      user: { contact: { email: 'x', phoneNumber: '+', fullName: ' ', username: '' } },
    },
    [
      ['input.accountID', 'empty'],
      ['input.messageText', 'blank'],
      ['input.user.contact.email', 'invalid_format'],
      ['input.user.contact.fullName', 'blank'],
      ['input.user.contact.phoneNumber', 'invalid_phone_number'],
      ['input.user.contact.username', 'blank'],
    ],
  ],
  [
    'identifiers that are too long',
    {
      accountID,
      user: {
        contact: {
          email: `${'x'.repeat(320)}@`,
          phoneNumber: '1'.repeat(201),
          fullName: 'x'.repeat(1_001),
          username: '\u200b'.repeat(1_001),
        },
      },
    },
    [
      ['input.user.contact.email', 'too_big'],
      ['input.user.contact.fullName', 'too_big'],
      ['input.user.contact.phoneNumber', 'too_big'],
      ['input.user.contact.username', 'too_big'],
    ],
  ],
  [
    'a contact without identifier and with a blank name',
    { accountID, user: { contact: { fullName: '' } } },
    [
      ['input.user.contact', 'missing_identifier'],
      ['input.user.contact.fullName', 'blank'],
    ],
  ],
];

for (const [what, input, issues] of starts) {
  test(`startChat rejects ${what} before Beeper is called`, async () => {
    await using pair = await startPair();

    const { data } = await pair.gateway.query(StartChat, { input });

    expect(data?.startChat).toMatchObject({ __typename: 'BeeperInvalidInputError', retryable: false });
    expect(broken(data?.startChat)).toEqual(issues);
    expect(pair.sandbox.calls).toEqual([]);
  });
}

test('the message for an invalid phone number says what is allowed and does not quote it', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(StartChat, {
    input: { accountID, user: { phoneNumber: '+1 800 FLOWERS' } },
  });

  expect(data?.startChat).toMatchObject({
    message: expect.stringMatching(/at least 3 digits and no letters.*\+15550101002/),
  });
  expect(JSON.stringify(data)).not.toContain('FLOWERS');
});

test('texts and lists of the greatest length are sent', async () => {
  await using pair = await startPair();
  const title = 'x'.repeat(1_000);
  const messageText = '語'.repeat(65_536);
  const participantIDs = Array.from({ length: 1_000 }, (_, index) => `${index}`.padStart(1_000, 'x'));

  await pair.gateway.query(CreateChat, {
    input: { group: { accountID, participantIDs: ['x'], title, messageText } },
  });
  await pair.gateway.query(CreateChat, {
    input: { group: { accountID, participantIDs: participantIDs.slice(0, 900) } },
  });

  expect(pair.writes().map(({ json }) => json)).toMatchObject([
    { title, messageText },
    { participantIDs: participantIDs.slice(0, 900) },
  ]);
});

test('at most 20 problems are listed, and the message says that there are more', async () => {
  await using pair = await startPair();
  const ask = async (count: number) =>
    (
      await pair.gateway.query(CreateChat, {
        input: {
          group: { accountID, participantIDs: Array.from({ length: count }, (_, n) => `\u0001${n}`) },
        },
      })
    ).data?.createChat as { message: string; issues: unknown[] };

  const [fewer, more] = [await ask(20), await ask(900)];

  expect(fewer.message).toBe('The input has 20 problems.');
  expect(fewer.issues).toHaveLength(20);
  expect(more.message).toBe('The input has more than 20 problems. The first 20 are listed.');
  expect(more.issues).toHaveLength(20);
  expect(pair.sandbox.calls).toEqual([]);
  const logged = pair.gateway.log.map(({ issues }) => issues as unknown[]);
  expect(logged.map(({ length }) => length)).toEqual([20, 20]);
});

test('a list in a variable is checked once, in however many fields it is', () => {
  let reads = 0;
  const ids = new Proxy(['a', 'b'], {
    get(list, key) {
      if (key === '0') reads++;
      return Reflect.get(list, key);
    },
  });
  const rule = idListSchema(10);
  for (let field = 0; field < 30; field++) expect(rule.safeParse(ids).success).toBe(true);
  expect(reads).toBe(1);
});

test('cursors, search texts and IDs of queries have a maximum length', async () => {
  await using pair = await startPair();
  const long = (length: number) => JSON.stringify('x'.repeat(length));
  const document = `{
    chats(after: ${long(32_769)}) { nodes { id } }
    searchChats(filter: { query: ${long(1_001)} }) { nodes { id } }
    contacts(accountID: ${long(1_001)}, query: "x") { nodes { userID } }
    many: chats(accountIDs: [${'"x" '.repeat(201)}]) { nodes { id } }
    account(id: ${long(1_001)}) { id }
  }`;
  const { errors } = (await (await pair.gateway.send(document)).json()) as GraphQLAnswer<object>;

  expect(errors?.map(({ path, extensions }) => [path?.[0], extensions?.issues])).toEqual([
    ['chats', [expect.objectContaining({ code: 'too_big', path: ['after'] })]],
    ['searchChats', [expect.objectContaining({ code: 'too_big', path: ['filter', 'query'] })]],
    ['contacts', [expect.objectContaining({ code: 'too_big', path: ['accountID'] })]],
    ['many', [expect.objectContaining({ code: 'too_big', path: ['accountIDs'] })]],
    ['account', [expect.objectContaining({ code: 'too_big', path: ['id'] })]],
  ]);
  expect(pair.sandbox.calls).toEqual([]);
});

test('a cursor of more lists than a person has networks is not a cursor', async () => {
  await using pair = await startPair();
  const place = ['before', [null, 'before', 20, 0, 'x', null, null, null]];
  const ask = async (lists: number) => {
    const at = Object.fromEntries(Array.from({ length: lists }, (_, n) => [`!${n}`, place]));
    const after = Buffer.from(JSON.stringify({ from: '!0', time: 1, at })).toString('base64url');
    const query = `query ($after: String) { chat(id: "${kishan.chatID}") { messages(after: $after) { nodes { id } } } }`;
    const { errors } = (await (await pair.gateway.send(query, { after })).json()) as GraphQLAnswer<object>;
    return errors?.[0]?.message;
  };
  expect(await ask(101)).toMatch(/^This is not a valid cursor/);
  expect(await ask(100)).toMatch(/^This cursor is from another list/);
});

test('the path of an issue is a list of strings, including list positions', async () => {
  await using pair = await startPair();

  const { data } = await pair.gateway.query(CreateChat, {
    input: { group: { accountID, participantIDs: ['a', 'a'] } },
  });

  expect(data?.createChat).toMatchObject({
    message: 'The list already contains this ID.',
    issues: [{ path: ['input', 'group', 'participantIDs', '1'] }],
  });
});

test('chat rejects an invalid ID, with the code and issues in the extensions of the error', async () => {
  await using pair = await startPair();

  const { data, errors } = await pair.gateway.query(ReadChat, { id: '..' });

  expect(data).toEqual({ chat: null });
  expect(errors?.[0]).toMatchObject({
    path: ['chat'],
    extensions: { code: 'INVALID_INPUT', retryable: false, issues: [{ path: ['id'], code: 'not_an_id' }] },
  });
  expect(pair.sandbox.calls).toEqual([]);
});

test.each(['search', 'Search', 'start'])(
  'chat(id: "%s") is invalid input, and no route of Beeper',
  async (id) => {
    await using pair = await startPair();

    const { data, errors } = await pair.gateway.query(ReadChat, { id });

    expect(data).toEqual({ chat: null });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ code: 'route_word' }],
    });
    expect(pair.sandbox.calls).toEqual([]);
  },
);

test('an ID that only contains a route word is sent', async () => {
  await using pair = await startPair();

  await pair.gateway.query(ReadChat, { id: '!search:beeper.com' });

  expect(pair.sandbox.calls.map(({ path }) => path)).toEqual(['/v1/chats/!search%3Abeeper.com']);
});

/** Each issue as `path code`, sorted by path. */
function broken(result: unknown): [string, string][] {
  const { issues } = result as { issues: { path: string[]; code: string }[] };
  return issues
    .map(({ path, code }): [string, string] => [path.join('.'), code])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
