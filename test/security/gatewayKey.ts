import { randomBytes } from 'node:crypto';
import { sha256 } from '../../src/common/sha256.ts';
import type { GatewayKey } from '../../src/config/values.ts';

/** @returns a new key for its holder, its parsed entry as the gateway stores it, and the entry as in GATEWAY_KEYS. */
export function newGatewayKey(name: string, { readOnly = false } = {}) {
  const key = randomBytes(32).toString('base64url');
  const stored: GatewayKey = { name, hash: sha256(key), readOnly };
  return { key, stored, entry: `${name}:${stored.hash.toString('hex')}${readOnly ? ':read' : ''}` };
}
