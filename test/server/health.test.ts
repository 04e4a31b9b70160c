import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../support/gateway.ts';

test('/health and /ready are 200 while Beeper responds', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  expect((await fetch(`${gateway.origin}/health`)).status).toBe(200);
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});

test('/health makes no upstream call; /ready makes one without a token', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  await fetch(`${gateway.origin}/health`);
  expect(sandbox.calls).toEqual([]);
  await fetch(`${gateway.origin}/ready`, { headers: { authorization: 'Bearer caller-token' } });
  expect(sandbox.calls.map(({ route }) => route)).toEqual(['GET /v1/info']);
  expect(sandbox.calls[0]?.headers).not.toHaveProperty('authorization');
});

test('/ready is 503 while Beeper is closed and 200 when it is back; /health stays 200', async () => {
  const sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  await sandbox.close();
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(503);
  expect((await fetch(`${gateway.origin}/health`)).status).toBe(200);
  await using _back = await startSandbox({ port: Number(new URL(sandbox.url).port) });
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});

test('/ready is 503 after three seconds while Beeper hangs', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, timeoutMs: 60_000 });
  sandbox.always('GET /v1/info', { hang: true });
  const answer = await fetch(`${gateway.origin}/ready`, { signal: AbortSignal.timeout(8_000) });
  expect(answer.status).toBe(503);
  await expect.poll(() => sandbox.calls[0]?.aborted).toBe(true);
});

test('/ready is 200 if Beeper takes one second, even beyond BEEPER_TIMEOUT_MS', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, timeoutMs: 200 });
  sandbox.next('GET /v1/info', { delayMs: 1_000 });
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});

test('/ready is 200 for an old Beeper without GET /v1/info', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  await using gateway = await startGateway({ beeper: sandbox.url });
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});
