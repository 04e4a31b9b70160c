import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { RequestRecord } from '../../src/common/requestRecord.ts';
import { createHTTPServer, type GatewayServer } from '../../src/http/httpServer.ts';

const echo: RequestListener = (request, response) => {
  request.on('end', () => response.end('done')).resume();
};

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

  connection.socket.write('POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 10\r\n\r\nhalf');

  await expect.poll(() => connection.closed, { timeout: 3_000 }).toBe(true);
  expect(connection.received).toMatch(/^HTTP\/1\.1 408 /);
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
  ['a body', 'POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 10\r\n\r\nhalf', 2_000],
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
  expect(server.http.requestTimeout).toBe(30_000);
  expect(server.http.headersTimeout).toBe(10_000);
});
