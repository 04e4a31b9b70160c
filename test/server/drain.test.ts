import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startProcess } from '../support/process.ts';

const startChat = (origin: string) =>
  fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }',
    }),
  });

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
    expect(await answer.json()).toEqual({ data: { startChat: { __typename: 'StartChatPayload' } } });
    expect(await gateway.ends()).toEqual({ code: 0, signal: null });
    expect(gateway.stderr).toBe('');
  },
);

test('while Beeper hangs, the process exits about ten seconds after SIGTERM', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    BEEPER_TIMEOUT_MS: '600000',
  });
  const origin = await gateway.origin();
  sandbox.next('POST /v1/chats/start', { hang: true });
  const running = startChat(origin).catch((error: Error) => error.name);
  await expect.poll(() => sandbox.calls.at(-1)?.route, { timeout: 10_000 }).toBe('POST /v1/chats/start');
  const startedAt = performance.now();
  gateway.kill('SIGTERM');
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  const seconds = (performance.now() - startedAt) / 1_000;
  expect(seconds).toBeGreaterThan(9);
  expect(seconds).toBeLessThan(15);
  expect(await running).toBe('TypeError');
  await expect.poll(() => sandbox.calls.at(-1)?.aborted).toBe(true);
}, 60_000);

test('an idle keep-alive connection does not delay the exit', async () => {
  await using gateway = await startProcess();
  const origin = await gateway.origin();
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write('GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: keep-alive\r\n\r\n');
  const [response] = await once(socket, 'data');
  expect(String(response)).toMatch(/\r\nkeep-alive: timeout=65\r\n/i);
  gateway.kill('SIGTERM');
  const closed = once(socket, 'close');
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  await closed;
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
