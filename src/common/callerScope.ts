import { LRUCache } from 'lru-cache';
import { sha256 } from './sha256.ts';

/** In characters of tokens. A caller sends many requests, and a hash takes as long as a hook of Yoga. */
const scopes = new LRUCache<string, string>({
  maxSize: 100_000,
  sizeCalculation: (_, name) => name.length + 1,
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
  const scope = scopes.get(caller) ?? sha256(caller).toString('base64url');
  scopes.set(caller, scope);
  return scope;
}
