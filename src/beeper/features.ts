import coerce from 'semver/functions/coerce.js';
import gte from 'semver/functions/gte.js';
import lte from 'semver/functions/lte.js';
import { type Dialect, firstVersionOf } from './dialect.ts';
import type { Request, RequestForDialect, Unsupported } from './operation.ts';
import type { KnownServer } from './serverWords.ts';

/** What not every version of Beeper can do, with the first app version that can, from Beeper's changelog. */
export const firstVersionWith = {
  editMessage: '4.2.499',
  uploads: '4.2.499',
  /** Serving files: `GET /v1/assets/serve`. */
  content: '4.2.509',
  startChat: '4.2.557',
  reactions: '4.2.557',
  /** The socket of events. */
  live: '4.2.557',
  /** Reading and deleting one message. */
  singleMessages: '4.2.808',
  /** Pins, mutes, low priority, titles, drafts, timers, read marks. */
  chatState: '4.2.808',
  bridges: '4.3.0',
} as const;

/** Features that 4.3.0 does not have; which later version brought them is not told. */
export const newerThan = { labels: '4.3.0', mergedChats: '4.3.0' } as const;

export type Feature = keyof typeof firstVersionWith | keyof typeof newerThan;

const features = [...Object.keys(firstVersionWith), ...Object.keys(newerThan)] as readonly Feature[];

/** The versions that a dialect stands for: from the first on, up to the second. */
const versionsOf: Readonly<Record<Dialect, readonly [string, string | null]>> = {
  'create-only': ['4.1.294', firstVersionOf.union],
  union: [firstVersionOf.union, firstVersionOf.split],
  split: [firstVersionOf.split, null],
};

/** @returns the first app version with the feature; null where none is known. */
export const firstVersion = (feature: Feature): string | null =>
  feature in firstVersionWith ? firstVersionWith[feature as keyof typeof firstVersionWith] : null;

/** @returns whether the server has the feature; null where its version and its dialect do not tell. */
export function supports(feature: Feature, server: KnownServer): boolean | null {
  const { isBeeper, appVersion, dialect, pinned } = server;
  const version = isBeeper === true && (pinned === null || pinned === dialect) ? coerce(appVersion) : null;
  if (version) return isIn(feature, version.version, version.version);
  const used = pinned ?? dialect;
  return used === null ? null : isIn(feature, ...versionsOf[used]);
}

/** @param to the first version that is newer than all of them, unless it is `from` itself; null for no end. */
function isIn(feature: Feature, from: string, to: string | null): boolean | null {
  const first = firstVersion(feature);
  if (first === null) {
    const last = newerThan[feature as keyof typeof newerThan];
    return to !== null && lte(to, last) ? false : null;
  }
  if (gte(from, first)) return true;
  return to !== null && lte(to, first) ? false : null;
}

/**
 * @param what the operation, as the subject of a sentence.
 * @returns a request that is not sent to a server that is known to lack the feature.
 */
export const ifSupported =
  (feature: keyof typeof firstVersionWith, what: string, request: Request): RequestForDialect =>
  (_dialect, server) => {
    const since = firstVersionWith[feature];
    return supports(feature, server) === false
      ? { unsupported: `${what} needs a newer version of Beeper’s API.`, since }
      : { since, ...request };
  };

/** @returns why a server with version numbers of its own can't be asked for what has had several forms. */
export const unknownForm = (what: string): Unsupported => ({
  unsupported: `The server is not Beeper’s own app, so ${what} is unknown.`,
  since: null,
  remedy: 'Set BEEPER_API at the gateway to the dialect of the server, "union" or "split".',
});

export interface FeatureFacts {
  readonly name: Feature;
  /** Null where that is unknown. */
  readonly isSupported: boolean | null;
  /** The first app version with it; null where none is known. */
  readonly since: string | null;
}

/** @returns what there is to know of every feature. */
export const featuresOf = (server: KnownServer): readonly FeatureFacts[] =>
  features.map((name) => ({ name, isSupported: supports(name, server), since: firstVersion(name) }));
