import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProcess } from '../support/process.ts';

const secret = 'c4n4ry-text';

test.each([
  ['an unhandled rejection', `Promise.reject(new Error("${secret}"))`, 'unhandledRejection'],
  ['an uncaught exception', `throw new Error("${secret}")`, 'uncaughtException'],
])('%s is logged without its message, and the process exits with code 1', async (_what, code, event) => {
  const folder = await mkdtemp(join(tmpdir(), 'preload-'));
  const preload = join(folder, 'preload.mjs');
  await writeFile(preload, `process.on('SIGUSR2', () => { ${code} });`);
  await using gateway = await startProcess({
    NODE_OPTIONS: `--import=${preload}`,
    NODE_ENV: 'production',
    BEEPER_URL: 'http://127.0.0.1:1',
  });
  await gateway.origin();

  gateway.kill('SIGUSR2');
  const ended = await gateway.ends();
  await rm(folder, { recursive: true });

  expect(ended).toEqual({ code: 1, signal: null });
  const last = JSON.parse(gateway.stdout.trim().split('\n').at(-1) ?? '');
  expect(last).toMatchObject({ level: 60, msg: `Exiting: ${event}`, err: { name: 'Error' } });
  expect(gateway.stdout + gateway.stderr).not.toContain(secret);
});
