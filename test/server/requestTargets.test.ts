import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { openSocket, requestText } from '../support/rawSocket.ts';

const body = '{"query":"{ beeper { sandbox } }"}';
const result = '{"data":{"beeper":{"sandbox":true}}}';

/** Sends one request on a connection of its own and returns the response to it. */
async function ask(
  pair: { readonly gateway: { readonly origin: string } },
  line: string,
  headers: Record<string, string> = {},
): Promise<string> {
  await using connection = await openSocket(pair.gateway);
  connection.socket.end(
    requestText(
      line,
      line.startsWith('POST')
        ? { headers: { 'content-type': 'application/json', ...headers }, body }
        : { headers },
    ),
  );
  await connection.closes();
  return connection.received();
}

test.each([
  ['http://127.0.0.1:4000/graphql', '127.0.0.1:4000'],
  ['HTTP://LocalHost:4000/graphql', 'localhost:4000'],
  ['http://localhost/graphql', 'localhost:80'],
  ['http://localhost:80/graphql', 'LOCALHOST'],
  ['http://localhost:/graphql', 'localhost'],
  ['http://[::1]:4000/graphql', '[::1]:4000'],
])('a request for %s with the host %s is served', async (target, host) => {
  await using pair = await startPair();
  for (const origin of [{}, { origin: `http://${host.toLowerCase()}` }]) {
    const response = await ask(pair, `POST ${target} HTTP/1.1`, { host, ...origin });
    expect(response).toMatch(/^HTTP\/1\.1 200 /);
    expect(response).toContain(result);
  }
  const byGET = await ask(pair, `GET ${target}?query={__typename} HTTP/1.1`, { host });
  expect(byGET).toContain('"Query"');
});

test.each([
  ['http://127.0.0.1:4000/graphql', '127.0.0.1:4001'],
  ['http://127.0.0.1:4000/graphql', '127.0.0.1'],
  ['http://localhost/graphql', '127.0.0.1'],
  ['http://evil.example/graphql', '127.0.0.1'],
  ['http://127.0.0.1/graphql', 'evil.example'],
  ['http://evil.example/graphql', 'evil.example'],
  ['http://user@127.0.0.1/graphql', '127.0.0.1'],
  ['http://127.0.0.1@evil.example/graphql', '127.0.0.1'],
  ['https://127.0.0.1/graphql', '127.0.0.1'],
  ['ftp://127.0.0.1/graphql', '127.0.0.1'],
])('a request for %s with the host %s gets 421', async (target, host) => {
  await using pair = await startPair();
  const response = await ask(pair, `POST ${target} HTTP/1.1`, { host });

  expect(response).toMatch(/^HTTP\/1\.1 421 /);
  expect(JSON.parse(response.split('\r\n\r\n')[1] ?? '').errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN', retryable: false } },
  ]);
  expect(pair.gateway.log).toMatchObject([{ msg: 'Request refused', reason: 'host', status: 421 }]);
});

test('the host of an absolute target counts for the origin rules, and for HTTP/1.0 without Host', async () => {
  await using pair = await startPair();
  const foreign = { host: 'localhost', origin: 'http://127.0.0.1' };
  expect(await ask(pair, 'POST http://localhost/graphql HTTP/1.1', foreign)).toMatch(/^HTTP\/1\.1 403 /);

  for (const [host, status] of [
    ['127.0.0.1:4000', 200],
    ['evil.example', 421],
  ]) {
    await using connection = await openSocket(pair.gateway);
    connection.socket.end(`GET http://${host}/graphql?query={__typename} HTTP/1.0\r\n\r\n`);
    await connection.closes();
    expect(connection.received()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  }
});

test('an absolute target without a path is that of /', async () => {
  await using pair = await startPair({ graphiql: true });
  for (const target of ['http://127.0.0.1', 'http://127.0.0.1?a=1']) {
    const response = await ask(pair, `GET ${target} HTTP/1.1`, { accept: 'text/html' });
    expect(response).toMatch(/^HTTP\/1\.1 302 /);
    expect(response).toMatch(/\r\nlocation: \/graphql(\?a=1)?\r\n/i);
  }
});

test.each(['OPTIONS * HTTP/1.1', 'GET * HTTP/1.1', 'GET graphql HTTP/1.1', 'GET 127.0.0.1:80 HTTP/1.1'])(
  '%s gets 400 and no stack trace',
  async (line) => {
    await using pair = await startPair();
    const response = await ask(pair, line);
    expect(response).toMatch(/^HTTP\/1\.1 400 /);
    expect(response).not.toContain('    at ');
  },
);

test.each([
  ['CONNECT', 'CONNECT example.com:443 HTTP/1.1', {}],
  ['CONNECT of the gateway', 'CONNECT 127.0.0.1:4000 HTTP/1.1', {}],
  ['a WebSocket', 'GET /graphql HTTP/1.1', { connection: 'Upgrade', upgrade: 'websocket' }],
  [
    'HTTP/2 over cleartext',
    'GET /graphql HTTP/1.1',
    { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' },
  ],
])('%s is refused, and the gateway keeps running', async (_what, line, headers) => {
  await using pair = await startPair({ graphiql: false });
  const response = await ask(pair, line, headers as Record<string, string>);
  expect(response === '' || /^HTTP\/1\.1 (4|2)/.test(response)).toBe(true);
  expect(response).not.toContain('101 Switching');
  expect((await pair.gateway.send('{ __typename }')).status).toBe(200);
  expect(pair.gateway.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test('a request with two Host headers is refused, because a server in front may keep the other one', async () => {
  await using pair = await startPair();
  await using connection = await openSocket(pair.gateway);
  const head =
    'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nhost: evil.example\r\ncontent-type: application/json\r\n';
  connection.socket.end(`${head}content-length: ${body.length}\r\n\r\n${body}`);
  await connection.closes();

  expect(connection.received()).toMatch(/^HTTP\/1\.1 400 /);
  expect(connection.received()).toContain('"BAD_REQUEST"');
});
