import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { freePort } from '../support/freePort.ts';
import { startNginx } from '../support/nginx.ts';
import { startReplica } from '../support/process.ts';
import { findOrInstall, installTimeoutMs } from '../support/programs.ts';

const query = JSON.stringify({ query: '{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { title } }' });

beforeAll(async () => {
  await findOrInstall('nginx');
}, installTimeoutMs);

test('a rolling restart of two replicas behind a load balancer under constant load loses no request', async () => {
  await using sandbox = await startSandbox();
  const ports = [await freePort(), await freePort()];
  const env = { BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token };
  const replicas = await Promise.all(ports.map((port) => startReplica(port, env)));
  await using balancer = await startNginx(ports);
  const failed: unknown[] = [];
  let answered = 0;
  let restarting = true;

  const client = async () => {
    while (restarting) {
      const response = await fetch(`${balancer.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: query,
      }).catch((error: unknown) => error);
      const good = response instanceof Response && response.status === 200;
      if (good && (await response.text()).includes('Kishan')) answered++;
      else failed.push(response instanceof Response ? response.status : String(response));
      await wait(5);
    }
  };
  const load = Promise.all(Array.from({ length: 8 }, client));

  for (const round of [0, 1, 2, 3]) {
    const index = round % 2;
    const atStart = answered;
    await expect.poll(() => answered).toBeGreaterThan(atStart + 50);
    const before = answered;
    replicas[index]?.kill('SIGTERM');
    expect(await replicas[index]?.ends()).toEqual({ code: 0, signal: null });
    replicas[index] = await startReplica(ports[index] ?? 0, env);
    expect(answered).toBeGreaterThan(before);
  }
  restarting = false;
  await load;
  for (const replica of replicas) await replica[Symbol.asyncDispose]();

  expect(failed).toEqual([]);
  expect(answered).toBeGreaterThan(200);
}, 120_000);
