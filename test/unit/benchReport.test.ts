import { expect, test } from 'vitest';
import { chart } from '../../bench/compare/chart.ts';
import type { ContenderResult, Results } from '../../bench/compare/results.ts';
import { median, percentile, spreadOf } from '../../bench/compare/statistics.ts';
import { ratioToFloor, table } from '../../bench/compare/tables.ts';
import { isReached, targetsOf } from '../../bench/compare/targets.ts';

const contender = (id: string, cpu: readonly number[], p99: number | null = null): ContenderResult => ({
  id,
  cpu,
  perSecond: cpu.map(() => 1_000),
  refused: 0,
  calls: 1,
  rss: 100,
  rate: p99 === null ? null : { perSecond: 500, latency: { p50: 1, p99 } },
});

const results: Results = {
  machine: {
    cpu: 'a CPU',
    cores: 2,
    memoryGiB: 8,
    system: 'Linux 6',
    node: '20.19.0',
    date: '2026-01-01',
    commit: 'abc',
    loadBefore: 0,
    isQuick: false,
    rounds: 3,
    requestsPerRound: 100,
  },
  contenders: [
    { id: 'floor', title: 'floor' },
    { id: 'gateway', title: 'this <gateway>' },
  ],
  operations: [
    {
      id: 'a',
      title: '`startChat`',
      contenders: [contender('floor', [10, 20, 30], 2), contender('gateway', [30, 40, 45], 3)],
    },
  ],
  startUp: [],
  memory: [],
  scaling: [],
  cluster: [],
};

test('a percentile is the value that the given share of the values is below', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);

  expect(percentile(values, 0.5)).toBe(51);
  expect(percentile(values, 0.99)).toBe(100);
  expect(percentile([7], 0.99)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

test('the median of an even number of values is between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(spreadOf([3, 10, 1])).toEqual({ min: 1, median: 3, max: 10 });
});

test('a ratio to the floor compares values of one round', () => {
  const [operation] = results.operations;
  const gateway = operation?.contenders[1];

  expect(operation && gateway && ratioToFloor(gateway, operation)).toEqual({ min: 1.5, median: 2, max: 3 });
});

test('a target compares medians, and is neither reached nor missed where it was not measured', () => {
  const targets = targetsOf(results);
  const verdictOn = (title: string) => {
    const target = targets.find((one) => one.title === title);
    return target && [target.value, isReached(target)];
  };

  expect(verdictOn('startChat against the floor')).toEqual([2, true]);
  expect(verdictOn('p99 of startChat at 500 requests per second against the floor')).toEqual([1.5, true]);
  expect(verdictOn('startChat against Yoga’s defaults')).toEqual([null, null]);
});

test('a table aligns numbers to the right', () => {
  expect(table(['server', 'µs'], [['floor', '10']])).toBe('| server | µs |\n| --- | ---: |\n| floor | 10 |');
});

test('the chart has a bar for each server, and its texts are escaped', () => {
  const svg = chart(results);

  expect(svg.match(/<rect [^>]*><title>/g)).toHaveLength(2);
  expect(svg).toContain('this &lt;gateway&gt;: 2.00 ×');
  expect(svg).not.toContain('<gateway>');
});
