import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';

const single = { accountID: whatsapp, participantID: ada.id };
const group = { accountID: whatsapp, participantIDs: [ada.id] };

const create = 'mutation ($input: CreateChatInput!) { createChat(input: $input) { __typename } }';
const start = 'mutation ($input: StartChatInput!) { startChat(input: $input) { __typename } }';

const rejected = [
  ['createChat with both members, in variables', create, { input: { single, group } }, 'CreateChatInput'],
  ['createChat with no member, in variables', create, { input: {} }, 'CreateChatInput'],
  ['createChat with a null member, in variables', create, { input: { single: null } }, 'input.single'],
  ['createChat with a member and a null one', create, { input: { single, group: null } }, 'CreateChatInput'],
  ['createChat with an unknown member', create, { input: { channel: single } }, 'CreateChatInput'],
  ['createChat with the other member’s fields', create, { input: { group: single } }, 'CreateGroupChatInput'],
  [
    'startChat with two identifiers',
    start,
    { input: { accountID: 'a', user: { id: 'x', username: 'y' } } },
    'StartChatUserInput',
  ],
  ['startChat with no identifier', start, { input: { accountID: 'a', user: {} } }, 'StartChatUserInput'],
  [
    'startChat with a null identifier',
    start,
    { input: { accountID: 'a', user: { email: null } } },
    'input.user.email',
  ],
  [
    'createChat with both members, in the document',
    `mutation { createChat(input: { single: { accountID: "a", participantID: "b" }, group: { accountID: "a", participantIDs: ["b"] } }) { __typename } }`,
    {},
    'CreateChatInput',
  ],
  [
    'createChat with no member, in the document',
    'mutation { createChat(input: {}) { __typename } }',
    {},
    'CreateChatInput',
  ],
  [
    'createChat with a null member, in the document',
    'mutation { createChat(input: { single: null }) { __typename } }',
    {},
    'CreateChatInput',
  ],
  [
    'startChat with two identifiers, in the document',
    'mutation { startChat(input: { accountID: "a", user: { id: "x", email: "x@example.com" } }) { __typename } }',
    {},
    'StartChatUserInput',
  ],
] as const;

for (const [what, document, variables, place] of rejected) {
  test(`${what} is a request error that names the field, and Beeper is not called`, async () => {
    await using pair = await startPair();

    const response = await pair.gateway.send(document, variables, {
      headers: { accept: 'application/graphql-response+json' },
    });
    const answer = await response.json();

    expect(response.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(JSON.stringify(answer.errors)).toContain(place);
    expect(pair.sandbox.calls).toEqual([]);
  });
}

test('a nullable variable for a member is rejected if it is null, and Beeper is not called', async () => {
  await using pair = await startPair();

  const response = await pair.gateway.send(
    'mutation ($single: CreateSingleChatInput) { createChat(input: { single: $single }) { __typename } }',
    { single: null },
  );
  const answer = await response.json();

  expect(answer.data?.createChat ?? null).toBeNull();
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors[0].message).toContain('{single: $single}');
  expect(pair.sandbox.calls).toEqual([]);
});

test('introspection shows each input union as @oneOf', async () => {
  await using pair = await startPair();

  const response = await pair.gateway.send(
    '{ a: __type(name: "CreateChatInput") { isOneOf } b: __type(name: "StartChatUserInput") { isOneOf } c: __type(name: "StartChatInput") { isOneOf } }',
  );

  expect((await response.json()).data).toEqual({
    a: { isOneOf: true },
    b: { isOneOf: true },
    c: { isOneOf: false },
  });
});
