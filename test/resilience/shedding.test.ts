import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createAdmission } from '../../src/http/admission.ts';
import { createHTTPServer } from '../../src/http/httpServer.ts';
import { rawRequest } from '../security/rawRequest.ts';
import type { Gateway } from '../support/gateway.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { openSocket, postText, requestText } from '../support/rawSocket.ts';

const read = '{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { title } }';
const route = 'GET /v1/chats/{chatID}';
const about = '{ beeper { sandbox } }';

/** One call to Beeper at a time: five requests run, of which four wait for their call. */
const options = { api: 'split', maxConcurrency: 1 } as const;
const running = 5;

interface Held {
  readonly answers: Promise<unknown>[];
}

/** Sends as many requests as may run, while Beeper does not answer. */
async function occupy(pair: Pair): Promise<Held> {
  pair.sandbox.always(route, { hang: true });
  const answers = Array.from({ length: running }, () =>
    pair.gateway.send(read).then(
      (response) => response.json(),
      () => null,
    ),
  );
  await expect.poll(() => pair.sandbox.calls.length).toBe(1);
  await sleep(300);
  return { answers };
}

const statusOf = async (gateway: Gateway, query = about) => (await gateway.send(query)).status;

test('while calls to Beeper back up, an operation gets 503 with Retry-After before its body is parsed', async () => {
  await using pair = await startPair({ ...options, origins: ['https://app.example'] });
  await occupy(pair);
  const askedAt = performance.now();
  const answer = await rawRequest(pair.gateway.origin, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: 'https://app.example',
      'x-request-id': 'router-0001',
    },
    body: 'not JSON',
  });

  expect(performance.now() - askedAt).toBeLessThan(1_500);
  expect(answer.status).toBe(503);
  expect(answer.headers).toMatchObject({
    'retry-after': '1',
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': 'router-0001',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'access-control-allow-origin': 'https://app.example',
    'access-control-expose-headers': 'x-request-id, retry-after',
    vary: 'Origin, Accept-Encoding',
  });
  expect(JSON.parse(answer.text)).toEqual({
    errors: [
      {
        message: 'The gateway is overloaded.',
        extensions: {
          code: 'UNAVAILABLE',
          retryable: true,
          remedy: 'Nothing was done. Send the request again after one second, or to another replica.',
          requestID: 'router-0001',
        },
      },
    ],
  });
  expect(pair.sandbox.calls).toHaveLength(1);
});

test('a query by GET is refused too; health, GraphiQL, preflights and other paths are not', async () => {
  await using pair = await startPair({ ...options, graphiql: true, origins: ['https://app.example'] });
  await occupy(pair);
  const { origin } = pair.gateway;
  const get = { path: `/graphql?query=${encodeURIComponent(about)}` };
  const preflight = { origin: 'https://app.example', 'access-control-request-method': 'POST' };

  expect((await rawRequest(origin, get)).status).toBe(503);
  expect((await rawRequest(origin, { path: '/health' })).status).toBe(200);
  expect((await rawRequest(origin, { headers: { accept: 'text/html' } })).status).toBe(200);
  expect((await rawRequest(origin, { method: 'OPTIONS', headers: preflight })).status).toBe(204);
  expect((await rawRequest(origin, { path: '/nowhere' })).status).toBe(404);
});

test('without GraphiQL a browser is refused as well, and an origin that is not listed gets no CORS headers', async () => {
  await using pair = await startPair({ ...options, graphiql: false, origins: ['https://app.example'] });
  await occupy(pair);
  const headers = { accept: 'text/html', origin: 'https://evil.example' };
  const answer = await rawRequest(pair.gateway.origin, { path: '/graphql?query={__typename}', headers });

  expect(answer.status).toBe(503);
  expect(answer.headers.vary).toBe('Origin, Accept-Encoding');
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
});

test('refusals are logged once a second, with their number and nothing of the requests', async () => {
  await using pair = await startPair({ isOverloaded: () => true });
  for (let request = 0; request < 30; request++) await pair.gateway.send('mutation c4n4ry { a }');
  await expect.poll(() => pair.gateway.log.length).toBe(1);
  expect(pair.gateway.log).toEqual([
    {
      level: 40,
      time: expect.anything(),
      pid: expect.anything(),
      hostname: expect.anything(),
      code: 'UNAVAILABLE',
      reason: 'overload',
      count: 30,
      msg: 'Requests refused: overload',
    },
  ]);
  await pair.gateway.send(about);
  await expect.poll(() => pair.gateway.log.length).toBe(2);
  expect(pair.gateway.log[1]).toMatchObject({ count: 1 });
});

test('a request beyond the limit starts in its turn as soon as another one has ended', async () => {
  await using pair = await startPair(options);
  pair.sandbox.always(route, { delayMs: 10 });
  const sendTogether = () =>
    Promise.all(Array.from({ length: running + 3 }, () => statusOf(pair.gateway, read)));

  // On a busy machine, eight calls in turn can take longer than a request waits.
  await expect.poll(sendTogether, { timeout: 20_000 }).toEqual(Array(running + 3).fill(200));
});

test('once Beeper answers again, requests are served again', async () => {
  await using pair = await startPair({ ...options, timeoutMs: 800 });
  const { answers } = await occupy(pair);
  expect(await statusOf(pair.gateway)).toBe(503);
  pair.sandbox.always(route, null);
  await Promise.all(answers);

  for (let turn = 0; turn < 10; turn++) expect(await statusOf(pair.gateway, read)).toBe(200);
});

test('slow uploads hold no place', async () => {
  await using pair = await startPair(options);
  const uploads = await Promise.all(Array.from({ length: 4 * running }, () => openSocket(pair.gateway)));
  for (const { socket } of uploads)
    socket.write(
      requestText('POST /graphql HTTP/1.1', {
        headers: { 'content-type': 'application/json', 'content-length': '500' },
      }),
    );
  await sleep(100);

  for (let turn = 0; turn < 5; turn++) expect(await statusOf(pair.gateway)).toBe(200);
  for (const upload of uploads) await upload[Symbol.asyncDispose]();
});

test('callers that do not read their responses hold no place', async () => {
  await using pair = await startPair({ ...options, graphiql: true });
  const types = Array.from(
    { length: 25 },
    (_, index) => `t${index}: __schema { types { description fields { name description } } }`,
  );
  const large = `{ ${types.join(' ')} }`;
  const readers = await Promise.all(Array.from({ length: running }, () => openSocket(pair.gateway)));
  for (const { socket } of readers) socket.pause().write(postText(large));
  await sleep(2_000);

  for (let turn = 0; turn < 5; turn++) expect(await statusOf(pair.gateway)).toBe(200);
  for (const reader of readers) {
    reader.socket.resume();
    await reader.receives(/^HTTP\/1\.1 200 OK\r\n.*content-length: \d{7,}\r\n/is);
    await reader[Symbol.asyncDispose]();
  }
});

test('a request whose caller is gone before its turn is not started', async () => {
  await using pair = await startPair(options);
  pair.sandbox.always(route, { delayMs: 150 });
  const answers = Array.from({ length: running }, () => statusOf(pair.gateway, read));
  await expect.poll(() => pair.sandbox.calls.length).toBe(1);
  const connection = await openSocket(pair.gateway);
  connection.socket.write(requestText('GET /graphql?query={accounts{id}} HTTP/1.1'));
  await sleep(30);
  connection.socket.resetAndDestroy();
  await Promise.all(answers);

  expect(pair.sandbox.calls).toHaveLength(running);
  expect(await statusOf(pair.gateway)).toBe(200);
});

test('requests that arrive in one packet do not start all at once', async () => {
  await using pair = await startPair(options);
  pair.sandbox.always(route, { hang: true });
  await using connection = await openSocket(pair.gateway);
  connection.socket.write(Array.from({ length: 2 * running }, () => postText(read)).join(''));

  const refused = () => pair.gateway.log.find(({ msg }) => msg === 'Requests refused: overload')?.count;
  // One whose body arrives late can start in addition.
  await expect.poll(refused).toBeGreaterThanOrEqual(running - 1);
});

test('a caller that sends many requests on one connection gets all responses in order', async () => {
  await using pair = await startPair(options);
  await using connection = await openSocket(pair.gateway);
  connection.socket.end(Array.from({ length: 2 * running }, () => postText(read)).join(''));
  await connection.closes();

  expect(connection.received().match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2 * running);
});

test('when calls no longer back up, requests start again although none is running, under steady traffic', async () => {
  let isBacklogged = true;
  let running = 0;
  const admit = createAdmission({ maxRunning: 4, isBacklogged: () => isBacklogged, maxWaitMs: 100 });
  const server = createHTTPServer((request, response) =>
    admit(request, response, {
      start: () => {
        running += 1;
        response.end('started');
      },
      refuse: () => response.writeHead(503).end(),
    }),
  ).http;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async () => (await fetch(`http://127.0.0.1:${port}/`)).status;

  const refused = await Promise.all([ask(), ask()]);
  const steady = Array.from({ length: 20 }, async (_, index) => {
    await sleep(index * 40);
    if (index === 3) isBacklogged = false;
    return ask();
  });
  const statuses = await Promise.all(steady);
  server.close();

  expect(refused).toEqual([503, 503]);
  expect(statuses.slice(5)).toEqual(Array(15).fill(200));
  expect(running).toBeGreaterThanOrEqual(15);
});
