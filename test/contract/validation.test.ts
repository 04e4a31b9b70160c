import { expect, test } from 'vitest';
import { CreateChat, ReadChat, StartChat } from '../support/documents.ts';
import type { CreateChatInput, StartChatInput } from '../support/graphql/graphql.js';
import { startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';

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
