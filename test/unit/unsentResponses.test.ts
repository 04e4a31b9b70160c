import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createUnsentResponses } from '../../src/http/unsentResponses.ts';

test('responses that wait behind one that has not ended count, and lose their connection beyond 64 MiB', async () => {
  const watch = createUnsentResponses();
  let isFirst = true;
  const server = createServer((_request, response) => {
    if (!isFirst) watch(response.end(Buffer.alloc(40 * 1024 * 1024)));
    isFirst = false;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1')
    .resume()
    .on('error', () => {});

  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(3));

  await expect.poll(() => socket.closed).toBe(true);
  server.close();
});

test('a stream whose reader takes large parts late, again and again, has no more listeners than before', async () => {
  const watch = createUnsentResponses();
  const counts: number[] = [];
  const server = createServer(async (_request, response) => {
    const count = () => response.listenerCount('close') + response.listenerCount('finish');
    for (let parts = 0; parts < 3; parts++) {
      counts.push(count());
      response.write(Buffer.alloc(8 * 1024 * 1024));
      watch(response);
      await once(response, 'drain');
    }
    counts.push(count());
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  await (await fetch(`http://127.0.0.1:${port}`)).arrayBuffer();

  expect(counts.slice(1)).toEqual(Array(3).fill(counts[1]));
  server.close();
});

test('files do not count in the 64 MiB, so their slow readers close no answer of others', async () => {
  const watch = createUnsentResponses();
  let files = 0;
  const server = createServer((request, response) => {
    const isFile = request.url === '/file';
    if (isFile) files++;
    // Far more than a file has unsent in fact.
    watch(Object.assign(response.end(Buffer.alloc(40 * 1024 * 1024)), { isFile }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = (path: string) => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.pause().write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    return socket;
  };
  const answer = ask('/');
  await once(answer, 'readable');

  const readers = [ask('/file'), ask('/file'), ask('/file')];
  await expect.poll(() => files).toBe(3);

  let bytes = 0;
  answer.on('data', (chunk) => {
    bytes += chunk.length;
  });
  await once(answer, 'end');
  expect(bytes).toBeGreaterThan(40 * 1024 * 1024);
  for (const reader of readers) reader.destroy();
  server.close();
});

test('the reader of a file may take nothing for longer than that of an answer, and is not kept for ever', async () => {
  const watch = createUnsentResponses({ stalledMs: 50, stalledFileMs: 600 });
  const open = new Map<string, ServerResponse>();
  const server = createServer((request, response) => {
    open.set(request.url ?? '', response);
    response.write(Buffer.alloc(16 * 1024 * 1024));
    watch(Object.assign(response, { isFile: request.url === '/file' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const readers = ['/', '/file'].map((path) => {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.pause().write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
    return socket;
  });

  await expect.poll(() => open.get('/')?.destroyed).toBe(true);
  expect(open.get('/file')?.destroyed).toBe(false);
  await expect.poll(() => open.get('/file')?.destroyed, { timeout: 5_000 }).toBe(true);
  for (const reader of readers) reader.destroy();
  server.close();
});

test('an event stream is closed when its reader takes nothing of the little that waits, not when nothing waits', async () => {
  const watch = createUnsentResponses({ stalledMs: 50 });
  const streams: ServerResponse[] = [];
  const server = createServer((_request, response) => {
    streams.push(response);
    response.write('begins');
    watch(Object.assign(response, { isEventStream: true }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(socket, 'data');
  const [stream] = streams;
  await once(stream as ServerResponse, 'timeout');
  expect(stream?.destroyed).toBe(false);

  socket.pause();
  // What the buffers of the system take leaves within a few turns.
  for (let full = 0; full < 20; full = stream?.writableLength === 0 ? 0 : full + 1) {
    if (stream?.writableLength === 0) stream.write('x'.repeat(1_000));
    await nextTurn();
  }
  expect(stream?.writableLength).toBeLessThan(64 * 1024);
  watch(stream as ServerResponse);

  await expect.poll(() => stream?.destroyed).toBe(true);
  socket.destroy();
  server.close();
});
