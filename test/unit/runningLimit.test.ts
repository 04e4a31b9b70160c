import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createRunningLimit, nextLimit } from '../../src/http/runningLimit.ts';

/** The limit after `samples`, of which each tells whether requests slow each other down. */
const after = (samples: boolean[], most: number) =>
  samples.reduce((limit, isStrained) => nextLimit(limit, isStrained, most), most);

test('under strain the limit falls to 16, and then rises to what it was', () => {
  expect(after(Array(1).fill(true), 64)).toBe(57);
  expect(after(Array(50).fill(true), 64)).toBe(16);
  expect(after([...Array(50).fill(true), false], 64)).toBe(20);
  expect(after([...Array(50).fill(true), ...Array(50).fill(false)], 64)).toBe(64);
});

test('a limit of less than 16 stays, and one without end too', () => {
  expect(after(Array(50).fill(true), 5)).toBe(5);
  expect(after(Array(50).fill(true), Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
});

test('an event loop that never waits lowers the limit, and after a second of silence it is the highest again', async () => {
  const limit = createRunningLimit(64, () => false);
  expect(limit()).toBe(64);
  for (let turn = 0; turn < 3; turn++) {
    for (const until = performance.now() + 150; performance.now() < until; );
    limit();
    await sleep(0);
  }
  expect(limit()).toBeLessThan(64);
  await sleep(1_100);
  expect(limit()).toBe(64);
});

test('calls to Beeper that back up lower the limit', async () => {
  let isBacklogged = true;
  const limit = createRunningLimit(64, () => isBacklogged);
  await sleep(150);
  expect(limit()).toBe(57);
  isBacklogged = false;
  await sleep(150);
  expect(limit()).toBe(61);
});
