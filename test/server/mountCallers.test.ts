import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createApp } from '../../src/index.ts';
import { rawRequest } from '../security/rawRequest.ts';
import { type Mounted, post, startBeeper, startMounted } from '../support/mounted.ts';
import { openSocket, postText } from '../support/rawSocket.ts';

/** A gateway that is mounted with a token and without keys: whom it serves. */

/** @returns an address of this machine that is not of loopback. */
function ownAddress(): string {
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!own) throw new Error('This machine has no IPv4 address besides loopback.');
  return own.address;
}

const ask = {
  method: 'POST',
  headers: { host: 'localhost', 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ accounts { id } }' }),
};
const expectRefused = ({ status, text }: Awaited<ReturnType<typeof rawRequest>>, { log }: Mounted) => {
  expect(status).toBe(403);
  expect(JSON.parse(text).errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', retryable: false });
  expect(log).toContainEqual(expect.objectContaining({ reason: 'exposed', status: 403 }));
};

test('a caller of another machine is refused, also if it names loopback as Host', async () => {
  await using beeper = await startBeeper();
  await using mounted = await startMounted(beeper.settings);
  const outside = mounted.origin.replace('127.0.0.1', ownAddress());

  expectRefused(await rawRequest(outside, ask), mounted);
  expect((await rawRequest(mounted.origin, ask)).status).toBe(200);
  expect(beeper.sandbox.calls.filter(({ route }) => route === 'GET /v1/accounts')).toHaveLength(1);
});

test('a request that arrives at another address than loopback is refused', async () => {
  let localAddress = '192.0.2.1';
  await using beeper = await startBeeper();
  await using mounted = await startMounted(beeper.settings, (listener) => (request, response) => {
    Object.defineProperty(request.socket, 'localAddress', { value: localAddress });
    listener(request, response);
  });

  expectRefused(await rawRequest(mounted.origin, ask), mounted);
  expect(beeper.sandbox.calls).toEqual([]);
  localAddress = '127.0.0.1';
  expect((await rawRequest(mounted.origin, ask)).status).toBe(200);
});

test('a caller that left before the request was passed on is recorded, and nothing is executed', async () => {
  await using beeper = await startBeeper();
  await using mounted = await startMounted(beeper.settings, (listener) => async (request, response) => {
    await once(response, 'close');
    listener(request, response);
  });
  await using connection = await openSocket(mounted);

  connection.socket.write(postText('{ accounts { id } }'));
  await once(mounted.server, 'request');
  connection.socket.resetAndDestroy();

  const left = expect.objectContaining({ msg: 'Caller left', status: 499, callerLeft: true });
  await expect.poll(() => mounted.log).toContainEqual(left);
  expect(beeper.sandbox.calls.filter(({ route }) => route === 'GET /v1/accounts')).toEqual([]);
});

test('a caller without an address is served only on a Unix socket', async () => {
  await using beeper = await startBeeper();
  await using mounted = await startMounted(beeper.settings, (listener) => (request, response) => {
    Object.defineProperty(request.socket, 'localAddress', { value: undefined });
    listener(request, response);
  });
  const path = join(await mkdtemp(join(tmpdir(), 'mount-')), 'socket');
  const local = createServer(mounted.app.listener).listen(path);
  await once(local, 'listening');
  const body = JSON.stringify({ query: '{ __typename }' });
  const headers = { host: 'localhost', 'content-type': 'application/json', 'content-length': body.length };
  const asked = request({ socketPath: path, path: '/graphql', method: 'POST', headers, agent: false }).end(
    body,
  );
  const [answer] = await once(asked, 'response');
  answer.resume();
  local.close();

  expect(answer.statusCode).toBe(200);
  expect((await fetch(`${mounted.origin}/graphql`, post('{ __typename }'))).status).toBe(403);
});

test('fetch, which does not know where a request is from, serves only if HOST is given', async () => {
  await using beeper = await startBeeper();
  await using mounted = await startMounted(beeper.settings);
  await using local = await startMounted({ ...beeper.settings, HOST: '127.0.0.1' });
  const request = () => new Request('http://localhost/graphql', post('{ accounts { id } }'));

  const refused = await mounted.app.fetch(request());

  expect(refused.status).toBe(403);
  expect((await refused.json()).errors[0].extensions.remedy).toContain('GATEWAY_KEYS');
  expect((await local.app.fetch(request())).status).toBe(200);
  await expect(createApp({ ...beeper.settings, HOST: '0.0.0.0' })).rejects.toThrow(/HOST must be a loopback/);
});
