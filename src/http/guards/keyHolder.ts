import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../common/sha256.ts';
import type { CallerKey } from '../../config/values.ts';

/** Whom a key was given to. */
export interface Caller {
  readonly name: string;
  /** Whether this caller may only read. */
  readonly readOnly: boolean;
}

/**
 * Looks through all `keys` in any case: the time it takes tells nothing of which one was nearly right.
 * @returns whose key `presented` is; null if it is nobody's.
 */
export function callerOf(presented: string, keys: readonly CallerKey[]): Caller | null {
  const hash = sha256(presented);
  let caller: Caller | null = null;
  for (const key of keys) {
    if (timingSafeEqual(hash, key.hash)) caller = key;
  }
  return caller && { name: caller.name, readOnly: caller.readOnly };
}
