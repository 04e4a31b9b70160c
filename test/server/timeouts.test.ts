import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { RequestRecord } from '../../src/common/requestRecord.ts';
import { createHTTPServer, type GatewayServer } from '../../src/http/httpServer.ts';
import type { Listener } from '../../src/http/listener.ts';
import { createSlowRequests } from '../../src/http/slowRequests.ts';

const echo: Listener = (request, response) => {
  request.on('end', () => response.end('done')).resume();
};

const receiveFile: Listener = (request, response) => {
  response.isUpload = true;
  echo(request, response);
};

const halfABody = 'POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 10\r\n\r\nhalf';

/** A connection to `server`, which listens on a free port, and what the server sent on it so far. */
async function connectTo({ http: server }: GatewayServer) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const connection = { socket, received: '', closed: false };
  socket.on('data', (chunk) => {
    connection.received += chunk;
  });
  socket.on('close', () => {
    connection.closed = true;
  });
  return Object.assign(connection, {
    [Symbol.asyncDispose]: async () => {
      socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

const sendWhole = (socket: Socket) => socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');

test('a request that is not complete within the request timeout gets 408 and loses its connection', async () => {
  await using connection = await connectTo(
    createHTTPServer(echo, { requestTimeoutMs: 200, checkIntervalMs: 50 }),
  );

  connection.socket.write(halfABody);

  await expect.poll(() => connection.closed, { timeout: 3_000 }).toBe(true);
  expect(connection.received).toMatch(/^HTTP\/1\.1 408 /);
});

test('the time of a request is that of the whole, however often a part of its body arrives', async () => {
  await using connection = await connectTo(
    createHTTPServer(echo, { requestTimeoutMs: 200, checkIntervalMs: 20 }),
  );
  connection.socket.write('POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 1000\r\n\r\n');
  const parts = setInterval(() => connection.socket.write('x'), 20);

  await expect.poll(() => connection.closed, { timeout: 3_000 }).toBe(true);
  clearInterval(parts);
  expect(connection.received).toMatch(/^HTTP\/1\.1 408 /);
});

test('an upload is left to who receives it', async () => {
  await using connection = await connectTo(
    createHTTPServer(receiveFile, { requestTimeoutMs: 50, checkIntervalMs: 20 }),
  );
  const { socket } = connection;
  socket.write('PUT / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 15\r\n\r\n');
  let left = 15;
  const parts = setInterval(() => {
    socket.write('x');
    left -= 1;
    if (left === 0) clearInterval(parts);
  }, 30);
  await expect.poll(() => connection.received, { timeout: 5_000 }).toMatch(/^HTTP\/1\.1 200 .*done/s);
});

test('a body that goes on after its response is limited, too', async () => {
  let answerFirst = () => {};
  const server = createHTTPServer(
    (request, response) => {
      if (request.method === 'POST') response.end('refused');
      else answerFirst = () => response.end('first');
    },
    { requestTimeoutMs: 200, checkIntervalMs: 20 },
  );
  await using connection = await connectTo(server);
  sendWhole(connection.socket);
  connection.socket.write(halfABody);
  await expect.poll(() => [...server.connections.values()][0]?.running.size).toBe(2);

  answerFirst();
  await expect.poll(() => connection.received).toContain('refused');
  await expect.poll(() => connection.closed, { timeout: 3_000 }).toBe(true);
});

test('a connection that sends nothing is closed without a response, and is no request', async () => {
  const statuses: number[] = [];
  const observers = [{ onEnd: ({ status }: RequestRecord) => void statuses.push(status) }];
  const server = createHTTPServer(echo, { headersTimeoutMs: 200, checkIntervalMs: 50, observers });
  await using silent = await connectTo(server);
  const partial = connect((server.http.address() as AddressInfo).port, '127.0.0.1');
  partial.write('GET');

  await once(partial, 'data');
  await expect.poll(() => silent.closed).toBe(true);
  expect(silent.received).toBe('');
  await expect.poll(() => server.connections.size).toBe(0);
  expect(statuses).toEqual([408]);
});

test.each([
  ['a head', 'POST / HTTP/1.1\r\nhost: 127.0.0.1\r\n', 1_000],
  ['anything', '', 1_000],
  ['a body', halfABody, 2_000],
])(
  'a connection that does not send %s in time is closed within a second of its timeout',
  async (_what, sent, ms) => {
    await using connection = await connectTo(
      createHTTPServer(echo, { headersTimeoutMs: 1_000, requestTimeoutMs: 2_000 }),
    );
    const startedAt = performance.now();

    if (sent !== '') connection.socket.write(sent);

    await expect.poll(() => connection.closed, { timeout: 6_000 }).toBe(true);
    expect(performance.now() - startedAt).toBeGreaterThan(ms - 50);
    expect(performance.now() - startedAt).toBeLessThan(ms + 1_500);
  },
);

test('a connection is reused until it is idle for the keep-alive timeout', async () => {
  await using connection = await connectTo(createHTTPServer(echo, { keepAliveTimeoutMs: 500 }));
  const responses = () => connection.received.match(/HTTP\/1\.1 200 /g)?.length;

  sendWhole(connection.socket);
  await expect.poll(responses).toBe(1);
  sendWhole(connection.socket);
  await expect.poll(responses).toBe(2);

  // Node's own timeout is 5 s.
  await expect.poll(() => connection.closed, { timeout: 3_000 }).toBe(true);
});

test('by default a head may take 10 s and a request 30 s, and an idle connection stays open for 65 s', async () => {
  const server = createHTTPServer(echo);
  await using connection = await connectTo(server);

  sendWhole(connection.socket);

  await expect.poll(() => connection.received).toMatch(/\r\nkeep-alive: timeout=65\r\n/i);
  expect(server.http.headersTimeout).toBe(10_000);
  connection.socket.write(halfABody);
  await expect.poll(() => newest(server)?.req.complete).toBe(false);
  expect(refusedAfter(server, [29_000, 31_000])).toEqual([0, 1]);
});

/** @returns the response to the newest request on the only connection. */
const newest = ({ connections }: GatewayServer) => [...connections.values()][0]?.running.last;

/** @returns how many requests are refused after 30 s when so many milliseconds have passed. */
function refusedAfter({ connections }: GatewayServer, times: readonly number[]): number[] {
  let refused = 0;
  const refuseSlow = createSlowRequests(connections, () => refused++);
  const now = performance.now();
  return times.map((ms) => {
    refuseSlow(now + ms);
    return refused;
  });
}
