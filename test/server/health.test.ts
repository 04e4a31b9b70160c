import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../support/gateway.ts';

test('A gateway in front of a sandbox is alive and ready', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  expect((await fetch(`${gateway.origin}/health`)).status).toBe(200);
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});

test('Being alive costs no call, being ready one without a token', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  await fetch(`${gateway.origin}/health`);
  expect(sandbox.calls).toEqual([]);
  await fetch(`${gateway.origin}/ready`, { headers: { authorization: 'Bearer somebody' } });
  expect(sandbox.calls.map(({ route }) => route)).toEqual(['GET /v1/info']);
  expect(sandbox.calls[0]?.headers).not.toHaveProperty('authorization');
});

test('With Beeper closed the gateway is alive, not ready, and ready again when Beeper is back', async () => {
  const sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  await sandbox.close();
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(503);
  expect((await fetch(`${gateway.origin}/health`)).status).toBe(200);
  await using _back = await startSandbox({ port: Number(new URL(sandbox.url).port) });
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});

test('A Beeper that hangs makes it not ready after three seconds', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, timeoutMs: 60_000 });
  sandbox.always('GET /v1/info', { hang: true });
  const answer = await fetch(`${gateway.origin}/ready`, { signal: AbortSignal.timeout(8_000) });
  expect(answer.status).toBe(503);
  await expect.poll(() => sandbox.calls[0]?.aborted).toBe(true);
});

test('A Beeper that is slow to answer is ready', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, timeoutMs: 200 });
  sandbox.next('GET /v1/info', { delayMs: 1_000 });
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});

test('An old Beeper, which does not say who it is, is ready', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  await using gateway = await startGateway({ beeper: sandbox.url });
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});
