import { expect, test } from 'vitest';
import { dialectOf } from '../../src/beeper/dialect.ts';

test.each([
  ['4.1.900', 'create-only'],
  ['4.2.99', 'create-only'],
  ['4.2.556', 'create-only'],
  ['4.2.557', 'union'],
  ['4.2.600', 'union'],
  ['4.2.807', 'union'],
  ['4.2.808', 'split'],
  ['4.2.1000', 'split'],
  ['4.3.0', 'split'],
  ['4.3.73', 'split'],
  ['4.10.1', 'split'],
  ['5.0.0', 'split'],
  ['10.0.0', 'split'],
  ['3.110.900', 'create-only'],
])('app %s has the dialect %s: versions are compared numerically', (version, dialect) => {
  expect(dialectOf(version)).toBe(dialect);
});

test.each([
  ['v4.2.600', 'union'],
  ['v4.3.1', 'split'],
  [' 4.2.600\n', 'union'],
  ['4.2.600-nightly.900', 'union'],
  ['4.2.557-nightly.1', 'union'],
  ['4.3.73-nightly.1', 'split'],
  ['4.2.500+build.7', 'create-only'],
])('%j is read as %s, despite its prefix or suffix', (version, dialect) => {
  expect(dialectOf(version)).toBe(dialect);
});

test.each([null, '', 'newest', '4', '4.2', 'beta 4.2.600', '4.2.x', '-4.2.600'])(
  'the unreadable version %j counts as the newest dialect',
  (version) => {
    expect(dialectOf(version)).toBe('split');
  },
);
