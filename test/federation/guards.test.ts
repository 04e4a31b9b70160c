import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { subgraphSDL } from '../../src/schema/index.ts';
import { startPair } from '../support/pair.ts';
import { kishan, whatsapp } from '../support/people.ts';
import { startGraph } from './graph.ts';
import { startHiveGateway } from './routers.ts';

/** The gateway's access control and limits, as a router meets them. */

const hive = {
  router: '@graphql-hive/gateway-runtime',
  composer: '@theguild/federation-composition',
} as const;
const key = 'the-key-of-the-router';
const keys = [{ name: 'router', hash: createHash('sha256').update(key).digest(), readOnly: false }];
const readChat = 'query ($id: ID!) { chat(id: $id) { title notes { text } } }';

test('a router with a gateway key is accepted, for callers without one', async () => {
  await using graph = await startGraph(hive, {
    keys,
    startRouter: (supergraph) =>
      startHiveGateway(supergraph, {
        propagateHeaders: {
          fromClientToSubgraphs: ({ request, subgraphName }) =>
            subgraphName === 'beeper'
              ? { authorization: request.headers.get('authorization'), 'x-gateway-key': key }
              : {},
        },
      }),
  });

  const { data, errors } = await graph.ask(readChat, { id: kishan.chatID });

  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ chat: { title: 'Kishan' } });
  expect(graph.crmProxy.requests[0]?.headers).not.toHaveProperty('x-gateway-key');
});

test('a router without a gateway key gets an error that names the header, and the caller’s key is not forwarded', async () => {
  await using graph = await startGraph(hive, { keys });

  const { data, errors } = await graph.ask(readChat, { id: kishan.chatID }, { 'x-gateway-key': key });

  expect(data).toEqual({ chat: null });
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('x-gateway-key'),
    extensions: { code: 'UNAUTHENTICATED' },
  });
  expect(graph.sandbox.calls).toEqual([]);
});

test('a gateway without introspection still returns its SDL', async () => {
  await using pair = await startPair({ graphiql: false });

  const response = await pair.gateway.send('{ _service { sdl } }');

  expect((await response.json()).data._service.sdl).toBe(subgraphSDL());
});

test.each([
  ['BeeperChat', 'title', 392, 'QUERY_TOO_COMPLEX'],
  ['BeeperChat', 'title lastMessage { text }', 196, 'QUERY_TOO_COMPLEX'],
  ['BeeperAccount', 'id network status isUsable', 1_000, 'INVALID_INPUT'],
])(
  'references to %s with %s: the documented number is accepted, and one more step is refused',
  async (__typename, fields, number, code) => {
    await using pair = await startPair();
    const id = __typename === 'BeeperChat' ? kishan.chatID : whatsapp;
    const ask = async (count: number) => {
      const response = await pair.gateway.send(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${__typename} { ${fields} } } }`,
        { representations: Array.from({ length: count }, () => ({ __typename, id })) },
      );
      return response.json();
    };

    const { data, errors } = await ask(number);
    expect(errors).toBeUndefined();
    expect(data._entities).toHaveLength(number);
    pair.sandbox.calls.length = 0;
    expect((await ask(Math.ceil(number * 2.3))).errors).toMatchObject([
      code === 'INVALID_INPUT'
        ? { path: ['_entities'], extensions: { code } }
        : { message: expect.stringContaining('`_entities`'), extensions: { code } },
    ]);
    expect(pair.sandbox.calls).toEqual([]);
  },
);
