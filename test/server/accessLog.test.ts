import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { RequestRecord } from '../../src/common/requestRecord.ts';
import { createAccessLog } from '../../src/http/accessLog.ts';
import { createLog } from '../../src/http/log.ts';
import { openMounted } from '../../src/mounted.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';
import { openSocket, postText, requestText } from '../support/rawSocket.ts';

const web = newGatewayKey('web');
const headers = { 'x-gateway-key': web.key };
let pair: Pair;

beforeAll(async () => {
  pair = await startPair({ keys: [web.stored] });
  return () => pair[Symbol.asyncDispose]();
});

type Line = Record<string, unknown>;

/** Waits for the lines of one request after `act`: those about what was served and those about what was not. */
async function linesAfter(act: () => Promise<unknown>, count = 1): Promise<Line[]> {
  const { served, log } = pair.gateway;
  served.length = 0;
  log.length = 0;
  await act();
  const lines = () => [...served, ...log].filter(({ msg }) => msg !== 'Upstream call failed');
  await expect.poll(lines).toHaveLength(count);
  return lines();
}

const send = (query: string, variables = {}, more = {}) =>
  pair.gateway.send(query, variables, { headers: { ...headers, ...more } });

test('the line of a query names the operation, the caller, its calls and what it cost', async () => {
  let body = '';
  const [line] = await linesAfter(async () => {
    const answer = await send('query Inbox { accounts { id } chats(first: 1) { nodes { id } } }');
    body = await answer.text();
  });
  expect(line).toEqual({
    level: 30,
    time: expect.any(Number),
    pid: process.pid,
    hostname: expect.any(String),
    msg: 'Operation served',
    requestID: expect.stringMatching(/^[\da-f-]{36}$/),
    keyHolder: 'web',
    operationName: 'Inbox',
    operationType: 'query',
    result: 'ok',
    status: 200,
    durationMs: expect.any(Number),
    upstream: { calls: 2, ms: expect.any(Number) },
    bytes: Buffer.byteLength(body),
  });
  expect(line?.durationMs).toBeGreaterThan(0);
});

test('an operation without a name and without calls has neither in its line', async () => {
  const [line] = await linesAfter(() => send('{ beeper { sandbox } }'));
  expect(line).toMatchObject({ msg: 'Operation served', operationType: 'query', result: 'ok' });
  expect(line).not.toHaveProperty('operationName');
  expect(line).not.toHaveProperty('upstream');
});

const start = (alias: string, accountID: string, user: string) =>
  `${alias}: startChat(input: { accountID: "${accountID}", user: { ${user} } }) { ... on BeeperError { code } }`;

test('the line of a mutation names the type of each result, selected or not', async () => {
  const [line] = await linesAfter(() =>
    send(
      `mutation Start { ${start('a', 'matrix', 'id: "@kishan:beeper.com"')} ${start('b', 'playground', 'username: "rate-limited"')} }`,
    ),
  );
  expect(line).toMatchObject({
    operationType: 'mutation',
    result: 'StartChatPayload,BeeperRateLimitedError',
    status: 200,
  });
  expect(line).not.toHaveProperty('errorCodes');
});

test('top-level errors are logged by their codes, each once', async () => {
  pair.sandbox.always('GET /v1/chats/{chatID}', { status: 500 });
  const [line] = await linesAfter(() => send('{ a: chat(id: "x") { id } b: chat(id: "y") { id } }'));
  pair.sandbox.always('GET /v1/chats/{chatID}', null);
  expect(line).toMatchObject({ result: 'errors', errorCodes: ['UPSTREAM_ERROR'], upstream: { calls: 2 } });
});

test('each repeat of a call counts', async () => {
  pair.sandbox.next('GET /v1/accounts', { status: 503 });
  const [line] = await linesAfter(() => send('{ accounts { id } }'));
  expect(line).toMatchObject({ result: 'ok', upstream: { calls: 2 } });
});

test.each([
  ['a path', '/nowhere', 'NOT_FOUND', 'path', 404],
  ['a key', '/graphql', 'UNAUTHENTICATED', 'key', 401],
])('a request refused for %s has one line', async (_what, path, code, reason, status) => {
  const more = path === '/graphql' ? {} : { headers };
  const [line] = await linesAfter(async () => (await fetch(pair.gateway.origin + path, more)).text());
  expect(line).toMatchObject({ level: 30, msg: 'Request refused', code, reason, status });
  expect(line).not.toHaveProperty('operationType');
});

test('the response to HEAD has no bytes', async () => {
  const [line] = await linesAfter(() => fetch(pair.gateway.origin, { method: 'HEAD', headers }));
  expect(line).toMatchObject({ msg: 'Request refused', bytes: 0 });
});

test('the line of a refused mutation does not have the name that its caller chose', async () => {
  const nested = '{ chats(first: 200) { nodes { messages(first: 200) { nodes { id } } } } }';
  const [line] = await linesAfter(() => send(`query c4n4ry ${nested}`));
  expect(line).toMatchObject({ msg: 'Request refused', code: 'QUERY_TOO_COMPLEX', keyHolder: 'web' });
  expect(JSON.stringify(line)).not.toContain('c4n4ry');
});

test.each([
  ['/health', {}],
  ['/ready', {}],
  ['/graphql', { accept: 'text/html' }],
])('a request for %s is logged at debug', async (path, more) => {
  const [line] = await linesAfter(async () =>
    (await fetch(pair.gateway.origin + path, { headers: { ...headers, ...more } })).text(),
  );
  expect(line).toMatchObject({ level: 20, msg: 'Request served', status: 200 });
});

test('a caller that leaves has one line with status 499', async () => {
  pair.sandbox.next('GET /v1/accounts', { hang: true });
  const [line] = await linesAfter(async () => {
    const caller = new AbortController();
    const calls = pair.sandbox.calls.length;
    const asked = pair.gateway
      .send('query Slow { accounts { id } }', {}, { headers, signal: caller.signal })
      .catch(() => {});
    await expect.poll(() => pair.sandbox.calls.length).toBeGreaterThan(calls);
    caller.abort();
    await asked;
  });
  expect(line).toMatchObject({
    msg: 'Caller left',
    status: 499,
    callerLeft: true,
    operationName: 'Slow',
    bytes: 0,
  });
  expect(line).not.toHaveProperty('result');
});

test.each([
  ['what is not HTTP', 'no HTTP\r\n\r\n', 400],
  ['a request without Host', 'GET /health HTTP/1.1\r\n\r\n', 400],
  [
    'a head that is too large',
    requestText('GET /health HTTP/1.1', { headers: { x: 'x'.repeat(20_000) } }),
    431,
  ],
  [
    'an expectation that Node does not know',
    requestText('GET / HTTP/1.1', { headers: { expect: 'x' } }),
    417,
  ],
  [
    'a body that is not chunked as its header says',
    `${requestText('POST /graphql HTTP/1.1', { headers: { ...headers, 'content-type': 'application/json', 'transfer-encoding': 'chunked' } })}zz\r\n`,
    400,
  ],
])('%s is answered and logged once', async (_what, text, status) => {
  await using connection = await openSocket(pair.gateway);
  const [line] = await linesAfter(async () => {
    connection.socket.end(text);
    await connection.closes();
  });
  expect(connection.received().match(/^HTTP\/1\.1 \d+/gm)).toEqual([`HTTP/1.1 ${status}`]);
  expect(line).toMatchObject({ level: 30, msg: 'Request refused', reason: 'http', status });
});

test.each([
  ['what is not HTTP', '\0garbage\r\n\r\n', 400],
  ['a head that is too large', requestText('GET / HTTP/1.1', { headers: { x: 'x'.repeat(20_000) } }), 431],
])(
  '%s behind a running mutation is not taken for it, in its line or its answer',
  async (_what, text, status) => {
    pair.sandbox.next('POST /v1/chats/start', { delayMs: 500 });
    const { length } = pair.writes();
    const mutation = `mutation Start { ${start('a', 'matrix', 'id: "@kishan:beeper.com"')} }`;
    await using connection = await openSocket(pair.gateway);
    const lines = await linesAfter(async () => {
      connection.socket.write(postText(mutation, headers));
      await expect.poll(() => pair.writes().length).toBe(length + 1);
      connection.socket.write(text);
      await connection.closes();
    }, 2);
    expect(connection.received()).toBe('');
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'Caller left', operationName: 'Start', status: 499, callerLeft: true }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'Request refused', code: 'BAD_REQUEST', reason: 'http', status }),
    );
  },
);

test('the requests of one connection have one line each', async () => {
  await using connection = await openSocket(pair.gateway);
  const lines = await linesAfter(async () => {
    connection.socket.write(postText('query A { beeper { sandbox } }', headers).repeat(2));
    await connection.receives(/sandbox.*sandbox/s);
  }, 2);
  expect(new Set(lines.map(({ requestID }) => requestID)).size).toBe(2);
});

test('names and IDs that can be a phone number are not logged', async () => {
  const given = {
    'x-request-id': 'tel:+1-555-010.1002',
    traceparent: '00-00000000000000000000015550101002-00f067aa0ba902b7-01',
  };
  const [line] = await linesAfter(() => send('query _1_555_010_1002 { beeper { sandbox } }', {}, given));
  expect(line).not.toHaveProperty('traceID');
  expect(line).toMatchObject({
    operationName: '(masked)',
    requestID: expect.stringMatching(/^[\da-f-]{36}$/),
  });
});

test('a long name is cut', async () => {
  const [line] = await linesAfter(() => send(`query ${'x'.repeat(200)} { beeper { sandbox } }`));
  expect(line?.operationName).toBe('x'.repeat(64));
});

test('the trace ID of the caller is in the line, beside its request ID', async () => {
  const traceID = '4bf92f3577b34da6a3ce929d0e0e4736';
  const given = { 'x-request-id': 'router-0001', traceparent: `00-${traceID}-00f067aa0ba902b7-01` };
  const [line] = await linesAfter(() => send('{ beeper { sandbox } }', {}, given));
  expect(line).toMatchObject({ requestID: 'router-0001', traceID });
});

test('an app that another server passes requests to logs them, too', async () => {
  const lines: string[] = [];
  const gateway = await openMounted({}, { log: { write: (line) => lines.push(line) } });
  const server = createServer(gateway.listener).listen(0, '127.0.0.1');
  await expect.poll(() => server.listening).toBe(true);
  const { port } = server.address() as AddressInfo;
  await (await fetch(`http://127.0.0.1:${port}/nowhere`)).text();
  await gateway.fetch(new Request(`http://127.0.0.1:${port}/elsewhere`, { headers: { host: '127.0.0.1' } }));
  await expect.poll(() => lines.length).toBe(2);
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({
      msg: 'Request refused',
      status: 404,
      requestID: expect.any(String),
    });
  server.closeAllConnections();
  server.close();
  await gateway.close();
});

test('a refused address of a file is logged with its route, and without what is sealed', async () => {
  for (const [route, method] of [
    ['assets', 'GET'],
    ['uploads', 'PUT'],
  ] as const) {
    const [line] = await linesAfter(async () =>
      (
        await fetch(`${pair.gateway.origin}/${route}/c4n4ry`, { method, body: method === 'PUT' ? 'x' : null })
      ).text(),
    );
    expect(line).toMatchObject({ level: 30, msg: 'Request refused', route, code: 'NOT_FOUND', status: 404 });
    expect(JSON.stringify(line)).not.toContain('c4n4ry');
  }
});

test.each([
  ['a file that was served', 'assets', 'GET', 206, 20],
  ['a file that was asked for wrongly', 'assets', 'GET', 416, 30],
  ['an upload', 'uploads', 'PUT', 200, 30],
  ['a preflight request for an upload', 'uploads', 'OPTIONS', 204, 20],
] as const)('the line of %s has its level, route and bytes', (_what, route, method, status, level) => {
  const lines: string[] = [];
  const log = createLog({ level: 'debug' }, { write: (line) => lines.push(line) });
  const record = new RequestRecord({ method, traceparent: null, keepsCalls: false });
  Object.assign(record, { route, status, bytes: 5, receivedBytes: method === 'PUT' ? 7 : 0 });

  createAccessLog(log)?.onEnd(record);

  const { msg, ...line } = JSON.parse(lines[0] ?? '');
  expect({ msg, ...line }).toMatchObject({ level, msg: 'Request served', route, status, bytes: 5 });
  expect(line.receivedBytes).toBe(method === 'PUT' ? 7 : undefined);
});

test('a log without info has no access log', () => {
  const logAt = (level: string) => createAccessLog(createLog({ level }, { write() {} }));
  expect(logAt('warn')).toBe(null);
  expect(logAt('info')).not.toBe(null);
});

test('the line that docs/operations.md shows has the fields of the line of a mutation, in their order', async () => {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const shown = JSON.parse(/```json\n(\{"level".*)\n/.exec(page)?.[1] ?? '');
  const mutation = `mutation StartChat { startChat(input: {
    accountID: "${whatsapp}", user: { phoneNumber: "${ada.phoneNumber}" }
  }) { __typename ... on StartChatPayload { chat { messages(first: 1) { nodes { id } } } } } }`;
  const traceparent = `00-${shown.traceID}-00f067aa0ba902b7-01`;

  const [line = {}] = await linesAfter(() => send(mutation, {}, { traceparent }));

  expect(Object.keys(line)).toEqual(Object.keys(shown));
  for (const name of ['requestID', 'traceID', 'operationName', 'operationType', 'result', 'status', 'msg'])
    expect(line[name], name).toEqual(shown[name]);
});
