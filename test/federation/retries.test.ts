import { describe, expect, test } from 'vitest';
import { ada, kishan, whatsapp } from '../support/people.ts';
import { federations, startGraph } from './graph.ts';
import { startHiveGateway } from './routers.ts';

const createChat = 'mutation ($input: CreateChatInput!) { createChat(input: $input) { __typename } }';
const input = { single: { accountID: whatsapp, participantID: ada.id } };

describe.each(federations)('$router over the supergraph of $composer', (federation) => {
  test('a mutation whose answer is lost between gateway and router is not sent again', async () => {
    await using graph = await startGraph(federation);
    graph.toBeeper.loseAnswers(1);

    const { data, errors } = await graph.ask(createChat, { input });

    expect(data?.createChat ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(graph.toBeeper.requests).toHaveLength(1);
    expect(graph.writes()).toHaveLength(1);
  });

  test('the caller may send it again with its idempotency key, and is answered what was done the first time', async () => {
    await using graph = await startGraph(federation);
    const again = `mutation ($input: CreateChatInput!) {
      createChat(input: $input, idempotencyKey: "9b1c7c3e") { ... on CreateChatPayload { chatID replayed } }
    }`;
    graph.toBeeper.loseAnswers(1);
    await graph.ask(again, { input });

    const { data, errors } = await graph.ask(again, { input });

    expect(errors).toBeUndefined();
    expect(data?.createChat).toEqual({ chatID: expect.stringMatching(/^!/), replayed: true });
    expect(graph.writes()).toHaveLength(1);
  });
});

/** What docs/federation.md warns of: each of these, once mended, is a line less there. */
describe('Hive Gateway with upstreamRetry', () => {
  const hive = {
    router: '@graphql-hive/gateway-runtime',
    composer: '@theguild/federation-composition',
  } as const;
  const readChat = 'query ($id: ID!) { chat(id: $id) { title } }';

  test('sends a mutation again whose answer was lost, so that it is done twice', async () => {
    await using graph = await startGraph(hive, {
      accessToken: 'sandbox-token',
      startRouter: (supergraph) =>
        startHiveGateway(supergraph, { upstreamRetry: { maxRetries: 1, retryDelay: 1 } }),
    });
    graph.toBeeper.loseAnswers(1);

    await graph.ask(createChat, { input });

    expect(graph.writes()).toHaveLength(2);
  });

  test('sends a query again without the caller’s token, so that a gateway’s own opens what the caller’s would not', async () => {
    await using graph = await startGraph(hive, {
      accessToken: 'sandbox-token',
      startRouter: (supergraph) =>
        startHiveGateway(supergraph, { upstreamRetry: { maxRetries: 1, retryDelay: 1 } }),
    });
    graph.toBeeper.loseAnswers(1);

    const { data } = await graph.ask(readChat, { id: kishan.chatID }, { authorization: 'Bearer wrong' });

    expect(graph.toBeeper.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer wrong',
      undefined,
    ]);
    expect(data).toEqual({ chat: { title: 'Kishan' } });
  });

  test('leaves mutations alone where it is a function that answers for queries only', async () => {
    await using graph = await startGraph(hive, {
      startRouter: (supergraph) =>
        startHiveGateway(supergraph, {
          upstreamRetry: ({ executionRequest }) =>
            executionRequest.operationType === 'query' ? { maxRetries: 1, retryDelay: 1 } : undefined,
        }),
    });
    graph.toBeeper.loseAnswers(1);

    await graph.ask(createChat, { input });

    expect(graph.toBeeper.requests).toHaveLength(1);
    expect(graph.writes()).toHaveLength(1);
  });
});
