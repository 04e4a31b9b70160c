import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { UnavailableFailure } from '../../src/failures.ts';
import { closeEndedStreams } from '../../src/http/drain.ts';
import { createApp } from '../../src/index.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { readEvents, subscribe } from '../support/eventStream.ts';
import { startGateway } from '../support/gateway.ts';
import { createOpenHub } from '../support/openHub.ts';
import { openSocket, postText } from '../support/rawSocket.ts';

const query =
  'subscription { chatEvents { __typename ... on BeeperMessageUpserted { messageID } ... on BeeperLiveGap { reason } ... on BeeperLiveEnded { error { __typename } } } }';
const sse = { accept: 'text/event-stream' };

const hub = createOpenHub();
/** No heartbeat comes within a test. */
const gateway = await startGateway({ beeper: 'http://127.0.0.1:9', hub, heartbeatMs: 60_000 });
afterAll(() => gateway[Symbol.asyncDispose]());
afterEach(() => isLeft());

/** Waits until nobody subscribes any more; for a second at most, while nothing happens. */
const isLeft = () => expect.poll(() => hub.state().streams, { timeout: 1_000, interval: 10 }).toBe(0);

async function connected(accept = sse) {
  const connection = await openSocket(gateway);
  connection.socket.write(postText(query, accept));
  await connection.receives(/BeeperLiveStarted/);
  expect(hub.state().streams).toBe(1);
  return connection;
}

describe('the source of a subscription is closed within a second', () => {
  test('after its client has ended the request', async () => {
    const watching = await subscribe(gateway, query);
    await watching.next();
    expect(hub.state().streams).toBe(1);
    await watching[Symbol.asyncDispose]();

    await isLeft();
  });

  test('after its client has closed the connection', async () => {
    const { socket } = await connected();
    socket.destroy();

    await isLeft();
  });

  test('after its client has reset the connection', async () => {
    const { socket } = await connected();
    socket.resetAndDestroy();

    await isLeft();
  });

  test('after its client has left before the first event', async () => {
    const connection = await openSocket(gateway);
    connection.socket.write(postText(query, sse));
    await expect.poll(() => hub.state().streams, { interval: 1 }).toBe(1);
    connection.socket.destroy();

    await isLeft();
  });
});

test('a client that has closed only its side of the connection goes on receiving events', async () => {
  await using connection = await connected();
  connection.socket.end();
  await connection.receives(/:\n\n.*:\n\n.*:\n\n/s);
  hub.pushMessage('still here');

  await connection.receives(/still here/);
  expect(hub.state().streams).toBe(1);
  connection.socket.destroy();
});

test('a client that reads nothing costs no memory, and is told that it was too slow', async () => {
  await using connection = await openSocket(gateway);
  connection.socket.write(postText(query, sse));
  await connection.receives(/BeeperLiveStarted/);
  connection.socket.pause();
  const [tracked] = [...gateway.server.connections.values()].filter(({ running }) => running.size > 0);
  const unsent = () => Math.max(...[...(tracked?.running ?? [])].map(({ writableLength }) => writableLength));
  let most = 0;
  const text = 'x'.repeat(10_000);
  for (let count = 0; count < 20_000; count += 100) {
    for (let index = count; index < count + 100; index++) hub.pushMessage(`${index}-${text}`);
    await nextTurn();
    most = Math.max(most, unsent());
  }
  hub.pushMessage('the last one');

  expect(most).toBeGreaterThan(1_000);
  expect(most).toBeLessThan(200_000);
  connection.socket.resume();
  await connection.receives(/the last one/);
  expect(connection.received()).toContain('{"__typename":"BeeperLiveGap","reason":"TOO_SLOW"}');
  expect(connection.received()).not.toContain('"19000-');
  connection.socket.destroy();
});

test('a stream that was ended and is not read does not stay open, and others do', async () => {
  await using reading = await connected();
  await using deaf = await openSocket(gateway);
  deaf.socket.write(postText(query, sse));
  await deaf.receives(/BeeperLiveStarted/);
  deaf.socket.pause();
  hub.pushMessage('x'.repeat(8_000_000));
  await reading.receives(/"x[x]+"/);
  hub.endWhere(() => true, new UnavailableFailure('Closing.', { retryAfterSeconds: 1 }));
  await reading.receives(/event: complete/);
  closeEndedStreams(gateway.server, 100);
  reading.socket.write(postText(query, sse));
  await reading.receives(/event: complete.*BeeperLiveStarted/s);

  await expect.poll(() => gateway.server.connections.size).toBe(1);
  expect(reading.ended()).toBeUndefined();
  reading.socket.destroy();
});

test('a client that has read a large event late can wait for the next one as long as others', async () => {
  await using connection = await connected();
  // That of an earlier test may still be there.
  const socket = [...gateway.server.connections.keys()].at(-1);
  connection.socket.pause();
  for (const id of ['a', 'b', 'c']) hub.pushMessage(id + 'x'.repeat(8_000_000));
  await expect.poll(() => socket?.writableLength).toBeGreaterThan(0);
  expect(socket?.timeout).toBe(10_000);
  connection.socket.resume();
  await connection.receives(/"c[x]+/);
  await expect.poll(() => socket?.writableLength).toBe(0);
  // As after ten seconds in which nothing was sent.
  socket?.emit('timeout');

  hub.pushMessage('the last one');
  await connection.receives(/the last one/);
  connection.socket.destroy();
});

describe('in the server of somebody else, the socket to Beeper is closed within a second', async () => {
  const sandbox = await startSandbox();
  const noSocket = () =>
    expect.poll(() => sandbox.live.sockets, { timeout: 1_000, interval: 10 }).toEqual([]);
  const settings = {
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_STORE: 'memory:',
    HOST: '127.0.0.1',
  };
  const lines: { readonly msg: string }[] = [];
  const app = await createApp(settings, { log: { write: (line) => lines.push(JSON.parse(line)) } });
  afterAll(async () => {
    await app.close();
    await sandbox.close();
  });
  const body = JSON.stringify({ query });
  const headers = { ...sse, 'content-type': 'application/json' };
  const ask = () => app.fetch(new Request('http://127.0.0.1/graphql', { method: 'POST', headers, body }));

  test('after a client of its listener has left', async () => {
    const server = createServer(app.listener).listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const connection = await openSocket({ origin: `http://127.0.0.1:${port}` });
    connection.socket.write(postText(query, sse));
    await connection.receives(/BeeperLiveStarted/);
    expect(sandbox.live.sockets).toHaveLength(1);
    connection.socket.destroy();

    await noSocket();
    server.close();
  });

  test('after the body of fetch is canceled, also while it is read', async () => {
    const response = await ask();
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    while (!text.includes('BeeperLiveStarted')) text += new TextDecoder().decode((await reader.read()).value);
    expect(sandbox.live.sockets).toHaveLength(1);
    lines.length = 0;
    const waiting = reader.read();
    await reader.cancel();

    await noSocket();
    expect((await waiting).done).toBe(true);
    expect(lines).toMatchObject([{ operationType: 'subscription', status: 200, callerLeft: true }]);
  });

  test('after the gateway is closed, with a last event that says so', async () => {
    const watching = readEvents(await ask());
    await watching.next();
    lines.length = 0;
    await app.close();

    expect(await watching.next()).toMatchObject({
      data: { chatEvents: { error: { __typename: 'BeeperUnavailableError' } } },
    });
    expect(await watching.next()).toBeNull();
    await noSocket();
    expect(lines).toMatchObject([{ operationType: 'subscription', result: 'ok', status: 200 }]);
    const later = readEvents(await ask());
    expect(await later.next()).toMatchObject({
      data: { chatEvents: { error: { __typename: 'BeeperUnavailableError' } } },
    });
  });
});
