import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProcess } from '../support/process.ts';

const secret = 'c4n4ry-text';

test.each([
  ['an unhandled rejection', `Promise.reject(new Error("${secret}"))`, 'unhandledRejection'],
  ['an exception that nobody caught', `throw new Error("${secret}")`, 'uncaughtException'],
])('%s is logged, without what it says, and ends the process with code 1', async (_what, code, event) => {
  const folder = await mkdtemp(join(tmpdir(), 'fault-'));
  const fault = join(folder, 'fault.mjs');
  await writeFile(fault, `process.on('SIGUSR2', () => { ${code} });`);
  await using gateway = await startProcess({
    NODE_OPTIONS: `--import=${fault}`,
    NODE_ENV: 'production',
    BEEPER_URL: 'http://127.0.0.1:1',
  });
  await gateway.origin();

  gateway.kill('SIGUSR2');
  const ended = await gateway.ends();
  await rm(folder, { recursive: true });

  expect(ended).toEqual({ code: 1, signal: null });
  const last = JSON.parse(gateway.stdout.trim().split('\n').at(-1) ?? '');
  expect(last).toMatchObject({ level: 60, msg: `Ending: ${event}`, err: { name: 'Error' } });
  expect(gateway.stdout + gateway.stderr).not.toContain(secret);
});
