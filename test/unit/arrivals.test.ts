import { expect, test } from 'vitest';
import { Arrivals } from '../../src/common/arrivals.ts';

const filled = (...entries: string[]) => {
  const arrivals = new Arrivals<string>();
  for (const entry of entries) arrivals.add(entry);
  return arrivals;
};

test('entries are kept in order of arrival', () => {
  const arrivals = filled('a', 'b', 'c');

  expect([...arrivals]).toEqual(['a', 'b', 'c']);
  expect(arrivals.first).toBe('a');
  expect(arrivals.last).toBe('c');
  expect(arrivals.size).toBe(3);
});

test.each([
  ['a', ['b', 'c'], 'b'],
  ['b', ['a', 'c'], 'a'],
  ['c', ['a', 'b'], 'a'],
  ['unknown', ['a', 'b', 'c'], 'a'],
])('deleting %s leaves the others in order', (entry, left, first) => {
  const arrivals = filled('a', 'b', 'c');

  arrivals.delete(entry);

  expect([...arrivals]).toEqual(left);
  expect(arrivals.first).toBe(first);
});

test('an entry that is deleted while others are visited does not hide any of them', () => {
  const arrivals = filled('a', 'b', 'c');
  const visited: string[] = [];

  for (const entry of arrivals) {
    visited.push(entry);
    arrivals.delete(entry);
    if (entry === 'a') arrivals.add('d');
  }

  expect(visited).toEqual(['a', 'b', 'c']);
  expect([...arrivals]).toEqual(['d']);
});

test('without entries there is no first one', () => {
  expect(new Arrivals().first).toBeUndefined();
});
