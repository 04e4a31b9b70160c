/** The three ways in which Beeper Desktop has let a program create chats, oldest first. */
export type Dialect = 'create-only' | 'union' | 'split';

/** The app versions at which the API changed. Each constant is the first version with the change. */
export const SINCE = {
  /** The version header on answers. */
  versionHeader: '4.1.239',
  /** GET /v1/info, and `mode: "start"` on POST /v1/chats. */
  union: '4.2.557',
  /** `bridge` and `network` on accounts. */
  accountBridge: '4.2.785',
  /** POST /v1/chats/start, whole chats as answers, opaque message cursors, the wider Chat. */
  split: '4.2.808',
  /** `status` on accounts, and GET /v1/accounts/{accountID}. */
  accountStatus: '4.3.0',
} as const;

const VERSION = /^\d+(\.\d+){1,3}/;

/** Whether the text begins like a version of the app, such as `4.3.73` or `4.3.73-beta.1`. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/**
 * Whether `version` is `first` or newer, number by number: 4.3.0 is newer than 4.2.808. A version that can't
 * be read counts as newer than all others, for only a future app would name itself otherwise.
 */
export function atLeast(version: string, first: string): boolean {
  if (!isVersion(version)) return true;
  const own = numbersOf(version);
  const other = numbersOf(first);
  for (let index = 0; index < Math.max(own.length, other.length); index += 1) {
    const difference = (own[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The dialect that an app of this version speaks. */
export function dialectOf(version: string): Dialect {
  if (atLeast(version, SINCE.split)) return 'split';
  return atLeast(version, SINCE.union) ? 'union' : 'create-only';
}

function numbersOf(version: string): number[] {
  return (VERSION.exec(version)?.[0] ?? '').split('.').map(Number);
}
