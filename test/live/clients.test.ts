import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { listen as apollo } from '../../examples/live/clients/apollo.ts';
import { listen as graphqlSSE } from '../../examples/live/clients/graphqlSSE.ts';
import { listen as graphqlWS } from '../../examples/live/clients/graphqlWS.ts';
import { listen as urql } from '../../examples/live/clients/urql.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';

const query = `subscription Watch($chatIDs: [ID!], $after: String) { chatEvents(chatIDs: $chatIDs, after: $after) {
  __typename
  ... on BeeperLiveEvent { position index }
  ... on BeeperLiveStarted { isResumed }
  ... on BeeperMessageUpserted { chatID messageID message { id plainText } }
  ... on BeeperLiveEnded { error { code message retryable } }
} }`;

const clients = { 'graphql-sse': graphqlSSE, urql, 'Apollo Client': apollo, 'graphql-ws': graphqlWS };

interface Result {
  readonly data?: { readonly chatEvents: Record<string, unknown> };
  readonly errors?: unknown;
}

let pair: Pair;

beforeAll(async () => {
  // Node 20 has none.
  vi.stubGlobal('WebSocket', WebSocket);
  pair = await startPair({ accessToken: null, webSocket: true });
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await pair[Symbol.asyncDispose]();
});

const state = () => pair.gateway.live.state();

/** Subscribes, and collects what arrives. */
function watch(
  client: keyof typeof clients,
  { token = pair.sandbox.token, ...variables }: { token?: string; after?: string } = {},
) {
  const results: Result[] = [];
  const ends: unknown[] = [];
  const leave = clients[client]({
    url: `${pair.gateway.origin}/graphql`,
    headers: { authorization: `Bearer ${token}` },
    query,
    variables: { chatIDs: [kishan.chatID], ...variables },
    onResult: (result) => results.push(result as Result),
    onEnd: (reason) => ends.push(reason),
  });
  const events = () => results.map(({ data }) => data?.chatEvents);
  const event = (type: string) => events().find((event) => event?.__typename === type);
  const started = () => expect.poll(() => event('BeeperLiveStarted')).toBeDefined();
  return { results, events, event, ends, started, leave };
}

test.each(Object.keys(clients) as (keyof typeof clients)[])(
  '%s gets a message, leaves, and goes on from where it was',
  async (client) => {
    const watching = watch(client);
    await watching.started();
    const messageID = pair.sandbox.people.write(kishan.chatID, `Hello ${client}`);

    await expect
      .poll(() => watching.event('BeeperMessageUpserted'))
      .toMatchObject({
        chatID: kishan.chatID,
        messageID,
        message: { id: messageID, plainText: `Hello ${client}` },
      });
    expect(pair.sandbox.live.sockets).toMatchObject([
      { token: pair.sandbox.token, chatIDs: [kishan.chatID] },
    ]);

    watching.leave();
    await expect.poll(() => state(), { timeout: 1_000 }).toEqual({ streams: 0, sockets: 0 });
    await expect.poll(() => pair.sandbox.live.sockets, { timeout: 1_000 }).toEqual([]);

    const after = watching.events().at(-1)?.position as string;
    pair.sandbox.people.write(kishan.chatID, `Missed by ${client}`);
    const again = watch(client, { after });
    await expect.poll(() => JSON.stringify(again.events())).toContain(`Missed by ${client}`);
    expect(again.event('BeeperLiveStarted')).toMatchObject({ isResumed: true });
    again.leave();
    await expect.poll(() => state()).toEqual({ streams: 0, sockets: 0 });
  },
);

test.each(Object.keys(clients) as (keyof typeof clients)[])(
  '%s gets the failure of a wrong token as data, and then the end',
  async (client) => {
    const watching = watch(client, { token: 'wrong' });

    await expect.poll(() => watching.ends).toEqual([null]);
    expect(watching.results.map(({ data, errors }) => ({ data, errors }))).toMatchObject([
      {
        data: {
          chatEvents: {
            __typename: 'BeeperLiveEnded',
            index: 0,
            error: { code: 'UNAUTHENTICATED', message: expect.any(String), retryable: false },
          },
        },
        errors: undefined,
      },
    ]);
  },
);
