import { createHash, randomBytes } from 'node:crypto';
import type { GatewayKey } from '../../src/config/values.ts';

/** A new key as its caller has it, and what the gateway keeps of it: read, and as GATEWAY_KEYS holds it. */
export function aKey(name: string, { readOnly = false } = {}) {
  const key = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(key).digest();
  const kept: GatewayKey = { name, hash, readOnly };
  return { key, kept, entry: `${name}:${hash.toString('hex')}${readOnly ? ':read' : ''}` };
}
