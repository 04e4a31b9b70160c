import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { paste, startProcess } from '../support/process.ts';

/** Starts chats, one after the other, each with a key of its own. */
const startChat = (origin: string, times = 1, signal: AbortSignal | null = null) => {
  const names = ['startChat', 'second: startChat', 'third: startChat'].slice(0, times);
  const fields = names.map(
    (name, index) =>
      `${name}(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }, idempotencyKey: "key-number-${index}") { __typename }`,
  );
  return fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer sandbox-token' },
    body: JSON.stringify({ query: `mutation { ${fields.join(' ')} }` }),
    signal,
  });
};

/** Resolves to 'connect', or to the code of the error. */
async function tryToConnect(origin: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return 'connect';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  } finally {
    socket.destroy();
  }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'on %s it finishes running requests, accepts no connections, and exits with code 0',
  async (signal) => {
    await using sandbox = await startSandbox();
    await using gateway = await startProcess({ BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token });
    const origin = await gateway.origin();
    sandbox.next('POST /v1/chats/start', { delayMs: 2_000 });
    const running = startChat(origin);
    await expect.poll(() => sandbox.calls.at(-1)?.route, { timeout: 10_000 }).toBe('POST /v1/chats/start');
    gateway.kill(signal);
    await expect.poll(() => tryToConnect(origin), { timeout: 1_500 }).toBe('ECONNREFUSED');
    const answer = await running;
    expect(answer.headers.get('connection')).toBe('close');
    expect(await answer.json()).toEqual({ data: { startChat: { __typename: 'StartChatPayload' } } });
    expect(await gateway.ends()).toEqual({ code: 0, signal: null });
    expect(gateway.stderr).toBe('');
  },
);

/** Sends `head` on a connection of its own and leaves it open. */
async function connectAndSend(origin: string, head: string) {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  await once(socket, 'connect');
  if (head !== '') socket.write(head);
  return socket;
}

const withTimeouts = { BEEPER_TIMEOUT_MS: '3000', GATEWAY_DRAIN_MS: '4000' };

test('a write that Beeper does not answer ends by its own deadline, and its caller is told', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url, ...withTimeouts });
  const origin = await gateway.origin();
  sandbox.next('POST /v1/chats/start', { hang: true });
  const running = startChat(origin);
  await expect.poll(() => sandbox.calls.at(-1)?.route, { timeout: 2_000 }).toBe('POST /v1/chats/start');

  gateway.kill('SIGTERM');

  expect(await (await running).json()).toEqual({
    data: { startChat: { __typename: 'BeeperOutcomeUnknownError' } },
  });
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
});

test('a mutation that could not end before the process does is not begun, and those before it are told', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url, ...withTimeouts });
  const origin = await gateway.origin();
  sandbox.always('POST /v1/chats/start', { delayMs: 2_000 });
  const running = startChat(origin, 2);
  await expect.poll(() => sandbox.calls.at(-1)?.route, { timeout: 2_000 }).toBe('POST /v1/chats/start');

  gateway.kill('SIGTERM');

  expect(await (await running).json()).toEqual({
    data: {
      startChat: { __typename: 'StartChatPayload' },
      second: { __typename: 'BeeperUnavailableError' },
    },
  });
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  expect(sandbox.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(gateway.stdout).not.toContain('Shut down before');
});

test('a request that takes longer than the drain is cut off, and the log says so', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url, ...withTimeouts });
  const origin = await gateway.origin();
  const head = 'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n';
  const socket = await connectAndSend(origin, `${head}content-length: 500\r\n\r\n{`);
  const running = once(socket, 'close');
  await sleep(300);
  const startedAt = performance.now();

  gateway.kill('SIGTERM');

  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  const seconds = (performance.now() - startedAt) / 1_000;
  expect(seconds).toBeGreaterThan(3.9);
  expect(seconds).toBeLessThan(6);
  await running;
  expect(gateway.stdout).toContain('Shut down before all requests had finished');
});

test('another signal does not cut off a write, and the log tells what is awaited', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  const origin = await gateway.origin();
  sandbox.next('POST /v1/chats/start', { delayMs: 1_500 });
  const running = startChat(origin);
  await expect.poll(() => sandbox.calls.at(-1)?.route).toBe('POST /v1/chats/start');

  gateway.kill('SIGINT');
  await gateway.prints(/Shutting down/);
  gateway.kill('SIGINT');
  gateway.kill('SIGHUP');
  await gateway.prints(/"signal":"SIGHUP","requests":1,"writes":1,"msg":"Already shutting down/);
  gateway.kill('SIGTERM');

  await gateway.prints(/"signal":"SIGTERM","requests":1,"writes":1,"msg":"Already shutting down/);
  expect(await (await running).json()).toEqual({ data: { startChat: { __typename: 'StartChatPayload' } } });
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
});

test('a write with a key ends before the process does, although its caller has disconnected', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  const origin = await gateway.origin();
  sandbox.next('POST /v1/chats/start', { delayMs: 1_500 });
  const caller = new AbortController();
  const running = startChat(origin, 1, caller.signal).catch((error: Error) => error.name);
  await expect.poll(() => sandbox.calls.at(-1)?.route).toBe('POST /v1/chats/start');
  caller.abort();
  expect(await running).toBe('AbortError');
  const startedAt = performance.now();

  gateway.kill('SIGTERM');

  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  expect(performance.now() - startedAt).toBeGreaterThan(1_000);
  expect(sandbox.calls.at(-1)?.aborted).toBe(false);
});

test.each([
  ['is silent', ''],
  ['has sent a part of a head', 'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\n'],
  ['is idle', 'GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n'],
  [
    'has sent a part of the next head',
    'GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\nPOST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\n',
  ],
])('a connection that %s does not hold up the exit', async (_what, sent) => {
  await using gateway = await startProcess();
  const origin = await gateway.origin();
  const socket = await connectAndSend(origin, sent);
  await expect.poll(() => fetch(`${origin}/health`).then(({ status }) => status)).toBe(200);
  const startedAt = performance.now();

  gateway.kill('SIGTERM');

  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  expect(performance.now() - startedAt).toBeLessThan(2_500);
  socket.destroy();
});

test('a request that arrives on an idle connection during the drain is answered, and closes it', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  const origin = await gateway.origin();
  const socket = await connectAndSend(origin, 'GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
  await once(socket, 'data');
  gateway.kill('SIGTERM');
  await gateway.prints(/Shutting down/);

  socket.write('GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');

  const [response] = await once(socket, 'data');
  expect(String(response)).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\nconnection: close\r\n/i);
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
});

test('without a terminal, SIGHUP ends nothing, and says so where there is nothing to reload', async () => {
  await using gateway = await startProcess();
  const origin = await gateway.origin();

  gateway.kill('SIGHUP');

  await gateway.prints(/"msg":"Nothing to reload: neither GATEWAY_KEYS_FILE nor GATEWAY_DOCUMENTS is set"/);
  expect((await fetch(`${origin}/health`)).status).toBe(200);
});

test('in a terminal, SIGHUP finishes running requests and ends the process', async () => {
  await using sandbox = await startSandbox();
  await using terminal = paste(`exec script -qec 'exec node dist/server.js' /dev/null`, {
    BEEPER_URL: sandbox.url,
    PORT: '0',
  });
  const origin = await terminal.origin();
  sandbox.next('POST /v1/chats/start', { delayMs: 1_000 });
  const running = startChat(origin);
  await expect.poll(() => sandbox.calls.at(-1)?.route).toBe('POST /v1/chats/start');

  // The terminal closes: the kernel sends SIGHUP, and writing to it fails.
  terminal.kill('SIGKILL');

  expect(await (await running).json()).toEqual({ data: { startChat: { __typename: 'StartChatPayload' } } });
  await expect.poll(() => tryToConnect(origin)).toBe('ECONNREFUSED');
});

test('the embedded sandbox stops with the gateway', async () => {
  await using gateway = await startProcess();
  const origin = await gateway.origin();
  expect(await (await startChat(origin)).json()).toEqual({
    data: { startChat: { __typename: 'StartChatPayload' } },
  });
  gateway.kill('SIGTERM');
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
});
