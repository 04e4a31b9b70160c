import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differencesBetween } from './compare.ts';

/**
 * Runs tests twice, with the plain lane and without it, and compares what their gateways received, sent, logged and asked
 * Beeper for. Exits with 1 after a failing test or a difference.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Arguments of the command replace these. */
const defaultTests = ['test/contract', 'test/security', 'test/server/audit.test.ts'];
/** Runs the built server, which always has the lane. */
const withoutTwin = ['test/security/oneRequest.test.ts'];
const maxShown = 20;

const print = (text: string) => process.stdout.write(`${text}\n`);

function runTests(lane: 'on' | 'off', record: string): Promise<number | null> {
  const args = process.argv.slice(2);
  const tests = args.length > 0 ? args : defaultTests;
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...tests,
      ...withoutTwin.flatMap((file) => ['--exclude', file]),
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, TWIN_LANE: lane, TWIN_RECORD: record } },
  );
  return new Promise((resolve) => child.once('exit', resolve));
}

const readRecord = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const folder = mkdtempSync(join(tmpdir(), 'twin-'));
try {
  const files = { on: join(folder, 'lane.jsonl'), off: join(folder, 'yoga.jsonl') };
  const hasFailed = [await runTests('on', files.on), await runTests('off', files.off)].some(
    (code) => code !== 0,
  );
  const lane = readRecord(files.on);
  const yoga = readRecord(files.off);
  const differences = differencesBetween(lane, yoga);
  for (const difference of differences.slice(0, maxShown)) print(`${difference}\n`);
  const byLane = lane.filter((entry) => entry.byLane).length;
  print(
    `${lane.length} records with the lane, ${yoga.length} without; ${byLane} responses by the lane; ${differences.length} differences`,
  );
  const isLaneUsed = byLane > 0 && !yoga.some((entry) => entry.byLane);
  if (!isLaneUsed) print('The lane must serve plain requests, and none if it is turned off.');
  process.exitCode = hasFailed || differences.length > 0 || !isLaneUsed ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
