import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startPair } from '../support/pair.ts';
import { openSocket, postText, requestText } from '../support/rawSocket.ts';

const start = 'startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }';
const write = `mutation { ${start}) { __typename } }`;
const keyedWrite = `mutation { ${start}, idempotencyKey: "half-close") { __typename } }`;
const read = '{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { title } }';
const readByGET = requestText(`GET /graphql?query=${encodeURIComponent(read)} HTTP/1.1`);

const requests = [
  { what: 'a query', request: postText(read), result: '"title":', calls: 1 },
  { what: 'a query by GET', request: readByGET, result: '"title":', calls: 1 },
  { what: 'a mutation', request: postText(write), result: '"StartChatPayload"', calls: 1 },
  { what: 'a mutation with a key', request: postText(keyedWrite), result: '"StartChatPayload"', calls: 1 },
];
const routes = ['GET /v1/chats/{chatID}', 'POST /v1/chats/start'] as const;

test.each(requests)(
  'a caller that closes its side of the connection after $what gets the result',
  async ({ request, result, calls }) => {
    await using pair = await startPair({ api: 'split' });
    for (const route of routes) pair.sandbox.always(route, { delayMs: 50 });
    await using connection = await openSocket(pair.gateway);
    connection.socket.end(request);
    await connection.closes();

    // On a slow machine an interim response may come first.
    expect(connection.received()).toMatch(/^(HTTP\/1\.1 100 Continue\r\n\r\n)*HTTP\/1\.1 200 OK\r\n/);
    expect(connection.received()).toContain(result);
    expect(connection.ended()).toBe(null);
    expect(pair.sandbox.calls).toHaveLength(calls);
    expect(pair.sandbox.calls[0]?.aborted).toBe(false);
  },
);

test.concurrent.for(requests)(
  'also if $what takes long, after interim responses',
  async ({ request, result, calls }, { expect }) => {
    await using pair = await startPair({ api: 'split' });
    for (const route of routes) pair.sandbox.always(route, { delayMs: 2_200 });
    await using connection = await openSocket(pair.gateway);
    connection.socket.end(request);
    await connection.closes();

    expect(connection.received()).toMatch(/^(HTTP\/1\.1 100 Continue\r\n\r\n){2,5}HTTP\/1\.1 200 OK\r\n/);
    expect(connection.received()).toContain(result);
    expect(pair.sandbox.calls).toHaveLength(calls);
    expect(pair.gateway.log).toEqual([]);
  },
);

test.concurrent('a caller of HTTP/1.0 gets no interim response', async ({ expect }) => {
  await using pair = await startPair({ api: 'split' });
  pair.sandbox.always('GET /v1/chats/{chatID}', { delayMs: 1_200 });
  await using connection = await openSocket(pair.gateway);
  connection.socket.end(postText(read).replace('HTTP/1.1', 'HTTP/1.0'));
  await connection.closes();

  expect(connection.received()).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});

test.concurrent('requests that were sent one after another before the close are all answered, in order', async ({
  expect,
}) => {
  await using pair = await startPair({ api: 'split' });
  pair.sandbox.always('GET /v1/chats/{chatID}', { delayMs: 700 });
  await using connection = await openSocket(pair.gateway);
  connection.socket.end(postText(read) + postText(write) + postText('{ __typename }'));
  await connection.closes();

  expect(connection.received().match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3);
  expect(connection.received()).toMatch(/"title":.*"StartChatPayload".*"Query"/s);
  expect(pair.sandbox.calls).toHaveLength(2);
});

test.each(requests.slice(0, 3))(
  'a caller that closes its connection altogether during $what aborts the call to Beeper',
  async ({ request }) => {
    await using pair = await startPair({ api: 'split', timeoutMs: 60_000 });
    for (const route of routes) pair.sandbox.always(route, { hang: true });
    await using connection = await openSocket(pair.gateway);
    connection.socket.write(request);
    await expect.poll(() => pair.sandbox.calls.length).toBe(1);
    connection.socket.destroy();
    await once(connection.socket, 'close');

    await expect.poll(() => pair.sandbox.calls[0]?.aborted, { timeout: 5_000 }).toBe(true);
  },
);

test('so does one that closes its side first, and the rest later', async () => {
  await using pair = await startPair({ api: 'split', timeoutMs: 60_000 });
  pair.sandbox.always('GET /v1/chats/{chatID}', { hang: true });
  await using connection = await openSocket(pair.gateway);
  connection.socket.end(postText(read));
  await sleep(1_500);
  expect(pair.sandbox.calls[0]?.aborted).toBe(false);
  connection.socket.destroy();

  await expect.poll(() => pair.sandbox.calls[0]?.aborted, { timeout: 5_000 }).toBe(true);
});

test('a connection on which nothing runs is closed when the caller closes its side', async () => {
  await using pair = await startPair();
  await using connection = await openSocket(pair.gateway);
  connection.socket.write(postText('{ __typename }'));
  await connection.receives(/"Query"/);
  connection.socket.end();
  await connection.closes(2_000);

  expect(connection.ended()).toBe(null);
});
