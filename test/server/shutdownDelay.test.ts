import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { rawRequest } from '../security/rawRequest.ts';
import { freePort } from '../support/freePort.ts';
import { startTestServer } from '../support/httpServer.ts';
import { startPair } from '../support/pair.ts';
import { kishan } from '../support/people.ts';
import { startProcess } from '../support/process.ts';
import { openSocket, postText, requestText } from '../support/rawSocket.ts';

const query = postText('{ beeper { sandbox } }');

/** A gateway with a long delay, a listener for probes and a sandbox, which a test can slow down. */
async function startDelayed(settings: Record<string, string> = {}) {
  const sandbox = await startSandbox();
  const healthPort = await freePort();
  const gateway = await startProcess({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    HEALTH_PORT: String(healthPort),
    GATEWAY_SHUTDOWN_DELAY_MS: '20000',
    ...settings,
  });
  const origin = await gateway.origin();
  return {
    sandbox,
    gateway,
    origin,
    probes: `http://127.0.0.1:${healthPort}`,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

const draining = { ready: false, gateway: 'draining' };

test('after SIGTERM /ready fails at once and requests are served until the delay ends or another signal ends it', async () => {
  await using delayed = await startDelayed();
  const { gateway, origin, probes, sandbox } = delayed;
  await using idle = await openSocket({ origin });
  idle.socket.write(query);
  await idle.receives(/200 OK[\s\S]*keep-alive: timeout=65/i);
  sandbox.next('GET /v1/chats/{chatID}', { delayMs: 3_000 });
  await using running = await openSocket({ origin });
  running.socket.write(postText(`{ chat(id: "${kishan.chatID}") { title } }`));
  await expect.poll(() => sandbox.calls.at(-1)?.route).toBe('GET /v1/chats/{chatID}');
  const calls = sandbox.calls.length;

  gateway.kill('SIGTERM');
  await gateway.prints(
    /"delayMs":20000,"requests":1,"writes":0,"msg":"Shutting down: still accepting requests"/,
  );

  for (const place of [origin, probes]) {
    const ready = await fetch(`${place}/ready`);
    expect({ status: ready.status, body: await ready.json() }).toEqual({ status: 503, body: draining });
    expect((await fetch(`${place}/health`)).status).toBe(200);
  }
  expect(sandbox.calls.length).toBe(calls);

  // Answers close their connections: on a connection from before, on new ones, and of requests that were running.
  idle.socket.write(query);
  await idle.receives(/200 OK[\s\S]*200 OK[\s\S]*connection: close/i);
  await idle.closes();
  const kinds = {
    'a query': query,
    'a refused key or host': postText('{ __typename }', { host: 'evil.example' }),
    'a wrong document': postText('{ nothing }'),
    'an invalid target': requestText('GET http://evil.example/ HTTP/1.1'),
    'nonsense, which Node answers': 'nonsense\r\n\r\n',
    '/health': requestText('GET /health HTTP/1.1'),
  };
  for (const [kind, text] of Object.entries(kinds)) {
    await using socket = await openSocket({ origin });
    socket.socket.write(text);
    await socket.closes();
    expect(socket.received(), kind).toMatch(/^HTTP\/1\.1 \d{3} [\s\S]*\r\nconnection: close\r\n/i);
  }
  await running.closes();
  expect(running.received()).toMatch(/200 OK[\s\S]*connection: close/i);
  expect(gateway.stdout).not.toContain('finishing running requests');

  gateway.kill('SIGHUP');
  await gateway.prints(/"signal":"SIGHUP",.*"msg":"Already shutting down/);
  expect((await fetch(`${origin}/health`)).status).toBe(200);
  expect(gateway.stdout).not.toContain('Shutting down: finishing running requests');

  gateway.kill('SIGTERM');

  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  expect(gateway.stdout).toContain('Shutting down: finishing running requests');
  expect(gateway.stderr).toBe('');
});

test('the drain begins when the delay ends, and connections to the probes do not hold up the exit', async () => {
  await using delayed = await startDelayed({ GATEWAY_SHUTDOWN_DELAY_MS: '1000' });
  const { gateway, origin, probes } = delayed;
  await using silent = await openSocket({ origin: probes });
  await using slow = await openSocket({ origin: probes });
  slow.socket.write('GET /ready HTTP/1.1\r\nhost: ');
  const startedAt = performance.now();

  gateway.kill('SIGTERM');
  await gateway.prints(/still accepting requests/);
  expect((await fetch(`${origin}/health`)).status).toBe(200);

  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  const ms = performance.now() - startedAt;
  expect(ms).toBeGreaterThan(1_000);
  expect(ms).toBeLessThan(3_500);
  await silent.closes();
});

test('the probes answer any host name and nothing but /health and /ready, and SIGINT has no delay', async () => {
  await using delayed = await startDelayed({ GATEWAY_KEEP_ALIVE_MS: '7000', GATEWAY_COMPRESSION: 'off' });
  const { gateway, origin, probes, sandbox } = delayed;
  const headers = { host: '10.42.0.7:8080' };
  expect((await rawRequest(origin, { path: '/ready', headers })).status).toBe(421);
  const ready = await rawRequest(probes, { path: '/ready', headers });
  expect(ready).toMatchObject({ status: 200, text: '{"ready":true,"beeper":"ready","store":"ready"}' });
  expect((await rawRequest(origin, { path: '/ready' })).text).toBe(ready.text);
  expect(await rawRequest(probes, { path: '/health', headers })).toMatchObject({ status: 200, text: '' });
  expect(await rawRequest(probes, { path: '/health', method: 'HEAD' })).toMatchObject({ status: 200 });
  for (const path of ['/', '/graphql', '/health/', '/ready/../graphql', '/metrics'])
    expect(await rawRequest(probes, { path, headers })).toMatchObject({ status: 404, text: '' });
  expect((await rawRequest(probes, { path: '/ready', method: 'POST', headers })).status).toBe(405);

  // A real state of Beeper is the same on both ports.
  await sandbox.close();
  await expect.poll(async () => (await fetch(`${probes}/ready`)).status, { timeout: 5_000 }).toBe(503);
  expect(await (await fetch(`${probes}/ready`)).json()).toMatchObject({ ready: false, beeper: 'silent' });

  // Settings of the main port, in the process.
  await using kept = await openSocket({ origin });
  kept.socket.write(query.replace('content-type', 'accept-encoding: br\r\ncontent-type'));
  await kept.receives(/keep-alive: timeout=7\r\n/i);
  expect(kept.received()).not.toMatch(/^vary:/im);

  const startedAt = performance.now();
  gateway.kill('SIGINT');
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(gateway.stderr).toBe('');
});

test('before the gateway listens, /health is 200 and /ready is 503', async () => {
  // A Redis that accepts connections and says nothing.
  const redis = createServer().listen(0, '127.0.0.1');
  await once(redis, 'listening');
  const { port } = redis.address() as AddressInfo;
  const healthPort = await freePort();
  await using gateway = await startProcess({
    HEALTH_PORT: String(healthPort),
    GATEWAY_STORE: `redis://127.0.0.1:${port}`,
  });
  const seen = new Set<string>();
  const look = async () => {
    const ready = await fetch(`http://127.0.0.1:${healthPort}/ready`).catch(() => null);
    if (ready) seen.add(`${ready.status} ${await ready.text()}`);
    return seen.size > 0;
  };
  await expect.poll(look, { interval: 5, timeout: 20_000 }).toBe(true);
  expect([...seen]).toEqual(['503 {"ready":false,"gateway":"starting"}']);
  expect((await fetch(`http://127.0.0.1:${healthPort}/health`)).status).toBe(200);
  gateway.kill('SIGKILL');
  redis.close();
});

test('a port of the probes that is in use stops the start with one sentence that names HEALTH_PORT', async () => {
  await using other = await startTestServer((_request, response) => response.end());
  const { port } = new URL(other.origin);
  await using gateway = await startProcess({ HEALTH_PORT: port });
  expect(await gateway.ends()).toEqual({ code: 1, signal: null });
  expect(gateway.stderr).toMatch(
    new RegExp(
      `^.*127\\.0\\.0\\.1:${port}: another program uses this port; set HEALTH_PORT to another port\\.\n$`,
    ),
  );
});

test('while the process is about to end, a refusal by overload closes its connection, too', async () => {
  await using pair = await startPair({ isOverloaded: () => true });
  pair.gateway.server.isDraining = true;
  await using socket = await openSocket(pair.gateway);
  socket.socket.write(query);
  await socket.closes();
  expect(socket.received()).toMatch(/^HTTP\/1\.1 503 [\s\S]*\r\nconnection: close\r\n/i);
});
