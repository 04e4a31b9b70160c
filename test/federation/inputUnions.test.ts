import { describe, expect, test } from 'vitest';
import { ada, whatsapp } from '../support/people.ts';
import { federations, startGraph } from './graph.ts';
import type { RouterName } from './routers.ts';

/** Which server rejects an input union without exactly one member. */
const rejectedBy: Record<RouterName, 'router' | 'subgraph'> = {
  '@apollo/gateway': 'subgraph',
  '@graphql-hive/gateway-runtime': 'router',
};

const create = 'mutation ($input: CreateChatInput!) { createChat(input: $input) { __typename } }';
const start = 'mutation ($input: StartChatInput!) { startChat(input: $input) { __typename } }';
const single = { accountID: whatsapp, participantID: ada.id };
const group = { accountID: whatsapp, participantIDs: [ada.id] };

const wrong = [
  ['createChat with two members, in variables', create, { input: { single, group } }, 'CreateChatInput'],
  ['createChat with no member, in variables', create, { input: {} }, 'CreateChatInput'],
  [
    'createChat with two members, in the document',
    'mutation { createChat(input: { single: { accountID: "a", participantID: "b" }, group: { accountID: "a", participantIDs: ["b"] } }) { __typename } }',
    {},
    'CreateChatInput',
  ],
  [
    'startChat with two identifiers, in variables',
    start,
    { input: { accountID: whatsapp, user: { id: ada.id, username: 'ada' } } },
    'StartChatUserInput',
  ],
  [
    'startChat with two identifiers, in the document',
    'mutation { startChat(input: { accountID: "a", user: { id: "b", email: "b@example.com" } }) { __typename } }',
    {},
    'StartChatUserInput',
  ],
] as const;

describe.each(federations)('$router over the supergraph of $composer', (federation) => {
  const rejecter = rejectedBy[federation.router];

  test.each(wrong)(
    `%s is rejected by the ${rejecter} with the name of the type, without an upstream call`,
    async (_, query, variables, type) => {
      await using graph = await startGraph(federation);

      const { data, errors } = await graph.ask(query, variables);

      expect(Object.values(data ?? {}).filter((result) => result !== null)).toEqual([]);
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.message).toContain(type);
      expect(graph.gatewayProxy.requests).toHaveLength(rejecter === 'router' ? 0 : 1);
      expect(graph.sandbox.calls).toEqual([]);
    },
  );

  test('introspection of the router returns isOneOf if the router supports it', async () => {
    await using graph = await startGraph(federation);

    const { data, errors } = await graph.ask(
      '{ a: __type(name: "CreateChatInput") { isOneOf } b: __type(name: "StartChatUserInput") { isOneOf } c: __type(name: "StartChatInput") { isOneOf } }',
    );

    if (rejecter === 'router') {
      expect(data).toEqual({ a: { isOneOf: true }, b: { isOneOf: true }, c: { isOneOf: false } });
    } else {
      expect(errors).toMatchObject([{ message: 'Cannot query field "isOneOf" on type "__Type".' }]);
    }
  });
});
