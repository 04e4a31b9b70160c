import { LRUCache } from 'lru-cache';
import type { TransferAnswer } from '../beeper/assets/transfers.ts';
import { entryLimit } from '../common/entryLimit.ts';
import { sha256 } from '../common/sha256.ts';
import type { FileKind } from './contentType.ts';
import type { AssetPermission } from './permissions.ts';

/** The kind of a file that was looked at before. */
export interface KnownKind {
  readonly kind: FileKind;
  /** Changes with the file. */
  readonly version: string;
}

/** What files are, for requests that do not load their beginning: a film is loaded in many parts. */
export interface Kinds {
  get(permission: AssetPermission): KnownKind | undefined;
  set(permission: AssetPermission, known: KnownKind): void;
}

/** An entry has about 300 bytes. */
const maxFiles = 10_000;

export function createKinds(): Kinds {
  const kinds = new LRUCache<string, KnownKind>(entryLimit(maxFiles));
  // No token has a line feed.
  const keyOf = ({ token, url }: AssetPermission) => sha256(`${token ?? ''}\n${url}`).toString('base64url');
  return {
    get: (permission) => kinds.get(keyOf(permission)),
    set: (permission, known) => kinds.set(keyOf(permission), known),
  };
}

/** @returns what tells a file from a later one at the same URL. */
export const versionOf = ({ header }: Pick<TransferAnswer, 'header'>, total: number | null): string =>
  JSON.stringify([header('etag'), header('last-modified'), total]);
