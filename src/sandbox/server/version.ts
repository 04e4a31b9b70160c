/** The three ways in which Beeper Desktop has let clients create chats, oldest first. */
export type Dialect = 'create-only' | 'union' | 'split';

/** The app versions that changed the API. Each constant is the first version with the change. */
export const sinceVersion = {
  /** The version header on responses. */
  versionHeader: '4.1.239',
  /** Attachments, and edits of messages. */
  files: '4.2.499',
  /** GET /v1/assets/serve. */
  serve: '4.2.509',
  /** GET /v1/info, reactions, events, and `mode: "start"` on POST /v1/chats. */
  union: '4.2.557',
  /** `bridge` and `network` on accounts. */
  accountBridge: '4.2.785',
  /**
   * POST /v1/chats/start, complete chats in responses, opaque message cursors, more fields on chats, and the routes of one
   * message and of the state of a chat.
   */
  split: '4.2.808',
  /** `status` on accounts, and GET /v1/accounts/{accountID}. */
  accountStatus: '4.3.0',
  /** Events about the app itself. */
  appState: '4.3.0',
  /** Merged chats, labels, and `limit` of GET /v1/chats. Newer than 4.3.0; no source names the version. */
  mergedChats: '4.3.1',
} as const;

const versionFormat = /^\d+(\.\d+){1,3}/;

/** Whether the text starts with an app version, as `4.3.73` and `4.3.73-beta.1` do. */
export function isVersion(text: string): boolean {
  return versionFormat.test(text);
}

/**
 * Whether `version` is `first` or newer. Compares number by number: 4.3.0 is newer than 4.2.808. A version in an
 * unknown format counts as the newest, because only a future app could have one.
 */
export function atLeast(version: string, first: string): boolean {
  if (!isVersion(version)) return true;
  const own = numbersOf(version);
  const other = numbersOf(first);
  for (let index = 0; index < Math.max(own.length, other.length); index++) {
    const difference = (own[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

export function dialectOf(version: string): Dialect {
  if (atLeast(version, sinceVersion.split)) return 'split';
  return atLeast(version, sinceVersion.union) ? 'union' : 'create-only';
}

function numbersOf(version: string): number[] {
  return (versionFormat.exec(version)?.[0] ?? '').split('.').map(Number);
}
