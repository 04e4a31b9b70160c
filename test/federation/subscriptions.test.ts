import { expect, test } from 'vitest';
import { listen } from '../../examples/live/clients/graphqlSSE.ts';
import { kishan } from '../support/people.ts';
import { type Graph, startGraph } from './graph.ts';
import { startHiveGateway } from './routers.ts';

const federation = { router: '@graphql-hive/gateway-runtime', composer: '@apollo/composition' } as const;

const query = `subscription ($chatIDs: [ID!]) { chatEvents(chatIDs: $chatIDs) {
  __typename
  ... on BeeperLiveEvent { position index }
  ... on BeeperMessageUpserted { chatID message { plainText } chat { title } }
  ... on BeeperLiveEnded { error { code } }
} }`;

/** Subscribes at the router with a token of the caller's own. */
function watch({ url }: Graph, token: string) {
  const events: Record<string, unknown>[] = [];
  const leave = listen({
    url,
    headers: { authorization: `Bearer ${token}` },
    query,
    variables: { chatIDs: [kishan.chatID] },
    onResult: ({ data }) => events.push((data as { chatEvents: Record<string, unknown> }).chatEvents),
    onEnd() {},
  });
  // The router plans first.
  const started = () => expect.poll(() => events.length, { timeout: 30_000 }).toBe(1);
  return { events, leave, started };
}

test('two callers of Hive Gateway have a stream each, with their own tokens, until they leave', async () => {
  await using graph = await startGraph(federation);
  const { sandbox } = graph;
  sandbox.addToken('another-token');
  const tokens = [sandbox.token, 'another-token'];
  const watching = tokens.map((token) => watch(graph, token));
  for (const { started } of watching) await started();

  expect(sandbox.live.sockets.map(({ token }) => token).toSorted()).toEqual(tokens.toSorted());
  sandbox.people.write(kishan.chatID, 'Through the router');
  for (const { events } of watching) {
    await expect
      .poll(() => events.find(({ __typename }) => __typename === 'BeeperMessageUpserted'))
      .toMatchObject({
        chatID: kishan.chatID,
        message: { plainText: 'Through the router' },
        chat: { title: 'Kishan' },
      });
    expect(events.map(({ index }) => index)).toEqual(events.map((_, at) => at));
  }
  const subscribed = graph.gatewayProxy.requests.filter(({ headers }) =>
    headers.accept?.includes('text/event-stream'),
  );
  expect(subscribed.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /graphql', 'POST /graphql']);

  // Nothing happens meanwhile that would wake the streams.
  for (const { leave } of watching) leave();
  await expect.poll(() => sandbox.live.sockets, { timeout: 2_000 }).toEqual([]);
  expect(graph.live.state()).toEqual({ streams: 0, sockets: 0 });
});

test('with its defaults, Hive Gateway subscribes by GET, and a caller without a token gets a typed failure', async () => {
  const startRouter = (supergraph: string) => startHiveGateway(supergraph, { transportEntries: {} });
  await using graph = await startGraph(federation, { startRouter });

  const watching = watch(graph, 'wrong');

  await expect
    .poll(() => watching.events, { timeout: 30_000 })
    .toEqual([
      expect.objectContaining({ __typename: 'BeeperLiveEnded', error: { code: 'UNAUTHENTICATED' } }),
    ]);
  expect(graph.gatewayProxy.requests.at(-1)).toMatchObject({
    method: 'GET',
    url: expect.stringContaining(encodeURIComponent(kishan.chatID.slice(1))),
  });
});
