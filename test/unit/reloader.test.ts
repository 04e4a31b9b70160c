import { expect, test } from 'vitest';
import { ConfigError } from '../../src/config/checks.ts';
import { createReloader } from '../../src/config/reloader.ts';
import type { Reread } from '../../src/config/rereadFiles.ts';

interface Reading {
  resolve(reread: Reread): void;
  reject(error: unknown): void;
}

/** A reloader whose readings end when the test ends them. */
function startReloader() {
  const readings: Reading[] = [];
  const applied: Reread[] = [];
  const log: unknown[][] = [];
  const reloader = createReloader({
    read: () => new Promise((resolve, reject) => readings.push({ resolve, reject })),
    apply: (reread) => applied.push(reread),
    log: {
      info: (...line: unknown[]) => void log.push(['info', ...line]),
      error: (...line: unknown[]) => void log.push(['error', ...line]),
    },
  });
  return { ...reloader, readings, applied, log };
}

const reread = (name: string): Reread => ({
  keys: [{ name, hash: Buffer.alloc(32), readOnly: false }],
  documents: null,
});

test('signals during a reload together cause one more, so that the newest files are in force at the end', async () => {
  const { reload, readings, applied } = startReloader();
  reload();
  reload();
  reload();
  expect(readings).toHaveLength(1);

  readings[0]?.resolve(reread('old'));
  await expect.poll(() => readings).toHaveLength(2);
  readings[1]?.resolve(reread('new'));
  await expect.poll(() => applied).toEqual([reread('old'), reread('new')]);

  expect(readings).toHaveLength(2);
  reload();
  expect(readings).toHaveLength(3);
});

test('the record tells of successes and failures, and a failure changes nothing', async () => {
  const { reload, record, readings, applied, log } = startReloader();
  const { succeededAt } = record;
  expect(record).toEqual({ total: 0, failed: 0, lastSucceeded: true, succeededAt: expect.any(Number) });

  reload();
  readings[0]?.reject(new ConfigError(['A file is broken.']));
  await expect.poll(() => record).toEqual({ total: 1, failed: 1, lastSucceeded: false, succeededAt });
  reload();
  const unexpected = new TypeError('unexpected');
  readings[1]?.reject(unexpected);
  await expect.poll(() => record).toMatchObject({ total: 2, failed: 2, lastSucceeded: false });
  expect(applied).toEqual([]);
  const failed = 'Reload failed: the earlier keys and documents stay in force';
  expect(log).toEqual([
    ['error', { issues: ['A file is broken.'] }, failed],
    ['error', { err: unexpected }, failed],
  ]);

  reload();
  readings[2]?.resolve(reread('web'));
  await expect.poll(() => record).toMatchObject({ total: 3, failed: 2, lastSucceeded: true });
  expect(log.at(-1)).toEqual(['info', { keys: 1, documents: undefined }, 'Reloaded']);
});
