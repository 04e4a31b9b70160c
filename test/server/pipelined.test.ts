import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/index.ts';
import { createCertificate } from '../support/certificate.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { openSocket, postText, requestText } from '../support/rawSocket.ts';

let pair: Pair;

beforeAll(async () => {
  pair = await startPair();
  return () => pair[Symbol.asyncDispose]();
});

const slow = postText('query Slow { accounts { id } }');
const startChat = postText(
  'mutation Start { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }',
);

/** Sends what follows behind a query that hangs, resets the connection after `isReady`, and returns the lines of all. */
async function linesAfterReset(texts: string, isReady: () => boolean): Promise<Record<string, unknown>[]> {
  const { log, served, server } = pair.gateway;
  log.length = 0;
  served.length = 0;
  pair.sandbox.next('GET /v1/accounts', { hang: true });
  await using connection = await openSocket(pair.gateway);
  connection.socket.write(slow + texts);
  await expect.poll(isReady).toBe(true);
  connection.socket.resetAndDestroy();
  await expect.poll(() => server.connections.size).toBe(0);
  return [...served, ...log].filter(({ msg }) => msg !== 'Upstream call failed');
}

/** The responses of the one connection that are complete for the gateway. */
const countEnded = () =>
  [...pair.gateway.server.connections.values()]
    .flatMap(({ running }) => [...running])
    .filter(({ writableEnded }) => writableEnded).length;

test('a mutation whose connection is lost while it waits behind a query has its line', async () => {
  const lines = await linesAfterReset(startChat, () => countEnded() === 1);

  expect(lines).toHaveLength(2);
  expect(lines).toContainEqual(
    expect.objectContaining({ msg: 'Caller left', operationName: 'Slow', status: 499, callerLeft: true }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ operationName: 'Start', result: 'StartChatPayload', callerLeft: true }),
  );
});

test('a query that waits and runs when its connection is lost is aborted, as the one before it', async () => {
  const { calls } = pair.sandbox;
  const before = calls.length;
  pair.sandbox.next('GET /v1/chats', { hang: true });
  const second = postText('query Second { chats(first: 1) { nodes { id } } }');
  const lines = await linesAfterReset(second, () => calls.length >= before + 2);

  expect(lines.map(({ msg, operationName }) => [msg, operationName]).sort()).toEqual([
    ['Caller left', 'Second'],
    ['Caller left', 'Slow'],
  ]);
});

test('every refused request behind a running one has its line', async () => {
  const lines = await linesAfterReset(requestText('GET /x HTTP/1.1').repeat(20), () => countEnded() === 20);

  const refused = lines.filter(({ msg, status }) => msg === 'Request refused' && status === 404);
  expect(refused).toHaveLength(20);
  expect(lines).toHaveLength(21);
});

test('addresses of files begin with https for a request over TLS that waits behind another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
  const { certificate, key } = await createCertificate(folder, 'localhost');
  await rm(folder, { recursive: true });
  const { sandbox } = pair;
  const app = await createApp({ BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token });
  const server = createServer({ cert: certificate, key }, app.listener).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, servername: 'localhost', ca: certificate });
  const calls = sandbox.calls.length;
  sandbox.next('GET /v1/accounts', { delayMs: 300 });
  const createUpload = postText(
    'mutation { createUpload(input: { fileName: "a", mimeType: "text/plain", sizeBytes: 1 }) { ... on CreateUploadPayload { url } } }',
    { connection: 'close' },
  );
  socket.write(slow + createUpload);
  let received = '';
  for await (const piece of socket) received += piece;
  server.close();
  await app.close();

  expect(sandbox.calls).toHaveLength(calls + 1);
  expect(received).toMatch(/"accounts":.*"url":"https:\/\/127\.0\.0\.1\/uploads\//s);
});
