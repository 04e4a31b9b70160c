import { request as httpRequest } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, type SandboxOptions, seedChatIDs, startSandbox } from '../../src/sandbox/index.ts';
import { request, sdk5 } from './clients.ts';
import { connect, type EventClient, listen } from './eventClient.ts';

const chatID = seedChatIDs.kishan;
const route = 'GET /v1/ws';

/** What became of an upgrade: 101, the status of a refusal with its body, or the code of an error. */
function upgrade({ url }: Sandbox, token?: string): Promise<{ status: number | string; body?: unknown }> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const webSocket = new WebSocket(`${url.replace('http', 'ws')}/v1/ws`, { headers });
  return new Promise((resolve) => {
    webSocket.on('open', () => {
      webSocket.terminate();
      resolve({ status: 101 });
    });
    webSocket.on('error', ({ code }: NodeJS.ErrnoException) => resolve({ status: code ?? 'error' }));
    webSocket.on('unexpected-response', (_, response) => {
      let text = '';
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: text.startsWith('{') ? JSON.parse(text) : text,
        }),
      );
    });
  });
}

const seqs = ({ frames }: EventClient) => frames.flatMap(({ seq }) => (seq === undefined ? [] : [seq]));

/** Waits for what is already under way, on both sides of the sockets. */
async function roundTrip(sandbox: Sandbox): Promise<void> {
  using other = await listen(sandbox);
  await turn();
  other.webSocket.terminate();
}

test.each<[SandboxOptions, object, object, object]>([
  [{}, { chatIDs: [], app: { state: false } }, {}, { chatIDs: [], app: { state: false } }],
  [
    {},
    { chatIDs: [], app: { state: false } },
    { chatIDs: [chatID], app: { state: true } },
    { chatIDs: [chatID], app: { state: true } },
  ],
  [{ appVersion: '4.2.557' }, { chatIDs: [] }, { chatIDs: ['*'] }, { chatIDs: ['*'] }],
  [{ appName: 'EasyMatrix' }, { chatIDs: [] }, { chatIDs: ['*'] }, { chatIDs: ['*'] }],
])('with %j, ready is %j, and the answer to %j is %j', async (options, ready, command, updated) => {
  await using sandbox = await startSandbox(options);
  using client = await connect(sandbox);
  expect(await client.nth('ready', 1)).toEqual({ type: 'ready', version: 1, ...ready });
  client.send({ type: 'subscriptions.set', requestID: 'r1', ...command });
  expect(await client.nth('subscriptions.updated', 1)).toEqual({
    type: 'subscriptions.updated',
    requestID: 'r1',
    ...updated,
  });
  client.send({ type: 'subscriptions.set', ...command });
  expect(await client.nth('subscriptions.updated', 2)).not.toHaveProperty('requestID');
});

const newer = {};
const older = { appVersion: '4.2.808' };
const elsewhere = { appName: 'EasyMatrix' };

test.each<[SandboxOptions, object | string, string]>([
  [newer, 'hello', 'INVALID_COMMAND'],
  [newer, 'null', 'INVALID_COMMAND'],
  [newer, '[]', 'INVALID_COMMAND'],
  [newer, {}, 'INVALID_COMMAND'],
  [newer, { type: 'subscriptions.add', chatIDs: ['*'] }, 'INVALID_COMMAND'],
  [newer, { type: 'subscriptions.set', chatIDs: '*' }, 'INVALID_PAYLOAD'],
  [newer, { type: 'subscriptions.set', chatIDs: ['*', chatID] }, 'INVALID_PAYLOAD'],
  [newer, { type: 'subscriptions.set', chatIDs: [1] }, 'INVALID_PAYLOAD'],
  [newer, { type: 'subscriptions.set', chatIDs: ['*'], since: 4 }, 'INVALID_PAYLOAD'],
  [newer, { type: 'subscriptions.set', app: {} }, 'INVALID_PAYLOAD'],
  [newer, { type: 'subscriptions.set', app: { state: true, more: 1 } }, 'INVALID_PAYLOAD'],
  [newer, { type: 'subscriptions.set', requestID: 1 }, 'INVALID_PAYLOAD'],
  [older, { type: 'subscriptions.set' }, 'INVALID_PAYLOAD'],
  [older, { type: 'subscriptions.set', chatIDs: ['*'], app: { state: true } }, 'INVALID_PAYLOAD'],
  [elsewhere, { type: 'subscriptions.set' }, 'INVALID_PAYLOAD'],
  [elsewhere, { type: 'subscriptions.set', chatIDs: [], app: { state: false } }, 'INVALID_PAYLOAD'],
])('with %j, the command %j is an error that changes nothing: %s', async (options, command, code) => {
  await using sandbox = await startSandbox(options);
  using client = await listen(sandbox, chatID);
  const hasID = typeof command === 'object' && !('requestID' in command);
  client.send(hasID ? { requestID: 'x', ...command } : command);
  expect(await client.nth('error', 1)).toEqual({
    type: 'error',
    code,
    message: expect.any(String),
    ...(hasID && { requestID: 'x' }),
  });
  sandbox.people.write(chatID, 'Still heard');
  expect(await client.nth('message.upserted', 1)).toMatchObject({ seq: 1 });
});

test('a binary frame is an error', async () => {
  await using sandbox = await startSandbox();
  using client = await connect(sandbox);
  client.webSocket.send(Buffer.from('{"type":"subscriptions.set"}'));
  expect(await client.nth('error', 1)).toMatchObject({ code: 'INVALID_COMMAND' });
});

test('the upgrade requires a valid token, and is recorded', async () => {
  await using sandbox = await startSandbox();
  const refused = { status: 401, body: { code: 'unauthorized' } };
  expect(await upgrade(sandbox)).toMatchObject(refused);
  expect(await upgrade(sandbox, 'wrong')).toMatchObject(refused);
  expect(await upgrade(sandbox, sandbox.token)).toEqual({ status: 101 });
  expect(sandbox.calls).toMatchObject([
    { method: 'GET', path: '/v1/ws', route, aborted: false },
    { route, headers: { authorization: 'Bearer wrong' } },
    { route, headers: { upgrade: 'websocket' }, aborted: false },
  ]);
  await expect.poll(() => sandbox.openSockets).toBe(0);
});

test('an expired token is refused', async () => {
  await using sandbox = await startSandbox({ tokenLifetimeMs: 0 });
  expect(await upgrade(sandbox, sandbox.token)).toMatchObject({
    status: 401,
    body: { message: 'Token expired' },
  });
});

test.each([
  ['4.2.556', 404],
  ['4.2.557', 101],
])('app %s answers the upgrade with %i', async (appVersion, status) => {
  await using sandbox = await startSandbox({ appVersion });
  expect(await upgrade(sandbox, sandbox.token)).toMatchObject({ status });
});

/** The status of a response to a request that asks for an upgrade which does not happen. */
function ignoredUpgrade(sandbox: Sandbox, path: string, protocol: string, body = ''): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(sandbox.url + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${sandbox.token}`,
        ...(body && { 'content-type': 'application/json', 'content-length': body.length }),
        connection: 'Upgrade, HTTP2-Settings',
        upgrade: protocol,
        'http2-settings': 'AAMAAABkAAQAAP__',
      },
    });
    call.on('response', (response) => resolve(response.statusCode));
    call.on('error', reject);
    call.end(body);
  });
}

test('a request without an upgrade is answered 426, and an upgrade of another path is ignored', async () => {
  await using sandbox = await startSandbox();
  expect((await request(sandbox, '/v1/ws')).status).toBe(426);
  expect(await ignoredUpgrade(sandbox, '/v1/info', 'websocket')).toBe(200);
});

test('an upgrade to HTTP/2 is ignored, and the body is read', async () => {
  await using sandbox = await startSandbox();
  const path = `/v1/chats/${chatID}/messages`;
  expect(await ignoredUpgrade(sandbox, path, 'h2c', '{"text":"Hello"}')).toBe(200);
  expect(sandbox.calls).toMatchObject([{ json: { text: 'Hello' } }]);
  expect(sandbox.connections).toBe(1);
});

test.each([401, 403, 404, 500, 503])('a fault refuses the upgrade with %i', async (status) => {
  await using sandbox = await startSandbox();
  sandbox.next(route, { status });
  expect(await upgrade(sandbox, sandbox.token)).toMatchObject({ status, body: { code: expect.any(String) } });
  expect(await upgrade(sandbox, sandbox.token)).toEqual({ status: 101 });
});

test('other faults concern the upgrade, too', async () => {
  await using sandbox = await startSandbox();
  sandbox.next(route, { reset: 'before' });
  expect(await upgrade(sandbox, sandbox.token)).toEqual({ status: 'ECONNRESET' });
  sandbox.next(route, { html: true });
  expect(await upgrade(sandbox, sandbox.token)).toMatchObject({
    status: 200,
    body: expect.stringContaining('<!doctype html>'),
  });
  sandbox.next(route, { delayMs: 40 });
  const start = performance.now();
  expect(await upgrade(sandbox, sandbox.token)).toEqual({ status: 101 });
  expect(performance.now() - start).toBeGreaterThan(35);
});

test('dropped events take a number and are not sent', async () => {
  await using sandbox = await startSandbox();
  using client = await listen(sandbox, chatID);
  sandbox.people.rename(chatID, 'One');
  sandbox.live.drop(2);
  sandbox.people.rename(seedChatIDs.grace, 'Not subscribed');
  for (const title of ['Two', 'Three', 'Four']) sandbox.people.rename(chatID, title);
  await client.nth('chat.upserted', 2);
  expect(seqs(client)).toEqual([1, 4]);
});

test('kill resets every socket, and a new one counts from 1', async () => {
  await using sandbox = await startSandbox();
  using first = await listen(sandbox);
  using second = await listen(sandbox);
  sandbox.live.kill();
  await expect.poll(() => [first.closeCode, second.closeCode]).toEqual([1006, 1006]);
  await expect.poll(() => sandbox.live.sockets).toEqual([]);
  using third = await listen(sandbox);
  sandbox.people.rename(chatID, 'One');
  expect(await third.nth('chat.upserted', 1)).toMatchObject({ seq: 1 });
});

test('pings come at an interval', async () => {
  await using sandbox = await startSandbox({ pingMs: 10 });
  using client = await connect(sandbox);
  await expect.poll(() => client.pings, { interval: 5 }).toBeGreaterThan(2);
});

test('silence ends frames, pings and pongs, and leaves the socket open', async () => {
  await using sandbox = await startSandbox({ pingMs: 10 });
  using client = await listen(sandbox);
  let pongs = 0;
  client.webSocket.on('pong', () => pongs++);
  client.webSocket.ping();
  await expect.poll(() => pongs, { interval: 5 }).toBe(1);
  sandbox.live.silence();
  await roundTrip(sandbox);
  const { pings } = client;
  client.frames.length = 0;
  client.webSocket.ping();
  client.send({ type: 'subscriptions.set', chatIDs: [] });
  sandbox.people.write(chatID, 'Unheard');
  using other = await listen(sandbox);
  await expect.poll(() => other.pings, { interval: 5 }).toBeGreaterThan(2);
  expect({ pongs, pings: client.pings, frames: client.frames }).toEqual({ pongs: 1, pings, frames: [] });
  expect(client.closeCode).toBeNull();
  expect(sandbox.live.sockets).toHaveLength(2);
});

test('slow sockets send late, in order', async () => {
  await using sandbox = await startSandbox();
  using client = await listen(sandbox);
  sandbox.live.slow(60);
  const start = performance.now();
  sandbox.people.rename(chatID, 'One');
  sandbox.live.slow(10);
  sandbox.people.rename(chatID, 'Two');
  sandbox.live.slow(0);
  sandbox.people.rename(chatID, 'Three');
  await client.nth('chat.upserted', 3);
  expect(performance.now() - start).toBeGreaterThan(55);
  expect(seqs(client)).toEqual([1, 2, 3]);
});

test('any text can be sent, with the next number', async () => {
  await using sandbox = await startSandbox();
  using client = await listen(sandbox);
  sandbox.live.sendRaw('{"type":');
  sandbox.live.sendRaw((seq) => JSON.stringify({ type: 'message.stream', seq, chatID }));
  sandbox.people.rename(chatID, 'One');
  expect(await client.nth('chat.upserted', 1)).toMatchObject({ seq: 2 });
  expect(client.texts).toEqual(['{"type":']);
  expect(await client.nth('message.stream', 1)).toMatchObject({ seq: 1 });
});

test('ready and subscriptions.updated can stay out', async () => {
  await using sandbox = await startSandbox();
  Object.assign(sandbox.live, { withoutReady: true, withoutUpdated: true });
  using client = await connect(sandbox);
  client.send({ type: 'subscriptions.set', chatIDs: ['*'] });
  await expect.poll(() => sandbox.live.sockets[0]?.chatIDs).toEqual(['*']);
  sandbox.people.rename(chatID, 'One');
  await client.nth('chat.upserted', 1);
  expect(client.frames).toHaveLength(1);
});

test.each([
  ['silent' as const, false, null],
  ['pings' as const, true, null],
  ['closed' as const, false, 1008],
])('the sockets of a token that ended are %s', async (end, pinged, closeCode) => {
  await using sandbox = await startSandbox({ pingMs: 10 });
  using client = await listen(sandbox);
  await expect.poll(() => client.pings, { interval: 5 }).toBeGreaterThan(0);
  sandbox.live.endToken(sandbox.token, end);
  const { pings } = client;
  sandbox.people.write(chatID, 'Unheard');
  expect((await request(sandbox, '/v1/accounts')).status).toBe(401);
  expect((await upgrade(sandbox, sandbox.token)).status).toBe(401);
  if (pinged) await expect.poll(() => client.pings, { interval: 5 }).toBeGreaterThan(pings + 2);
  if (closeCode) await expect.poll(() => client.closeCode).toBe(closeCode);
  expect(seqs(client)).toEqual([]);
  expect(client.closeCode).toBe(closeCode);
});

test('a token that expires ends the events of its socket alone', async () => {
  await using sandbox = await startSandbox();
  sandbox.addToken('short');
  using short = await connect(sandbox, 'short');
  await short.set('*');
  using client = await listen(sandbox);
  expect(sandbox.live.sockets.map(({ token }) => token)).toEqual(['short', sandbox.token]);
  // The same token again, with another end.
  sandbox.addToken('short', 0);
  expect(await upgrade(sandbox, 'short')).toMatchObject({ status: 401, body: { message: 'Token expired' } });
  sandbox.people.rename(chatID, 'One');
  await client.nth('chat.upserted', 1);
  expect(seqs(short)).toEqual([]);
  expect(short.closeCode).toBeNull();
});

test('only the sockets of that token end', async () => {
  await using sandbox = await startSandbox();
  using client = await listen(sandbox);
  sandbox.live.endToken('another');
  sandbox.people.rename(chatID, 'One');
  await client.nth('chat.upserted', 1);
});

test('changes cost nothing without a subscription', async () => {
  await using sandbox = await startSandbox();
  using client = await connect(sandbox);
  await client.set();
  const chat = sandbox.chats.get(chatID);
  let reads = 0;
  Object.defineProperty(chat, 'extra', {
    enumerable: true,
    get() {
      reads++;
      return {};
    },
  });
  sandbox.people.rename(chatID, 'One');
  expect(reads).toBe(0);
  await client.set(chatID);
  sandbox.people.rename(chatID, 'Two');
  expect(reads).toBeGreaterThan(0);
});

test('closing the sandbox closes its sockets', async () => {
  const sandbox = await startSandbox();
  using client = await listen(sandbox);
  await sandbox.close();
  await expect.poll(() => client.closeCode).toBe(1006);
});

test('/v1/info names the endpoint', async () => {
  await using sandbox = await startSandbox();
  const { json } = await request(sandbox, '/v1/info');
  expect(json).toMatchObject({ endpoints: { ws_events: `${sandbox.url}/v1/ws` } });
  expect((await sdk5(sandbox).info.retrieve()).endpoints.ws_events).toBe(`${sandbox.url}/v1/ws`);
});
