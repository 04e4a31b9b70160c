import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/common/sha256.ts';
import { ReadChat } from '../support/documents.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

const startChat = parse(
  'mutation ($input: StartChatInput!) { startChat(input: $input) { __typename ... on StartChatPayload { status } } }',
);
const variables = { id: kishan.chatID };
const input = { accountID: whatsapp, user: { id: ada.id }, messageText: 'Grüße 🎉' };
const started = { startChat: { __typename: 'StartChatPayload', status: 'CREATED' } };

interface Sent {
  readonly method: string;
  readonly hash: boolean;
  readonly document: boolean;
}

/** @returns `fetch`, and what was sent with it: the method, and whether it had a hash or a document. */
function recordingFetch() {
  const sent: Sent[] = [];
  const recording: typeof fetch = (url, init) => {
    const text = typeof init?.body === 'string' ? init.body : decodeURIComponent(String(url));
    sent.push({
      method: init?.method ?? 'GET',
      hash: text.includes('sha256Hash'),
      document: /[?&]query=|"query":/.test(text),
    });
    return fetch(url, init);
  };
  return { sent, recording };
}

interface Run {
  query(): Promise<unknown>;
  mutate(): Promise<unknown>;
  readonly sent: Sent[];
}

function apollo({ gateway }: Pair, useGETForHashedQueries: boolean, headers: Record<string, string>): Run {
  const { sent, recording } = recordingFetch();
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([
      new PersistedQueryLink({ sha256: (text) => sha256(text).toString('hex'), useGETForHashedQueries }),
      new HttpLink({ uri: `${gateway.origin}/graphql`, fetch: recording, headers }),
    ]),
  });
  return {
    sent,
    query: async () => (await client.query({ query: ReadChat, variables, fetchPolicy: 'network-only' })).data,
    mutate: async () => (await client.mutate({ mutation: startChat, variables: { input } })).data,
  };
}

function urql({ gateway }: Pair, preferGet: boolean, headers: Record<string, string>): Run {
  const { sent, recording } = recordingFetch();
  const client = new Client({
    url: `${gateway.origin}/graphql`,
    fetch: recording,
    fetchOptions: { headers },
    preferGetMethod: false,
    exchanges: [
      persistedExchange({ preferGetForPersistedQueries: preferGet && 'force', enableForMutation: true }),
      fetchExchange,
    ],
  });
  const dataOf = ({ data, error }: { data?: unknown; error?: Error | undefined }) => {
    if (error) throw error;
    return data;
  };
  return {
    sent,
    query: async () => dataOf(await client.query(ReadChat, variables).toPromise()),
    mutate: async () => dataOf(await client.mutation(startChat, { input }).toPromise()),
  };
}

const hashOnly = (method: string) => ({ method, hash: true, document: false });
const clients = { 'Apollo Client': apollo, urql };
const accepts: Record<string, Record<string, string>> = {
  'the media types of the client': {},
  'application/json': { accept: 'application/json' },
  'application/graphql-response+json': { accept: 'application/graphql-response+json' },
};
const cases = Object.entries(clients).flatMap(([name, client]) =>
  ['GET', 'POST'].flatMap((method) =>
    Object.entries(accepts).map(([accept, headers]) => ({ name, client, method, accept, headers })),
  ),
);

test.each(cases)(
  '$name sends a hash by $method, accepting $accept, and after the refusal the document, once',
  async ({ client, method, headers }) => {
    await using pair = await startPair();
    const { sent, query, mutate } = client(pair, method === 'GET', headers);

    expect(await query()).toMatchObject({ chat: { id: kishan.chatID } });
    expect(sent[0]).toEqual(hashOnly(method));
    expect(sent[1]).toMatchObject({ document: true });
    expect(sent).toHaveLength(2);

    expect(await mutate()).toMatchObject(started);
    // Both clients stop sending hashes after the first refusal.
    expect(sent[2]).toMatchObject({ method: 'POST', document: true });
    expect(sent).toHaveLength(3);
    expect(pair.writes()).toHaveLength(1);
  },
);

test.each(Object.entries(clients))(
  '%s begins with a mutation: it runs once, although its hash is refused',
  async (_name, client) => {
    await using pair = await startPair();
    const { sent, mutate } = client(pair, true, {});
    expect(await mutate()).toMatchObject(started);
    expect(sent[0]).toEqual(hashOnly('POST'));
    expect(sent).toHaveLength(2);
    expect(pair.writes()).toMatchObject([{ body: expect.stringContaining(input.messageText) }]);
    expect(pair.gateway.log).toMatchObject([{ level: 30, code: 'PERSISTED_QUERY_NOT_SUPPORTED' }]);
  },
);

const persistedQuery = { version: 1, sha256Hash: 'a'.repeat(64) };
const refusal = (message: string) => ({
  errors: [{ message, extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED', retryable: false } }],
});

test.each([{}, { query: '' }, { query: null }, { operationName: 'A', variables: {} }])(
  'a hash without a document gets PersistedQueryNotSupported with status 200: %j',
  async (params) => {
    await using pair = await startPair();
    for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
      const body = JSON.stringify({ ...params, extensions: { persistedQuery } });
      const answer = await pair.gateway.send('', {}, { body, headers: { accept } });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject(refusal('PersistedQueryNotSupported'));
    }
  },
);

test('a document with a hash runs', async () => {
  await using pair = await startPair();
  const body = JSON.stringify({ query: '{ beeper { sandbox } }', extensions: { persistedQuery } });
  const answer = await pair.gateway.send('', {}, { body });
  expect(await answer.json()).toEqual({ data: { beeper: { sandbox: true } } });
});

test.each(['GET', 'POST'])(
  'a document ID by %s, without a manifest, gets 400 and says what to send',
  async (method) => {
    await using pair = await startPair();
    const params = method === 'GET' ? '?documentId=abc' : '';
    const answer = await fetch(`${pair.gateway.origin}/graphql${params}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{"documentId":"abc"}' }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject(
      refusal('This gateway has no manifest of documents: send "query" instead of "documentId".'),
    );
  },
);
