import { expect, test } from 'vitest';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { post, rawRequest } from '../security/rawRequest.ts';
import { startPair } from '../support/pair.ts';

type Options = Parameters<typeof startPair>[0];
type Request = Parameters<typeof rawRequest>[1];

/** Part of every request; must not be logged. */
const mark = 'c4n4ry';

const write = `mutation ${mark} { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }`;
const screen = newGatewayKey('screen', { readOnly: true });
const keys = [screen.stored];
const withKey = { 'x-gateway-key': screen.key };
const persistedQuery = { version: 1, sha256Hash: mark };

const body = (params: object | string | Buffer, headers: Record<string, string> = {}): Request => ({
  ...post('', { 'x-mark': mark, ...headers }),
  body: typeof params === 'string' || Buffer.isBuffer(params) ? params : JSON.stringify(params),
});
const query = (text: string) => body({ query: text });
const get = (search: string, headers: Record<string, string> = {}): Request => ({
  path: `/graphql?${search}`,
  headers,
});
const encoded = encodeURIComponent(write);

interface Row {
  readonly what: string;
  readonly request: Request;
  /** As for a client that accepts any media type; undefined where another test checks it. */
  readonly status?: number;
  readonly code: string;
  readonly reason: string;
  readonly options?: Options;
}

const rows: Row[] = [
  ...[
    ['a foreign host name', post(write, { host: `${mark}.example` }), 421, 'FORBIDDEN', 'host'],
    ['a foreign origin', post(write, { origin: `https://${mark}.example` }), 403, 'FORBIDDEN', 'origin'],
    ['a link on another site', get('', { 'sec-fetch-site': 'cross-site' }), 403, 'FORBIDDEN', 'origin'],
    ['an unknown path', { path: `/${mark}` }, 404, 'NOT_FOUND', 'path'],
    ['a path that only ends in a parameter', { path: `/${mark}?a=/graphql` }, 404, 'NOT_FOUND', 'path'],
    ['DELETE', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED', 'method'],
    [
      'PUT that accepts HTML',
      { method: 'PUT', headers: { accept: 'text/html' } },
      405,
      'METHOD_NOT_ALLOWED',
      'method',
    ],
    ['a mutation by GET', get(`query=${encoded}`), 405, 'METHOD_NOT_ALLOWED', 'method'],
    [
      'a client that accepts HTML only',
      post(write, { accept: 'text/html' }),
      406,
      'NOT_ACCEPTABLE',
      'accept',
    ],
    [
      'a client that accepts Latin-1',
      post(write, { accept: 'application/json;charset=latin1' }),
      406,
      'NOT_ACCEPTABLE',
      'accept',
    ],
    [
      'a form',
      { ...body(mark), headers: { 'content-type': 'text/plain' } },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'content-type',
    ],
    [
      'another charset',
      body({ query: write }, { 'content-type': 'application/json; charset=latin1' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'charset',
    ],
    [
      'a compressed body',
      body({ query: write }, { 'content-encoding': 'gzip' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'content-encoding',
    ],
    ['a large body', body(mark.repeat(200_000)), 413, 'PAYLOAD_TOO_LARGE', 'size'],
    ['a body that is not JSON', body(`{"${mark}`), 400, 'BAD_REQUEST', 'json'],
    ['a body that is a text', body(`"${mark}"`), 400, 'BAD_REQUEST', 'json'],
    ['a deeply nested body', body('['.repeat(500)), 400, 'BAD_REQUEST', 'nesting'],
    ['a body that is not UTF-8', body(Buffer.from([0x22, 0xe4, 0x22])), 400, 'BAD_REQUEST', 'encoding'],
    ['a batch', body([{ query: write }]), 400, 'BAD_REQUEST', 'request'],
    ['an unknown parameter', body({ query: write, [mark]: 1 }), 400, 'BAD_REQUEST', 'request'],
    ['a query that is a number', body({ query: 7 }), 400, 'BAD_REQUEST', 'request'],
    ['no query', body({}), 200, 'BAD_REQUEST', 'request'],
    ['escapes in the URL that are not UTF-8', get('query=%E4'), 400, 'BAD_REQUEST', 'encoding'],
    [
      'variables in the URL that are not JSON',
      get(`query={__typename}&variables=${mark}`),
      400,
      'BAD_REQUEST',
      'json',
    ],
    [
      'variables in the URL that are nested deeply',
      get(`query={__typename}&variables=${'['.repeat(500)}`),
      400,
      'BAD_REQUEST',
      'nesting',
    ],
    ['a syntax error', query(`{ ${mark}`), 200, 'GRAPHQL_PARSE_FAILED', 'syntax'],
    ['an unknown field', query(`{ ${mark} }`), 200, 'GRAPHQL_VALIDATION_FAILED', 'validation'],
    [
      'a missing variable',
      query(`query ($${mark}: ID!) { chat(id: $${mark}) { id } }`),
      200,
      'BAD_USER_INPUT',
      'variables',
    ],
    [
      'an unknown operation',
      body({ query: '{ __typename }', operationName: mark }),
      400,
      'OPERATION_RESOLUTION_FAILURE',
      'operation',
    ],
    [
      'an unknown subscription',
      query(`subscription ${mark} { a }`),
      200,
      'GRAPHQL_VALIDATION_FAILED',
      'validation',
    ],
    [
      'a subscription by a client that accepts JSON only',
      body({ query: `subscription ${mark} { chatEvents { __typename } }` }, { accept: 'application/json' }),
      406,
      'NOT_ACCEPTABLE',
      'accept',
    ],
    [
      'a hash',
      body({ extensions: { persistedQuery } }),
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
      'persisted-query',
    ],
    ['a document ID', body({ documentId: mark }), 400, 'PERSISTED_QUERY_NOT_SUPPORTED', 'persisted-query'],
  ].map(([what, request, status, code, reason]) => ({ what, request, status, code, reason }) as Row),
  ...[
    ['too many tokens', query(`{ ${`${mark} `.repeat(32_001)} }`)],
    [
      'too many aliases',
      query(`{ ${Array.from({ length: 31 }, (_, i) => `${mark}${i}: accounts { id }`).join(' ')} }`),
    ],
    [
      'too much cost',
      query(`{ chats(first: 200) { nodes { ${mark}: messages(first: 200) { nodes { id } } } } }`),
    ],
  ].map(([what, request]) => ({ what, request, code: 'QUERY_TOO_COMPLEX', reason: 'complexity' }) as Row),
  ...[
    ['no key', post(write, {}), 401, 'UNAUTHENTICATED', 'key'],
    ['an unknown key', post(write, { 'x-gateway-key': mark }), 401, 'UNAUTHENTICATED', 'key'],
    ['a read-only key', post(write, withKey), 403, 'FORBIDDEN', 'read-only-key'],
  ].map(
    ([what, request, status, code, reason]) =>
      ({ what, request, status, code, reason, options: { keys } }) as Row,
  ),
  ...[
    ['a document as text', body({ query: write }), 'PERSISTED_QUERY_ONLY'],
    ['no hash', body({ variables: { mark } }), 'PERSISTED_QUERY_ID_REQUIRED'],
    ['an unknown hash', body({ documentId: mark }), 'PERSISTED_QUERY_NOT_IN_LIST'],
  ].map(
    ([what, request, code]) =>
      ({
        what,
        request,
        status: 400,
        code,
        reason: 'persisted-query',
        options: { documents: new Map() },
      }) as Row,
  ),
  {
    what: 'too many requests',
    request: post(write, {}),
    status: 429,
    code: 'RATE_LIMITED',
    reason: 'rate',
    options: { requestsPerMinute: 0.5 },
  },
];

test.each(rows)(
  'the response to $what explains what to do, and is logged once without content of the request',
  async ({ request, status, code, reason, options }) => {
    await using pair = await startPair({ graphiql: false, ...options });
    const answer = await rawRequest(pair.gateway.origin, request);

    const requestID = answer.headers['x-request-id'];
    expect(requestID).toMatch(/^[\da-f-]{36}$/);
    if (status !== undefined) expect(answer.status).toBe(status);
    const { errors } = JSON.parse(answer.text);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(error.message).toMatch(/\w/);
      expect(error.extensions).toEqual({
        code,
        retryable: ['UNAVAILABLE', 'RATE_LIMITED'].includes(code),
        remedy: expect.stringMatching(/^[A-Z].{10,}\.$/),
        requestID,
      });
    }
    // The line is written once the response is sent, after what is left of a large body has been read.
    await expect.poll(() => pair.gateway.log).toHaveLength(1);
    expect(pair.gateway.log).toEqual([
      expect.objectContaining({
        level: 30,
        msg: 'Request refused',
        requestID,
        code,
        reason,
        status: answer.status,
      }),
    ]);
    expect(JSON.stringify(pair.gateway.log)).not.toContain(mark);
    expect(pair.sandbox.calls).toEqual([]);
  },
);

test.each(rows)(
  'a refused request that accepts the media type of GraphQL has no status 2xx: $what',
  async (row) => {
    const headers = { accept: 'application/graphql-response+json', ...row.request?.headers };
    await using pair = await startPair({ graphiql: false, ...row.options });
    const { status, text } = await rawRequest(pair.gateway.origin, { ...row.request, headers });
    // Clients of automatic persisted queries expect 200.
    if (row.what !== 'a hash') expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.parse(text)).not.toHaveProperty('data');
  },
);

test('a document that is refused again has the ID of each request', async () => {
  await using pair = await startPair();
  for (const text of ['{', '{ nothing }', `{ ${'a '.repeat(2_001)} }`]) {
    const answers = [
      await rawRequest(pair.gateway.origin, query(text)),
      await rawRequest(pair.gateway.origin, query(text)),
    ];
    const ids = answers.map((answer) => JSON.parse(answer.text).errors[0].extensions.requestID);
    expect(ids).toEqual(answers.map(({ headers }) => headers['x-request-id']));
    expect(new Set(ids).size).toBe(2);
  }
});

test('the holder of the key is logged, and errors keep their location in the document', async () => {
  await using pair = await startPair({ keys });
  for (const text of ['{ beeper {\n  nothing } }', '{ beeper {\n  (']) {
    const answer = await rawRequest(pair.gateway.origin, post(text, withKey));
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ locations: [{ line: 2, column: 3 }] }] });
  }
  const line = { msg: 'Request refused', keyHolder: 'screen' };
  expect(pair.gateway.log).toMatchObject([line, line]);
});

test('an ID that the caller sends is used, also for a URL that is not valid', async () => {
  await using pair = await startPair();
  for (const request of [{ path: '/nowhere' }, { headers: { host: 'a:1:1' } }]) {
    const headers = { 'x-request-id': 'router-0001', ...request.headers };
    const answer = await rawRequest(pair.gateway.origin, { ...request, headers });
    expect(answer.headers['x-request-id']).toBe('router-0001');
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { requestID: 'router-0001' } }] });
  }
});

test.each(['/graphql', '/nowhere'])('HEAD %s has no body', async (path) => {
  await using pair = await startPair();
  const answer = await rawRequest(pair.gateway.origin, { method: 'HEAD', path });
  expect(answer.status).toBe(path === '/graphql' ? 405 : 404);
  expect(answer.text).toBe('');
  expect(pair.gateway.log).toHaveLength(1);
});

test('what is not refused is not logged as refused: health, GraphiQL, a preflight, a failure of a resolver', async () => {
  await using pair = await startPair({ graphiql: true, origins: ['https://app.example'] });
  const preflight = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
  for (const request of [
    { path: '/health' },
    { path: '/ready' },
    { headers: { accept: 'text/html' } },
    { method: 'OPTIONS', headers: preflight },
    query('{ beeper { sandbox } }'),
  ])
    await rawRequest(pair.gateway.origin, request);
  expect(pair.gateway.log).toEqual([]);

  pair.sandbox.next('GET /v1/chats/{chatID}', { status: 500 });
  await pair.gateway.send('{ chat(id: "x") { title } }');
  await pair.gateway.send('{ chat(id: "..") { title } }');
  expect(pair.gateway.log.map(({ msg }) => msg)).toEqual(['Upstream call failed', 'Input rejected']);
});

test.each([
  'application/json',
  'application/graphql-response+json',
  'text/event-stream',
  '*/*',
  'text/html, */*;q=0.1',
  'application/*',
])('a client that accepts %s gets a result', async (accept) => {
  await using pair = await startPair();
  const answer = await rawRequest(pair.gateway.origin, post('{ beeper { sandbox } }', { accept }));
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('{"data":{"beeper":{"sandbox":true}}}');
});

test('to a client of event streams, a refused head is answered with JSON, and a refused body with an event', async () => {
  await using pair = await startPair();
  const accept = 'text/event-stream';
  const ask = async (body: string, headers: Record<string, string> = {}) => {
    const answer = await rawRequest(pair.gateway.origin, post(body, { accept, ...headers }));
    const isEvent = answer.text.includes('event: next\ndata: {"errors"');
    return [answer.status, answer.headers['content-type'], isEvent];
  };

  expect(await ask('{ __typename }', { origin: 'https://evil.example' })).toEqual([
    403,
    'application/json; charset=utf-8',
    false,
  ]);
  expect(await ask('{ __typename }', { 'content-type': 'text/plain' })).toEqual([415, accept, true]);
  expect(await ask('{ nope }')).toEqual([200, accept, true]);
});
