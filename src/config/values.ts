import { isIPv6 } from 'node:net';
import { z } from 'zod';

/** What the value of one setting may be. The messages follow upon the setting's name. */

/** An origin, as `http://127.0.0.1:23373`. */
export const beeperURL = z
  .string()
  .refine((text) => URL.canParse(text), 'must be a URL such as http://127.0.0.1:23373')
  .transform((text) => new URL(text))
  .refine(
    (url) => url.protocol === 'http:' || url.protocol === 'https:',
    'must begin with http:// or https://',
  )
  .refine((url) => url.username === '' && url.password === '', {
    message: 'must hold no credentials: put the token into BEEPER_ACCESS_TOKEN',
  })
  .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '', {
    message: 'must have no path, query or fragment: the gateway adds /v1/… itself',
  })
  .transform((url) => url.origin);

/** @returns the rule for a number from `minimum` to `maximum`, in digits. */
export const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, `must be from ${minimum} to ${maximum}`);

/** @returns the rule for one of `values`. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

/**
 * A fault names an entry by its place: what stands there may be a secret.
 * @param read gives null for an entry that is none of those that are `allowed`.
 * @returns the rule for a comma-separated list.
 */
export const listOf = <T>(read: (entry: string) => T | null, allowed: string) =>
  z.string().transform((text, context) => {
    const values = text.split(',').map((entry) => read(entry.trim()));
    values.forEach((value, index) => {
      const message = `must be ${allowed}, comma-separated; entry ${index + 1} is not`;
      if (value === null) context.addIssue({ code: 'custom', message });
    });
    return values.filter((value) => value !== null);
  });

/** @returns a name or address as it stands in a `Host` header, without the port; null for what can be none. */
export function toHostName(text: string): string | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1');
  // A zone, as in fe80::1%eth0, is the speaker's own business and in no header.
  if (isIPv6(bare)) return new URL(`http://[${bare.replace(/%.*$/, '')}]`).hostname;
  return /^[\w.-]+$/.test(text) ? text.toLowerCase() : null;
}

/** @returns `text` where it is an origin exactly as browsers write it, or else null. */
export const toOrigin = (text: string): string | null =>
  /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text ? text : null;

/** Whose key it is, and what is kept of the key itself. */
export interface GatewayKey {
  readonly name: string;
  /** SHA-256 of the key. */
  readonly hash: Buffer;
  readonly readOnly: boolean;
}

/** @returns an entry of GATEWAY_KEYS, read; null where it is none. */
export function toGatewayKey(text: string): GatewayKey | null {
  const [, name, hash, read] = /^([\w.-]{1,64}):([0-9a-f]{64})(:read)?$/i.exec(text) ?? [];
  return name && hash ? { name, hash: Buffer.from(hash, 'hex'), readOnly: read !== undefined } : null;
}
