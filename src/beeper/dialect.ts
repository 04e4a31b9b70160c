import coerce from 'semver/functions/coerce.js';
import gte from 'semver/functions/gte.js';

/**
 * The three forms of creating and starting a chat over the app's versions: `create-only` before 4.2.557, `union`
 * before 4.2.808, `split` since.
 */
export type Dialect = 'create-only' | 'union' | 'split';

/** The first app version of each dialect, from Beeper's changelog. */
export const firstVersionOf = { union: '4.2.557', split: '4.2.808' } as const;

/**
 * @returns the dialect of an app of this version; `split` where the version can't be read. Pre-releases count as their
 * release: 4.2.557-nightly.1 has what 4.2.557 has.
 */
export function dialectOf(version: string | null): Dialect {
  const release = version !== null && /^\s*v?\d+\.\d+\.\d+/.test(version) ? coerce(version) : null;
  if (!release || gte(release, firstVersionOf.split)) return 'split';
  return gte(release, firstVersionOf.union) ? 'union' : 'create-only';
}
