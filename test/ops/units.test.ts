import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { findOrInstall, installTimeoutMs } from '../support/programs.ts';
import { directives, read, systemUnit } from './examples.ts';

const userUnit = 'ops/systemd/user/beeper-graphql-gateway.service';

beforeAll(async () => {
  await findOrInstall('systemd-analyze');
}, installTimeoutMs);

/** Runs systemd-analyze on a unit whose program is the Node of this test. */
async function analyze(unit: string, ...args: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'unit-'));
  try {
    const file = join(folder, basename(unit));
    await writeFile(file, read(unit).replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
    const { stdout, stderr } = await promisify(execFile)(
      await findOrInstall('systemd-analyze'),
      [...args, file],
      { env: { ...process.env, XDG_RUNTIME_DIR: folder, HOME: folder } },
    );
    return stdout + stderr;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test.each([
  [systemUnit, []],
  [userUnit, ['--user']],
])('systemd has nothing to say about %s', async (unit, args) => {
  expect(await analyze(unit, 'verify', '--man=no', ...args)).toBe('');
});

test('the system unit is rated 1.4 or better', async () => {
  const analysis = await analyze(systemUnit, 'security', '--offline=true', '--threshold=14');

  expect(analysis).toMatch(/Overall exposure level for .*: 1\.\d OK/);
});

test.each([systemUnit, userUnit])('%s lets V8 compile, writes no core dump and reloads by SIGHUP', (unit) => {
  expect(directives(unit, 'MemoryDenyWriteExecute')).toEqual([]);
  expect(directives(unit, 'LimitCORE')).toEqual(['0']);
  expect(directives(unit, 'ExecReload')).toEqual(['/bin/kill -HUP $MAINPID']);
});
