import { type GraphQLInputType, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { schema } from '../../src/schema/index.ts';
import { subscribe } from '../support/eventStream.ts';
import { startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';

const malformed = ['\ud800', 'a\udfffb', '\ud83d', '\udc00\ud800', '🎉\ud83c'];

const start = `mutation ($input: StartChatInput!, $key: String) {
  startChat(input: $input, idempotencyKey: $key) { ... on BeeperInvalidInputError { code issues { path code } } } }`;
const create = `mutation ($input: CreateChatInput!, $key: String) {
  createChat(input: $input, idempotencyKey: $key) { ... on BeeperInvalidInputError { code issues { path code } } } }`;

const startWith = (user: object, more: object = {}) => ({ input: { accountID: whatsapp, user, ...more } });
const single = { accountID: whatsapp, participantID: ada.id };
const group = { accountID: whatsapp, participantIDs: [ada.id] };

const writes: [string, string, (text: string) => object][] = [
  ['input.messageText', start, (text) => startWith({ id: ada.id }, { messageText: text })],
  ['input.user.username', start, (username) => startWith({ username })],
  ['input.user.email', start, (text) => startWith({ email: `${text}@example.com` })],
  ['input.user.phoneNumber', start, (text) => startWith({ phoneNumber: `+15550101002${text}` })],
  [
    'input.user.contact.fullName',
    start,
    (fullName) => startWith({ contact: { phoneNumber: ada.phoneNumber, fullName } }),
  ],
  [
    'idempotencyKey',
    start,
    (text) => ({ ...startWith({ id: ada.id }), key: `a-key-of-at-least-eight-${text}` }),
  ],
  ['input.single.messageText', create, (messageText) => ({ input: { single: { ...single, messageText } } })],
  ['input.single.title', create, (title) => ({ input: { single: { ...single, title } } })],
  ['input.group.messageText', create, (messageText) => ({ input: { group: { ...group, messageText } } })],
  ['input.group.title', create, (title) => ({ input: { group: { ...group, title } } })],
];

test.each(writes)(
  'a mutation rejects a lone surrogate in %s before Beeper is called',
  async (path, query, of) => {
    await using pair = await startPair();
    for (const text of malformed) {
      const answer = await pair.gateway.send(query, of(text));
      const { data } = (await answer.json()) as { data: Record<string, unknown> };
      expect(Object.values(data)).toEqual([
        { code: 'INVALID_INPUT', issues: [{ path: path.split('.'), code: 'malformed_unicode' }] },
      ]);
    }
    expect(pair.sandbox.calls).toEqual([]);
  },
);

const cursor = Buffer.from(JSON.stringify([null, 'before', 20, 0, 'a'])).toString('base64url');

const reads: [string, string, (text: string) => object][] = [
  [
    'query',
    'query ($id: ID!, $text: String) { contacts(accountID: $id, query: $text) { nodes { userID } } }',
    (text) => ({ id: whatsapp, text }),
  ],
  [
    'filter.query',
    'query ($text: String) { searchChats(filter: { query: $text }) { nodes { id } } }',
    (text) => ({ text }),
  ],
  [
    'after',
    'query ($text: String) { chats(after: $text) { nodes { id } } }',
    (text) => ({ text: cursor + text }),
  ],
];

test.each(reads)(
  'a query rejects a lone surrogate in %s before Beeper is called',
  async (path, query, of) => {
    await using pair = await startPair();
    for (const text of malformed) {
      const answer = await pair.gateway.send(query, of(text));
      expect(await answer.json()).toMatchObject({
        errors: [
          {
            extensions: {
              code: 'INVALID_INPUT',
              issues: [{ path: path.split('.'), code: 'malformed_unicode' }],
            },
          },
        ],
      });
    }
    expect(pair.sandbox.calls).toEqual([]);
  },
);

test('characters outside the Basic Multilingual Plane arrive unchanged', async () => {
  await using pair = await startPair();
  const messageText = '🧑‍🚀 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \ufffd 🎉';
  await pair.gateway.send(start, startWith({ id: ada.id }, { messageText }));
  expect(pair.writes()).toMatchObject([
    { body: expect.stringContaining(JSON.stringify({ messageText }).slice(1)) },
  ]);
});

interface TextInput {
  readonly name: string;
  readonly validate: z.ZodType | undefined;
}

/**
 * Every argument and input field of the schema that takes text, except those that the federation plugin adds, and those of
 * subscriptions, which are checked when one begins.
 */
function textInputs(): TextInput[] {
  const isText = (type: GraphQLInputType) => ['String', 'ID'].includes(getNamedType(type).name);
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      if (isInputObjectType(type))
        return Object.values(type.getFields()).map((field) => ({ owner: type.name, field }));
      if (!isObjectType(type) || type === schema.getSubscriptionType()) return [];
      return Object.values(type.getFields()).flatMap(({ name, args }) =>
        args.map((field) => ({ owner: `${type.name}.${name}`, field })),
      );
    })
    .filter(({ field }) => isText(field.type))
    .map(({ owner, field: { name, extensions } }) => {
      const options = extensions.pothosOptions as { validate?: { schema?: z.ZodType } } | undefined;
      return { name: `${owner}.${name}`, validate: options?.validate?.schema };
    });
}

test('every text of the schema, and every text in a list, has a rule that rejects lone surrogates', () => {
  const inputs = textInputs();
  expect(inputs.length).toBeGreaterThan(25);
  for (const { name, validate } of inputs) {
    const results = ['\ud800', ['\ud800']].map((value) => validate?.safeParse(value));
    const codes = results.flatMap((result) =>
      result?.error?.issues.map((issue) => 'params' in issue && issue.params),
    );
    expect(codes, name).toContainEqual({ code: 'malformed_unicode' });
  }
});

const events = `subscription ($chatIDs: [ID!], $after: String) {
  chatEvents(chatIDs: $chatIDs, after: $after) {
    ... on BeeperLiveEnded { error { ... on BeeperInvalidInputError { issues { path code } } } } } }`;
const progress = `subscription ($chatID: ID!, $pendingMessageID: ID!) {
  messageProgress(chatID: $chatID, pendingMessageID: $pendingMessageID) {
    ... on BeeperInvalidInputError { issues { path code } } } }`;

test.each<[string, string, object]>([
  ['chatIDs.0', events, { chatIDs: ['\ud800'] }],
  ['after', events, { after: '\ud800' }],
  ['chatID', progress, { chatID: '\ud800', pendingMessageID: 'm1' }],
  ['pendingMessageID', progress, { chatID: 'c1', pendingMessageID: '\ud800' }],
])('a lone surrogate in %s of a subscription is invalid input', async (path, query, variables) => {
  await using pair = await startPair();
  await using watching = await subscribe(pair.gateway, query, { variables });
  const { data } = (await watching.next()) ?? {};
  expect(JSON.stringify(data)).toContain(
    JSON.stringify([{ path: path.split('.'), code: 'malformed_unicode' }]),
  );
  expect(pair.sandbox.calls).toEqual([]);
});

test('every text argument of a subscription is among these', () => {
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  const texts = fields.flatMap(({ args }) => args.map(({ name }) => name));
  expect(texts.sort()).toEqual(['after', 'chatID', 'chatIDs', 'pendingMessageID']);
});
