import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { cacheExchange, createClient, fetchExchange } from '@urql/core';
import { type DocumentNode, getIntrospectionQuery, print } from 'graphql';
import { request } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../src/common/sha256.ts';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { AboutBeeper, CreateChatAndReadIt, ReadChat, StartChatOnce } from '../support/documents.ts';
import type { Gateway } from '../support/gateway.ts';
import { hostileRequest, randomOf, shapes } from '../support/hostileRequests.ts';
import { mutations } from '../support/mutations.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';
import * as queries from '../support/queryDocuments.ts';
import { openSocket, requestText } from '../support/rawSocket.ts';
import { startTwin, type Twin } from '../support/twin.ts';

/**
 * The plain lane (src/http/plainLane.ts) and Yoga give the same answer, log the same and call Beeper in the same way.
 */

type Served = 'the lane' | 'Yoga';

interface Row {
  readonly by: Served;
  readonly line?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Calls that change something at Beeper; 0 by default. */
  readonly writes?: number;
  /** The status of the response; 200 by default. */
  readonly status?: number;
}

const bodyOf = (query: unknown, more: object = {}): string => JSON.stringify({ query, ...more });

/** Sends each part in a segment of its own, on a connection of its own, and waits until it is closed. */
async function sendParts(gateway: Gateway, parts: readonly (string | Uint8Array)[]): Promise<string> {
  await using connection = await openSocket(gateway);
  connection.socket.setNoDelay();
  for (const [index, part] of parts.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, 30));
    connection.socket.write(part);
  }
  const isOver = () => connection.ended() !== undefined || endOfStream.test(connection.received());
  await vi.waitUntil(isOver, { timeout: 10_000, interval: 2 });
  return connection.received();
}

/** Yoga does not close a connection after a stream, which ends with an empty chunk. */
const endOfStream = /\r\n0\r\n\r\n$/;

const textOf = ({ line = 'POST /graphql HTTP/1.1', headers = {}, body = '' }: Omit<Row, 'by'>): string =>
  requestText(line, { body, headers: { connection: 'close', ...headers } });

async function sendRow(twin: Twin, { by, writes = 0, status = 200, ...row }: Row) {
  const done = await twin.run(({ gateway }) => sendParts(gateway, [textOf(row)]));
  expect(done.responses.map(({ byLane }) => (byLane ? 'the lane' : 'Yoga'))).toEqual([by]);
  expect(done.responses[0]?.response).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(done.calls.filter((call) => !call.startsWith('reads'))).toHaveLength(writes);
  return done;
}

/** Starts one twin for the tests of the `describe` around it. */
function useTwin(options: Parameters<typeof startTwin>[0] = {}): () => Twin {
  let twin: Twin;
  beforeAll(async () => {
    twin = await startTwin(options);
  });
  afterAll(() => twin[Symbol.asyncDispose]());
  return () => twin;
}

const typename = bodyOf('{ __typename }');
const chat = { id: kishan.chatID };
const start = (key: string) =>
  bodyOf(print(StartChatOnce), { variables: { input: { accountID: whatsapp, user: { id: ada.id } }, key } });
const archive = (field = 'chatID') =>
  `mutation Archive { setChatArchived(input: { chatID: "${kishan.chatID}", isArchived: true }) { ... on SetChatArchivedPayload { ${field} } } }`;

describe('what the lane serves', () => {
  const twin = useTwin({ graphiql: false });
  const send = (row: Row) => sendRow(twin(), row);

  // biome-ignore lint/suspicious/noExplicitAny: each document has its own types
  const documents: [string, TypedDocumentNode<any, any>, object][] = [
    ...Object.entries({ ...queries, AboutBeeper, ReadChat }).map(
      ([name, document]) =>
        [
          name,
          document,
          { ...chat, first: 3, chatID: seedChatIDs.longHistory, accountID: whatsapp, filter: { query: 'a' } },
        ] as [string, typeof document, object],
    ),
    ...Object.values(mutations).map(
      (row) => [print(row.document).split('(')[0] ?? '', row.document, { input: row.input }] as never,
    ),
  ];

  test.each(documents)('%s', async (name, document, variables) => {
    const body = bodyOf(print(document as DocumentNode), { variables });
    await send({ by: 'the lane', body, writes: name.startsWith('mutation') ? 1 : 0 });
  });

  test.each([
    '*/*',
    'application/*',
    'application/json',
    'application/graphql-response+json',
    'application/json; charset=utf-8',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json;q=0.5, application/graphql-response+json;q=1',
    'application/graphql-response+json,application/json;q=0.9',
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    'application/graphql-response+json, application/json, multipart/mixed',
    'application/json, application/graphql-response+json',
    'application/json, multipart/mixed;q=0.9, text/event-stream;q=0.9',
    'text/html, */*;q=0.1',
    'APPLICATION/JSON',
    '',
  ])('accept: %s', async (accept) => {
    await send({ by: 'the lane', headers: { accept }, body: typename }).catch(async (error) => {
      // Yoga compares names by case, so that it can't serve some of what HTTP allows.
      if (accept !== 'APPLICATION/JSON') throw error;
      await send({ by: 'Yoga', status: 406, headers: { accept }, body: typename });
    });
  });

  test.each([
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/graphql+json',
    'Application/JSON',
  ])('content-type: %s', async (type) => {
    await send({ by: 'the lane', headers: { 'content-type': type }, body: typename });
  });

  test.each<[string, Omit<Row, 'by'>]>([
    ['an empty operation name', { body: bodyOf('{ __typename }', { operationName: '' }) }],
    ['a null operation name', { body: bodyOf('{ __typename }', { operationName: null }) }],
    ['null variables', { body: bodyOf('{ __typename }', { variables: null }) }],
    ['extensions', { body: bodyOf('{ __typename }', { extensions: { clientLibrary: { name: 'x' } } }) }],
    [
      'the first of two operations',
      {
        body: bodyOf('query A { a: __typename } query B { b: __typename }', { operationName: 'A' }),
      },
    ],
    [
      'the second of two operations',
      {
        body: bodyOf('query A { a: __typename } query B { b: __typename }', { operationName: 'B' }),
      },
    ],
    [
      'the query of a document with a mutation',
      { body: bodyOf(`query A { a: __typename } ${archive()}`, { operationName: 'A' }) },
    ],
    [
      'the mutation of a document with a query',
      { writes: 1, body: bodyOf(`query A { a: __typename } ${archive()}`, { operationName: 'Archive' }) },
    ],
    ['a byte order mark', { body: `\ufeff${typename}` }],
    ['a request ID', { headers: { 'x-request-id': 'router-0001' }, body: typename }],
    ['a useless request ID', { headers: { 'x-request-id': 'a b' }, body: typename }],
    [
      'a trace',
      {
        headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
        body: typename,
      },
    ],
    ['a query in the URL that counts for nothing', { line: 'POST /graphql?x=1 HTTP/1.1', body: typename }],
    ['an absolute target', { line: 'POST http://127.0.0.1/graphql HTTP/1.1', body: typename }],
    ['HTTP/1.0', { line: 'POST /graphql HTTP/1.0', body: typename }],
    ['its own origin', { headers: { origin: 'http://127.0.0.1' }, body: typename }],
    ['content-encoding: identity', { headers: { 'content-encoding': 'identity' }, body: typename }],
    ['a token of the caller', { headers: { authorization: 'Bearer sandbox-token' }, body: typename }],
    ['a payload with a failure', { body: start('short') }],
    ['a write with a key', { writes: 1, body: start('key-number-1') }],
    ['a repeat of the key', { body: start('key-number-1') }],
    [
      'a large answer',
      {
        body: bodyOf(
          `{ ${Array.from({ length: 20 }, (_, n) => `a${n}: chat(id: "${seedChatIDs.longHistory}") { messages(first: 20) { nodes { id text } } }`).join(' ')} }`,
        ),
      },
    ],
  ])('%s', async (_name, row) => {
    await send({ by: 'the lane', ...row });
  });

  test('the same document again, from the cache', async () => {
    const body = bodyOf(print(ReadChat), { variables: chat });
    for (let times = 0; times < 3; times++) await send({ by: 'the lane', body });
  });
});

describe('what the lane leaves to Yoga', () => {
  const twin = useTwin({ graphiql: false });
  const send = (row: Row) => sendRow(twin(), row);
  const chunked = (body: string) => `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;

  test.each<[string, Omit<Row, 'by'>]>([
    ['a GET', { line: `GET /graphql?query=${encodeURIComponent('{ __typename }')} HTTP/1.1` }],
    ['a GET without a query', { line: 'GET /graphql HTTP/1.1', status: 400 }],
    [
      'a mutation by GET',
      { line: `GET /graphql?query=${encodeURIComponent(archive())} HTTP/1.1`, status: 405 },
    ],
    ['HEAD', { line: 'HEAD /graphql HTTP/1.1', status: 405 }],
    ['PUT', { line: 'PUT /graphql HTTP/1.1', body: typename, status: 405 }],
    ['OPTIONS', { line: 'OPTIONS /graphql HTTP/1.1', status: 405 }],
    ['another path', { line: 'POST /other HTTP/1.1', body: typename, status: 404 }],
    ['health', { line: 'GET /health HTTP/1.1' }],
    ['a POST to health', { line: 'POST /health HTTP/1.1', body: typename }],
    ['ready', { line: 'GET /ready HTTP/1.1' }],
    ['a POST to ready', { line: 'POST /ready HTTP/1.1', body: typename }],
    ['a wrong host', { headers: { host: 'evil.example' }, body: typename, status: 421 }],
    [
      'a wrong host in the target',
      { line: 'POST http://evil.example/graphql HTTP/1.1', body: typename, status: 421 },
    ],
    ['a foreign origin', { headers: { origin: 'https://evil.example' }, body: typename, status: 403 }],
    ['a page of another site', { headers: { 'sec-fetch-site': 'cross-site' }, body: typename, status: 403 }],
    ['a batch', { body: `[${typename},${typename}]`, status: 400 }],
    ['an empty batch', { body: '[]', status: 400 }],
    ['no body', { headers: { 'content-type': 'application/json' }, status: 400 }],
    ['broken JSON', { body: '{"query":', status: 400 }],
    ['JSON that is no object', { body: '7', status: 400 }],
    ['no query', { body: '{}', status: 400 }],
    ['a query of another type', { body: bodyOf(7), status: 400 }],
    ['variables of another type', { body: bodyOf('{ __typename }', { variables: 'x' }), status: 400 }],
    ['an unknown parameter', { body: bodyOf('{ __typename }', { x: 1 }), status: 400 }],
    [
      'an operation name of another type',
      { body: bodyOf('{ __typename }', { operationName: 7 }), status: 400 },
    ],
    [
      'an unknown operation name',
      { body: bodyOf('query A { __typename }', { operationName: 'B' }), status: 400 },
    ],
    [
      'no operation name for two operations',
      { body: bodyOf('query A { __typename } query B { __typename }'), status: 400 },
    ],
    ['a syntax error', { body: bodyOf('{ chats('), status: 400 }],
    ['an empty document', { body: bodyOf(''), status: 400 }],
    ['fragments only', { body: bodyOf('fragment F on Query { __typename }'), status: 400 }],
    ['an unknown field', { body: bodyOf('{ nothing }'), status: 400 }],
    ['an unknown field with similar ones', { body: bodyOf('{ chatss { nodes { id } } }'), status: 400 }],
    ['introspection', { body: bodyOf(getIntrospectionQuery()), status: 400 }],
    ['a subscription', { body: bodyOf('subscription { x }'), status: 400 }],
    [
      'a variable of the wrong type',
      {
        body: bodyOf('query ($n: Int) { chats(first: $n) { nodes { id } } }', { variables: { n: 'x' } }),
        status: 400,
      },
    ],
    ['a variable that is missing', { body: bodyOf('query ($n: ID!) { chat(id: $n) { id } }'), status: 400 }],
    [
      'an enum value with similar ones',
      {
        body: bodyOf('query ($m: BeeperMergedChats) { chats(merged: $m) { nodes { id } } }', {
          variables: { m: 'COLLAPSE' },
        }),
        status: 400,
      },
    ],
    [
      'a document that is too deep',
      { body: bodyOf(`{ ${'chats { nodes { '.repeat(10)} id ${'} } '.repeat(10)} }`), status: 400 },
    ],
    ['a document that is too large', { body: bodyOf(`{ __typename } #${'x'.repeat(300_000)}`), status: 400 }],
    [
      'an operation that costs too much',
      {
        body: bodyOf('{ chats(first: 200) { nodes { messages(first: 200) { nodes { id } } } } }'),
        status: 400,
      },
    ],
    ['a body that is too large', { body: bodyOf(`{ __typename } #${'x'.repeat(1024 * 1024)}`), status: 413 }],
    [
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=x', status: 415 },
    ],
    ['text', { headers: { 'content-type': 'text/plain' }, body: typename, status: 415 }],
    ['an empty content type', { headers: { 'content-type': '' }, body: typename, status: 415 }],
    [
      'another charset',
      { headers: { 'content-type': 'application/json; charset=latin1' }, body: typename, status: 415 },
    ],
    ['a compressed body', { headers: { 'content-encoding': 'gzip' }, body: typename, status: 415 }],
    [
      'a form of multipart',
      { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--', status: 415 },
    ],
    ['accept: text/plain', { headers: { accept: 'text/plain' }, body: typename, status: 406 }],
    ['accept: text/event-stream', { headers: { accept: 'text/event-stream' }, body: typename }],
    ['accept: multipart/mixed', { headers: { accept: 'multipart/mixed' }, body: typename }],
    [
      'a mutation as an event stream',
      { headers: { accept: 'text/event-stream' }, body: bodyOf(archive()), writes: 1 },
    ],
    ['a hash', { body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }) }],
    ['a document ID', { body: JSON.stringify({ documentId: 'x' }), status: 400 }],
    ['a top-level error', { body: bodyOf('{ chats(first: -1) { nodes { id } } }') }],
    [
      'data and a top-level error',
      { body: bodyOf('{ __typename chat(id: "nobody") { id } chats(first: -1) { nodes { id } } }') },
    ],
    ['two length headers', { headers: { 'content-length': '7, 7' }, body: typename, status: 400 }],
    [
      'chunks with another content type',
      { headers: { 'content-type': 'text/plain', 'transfer-encoding': 'chunked' }, status: 415 },
    ],
  ])('%s', async (_name, row) => {
    const { status, ...others } = row;
    const accept = 'application/graphql-response+json';
    const done = await send({ by: 'Yoga', ...row, headers: { accept, ...row.headers } });
    if (status !== undefined) expect(done.calls).toEqual([]);
    // Status 200 for what GraphQL over HTTP calls a request error.
    await twin().run(({ gateway }) => sendParts(gateway, [textOf(others)]));
  });

  test('a document that was refused stays refused when it comes again', async () => {
    for (const query of [
      '{ nothing }',
      '{ chats(',
      `{ ${'chats { nodes { '.repeat(10)} id ${'} } '.repeat(10)} }`,
    ])
      for (let times = 0; times < 3; times++) await send({ by: 'Yoga', body: bodyOf(query) });
  });

  test('chunks are read by the lane as well', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const done = await twin().run(({ gateway }) =>
      sendParts(gateway, [textOf({ headers }), chunked(typename)]),
    );
    expect(done.responses).toMatchObject([{ byLane: true }]);
  });
});

describe('hostile requests', () => {
  const twin = useTwin({ graphiql: false });

  test.each(Object.keys(shapes))('%s', async (name) => {
    const random = randomOf(20_260_101);
    for (const size of [1_000, 1_000, 1_000, 20_000]) {
      const { body, path = '/graphql' } = hostileRequest(name, size, random);
      const line = `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`;
      const text = textOf({ line, body: body ?? '' });
      const { responses, calls } = await twin().run(({ gateway }) => sendParts(gateway, [text]));
      expect(responses).toHaveLength(1);
      if (responses[0]?.response.includes('QUERY_TOO_COMPLEX')) expect(calls).toEqual([]);
    }
  });
});
