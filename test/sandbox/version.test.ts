import { expect, test } from 'vitest';
import { atLeast, dialectOf } from '../../src/sandbox/server/version.ts';

test('versions are compared number by number, not as text', () => {
  expect(atLeast('4.3.0', '4.2.808')).toBe(true);
  expect(atLeast('4.2.1000', '4.2.808')).toBe(true);
  expect(atLeast('4.2.99', '4.2.557')).toBe(false);
  expect(atLeast('5.0', '4.2.808')).toBe(true);
});

test.each([
  ['4.2.556', 'create-only'],
  ['4.2.557', 'union'],
  ['4.2.807', 'union'],
  ['4.2.808', 'split'],
  ['4.3.73-beta.1', 'split'],
  ['nightly', 'split'],
])('app %s speaks %s', (version, dialect) => {
  expect(dialectOf(version)).toBe(dialect);
});
