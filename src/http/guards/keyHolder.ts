import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../common/sha256.ts';
import type { GatewayKey } from '../../config/values.ts';

/** The client that a gateway key was issued to. */
export interface KeyHolder {
  readonly name: string;
  /** Whether the key allows queries only. */
  readonly readOnly: boolean;
  /** SHA-256 of the key, which tells it from a later one with the same name. */
  readonly hash: Buffer;
}

/**
 * Compares with every key in constant time: the duration does not depend on which key matches, or nearly matches.
 * @returns the holder of the key `presented`, or null if it is not one of `keys`.
 */
export function keyHolderOf(presented: string, keys: readonly GatewayKey[]): KeyHolder | null {
  const hash = sha256(presented);
  let holder: KeyHolder | null = null;
  for (const key of keys) {
    if (timingSafeEqual(hash, key.hash)) holder = key;
  }
  return holder && { name: holder.name, readOnly: holder.readOnly, hash: holder.hash };
}

/** @returns whether one of `keys` is the very key of the holder; true for callers that needed none. */
export const isInForce = (holder: KeyHolder | null, keys: readonly GatewayKey[]): boolean =>
  holder === null || keys.some(({ hash }) => hash.equals(holder.hash));

/**
 * @param hash of the key, in base64url; null for a caller that needed none.
 * @param changes whether it is used for more than reading.
 * @returns whether a key with this hash is in force, or none is required.
 */
export const mayUse = (hash: string | null, changes: boolean, keys: readonly GatewayKey[]): boolean =>
  keys.length === 0 ||
  keys.some((key) => key.hash.toString('base64url') === hash && !(changes && key.readOnly));
