import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { startProcess } from '../support/process.ts';
import { post, rawRequest } from './rawRequest.ts';

/** `Host` has the name that the browser uses for the server, so DNS rebinding shows in it. */

const about = '{ beeper { sandbox } }';

test.each(['127.0.0.1', 'localhost', 'LocalHost', '[::1]'])(
  'the host name %s is accepted with any port',
  async (name) => {
    await using pair = await startPair();
    for (const host of [name, `${name}:4000`, `${name}:80`]) {
      expect(await rawRequest(pair.gateway.origin, post(about, { host }))).toMatchObject({ status: 200 });
    }
  },
);

test.each([
  'evil.example',
  'evil.example:4000',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'localhost@evil.example',
  'evil.example#localhost',
  'localhost/evil',
  'localhost.',
  '0.0.0.0',
  '127.0.0.2',
  '2130706433',
  '[::]',
  '[::ffff:127.0.0.1]',
  ' ',
  'null',
])('the host name %s gets 421 on every path, and no upstream call is made', async (host) => {
  await using pair = await startPair({ graphiql: true });
  const requests = [
    post('mutation { startChat(input: { accountID: "matrix", user: { id: "x" } }) { __typename } }', {
      host,
    }),
    { path: `/graphql?query=${encodeURIComponent('{ chats { nodes { id } } }')}`, headers: { host } },
    { headers: { host, accept: 'text/html' } },
    { path: '/health', headers: { host } },
    { path: '/ready', headers: { host } },
    { path: '/nowhere', headers: { host } },
    {
      method: 'OPTIONS',
      headers: { host, origin: `http://${host.trim()}`, 'access-control-request-method': 'POST' },
    },
  ];
  for (const request of requests) {
    const { status, text, headers } = await rawRequest(pair.gateway.origin, request);
    expect(status).toBe(421);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message: 'This gateway does not accept the host name in the Host header.',
          extensions: {
            code: 'FORBIDDEN',
            retryable: false,
            remedy: expect.stringContaining('GATEWAY_HOSTS'),
            requestID: headers['x-request-id'],
          },
        },
      ],
    });
  }
  expect(pair.sandbox.calls).toEqual([]);
});

test('a foreign host name is rejected even if the request is same-origin', async () => {
  await using pair = await startPair();
  const headers = { host: 'evil.example', origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' };
  expect(await rawRequest(pair.gateway.origin, post(about, headers))).toMatchObject({ status: 421 });
});

test('names in GATEWAY_HOSTS are accepted in addition to those of loopback', async () => {
  await using gateway = await startProcess({ GATEWAY_HOSTS: 'gateway.example,fd00::1', HOST: '0.0.0.0' });
  const { port } = new URL(await gateway.origin());
  const statusFor = async (host: string) =>
    (await rawRequest(`http://127.0.0.1:${port}`, post(about, { host }))).status;
  expect(await statusFor('gateway.example')).toBe(200);
  expect(await statusFor(`GATEWAY.example:${port}`)).toBe(200);
  expect(await statusFor('[fd00::1]:443')).toBe(200);
  expect(await statusFor(`localhost:${port}`)).toBe(200);
  expect(await statusFor('www.gateway.example')).toBe(421);
  expect(await statusFor(`0.0.0.0:${port}`)).toBe(421);
});

test.each([
  ['GET /graphql HTTP/1.1\r\nhost: ::1'],
  ['GET /graphql HTTP/1.1\r\nhost: evil.example:127.0.0.1'],
  ['GET /graphql HTTP/1.1\r\nhost: localhost:99999'],
  ['GET /graphql HTTP/1.1\r\nhost: [evil]'],
  ['OPTIONS * HTTP/1.1\r\nhost: localhost'],
])('a request without a valid URL gets 400 without a stack trace: %j', async (head) => {
  await using pair = await startPair();
  const answer = await sendRaw(pair.gateway.origin, head);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).not.toMatch(/ at |node_modules|\.[jt]s/);
  expect(answer).toMatch(/\r\nx-request-id: [\da-f-]{36}\r\n/);
  expect(pair.gateway.log).toMatchObject([{ level: 30, msg: 'Request refused', reason: 'url', status: 400 }]);
});

test('a request without a Host header gets 400', async () => {
  await using pair = await startPair();
  expect(await sendRaw(pair.gateway.origin, 'GET /graphql HTTP/1.1')).toMatch(/^HTTP\/1\.1 400 /);
});

test('a request with two Host headers is rejected', async () => {
  await using pair = await startPair();
  const head = 'GET /graphql HTTP/1.1\r\nhost: evil.example\r\nhost: localhost';
  expect(await sendRaw(pair.gateway.origin, head)).toMatch(/^HTTP\/1\.1 4\d\d /);
});

/** Sends a request with this head on a socket. Resolves to everything received. */
async function sendRaw(origin: string, head: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  socket.write(`${head}\r\nconnection: close\r\n\r\n`);
  await once(socket, 'close');
  return answer;
}
