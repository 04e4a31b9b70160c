import { expect, test } from 'vitest';
import { originRefusal } from '../../src/http/guards/useOrigins.ts';
import { startPair } from '../support/pair.ts';
import { newGatewayKey } from './gatewayKey.ts';
import { post, rawRequest } from './rawRequest.ts';

const about = '{ beeper { sandbox } }';
const write =
  'mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }';
const query = `/graphql?query=${encodeURIComponent(about)}`;
const listed = 'https://app.example';

const corsIn = (headers: object) => Object.keys(headers).filter((name) => name.startsWith('access-control-'));

test.each([
  'https://evil.example',
  'http://localhost:3000',
  'null',
  'https://app.example.evil.example',
  'http://app.example',
  'https://app.example:8443',
  'https://APP.example',
  '*',
  '',
])('every request from the origin %j gets 403, and no upstream call is made', async (origin) => {
  await using pair = await startPair({ origins: [listed] });
  const requests = [
    post(about, { origin }),
    post(write, { origin }),
    post(write, { origin, 'content-type': 'text/plain' }),
    post(about, { origin, accept: 'text/event-stream' }),
    { path: query, headers: { origin } },
    { path: '/ready', headers: { origin } },
    { method: 'DELETE', headers: { origin } },
    { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } },
  ];
  for (const request of requests) {
    const { status, headers, text } = await rawRequest(pair.gateway.origin, request);
    expect(status).toBe(403);
    expect(corsIn(headers)).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ message: /origin/, extensions: { code: 'FORBIDDEN', remedy: /GATEWAY_ORIGINS/ } }].map(
        ({ message, extensions: { code, remedy } }) => ({
          message: expect.stringMatching(message),
          extensions: { code, retryable: false, remedy: expect.stringMatching(remedy) },
        }),
      ),
    });
  }
  expect(pair.sandbox.calls).toEqual([]);
});

test('a listed origin gets CORS headers with credentials and exposed response headers', async () => {
  await using pair = await startPair({ origins: ['https://other.example', listed] });
  const { status, headers, text } = await rawRequest(pair.gateway.origin, post(write, { origin: listed }));
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({ data: { startChat: { __typename: 'StartChatPayload' } } });
  expect(headers).toMatchObject({
    'access-control-allow-origin': listed,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'x-request-id, retry-after',
    vary: 'Origin, Accept-Encoding',
  });
});

test('a preflight request from a listed origin gets 204 and runs nothing', async () => {
  await using pair = await startPair({ origins: [listed] });
  const headers = {
    origin: listed,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,x-gateway-key',
  };
  const answer = await rawRequest(pair.gateway.origin, { method: 'OPTIONS', path: query, headers });
  expect(answer).toMatchObject({
    status: 204,
    text: '',
    headers: {
      'access-control-allow-origin': listed,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': expect.stringMatching(/content-type, .*x-gateway-key/),
      'access-control-allow-credentials': 'true',
      vary: 'Access-Control-Request-Headers, Origin',
    },
  });
  expect(pair.sandbox.calls).toEqual([]);
});

test('a preflight request requires no key, because browsers send none; the actual request does', async () => {
  await using pair = await startPair({ origins: [listed], keys: [newGatewayKey('web').stored] });
  const preflight = { origin: listed, 'access-control-request-method': 'POST' };
  const { origin } = pair.gateway;
  expect(await rawRequest(origin, { method: 'OPTIONS', headers: preflight })).toMatchObject({ status: 204 });
  const { status, headers } = await rawRequest(origin, post(about, { origin: listed }));
  expect(status).toBe(401);
  expect(headers['access-control-allow-origin']).toBe(listed);
});

test('every response has Vary: Origin if origins are listed', async () => {
  await using pair = await startPair({ origins: [listed] });
  for (const request of [
    { path: query },
    { path: '/health' },
    post(about, { origin: 'https://evil.example' }),
  ]) {
    const { headers } = await rawRequest(pair.gateway.origin, request);
    expect(headers.vary).toMatch(/^Origin(, Accept-Encoding)?$/);
    expect(corsIn(headers)).toEqual([]);
  }
});

test.each(['127.0.0.1', 'localhost'])(
  'the gateway’s own origin with the name %s is allowed without listing',
  async (name) => {
    await using pair = await startPair();
    const host = `${name}:${new URL(pair.gateway.origin).port}`;
    const answer = await rawRequest(pair.gateway.origin, post(about, { host, origin: `http://${host}` }));
    expect(answer.status).toBe(200);
    expect(corsIn(answer.headers)).toEqual([]);
  },
);

test('the gateway’s own name with another scheme, port or spelling is a different origin', async () => {
  await using pair = await startPair();
  const { origin } = pair.gateway;
  const { host, port } = new URL(origin);
  for (const other of [`https://${host}`, 'http://127.0.0.1', `http://localhost:${port}`, `${origin}/`]) {
    expect(await rawRequest(origin, post(about, { host, origin: other }))).toMatchObject({ status: 403 });
  }
});

test('a request without an origin is accepted', async () => {
  await using pair = await startPair();
  expect(await rawRequest(pair.gateway.origin, post(write, {}))).toMatchObject({ status: 200 });
  expect(await rawRequest(pair.gateway.origin, { path: query })).toMatchObject({ status: 200 });
});

test.each(['cross-site', 'same-site'])('a %s request without an origin gets 403', async (site) => {
  await using pair = await startPair({ graphiql: false });
  const chats = `/graphql?query=${encodeURIComponent('{ chats { nodes { id } } }')}`;
  for (const [mode, dest] of [
    ['no-cors', 'image'],
    ['no-cors', 'script'],
    ['no-cors', 'empty'],
    ['navigate', 'document'],
    ['navigate', 'iframe'],
  ] as const) {
    const headers = {
      'sec-fetch-site': site,
      'sec-fetch-mode': mode,
      'sec-fetch-dest': dest,
      accept: 'text/html,*/*',
    };
    for (const path of [chats, '/ready', '/health']) {
      expect(await rawRequest(pair.gateway.origin, { path, headers })).toMatchObject({ status: 403 });
    }
  }
  expect(pair.sandbox.calls).toEqual([]);
});

test('a request by the user or from the gateway’s own page is accepted', async () => {
  await using pair = await startPair({ graphiql: false });
  for (const site of ['none', 'same-origin']) {
    const answer = await rawRequest(pair.gateway.origin, {
      path: query,
      headers: { 'sec-fetch-site': site },
    });
    expect(answer.status).toBe(200);
  }
});

test('a link on another site opens GraphiQL, but a frame, an image or a query gets 403', async () => {
  await using pair = await startPair({ graphiql: true });
  const from = (mode: string, dest: string, accept: string) =>
    rawRequest(pair.gateway.origin, {
      path: query,
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode, 'sec-fetch-dest': dest, accept },
    });
  const page = await from('navigate', 'document', 'text/html,*/*');
  expect(page.status).toBe(200);
  expect(page.headers['content-type']).toMatch(/^text\/html/);
  expect((await from('navigate', 'iframe', 'text/html,*/*')).status).toBe(403);
  expect((await from('navigate', 'document', 'application/json')).status).toBe(403);
  expect((await from('no-cors', 'image', 'image/*')).status).toBe(403);
  expect(pair.sandbox.calls).toEqual([]);
});

test.each([
  ['http://localhost:5173', '127.0.0.1:4000', true],
  ['http://127.0.0.1:5173', 'localhost:4000', true],
  ['http://[::1]:5173', '127.0.0.1', true],
  ['https://evil.example', '127.0.0.1:4000', false],
  ['http://localhost.evil.example', '127.0.0.1:4000', false],
  ['http://localhost:5173', 'gateway.example', false],
  ['null', '127.0.0.1:4000', false],
  [null, '127.0.0.1:4000', false],
])('the remedy for the origin %s at the host %s names a development proxy: %s', (origin, host, isLikely) => {
  const { remedy } = originRefusal(origin, host).extensions;
  expect(String(remedy).includes('`changeOrigin: false` in Vite')).toBe(isLikely);
  expect(remedy).toContain('GATEWAY_ORIGINS');
});
