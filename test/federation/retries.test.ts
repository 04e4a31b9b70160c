import { describe, expect, test } from 'vitest';
import { ada, kishan, whatsapp } from '../support/people.ts';
import { federations, startGraph } from './graph.ts';
import { startHiveGateway } from './routers.ts';

const createChat = 'mutation ($input: CreateChatInput!) { createChat(input: $input) { __typename } }';
const input = { single: { accountID: whatsapp, participantID: ada.id } };

describe.each(federations)('$router over the supergraph of $composer', (federation) => {
  test('a mutation whose response is lost between gateway and router is not sent again', async () => {
    await using graph = await startGraph(federation);
    graph.gatewayProxy.dropResponses(1);

    const { data, errors } = await graph.ask(createChat, { input });

    expect(data?.createChat ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(graph.gatewayProxy.requests).toHaveLength(1);
    expect(graph.writes()).toHaveLength(1);
  });

  test('a mutation that the caller sends again with its idempotency key returns the first result and is not repeated', async () => {
    await using graph = await startGraph(federation);
    const again = `mutation ($input: CreateChatInput!) {
      createChat(input: $input, idempotencyKey: "9b1c7c3e") { ... on CreateChatPayload { chatID replayed } }
    }`;
    graph.gatewayProxy.dropResponses(1);
    await graph.ask(again, { input });

    const { data, errors } = await graph.ask(again, { input });

    expect(errors).toBeUndefined();
    expect(data?.createChat).toEqual({ chatID: expect.stringMatching(/^!/), replayed: true });
    expect(graph.writes()).toHaveLength(1);
  });
});

/** The behavior that docs/federation.md warns about: if an update changes it, remove the warning. */
describe('Hive Gateway with upstreamRetry', () => {
  const hive = {
    router: '@graphql-hive/gateway-runtime',
    composer: '@theguild/federation-composition',
  } as const;
  const readChat = 'query ($id: ID!) { chat(id: $id) { title } }';

  test('repeats a mutation whose response was lost, so that it is done twice', async () => {
    await using graph = await startGraph(hive, {
      accessToken: 'sandbox-token',
      startRouter: (supergraph) =>
        startHiveGateway(supergraph, { upstreamRetry: { maxRetries: 1, retryDelay: 1 } }),
    });
    graph.gatewayProxy.dropResponses(1);

    await graph.ask(createChat, { input });

    expect(graph.writes()).toHaveLength(2);
  });

  test('repeats a query without the caller’s token, so that the gateway’s own token is used', async () => {
    await using graph = await startGraph(hive, {
      accessToken: 'sandbox-token',
      startRouter: (supergraph) =>
        startHiveGateway(supergraph, { upstreamRetry: { maxRetries: 1, retryDelay: 1 } }),
    });
    graph.gatewayProxy.dropResponses(1);

    const { data } = await graph.ask(readChat, { id: kishan.chatID }, { authorization: 'Bearer wrong' });

    expect(graph.gatewayProxy.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer wrong',
      undefined,
    ]);
    expect(data).toEqual({ chat: { title: 'Kishan' } });
  });

  test('does not repeat mutations if it is a function that returns options for queries only', async () => {
    await using graph = await startGraph(hive, {
      startRouter: (supergraph) =>
        startHiveGateway(supergraph, {
          upstreamRetry: ({ executionRequest }) =>
            executionRequest.operationType === 'query' ? { maxRetries: 1, retryDelay: 1 } : undefined,
        }),
    });
    graph.gatewayProxy.dropResponses(1);

    await graph.ask(createChat, { input });

    expect(graph.gatewayProxy.requests).toHaveLength(1);
    expect(graph.writes()).toHaveLength(1);
  });
});
