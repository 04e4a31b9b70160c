import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  archive,
  bodyOf,
  type Row,
  sendParts,
  sendRow,
  textOf,
  typename,
  useTwin,
} from '../../support/twinRequests.ts';

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
    ['PUT', { line: 'PUT /graphql HTTP/1.1', body: bodyOf(archive()), status: 405 }],
    ['OPTIONS', { line: 'OPTIONS /graphql HTTP/1.1', status: 405 }],
    ['a query in the URL', { line: 'POST /graphql?x=1 HTTP/1.1', body: typename }],
    ['another path', { line: 'POST /other HTTP/1.1', body: bodyOf(archive()), status: 404 }],
    ['health', { line: 'GET /health HTTP/1.1' }],
    ['a POST to health', { line: 'POST /health HTTP/1.1', body: typename }],
    ['ready', { line: 'GET /ready HTTP/1.1' }],
    // Causes an unhandled rejection in the lane, with which the gateway exits.
    ['a POST to ready', { line: 'POST /ready HTTP/1.1', body: typename }],
    ['a wrong host', { headers: { host: 'evil.example' }, body: bodyOf(archive()), status: 421 }],
    [
      'a wrong host in the target',
      { line: 'POST http://evil.example/graphql HTTP/1.1', body: bodyOf(archive()), status: 421 },
    ],
    [
      'a foreign origin',
      { headers: { origin: 'https://evil.example' }, body: bodyOf(archive()), status: 403 },
    ],
    [
      'a page of another site',
      { headers: { 'sec-fetch-site': 'cross-site' }, body: bodyOf(archive()), status: 403 },
    ],
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
      'a subscription for a client that accepts JSON only',
      {
        headers: { accept: 'application/json' },
        body: bodyOf('subscription { chatEvents { __typename } }'),
        status: 406,
      },
    ],
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
    ['text', { headers: { 'content-type': 'text/plain' }, body: bodyOf(archive()), status: 415 }],
    ['an empty content type', { headers: { 'content-type': '' }, body: bodyOf(archive()), status: 415 }],
    [
      'another charset',
      {
        headers: { 'content-type': 'application/json; charset=latin1' },
        body: bodyOf(archive()),
        status: 415,
      },
    ],
    ['a compressed body', { headers: { 'content-encoding': 'gzip' }, body: bodyOf(archive()), status: 415 }],
    [
      'a form of multipart',
      { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--', status: 415 },
    ],
    ['accept: text/plain', { headers: { accept: 'text/plain' }, body: bodyOf(archive()), status: 406 }],
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
    ['two length headers', { headers: { 'content-length': '7, 7' }, body: bodyOf(archive()), status: 400 }],
  ])('%s', async (_name, row) => {
    const { status, ...others } = row;
    const accept = 'application/graphql-response+json';
    // Most have a mutation as their body, so that executing it shows.
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
