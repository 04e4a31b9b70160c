import { expect, test } from 'vitest';
import { paced } from '../../src/common/paced.ts';

function work(): string {
  const endsAt = performance.now() + 5;
  while (performance.now() < endsAt);
  return 'done';
}

test('many pieces of work at once let the event loop turn every few of them, and all are done', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns++;
  }, 0);

  const results = await Promise.all(Array.from({ length: 40 }, () => paced(work)));

  clearInterval(timer);
  expect(results).toEqual(Array(40).fill('done'));
  expect(turns).toBeGreaterThan(5);
});

test('a single piece of work is done at once after the event loop had a turn', async () => {
  await paced(() => 'waits for the turn');
  expect(paced(() => 'done')).toBe('done');
});

test('work that throws rejects or throws, and the next one is done', async () => {
  const fail = () => {
    work();
    throw new Error('no');
  };
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, async () => paced(fail)));
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await paced(() => 'done')).toBe('done');
});
