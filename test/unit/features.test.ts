import { expect, test } from 'vitest';
import {
  type Feature,
  featuresOf,
  firstVersion,
  firstVersionWith,
  supports,
} from '../../src/beeper/features.ts';
import type { KnownServer } from '../../src/beeper/serverWords.ts';

const beeper = (appVersion: string | null, dialect: KnownServer['dialect']): KnownServer => ({
  isBeeper: true,
  appVersion,
  dialect,
  pinned: null,
});
const other: KnownServer = { isBeeper: false, appVersion: '0.3.0', dialect: null, pinned: null };

const rows: readonly [string, Feature, KnownServer, boolean | null][] = [
  ['the version before the first', 'editMessage', beeper('4.2.498', 'create-only'), false],
  ['the first version', 'editMessage', beeper('4.2.499', 'create-only'), true],
  ['a pre-release of the first version', 'chatState', beeper('4.2.808-nightly.1', 'split'), true],
  ['4.3.0, which has no labels', 'labels', beeper('4.3.0', 'split'), false],
  ['a version after 4.3.0', 'labels', beeper('4.3.89', 'split'), null],
  [
    'an old app without a version, for a feature of its time',
    'editMessage',
    beeper(null, 'create-only'),
    null,
  ],
  ['an old app without a version, for a later feature', 'reactions', beeper(null, 'create-only'), false],
  ['another server', 'chatState', other, null],
  ['another server of an older dialect', 'chatState', { ...other, pinned: 'union' }, false],
  ['another server of an older dialect, for labels', 'labels', { ...other, pinned: 'union' }, false],
  ['another server, for what its dialect has', 'reactions', { ...other, pinned: 'union' }, true],
  [
    'another server of the newest dialect, for a later feature',
    'bridges',
    { ...other, pinned: 'split' },
    null,
  ],
  [
    'a pinned dialect other than that of the app',
    'chatState',
    { ...beeper('4.3.73', 'split'), pinned: 'union' },
    false,
  ],
];

for (const [what, feature, server, expected] of rows) {
  test(`${what}: ${feature} is ${expected}`, () => {
    expect(supports(feature, server)).toBe(expected);
  });
}

test('features have a first version, unless none is known', () => {
  expect(firstVersion('reactions')).toBe('4.2.557');
  expect(firstVersion('labels')).toBeNull();
});

test.for(Object.entries(firstVersionWith) as [Feature, string][])(
  '%s is there from %s on, and not in the version before',
  ([feature, since]) => {
    const [major = 0, minor = 0, patch = 0] = since.split('.').map(Number);
    const before = patch > 0 ? `${major}.${minor}.${patch - 1}` : `${major}.${minor - 1}.9999`;
    const told = (version: string) =>
      featuresOf(beeper(version, 'split')).find(({ name }) => name === feature);

    expect(told(since)).toEqual({ name: feature, isSupported: true, since });
    expect(told(before)).toEqual({ name: feature, isSupported: false, since });
  },
);

test('of a server that is not known at all, no feature is known', () => {
  const unknown = { isBeeper: null, appVersion: null, dialect: null, pinned: null };

  expect(new Set(featuresOf(unknown).map(({ isSupported }) => isSupported))).toEqual(new Set([null]));
});
