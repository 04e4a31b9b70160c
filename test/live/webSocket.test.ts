import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { UnavailableFailure } from '../../src/failures.ts';
import type { LiveEvent } from '../../src/live/events.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { createOpenHub } from '../support/openHub.ts';
import { openSocket, postText, requestText } from '../support/rawSocket.ts';
import { openWebSocket, shakeHands } from '../support/webSocket.ts';

const beeper = 'http://127.0.0.1:9';

const query = `subscription Watch { chatEvents {
  __typename
  ... on BeeperLiveEvent { index }
  ... on BeeperMessageUpserted { messageID }
  ... on BeeperLiveEnded { error { code } }
} }`;

const started = {
  type: 'next',
  payload: { data: { chatEvents: { __typename: 'BeeperLiveStarted', index: 0 } } },
};
const message = (messageID: string, index: number) => ({
  type: 'next',
  payload: { data: { chatEvents: { __typename: 'BeeperMessageUpserted', index, messageID } } },
});

const shuttingDown = new UnavailableFailure('Shutting down.', { retryAfterSeconds: 1 });

describe('with a gateway that needs no key', () => {
  const hub = createOpenHub();
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ beeper, hub, webSocket: true, origins: ['https://app.example'] });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  test('the client of graphql-ws gets events until it leaves', async () => {
    const client = createClient({ url: `${gateway.origin}/graphql`, webSocketImpl: WebSocket, lazy: true });
    const events = client.iterate({ query });

    expect(await events.next()).toMatchObject({ value: started.payload });
    hub.pushMessage('a');
    expect(await events.next()).toMatchObject({ value: message('a', 1).payload });
    expect(hub.state().streams).toBe(1);
    await events.return?.();
    await expect.poll(() => hub.state().streams, { timeout: 1_000 }).toBe(0);
  });

  test('several operations share a connection, and each is completed by itself', async () => {
    await using socket = await openWebSocket(gateway);
    socket.subscribe('one', query);
    socket.subscribe('two', query);
    await socket.receives('one', started);
    await socket.receives('two', started);

    socket.send({ type: 'complete', id: 'one' });
    await expect.poll(() => hub.state().streams, { timeout: 1_000 }).toBe(1);
    hub.pushMessage('a');
    await socket.receives('two', started, message('a', 1));
    await socket.receives('one', started);
    expect(gateway.served.at(-1)).toMatchObject({ operationName: 'Watch', operationType: 'subscription' });
    socket.webSocket.terminate();
    await expect.poll(() => hub.state().streams, { timeout: 1_000 }).toBe(0);
    expect(gateway.served.at(-1)).toMatchObject({ status: 200, callerLeft: true, bytes: expect.any(Number) });
  });

  test('an operation that is completed in the same packet opens no stream', async () => {
    await using socket = await openWebSocket(gateway);
    const opened = hub.requests.length;
    const { _socket: raw } = socket.webSocket as unknown as { _socket: { cork(): void; uncork(): void } };
    raw.cork();
    for (let index = 0; index < 20; index++) {
      socket.subscribe('same', query);
      socket.send({ type: 'complete', id: 'same' });
    }
    raw.uncork();
    socket.subscribe('last', query);
    await socket.receives('last', started);

    expect(hub.requests.length - opened).toBe(1);
    socket.webSocket.terminate();
    await expect.poll(() => hub.state().streams, { timeout: 1_000 }).toBe(0);
  });

  test('a packet with many operations does not keep others from their turn', async () => {
    await using socket = await openWebSocket(gateway);
    const { _socket: raw } = socket.webSocket as unknown as { _socket: { cork(): void; uncork(): void } };
    let turns = 0;
    let timer = setImmediate(function count() {
      turns++;
      timer = setImmediate(count);
    });
    raw.cork();
    for (let index = 0; index < 40; index++) socket.subscribe(`${index}`, '{ wrong');
    raw.uncork();
    const counts: number[] = [];
    socket.webSocket.on('message', () => counts.push(turns));
    await expect.poll(() => counts.length).toBe(40);
    clearImmediate(timer);

    expect(counts[39] as number).toBeGreaterThan((counts[0] as number) + 30);
  });

  test('operations that share an ID end with the connection', async () => {
    await using socket = await openWebSocket(gateway);
    const { _socket: raw } = socket.webSocket as unknown as { _socket: { cork(): void; uncork(): void } };
    raw.cork();
    socket.subscribe('same', query);
    socket.send({ type: 'complete', id: 'same' });
    socket.subscribe('same', query);
    raw.uncork();
    await expect.poll(() => hub.state().streams).toBeGreaterThan(0);
    socket.webSocket.terminate();
    await expect.poll(() => hub.state().streams, { timeout: 1_000 }).toBe(0);
  });

  test.each([
    ['{ __typename }', 'BAD_REQUEST', 'only subscriptions'],
    ['mutation { __typename }', 'BAD_REQUEST', 'only subscriptions'],
    ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED', 'Cannot query field "nothing"'],
    ['subscription {', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
  ])('%s is refused with an error', async (document, code, words) => {
    await using socket = await openWebSocket(gateway);
    socket.subscribe('one', document);
    const error = {
      message: expect.stringContaining(words),
      extensions: { code, retryable: false, remedy: expect.any(String), requestID: expect.any(String) },
    };
    await socket.receives('one', { type: 'error', payload: [error] });
    socket.subscribe('two', query);
    await socket.receives('two', started);
    await socket.receives('one', { type: 'error' });
  });

  test.each([
    ['another path', {}, '/graphql/other', 404, 'path'],
    ['another host', { host: 'evil.example' }, '/graphql', 421, 'host'],
    ['another origin', { origin: 'https://evil.example' }, '/graphql', 403, 'origin'],
    ['an opaque origin', { origin: 'null' }, '/graphql', 403, 'origin'],
    ['no subprotocol', { 'sec-websocket-protocol': '' }, '/graphql', 400, 'websocket-protocol'],
    [
      'another subprotocol',
      { 'sec-websocket-protocol': 'graphql-ws' },
      '/graphql',
      400,
      'websocket-protocol',
    ],
    ['another version', { 'sec-websocket-version': '8' }, '/graphql', 426, 'websocket-version'],
    ['no key of WebSocket', { 'sec-websocket-key': 'abc' }, '/graphql', 400, 'websocket-key'],
    ['a body', { 'content-length': '5' }, '/graphql', 400, 'websocket-request'],
    ['a body in chunks', { 'transfer-encoding': 'chunked' }, '/graphql', 400, 'websocket-request'],
  ])('a handshake with %s is refused', async (_case, headers, path, status, reason) => {
    const answer = await shakeHands(gateway, headers, path);

    expect(answer).toMatchObject({ status, extensions: { retryable: false, remedy: expect.any(String) } });
    expect(answer.headers['cache-control']).toBe('no-store');
    await expect.poll(() => gateway.log.at(-1)).toMatchObject({ msg: 'Request refused', status, reason });
  });

  test('a handshake of HTTP/1.0 is refused', async () => {
    await using raw = await openSocket(gateway);
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-protocol': 'graphql-transport-ws',
    };
    raw.socket.write(requestText('GET /graphql HTTP/1.0', { headers }));
    await raw.receives(/^HTTP\/1\.1 400 [\s\S]*"code":"BAD_REQUEST"/);
  });

  test.each([
    ['from a listed origin', { origin: 'https://app.example' }],
    ['with several subprotocols', { 'sec-websocket-protocol': 'graphql-ws, graphql-transport-ws' }],
  ])('a handshake %s is accepted', async (_case, headers) => {
    const answer = await shakeHands(gateway, headers);
    expect(answer).toMatchObject({
      status: 101,
      headers: { 'sec-websocket-protocol': 'graphql-transport-ws' },
    });
  });

  test('a request that offers another protocol is served as if it did not', async () => {
    await using raw = await openSocket(gateway);
    raw.socket.write(
      postText('{ __typename }', {
        connection: 'Upgrade, HTTP2-Settings',
        upgrade: 'h2c',
        'http2-settings': '',
      }),
    );
    await raw.receives(/200 OK[\s\S]*"__typename":"Query"/);
  });

  test.each([
    ['the header', { authorization: 'Bearer from-header' }, {}, 'from-header'],
    ['the payload', {}, { Authorization: 'Bearer from-payload' }, 'from-payload'],
    ['headers in the payload', {}, { headers: { authorization: 'Bearer from-payload' } }, 'from-payload'],
    ['what Apollo Router sends', {}, { connectionParams: { authorization: 'Bearer b' } }, 'b'],
    ['both', { authorization: 'Bearer a' }, { authorization: 'Bearer b' }, 'b'],
    ['an empty payload', { authorization: 'Bearer a' }, { authorization: null }, 'a'],
    ['neither', { authorization: 'Basic dTpw' }, {}, 'sandbox-token'],
  ])('the token is taken from %s', async (_case, headers, init, token) => {
    await using socket = await openWebSocket(gateway, {
      headers,
      init,
      path: '/graphql?authorization=Bearer+url',
    });
    socket.subscribe('one', query);
    await socket.receives('one', started);
    expect(hub.requests.at(-1)?.token).toBe(token);
  });

  test.each([
    ['a malformed header', { authorization: 'Bearer to ken' }, {}],
    ['a payload without Bearer', {}, { authorization: 'secret-token' }],
    ['a payload that is a list', {}, { headers: { authorization: ['Bearer secret-token'] } }],
  ])('%s closes the connection', async (_case, headers, payload) => {
    await using socket = await openWebSocket(gateway, { headers, init: null });
    socket.send({ type: 'connection_init', payload });
    expect(await socket.closes()).toEqual({ code: 4401, reason: 'Malformed bearer token' });
  });

  test.each([
    ['not JSON', '{', 4400],
    ['nested too deep', `{"type":"ping","payload":{"a":${'['.repeat(300)}${']'.repeat(300)}}}`, 4400],
    ['an operation before the beginning', '{"type":"subscribe","id":"a","payload":{"query":"{a}"}}', 4401],
    ['larger than 1 MiB', ' '.repeat(1024 * 1024 + 1), 1009],
  ])('a message that is %s closes the connection', async (_case, text, code) => {
    await using socket = await openWebSocket(gateway, { init: null });
    socket.webSocket.send(text);
    expect((await socket.closes()).code).toBe(code);
  });
});

describe('with keys', () => {
  const alice = newGatewayKey('alice');
  const hub = createOpenHub();
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ beeper, hub, webSocket: true, keys: [alice.stored] });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  test.each([
    ['the header', { 'x-gateway-key': alice.key }, {}],
    ['the payload', {}, { 'X-Gateway-Key': alice.key }],
    ['headers in the payload', {}, { headers: { 'x-gateway-key': alice.key } }],
  ])('the key is taken from %s', async (_case, headers, init) => {
    await using socket = await openWebSocket(gateway, { headers, init });
    socket.subscribe('one', query);
    await socket.receives('one', started);
    expect(hub.requests.at(-1)?.keyHolder?.name).toBe('alice');
  });

  test('a wrong key in the header is refused before the connection begins', async () => {
    expect(await shakeHands(gateway, { 'x-gateway-key': 'wrong' })).toMatchObject({
      status: 401,
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  test.each([
    ['no key', {}],
    ['a wrong key', { 'x-gateway-key': 'wrong-key-1' }],
    ['a key that no header can hold', { 'x-gateway-key': 'wrong\r\nkey' }],
  ])('%s closes the connection, and is not told', async (_case, payload) => {
    await using socket = await openWebSocket(gateway, { init: null });
    socket.send({ type: 'connection_init', payload });
    expect(await socket.closes()).toEqual({ code: 4403, reason: 'A valid x-gateway-key is required' });
    expect(JSON.stringify(gateway.log)).not.toContain('wrong-key-1');
  });

  test('connections of a key that was removed are closed, after their operations have ended', async () => {
    const bob = newGatewayKey('bob');
    const { current } = gateway.rules;
    gateway.rules.current = { ...current, keys: [alice.stored, bob.stored] };
    await using idle = await openWebSocket(gateway, { init: { 'x-gateway-key': alice.key } });
    await using busy = await openWebSocket(gateway, { init: { 'x-gateway-key': alice.key } });
    await using kept = await openWebSocket(gateway, { init: { 'x-gateway-key': bob.key } });
    busy.subscribe('one', query);
    await busy.receives('one', started);
    gateway.rules.current = { ...current, keys: [bob.stored] };
    gateway.webSockets.checkKeys();

    const removed = { code: 4403, reason: 'A valid x-gateway-key is required' };
    expect(await idle.closes()).toEqual(removed);
    expect(busy.closed()).toBeUndefined();
    hub.endWhere((keyHolder) => keyHolder?.name === 'alice', shuttingDown);
    expect(await busy.closes()).toEqual(removed);
    await busy.receives('one', started, { type: 'next' }, { type: 'complete' });
    expect(kept.closed()).toBeUndefined();
    gateway.rules.current = current;
  });

  test('a key that was removed starts no further operation', async () => {
    await using socket = await openWebSocket(gateway, { init: { 'x-gateway-key': alice.key } });
    const { current } = gateway.rules;
    gateway.rules.current = { ...current, keys: [newGatewayKey('bob').stored] };
    socket.subscribe('one', query);
    await socket.receives('one', { type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    gateway.rules.current = current;
  });
});

test('a handshake is refused where WebSocket is off', async () => {
  await using gateway = await startGateway({ beeper, hub: createOpenHub() });
  expect(await shakeHands(gateway)).toMatchObject({
    status: 404,
    extensions: { code: 'NOT_FOUND', remedy: expect.stringContaining('GATEWAY_WEBSOCKET=on') },
  });
});

test('a client that does not begin, or answers no ping, is disconnected', async () => {
  const webSocketTimes = { initMs: 100, pingMs: 100 };
  await using gateway = await startGateway({ beeper, hub: createOpenHub(), webSocket: true, webSocketTimes });
  await using silent = await openWebSocket(gateway, { init: null });
  await using dead = await openWebSocket(gateway);
  await using alive = await openWebSocket(gateway);
  dead.webSocket.pong = () => {};
  let pings = 0;
  alive.webSocket.on('ping', () => {
    pings += 1;
  });

  expect((await silent.closes()).code).toBe(4408);
  expect((await dead.closes()).code).toBe(1006);
  await expect.poll(() => pings, { timeout: 5_000 }).toBeGreaterThan(3);
  expect(alive.closed()).toBeUndefined();
});

test('a handshake beyond the limit is refused until another connection has ended', async () => {
  await using gateway = await startGateway({
    beeper,
    hub: createOpenHub(),
    webSocket: true,
    maxWebSockets: 1,
  });
  {
    await using one = await openWebSocket(gateway);
    one.subscribe('one', query);
    await one.receives('one', started);
    expect(await shakeHands(gateway)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      extensions: { code: 'UNAVAILABLE', retryable: true },
    });
  }
  await expect.poll(async () => (await shakeHands(gateway)).status).toBe(101);
});

test('beyond the limit, the connection without an operation for the longest time makes room', async () => {
  await using gateway = await startGateway({
    beeper,
    hub: createOpenHub(),
    webSocket: true,
    maxWebSockets: 3,
  });
  await using busy = await openWebSocket(gateway);
  await using first = await openWebSocket(gateway);
  await using second = await openWebSocket(gateway);
  busy.subscribe('one', query);
  await busy.receives('one', started);
  first.subscribe('wrong', '{');
  await first.receives('wrong', { type: 'error' });
  await using third = await openWebSocket(gateway);

  expect((await second.closes()).code).toBe(1006);
  for (const open of [busy, first, third]) expect(open.closed()).toBeUndefined();
});

test('a connection is closed when no operation has run on it for a time', async () => {
  const hub = createOpenHub();
  const webSocketTimes = { idleMs: 300 };
  await using gateway = await startGateway({ beeper, hub, webSocket: true, webSocketTimes });
  await using busy = await openWebSocket(gateway);
  busy.subscribe('one', query);
  await busy.receives('one', started);
  await using idle = await openWebSocket(gateway);

  const idleClose = { code: 1000, reason: 'No operation is running' };
  expect(await idle.closes()).toEqual(idleClose);
  expect(busy.closed()).toBeUndefined();
  busy.send({ type: 'complete', id: 'one' });
  expect(await busy.closes()).toEqual(idleClose);
});

test('when the gateway ends, operations are completed before the connections are closed', async () => {
  const hub = createOpenHub();
  await using gateway = await startGateway({ beeper, hub, webSocket: true });
  await using busy = await openWebSocket(gateway);
  await using idle = await openWebSocket(gateway);
  busy.subscribe('one', query);
  await busy.receives('one', started);

  gateway.webSockets.close();
  expect((await idle.closes()).code).toBe(1001);
  expect(busy.closed()).toBeUndefined();
  expect(await shakeHands(gateway)).toMatchObject({ status: 503, extensions: { code: 'UNAVAILABLE' } });
  hub.close(shuttingDown);
  expect((await busy.closes()).code).toBe(1001);
  await busy.receives(
    'one',
    started,
    { type: 'next', payload: { data: { chatEvents: { error: { code: 'UNAVAILABLE' } } } } },
    { type: 'complete' },
  );
});

describe('a client that does not read', () => {
  /** Bytes that wait to be sent. */
  const waiting = ({ server }: Gateway) =>
    [...server.connections.keys()].reduce((sum, { writableLength }) => sum + writableLength, 0);

  test('stops its subscription from taking events until it reads on', async () => {
    let taken = 0;
    const hub = createOpenHub(() => ({
      next: async () => ({
        done: false,
        value: { kind: 'messageUpserted', messageID: 'm'.repeat(20_000), index: taken++ } as LiveEvent,
      }),
      return: async () => ({ done: true, value: undefined }),
      [Symbol.asyncIterator]() {
        return this;
      },
    }));
    await using gateway = await startGateway({ beeper, hub, webSocket: true });
    await using socket = await openWebSocket(gateway);
    socket.webSocket.pause();
    socket.subscribe('one', 'subscription { chatEvents { ... on BeeperMessageUpserted { messageID } } }');

    await expect.poll(() => waiting(gateway), { timeout: 10_000 }).toBeGreaterThan(0);
    await stands(() => taken);
    expect(waiting(gateway)).toBeLessThan(100_000);
    const before = taken;
    socket.webSocket.resume();
    await expect.poll(() => taken, { timeout: 10_000 }).toBeGreaterThan(before + 10);
  });

  test('is not read from either, until it has taken what it asked for', async () => {
    await using gateway = await startGateway({ beeper, hub: createOpenHub(), webSocket: true });
    await using socket = await openWebSocket(gateway);
    const { webSocket } = socket;
    const [served] = gateway.server.connections.keys();
    webSocket.pause();
    const pings = 600;
    for (let index = 0; index < pings; index++)
      socket.send({ type: 'ping', payload: { text: 'p'.repeat(40_000) } });

    await stands(() => served?.bytesRead ?? 0);
    expect(webSocket.bufferedAmount).toBeGreaterThan(1_000_000);
    expect(waiting(gateway)).toBeLessThan(1_000_000);
    webSocket.resume();
    await expect.poll(() => socket.received.length, { timeout: 10_000 }).toBe(1 + pings);
  });

  /** Waits until a number is above 0 and no longer changes. */
  async function stands(read: () => number): Promise<void> {
    let before = 0;
    const next = () => {
      const isSame = read() === before;
      before = read();
      return isSame && before > 0;
    };
    await expect.poll(next, { interval: 300, timeout: 15_000 }).toBe(true);
  }
});
