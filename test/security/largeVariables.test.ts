import { expect, test } from 'vitest';
import { boundVariables } from '../../src/http/limits/largeVariables.ts';
import { maxIDs } from '../../src/schema/validation.ts';
import type { GraphQLAnswer } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';

const search = 'query ($v: BeeperChatFilter!) { searchChats(filter: $v) { nodes { id } } }';
const keys = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`key${n}`, 'x'.repeat(20)]));

test.each([true, false])(
  'a large input object is rejected with one short error (GraphiQL %s)',
  async (graphiql) => {
    await using pair = await startPair({ graphiql });
    const response = await pair.gateway.send(search, { v: keys(1_500) });
    const text = await response.text();
    expect(text.length).toBeLessThan(3_000);
    const { errors } = JSON.parse(text) as GraphQLAnswer<object>;
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^Variable "\$v" got invalid value \{.*…$/),
      locations: [{ line: 1, column: 8 }],
      extensions: { code: 'BAD_USER_INPUT', retryable: false },
    });
    expect(response.status).toBe(200);
    const accept = 'application/graphql-response+json';
    expect((await pair.gateway.send(search, { v: keys(1_500) }, { headers: { accept } })).status).toBe(400);
  },
);

test.each([
  ['the variables', keys(2_001)],
  ['a variable', { v: keys(2_001) }],
  ['a part of a variable', { v: { a: [{ b: keys(2_001) }] } }],
])(
  '%s of more than 2,000 keys: rejected before they are compared with the schema',
  async (_what, variables) => {
    await using pair = await startPair();
    const response = await pair.gateway.send(search, variables);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: 'The variables have an object of more than 2000 keys.',
          extensions: { code: 'BAD_USER_INPUT', retryable: false, requestID: expect.any(String) },
        },
      ],
    });
    expect(pair.gateway.log).toMatchObject([{ msg: 'Request refused', code: 'BAD_USER_INPUT' }]);
  },
);

test('a list is cut where the rules of the schema refuse it anyway', () => {
  const variables = {
    ids: Array(100_000).fill('x'),
    some: Array(2_000).fill('x'),
    deep: [[{ ids: Array(3_000).fill(0) }]],
  };
  boundVariables(variables);
  expect(variables.ids).toHaveLength(2_001);
  expect(variables.some).toHaveLength(2_000);
  expect(variables.deep[0]?.[0]?.ids).toHaveLength(2_001);
  expect(Math.max(...Object.values(maxIDs))).toBeLessThan(2_000);
});

test('a small input object is rejected with an error for each mistake', async () => {
  await using pair = await startPair();
  const { errors } = (await (
    await pair.gateway.send(search, { v: keys(3) })
  ).json()) as GraphQLAnswer<object>;
  expect(errors).toHaveLength(3);
});

test('a valid large input object is used', async () => {
  await using pair = await startPair();
  const input = {
    single: { accountID: 'nobody', participantID: 'x', messageText: 'x'.repeat(60_000) },
  };
  const response = await pair.gateway.send(
    'mutation ($input: CreateChatInput!) { createChat(input: $input) { __typename } }',
    { input },
  );
  expect(await response.json()).toEqual({ data: { createChat: { __typename: 'BeeperNotFoundError' } } });
  expect(pair.writes()).toMatchObject([{ json: { messageText: input.single.messageText } }]);
});

test.each([
  [
    'a variable of the wrong type',
    { query: 'query ($v: Int) { chats(first: $v) { nodes { id } } }', variables: { v: 'x'.repeat(900_000) } },
  ],
  [
    'a value of white space',
    { query: 'query ($v: Int) { chats(first: $v) { nodes { id } } }', variables: { v: ' '.repeat(900_000) } },
  ],
  ['a name in the document', { query: `{ ${'x'.repeat(60_000)} }` }],
  ['a name in a document that is not valid', { query: `query ${'x'.repeat(60_000)} ${'y'.repeat(5_000)}` }],
  ['a parameter', { query: '{ __typename }', ['x'.repeat(900_000)]: 1 }],
  ['the name of the operation', { query: '{ __typename }', operationName: 'x'.repeat(900_000) }],
])('%s is not quoted at length', async (_what, request) => {
  for (const graphiql of [true, false]) {
    await using pair = await startPair({ graphiql });
    const startedAt = performance.now();
    const response = await pair.gateway.send('', {}, { body: JSON.stringify(request) });
    const text = await response.text();
    expect(text).toContain('"errors"');
    expect(text.length).toBeLessThan(3_000);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  }
});
