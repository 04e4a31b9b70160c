import coerce from 'semver/functions/coerce.js';
import lt from 'semver/functions/lt.js';
import type { Dialect } from './dialect.ts';

/** What failures can say of the server that was asked. */
export interface KnownServer {
  /** Whether it is Beeper's own app; null where that is unknown. */
  readonly isBeeper: boolean | null;
  readonly appVersion: string | null;
  /** The dialect of its version; null where that is unknown. */
  readonly dialect: Dialect | null;
  /** The dialect that `BEEPER_API` names; null where it names none. */
  readonly pinned: Dialect | null;
}

/** Names the program that the reader has to look at. An unknown one is taken for the one that the documents set up. */
export const nameOf = ({ isBeeper }: KnownServer): string =>
  isBeeper === false ? 'the server' : 'Beeper Desktop';

/** Where in that program. */
export const placeIn = ({ isBeeper }: KnownServer): string =>
  isBeeper === false ? 'at the server' : 'in Beeper Desktop';

/**
 * @param since the version of Beeper's app that introduced an operation.
 * @returns `since` for an app of Beeper that is known to be older. Other programs have version numbers of their own.
 */
export function requiredVersion(
  since: string | null,
  { isBeeper, appVersion, dialect }: KnownServer,
): string | null {
  if (since === null || isBeeper !== true) return null;
  const actual = coerce(appVersion);
  // Without a version, an app is told to be old by a route that it lacks.
  const isOlder = actual ? lt(actual, since) : dialect === 'create-only';
  return isOlder ? since : null;
}

/** @returns whether `BEEPER_API` names another dialect than that of the server's version. */
export const isWronglyPinned = ({ pinned, dialect }: KnownServer): boolean =>
  pinned !== null && dialect !== null && pinned !== dialect;

/** @returns what to do where the server lacks an operation that exists since `since`. */
export function remedyForMissing(since: string | null, server: KnownServer): string {
  const { pinned, dialect, appVersion } = server;
  const required = requiredVersion(since, server);
  const update = required === null ? null : `update Beeper Desktop to ${required} or newer`;
  if (pinned !== null && pinned !== dialect) {
    if (dialect === null)
      return `BEEPER_API is ${pinned} at the gateway. If the server has another dialect, set BEEPER_API to that. Otherwise the server does not have this operation.`;
    const version = appVersion === null ? '' : ` ${appVersion}`;
    return `BEEPER_API is ${pinned} at the gateway, but the dialect of ${nameOf(server)}${version} is ${dialect}. Set BEEPER_API to ${dialect}${update ? `, or ${update}` : ''}.`;
  }
  if (update) return `U${update.slice(1)}.`;
  return server.isBeeper === false
    ? 'The server implements only a part of Beeper’s API. Check that BEEPER_URL and BEEPER_API match the server.'
    : 'Check that BEEPER_URL and BEEPER_API match the server: another program may answer at that address.';
}
