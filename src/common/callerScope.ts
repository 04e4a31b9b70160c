import { sha256 } from './sha256.ts';

/**
 * Tells callers apart: a caller is the holder of a gateway key together with a token for Beeper. Budgets and idempotency
 * keys belong to one caller.
 * @param keyHolder the name of the gateway key; null where the gateway requires none.
 * @param token null where there is none.
 * @returns a hash, safe to store.
 */
export function callerScope(keyHolder: string | null, token: string | null): string {
  // No token has a line feed. Without gateway keys the scope is that of earlier versions.
  return sha256(keyHolder === null ? (token ?? '') : `${keyHolder}\n${token ?? ''}`).toString('base64url');
}
