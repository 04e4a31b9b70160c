import { LRUCache } from 'lru-cache';
import { sha256 } from './sha256.ts';

/**
 * By caller, for a minute: a caller sends many requests, and one hash takes as long as several guards. The size is in
 * characters of tokens.
 */
const scopes = new LRUCache<string, string>({
  maxSize: 100_000,
  sizeCalculation: (_, caller) => caller.length + 1,
  ttl: 60_000,
});

/**
 * Tells callers apart: a caller is the holder of a gateway key together with a token for Beeper. Budgets and idempotency
 * keys belong to one caller.
 * @param keyHolder the name of the gateway key; null where the gateway requires none.
 * @param token null where there is none.
 * @returns a hash, safe to store.
 */
export function callerScope(keyHolder: string | null, token: string | null): string {
  // No token has a line feed. Without gateway keys the scope is that of earlier versions.
  const caller = keyHolder === null ? (token ?? '') : `${keyHolder}\n${token ?? ''}`;
  const known = scopes.get(caller);
  if (known !== undefined) return known;
  const scope = sha256(caller).toString('base64url');
  scopes.set(caller, scope);
  return scope;
}
