import { beforeAll, beforeEach, expect, test } from 'vitest';
import { newGatewayKey } from '../security/gatewayKey.ts';
import type { ReceivedSpan } from '../support/collector.ts';
import { openSocket, requestText } from '../support/rawSocket.ts';
import { startTracedGateway, type TracedGateway } from './tracedGateway.ts';

const web = newGatewayKey('web');
const appOrigin = 'https://app.example';
const key = { 'x-gateway-key': web.key };
let traced: TracedGateway;

beforeAll(async () => {
  traced = await startTracedGateway({
    GATEWAY_KEYS: web.entry,
    GATEWAY_ORIGINS: appOrigin,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-all=1,x-other=1',
    OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-tenant=first%20one,x-all=2',
    OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test,service.name=other',
    OTEL_SERVICE_NAME: 'chats',
  });
  return () => traced[Symbol.asyncDispose]();
});

beforeEach(() => {
  traced.collector.spans.length = 0;
  traced.collector.exports.length = 0;
  traced.log.length = 0;
});

const post = (query: string, more: { variables?: object; headers?: Record<string, string> } = {}) =>
  traced.post(query, { ...more, headers: { ...key, ...more.headers } });

/** Waits for the spans of one request. */
async function spansAfter(act: () => Promise<unknown>, count: number): Promise<ReceivedSpan[]> {
  await act();
  await expect.poll(() => traced.collector.spans.length).toBe(count);
  return traced.collector.spans.toSorted((a, b) => Number(a.start - b.start));
}

const text = async (sent: Promise<Response>) => (await sent).text();

test('a request, its operation and its calls are spans of one trace', async () => {
  const startedAt = BigInt(Date.now() - 5) * 1_000_000n;
  let body = '';
  const [request, operation, ...calls] = await spansAfter(async () => {
    body = await text(post('query Inbox { accounts { id } chats(first: 1) { nodes { id } } }'));
  }, 4);
  expect(request).toMatchObject({
    name: 'POST /graphql',
    kind: 'server',
    parentID: '',
    hasFailed: false,
    attributes: {
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'url.path': '/graphql',
      'url.scheme': 'http',
      'http.response.status_code': 200,
      'http.response.body.size': Buffer.byteLength(body),
      'beeper_graphql.key_holder': 'web',
      'beeper_graphql.request_id': expect.stringMatching(/^[\da-f-]{36}$/),
    },
  });
  expect(operation).toMatchObject({
    name: 'query Inbox',
    kind: 'internal',
    parentID: request?.spanID,
    attributes: {
      'graphql.operation.name': 'Inbox',
      'graphql.operation.type': 'query',
      'beeper_graphql.results': ['ok'],
    },
  });
  expect(calls.map(({ name }) => name).toSorted()).toEqual(['GET /v1/accounts', 'GET /v1/chats']);
  for (const call of calls) {
    expect(call).toMatchObject({
      kind: 'client',
      parentID: operation?.spanID,
      traceID: request?.traceID,
      hasFailed: false,
      attributes: {
        'http.request.method': 'GET',
        'url.template': call.name.slice(4),
        'http.response.status_code': 200,
        'server.address': '127.0.0.1',
        'server.port': Number(new URL(traced.sandbox.url).port),
        'beeper_graphql.sent': true,
      },
    });
    expect(call.start >= (operation?.start ?? 0n) && call.end <= (operation?.end ?? 0n)).toBe(true);
  }
  // Within each other to the microsecond, and at the time of day.
  expect(operation && request && operation.start > request.start && operation.end < request.end).toBe(true);
  expect(request && request.start > startedAt && request.end < BigInt(Date.now() + 6) * 1_000_000n).toBe(
    true,
  );
});

test('exports have the configured headers, compression and resource', async () => {
  await spansAfter(() => text(post('{ beeper { sandbox } }')), 2);
  const [received] = traced.collector.exports;
  expect(received).toMatchObject({
    path: '/v1/traces',
    scope: 'beeper-graphql-gateway',
    headers: {
      'x-tenant': 'first one',
      'x-all': '2',
      'content-encoding': 'gzip',
      'content-type': 'application/x-protobuf',
    },
  });
  expect(received?.headers).not.toHaveProperty('x-other');
  expect(received?.resource).toEqual({
    'service.name': 'chats',
    'service.version': expect.stringMatching(/^\d+\.\d+\.\d+/),
    'service.instance.id': expect.stringMatching(/^[\da-f-]{36}$/),
    'deployment.environment.name': 'test',
    'process.runtime.name': 'nodejs',
    'process.runtime.version': process.versions.node,
    'telemetry.sdk.language': 'nodejs',
    'telemetry.sdk.name': 'opentelemetry',
    'telemetry.sdk.version': expect.any(String),
  });
});

test('a mutation without a name is named by its type, and has the types of its results', async () => {
  const start = `mutation { startChat(input: { accountID: "playground", user: { username: "rate-limited" } }) { __typename } }`;
  const spans = await spansAfter(() => text(post(start)), 3);
  expect(spans[1]).toMatchObject({
    name: 'mutation',
    hasFailed: false,
    attributes: { 'beeper_graphql.results': ['BeeperRateLimitedError'] },
  });
  expect(spans[2]).toMatchObject({
    name: 'POST /v1/chats/start',
    hasFailed: true,
    attributes: { 'http.response.status_code': 429, 'error.type': '429' },
  });
});

test('an operation with errors has failed, and its request has not', async () => {
  traced.sandbox.always('GET /v1/chats/{chatID}', { status: 500 });
  const [request, operation, call] = await spansAfter(() => text(post('{ chat(id: "x") { id } }')), 3);
  traced.sandbox.always('GET /v1/chats/{chatID}', null);
  expect(request).toMatchObject({ hasFailed: false });
  expect(operation).toMatchObject({
    hasFailed: true,
    attributes: { 'beeper_graphql.error_codes': ['UPSTREAM_ERROR'], 'error.type': 'UPSTREAM_ERROR' },
  });
  expect(call).toMatchObject({ name: 'GET /v1/chats/{chatID}', attributes: { 'error.type': '500' } });
});

test('each repeat of a call is a span, and a call without an answer has its reason', async () => {
  traced.sandbox.next('GET /v1/accounts', { status: 503 });
  traced.sandbox.next('GET /v1/accounts', { reset: 'after' });
  const [, , ...calls] = await spansAfter(() => text(post('{ accounts { id } }')), 5);
  expect(calls.map(({ attributes }) => attributes['http.request.resend_count'])).toEqual([undefined, 1, 2]);
  expect(calls.map(({ attributes }) => attributes['error.type'])).toEqual(['503', 'connection', undefined]);
  expect(calls[1]?.attributes).not.toHaveProperty('http.response.status_code');
});

test.each([
  ['a key', {}, '/graphql', 'POST /graphql', 401, 'UNAUTHENTICATED', 'key'],
  ['a path', key, '/1-555-010-1002', 'POST', 404, 'NOT_FOUND', 'path'],
  ['a host', { ...key, host: 'c4n4ry.example' }, '/graphql', 'POST /graphql', 421, 'FORBIDDEN', 'host'],
])('a request refused for %s has a span', async (_what, headers, path, name, status, code, reason) => {
  const [request] = await spansAfter(async () => {
    await using connection = await openSocket(traced);
    const sent = { ...headers, connection: 'close', 'content-length': '0' };
    connection.socket.write(requestText(`POST ${path} HTTP/1.1`, { headers: sent }));
    await connection.closes();
  }, 1);
  expect(request).toMatchObject({
    name,
    hasFailed: false,
    attributes: {
      'http.response.status_code': status,
      'beeper_graphql.refusal.code': code,
      'beeper_graphql.refusal.reason': reason,
    },
  });
});

test.each([
  ['assets', 'GET'],
  ['uploads', 'PUT'],
])('the span of an address in /%s has its route alone', async (route, method) => {
  const body = method === 'PUT' ? 'x' : null;
  const [span] = await spansAfter(() => text(fetch(`${traced.origin}/${route}/c4n4ry`, { method, body })), 1);
  expect(span).toMatchObject({
    name: `${method} /${route}/{sealed}`,
    attributes: {
      'http.route': `/${route}/{sealed}`,
      'http.response.status_code': 404,
      'beeper_graphql.refusal.reason': 'seal',
    },
  });
  expect(JSON.stringify(span?.attributes)).not.toContain('c4n4ry');
  expect(span?.attributes).not.toHaveProperty('url.path');
});

test('a method of another protocol is not named', async () => {
  const [other] = await spansAfter(
    () => text(fetch(`${traced.origin}/x`, { method: 'PROPFIND', headers: key })),
    1,
  );
  expect(other).toMatchObject({ name: 'HTTP', attributes: { 'http.request.method': '_OTHER' } });
});

test('probes, GraphiQL, preflight requests and what is not HTTP have no spans', async () => {
  await text(fetch(`${traced.origin}/health`));
  traced.sandbox.always('GET /v1/accounts', { status: 401 });
  const ready = () => fetch(`${traced.origin}/ready`).then(({ status }) => status);
  await expect.poll(ready).toBe(503);
  traced.sandbox.always('GET /v1/accounts', null);
  await text(fetch(`${traced.origin}/graphql`, { headers: { accept: 'text/html' } }));
  await using connection = await openSocket(traced);
  const preflight = { origin: appOrigin, 'access-control-request-method': 'POST', connection: 'close' };
  connection.socket.write(requestText('OPTIONS /graphql HTTP/1.1', { headers: preflight }));
  await connection.closes();
  expect(connection.received()).toMatch(/^HTTP\/1\.1 20/);
  await using other = await openSocket(traced);
  other.socket.end('no HTTP\r\n\r\n');
  await other.closes();
  expect(other.received()).toMatch(/^HTTP\/1\.1 400/);
  await text(post('{ beeper { sandbox } }'));
  const names = () => traced.collector.spans.map(({ name }) => name).toSorted();
  await expect.poll(names).toContain('query');
  expect(names()).toEqual(['POST /graphql', 'query']);
});

test('the spans of a caller that left tell it, and have the write that went on', async () => {
  traced.sandbox.next('POST /v1/chats/start', { delayMs: 1_500 });
  const caller = new AbortController();
  const calls = traced.sandbox.calls.length;
  const spans = await spansAfter(async () => {
    const asked = fetch(`${traced.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...key },
      body: JSON.stringify({
        query:
          'mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }, idempotencyKey: "left-early-1") { __typename } }',
      }),
      signal: caller.signal,
    }).catch(() => {});
    await expect.poll(() => traced.sandbox.calls.length).toBeGreaterThan(calls);
    caller.abort();
    await asked;
  }, 3);
  const [request, operation, call] = spans;
  expect(request).toMatchObject({ hasFailed: false, attributes: { 'beeper_graphql.caller_left': true } });
  expect(request?.attributes).not.toHaveProperty('http.response.status_code');
  expect(operation).toMatchObject({ name: 'mutation', end: request?.end });
  expect(call).toMatchObject({
    name: 'POST /v1/chats/start',
    parentID: operation?.spanID,
    attributes: { 'http.response.status_code': 200 },
  });
  expect(call && request && call.end > request.end).toBe(true);
});

test('names that can be a phone number are masked', async () => {
  const spans = await spansAfter(() => text(post('query _1_555_010_1002 { beeper { sandbox } }')), 2);
  expect(spans[1]?.name).toBe('query (masked)');
});

test('the line of the log has the trace ID', async () => {
  const [request] = await spansAfter(() => text(post('{ beeper { sandbox } }')), 2);
  expect(traced.log).toMatchObject([{ msg: 'Operation served', traceID: request?.traceID }]);
});

const caller = { traceID: '4bf92f3577b34da6a3ce929d0e0e4736', spanID: '00f067aa0ba902b7' };

test.each(['00', '01'])('a traceparent with the flags %s gives the IDs alone', async (flags) => {
  const traceparent = `00-${caller.traceID}-${caller.spanID}-${flags}`;
  const spans = await spansAfter(
    () => text(post('{ beeper { sandbox } }', { headers: { traceparent, tracestate: 'c=c4n4ry' } })),
    2,
  );
  expect(spans[0]).toMatchObject({ traceID: caller.traceID, parentID: caller.spanID, traceState: '' });
  expect(spans[1]).toMatchObject({ traceID: caller.traceID, parentID: spans[0]?.spanID });
});
