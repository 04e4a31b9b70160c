import { isIPv6 } from 'node:net';
import * as z from 'zod';
import { maxFaultyEntries } from './fewIssues.ts';

/** Rules for the value of a setting. Error messages follow the name of the setting. */

/** An origin such as `http://127.0.0.1:23373`. */
export const beeperURL = z
  .string()
  .refine((text) => URL.canParse(text), 'must be a URL such as http://127.0.0.1:23373')
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === 'http:' || url.protocol === 'https:', {
    message: 'must start with http:// or https://',
    // Of `localhost:23373`, the scheme is `localhost`, and the rest a path.
    abort: true,
  })
  .refine((url) => url.username === '' && url.password === '', {
    message: 'must not contain credentials: set BEEPER_ACCESS_TOKEN instead',
  })
  .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '', {
    message: 'must not have a path, query or fragment: the gateway adds /v1/…',
  })
  .transform((url) => url.origin);

/**
 * Paths are compared with that of a request byte by byte. So they have only characters that no client escapes, and no `.`
 * or `..`, which clients resolve.
 */
const plainPath = /^(\/(?!\.{1,2}(\/|$))[\w.~-]+)+$/;

export const graphqlPath = z
  .string()
  .regex(
    plainPath,
    'must be a path such as /graphql or /api/graphql: it starts with a slash, does not end with one, and its parts consist of letters, digits and -._~',
  )
  .refine((path) => path !== '/health' && path !== '/ready', {
    message: 'must not be /health or /ready: the gateway serves its health there',
  })
  .refine((path) => !isPathOfFiles(path), {
    message: 'must not be /assets or /uploads or below them: the gateway serves files there',
  });

/** @returns whether files of chats are served at `path`, where `base` is the path of GATEWAY_PUBLIC_URL. */
export const isPathOfFiles = (path: string, base = ''): boolean =>
  path.startsWith(base) && /^\/(assets|uploads)(\/|$)/.test(path.slice(base.length));

/** A URL at which clients reach the gateway, such as `https://gateway.example/chats`. The result does not end with a slash. */
export const publicURL = z
  .string()
  .refine((text) => URL.canParse(text), 'must be a URL such as https://gateway.example')
  .transform((text) => new URL(text))
  .refine(
    (url) => url.protocol === 'http:' || url.protocol === 'https:',
    'must start with http:// or https://',
  )
  .refine((url) => url.username === '' && url.password === '', 'must not contain credentials')
  .refine((url) => url.search === '' && url.hash === '', 'must not have a query or fragment')
  .transform((url) => ({ origin: url.origin, path: url.pathname.replace(/\/+$/, '') }))
  .refine(({ path }) => path === '' || plainPath.test(path), {
    message:
      'must have no path, or one whose parts consist of letters, digits and -._~, as in https://example.com/chats',
  })
  .transform(({ origin, path }) => origin + path);

/** Hexadecimal digits have half the bits of base64, so 32 bytes need 64 of them. */
export const assetSecret = z
  .string()
  .regex(
    /^(?![\da-f]{0,63}$)[\w+/-]{43,1024}={0,2}$/i,
    'must be 32 or more random bytes in base64, base64url or hexadecimal digits, at most 1024 characters: create them with `openssl rand -base64 32`',
  );

/** @returns the rule for a whole number from `minimum` to `maximum`, in decimal digits. */
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
 * Error messages give the position of an entry, not its text, which can be a secret.
 * @param read returns null for an entry that is not allowed.
 * @param entries what the list contains, in the plural.
 * @returns the rule for a comma-separated list.
 */
export const listOf = <T>(read: (entry: string) => T | null, entries: string) =>
  z.string().transform((text, context) => {
    const list = text.split(',');
    const values: T[] = [];
    let faulty = 0;
    for (const [index, entry] of list.entries()) {
      const value = read(entry.trim());
      if (value !== null) {
        values.push(value);
        continue;
      }
      const message = `must be a comma-separated list of ${entries}; entry ${index + 1} is not valid`;
      context.addIssue({ code: 'custom', message });
      faulty++;
      if (faulty < maxFaultyEntries) continue;
      const rest = `was not checked after entry ${index + 1} of ${list.length}`;
      context.addIssue({ code: 'custom', message: rest });
      break;
    }
    return values;
  });

/** @returns a host name or IP address as in a `Host` header, without a port; null if it is neither. */
export function toHostName(text: string): string | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1');
  // A zone ID, as in fe80::1%eth0, is local to a machine and not sent in `Host`.
  if (isIPv6(bare)) return new URL(`http://[${bare.replace(/%.*$/, '')}]`).hostname;
  return /^[\w.-]+$/.test(text) ? text.toLowerCase() : null;
}

/** @returns `text` if it is an origin in the form that browsers send, otherwise null. */
export const toOrigin = (text: string): string | null =>
  (/^https?:/.test(text) ? isWebOrigin(text) : isAppOrigin(text)) ? text : null;

const isWebOrigin = (text: string): boolean =>
  !text.includes('*') && URL.canParse(text) && new URL(text).origin === text;

/**
 * Pages of desktop and mobile apps and of browser extensions have schemes of their own, for which `URL.origin` is
 * "null". The case of their host is kept: it is part of some extensions' IDs. Pages of files send `null` or `file://`,
 * and the other schemes of the web have no pages.
 */
const isAppOrigin = (text: string): boolean =>
  /^[a-z][a-z\d+.-]*:\/\/[\w.-]+(:[1-9]\d{0,4})?$/.test(text) && !/^(file|ftp|wss?):/.test(text);

/** @returns a header name, or the start of one followed by `*`, in lower case; null for anything else. */
export const toHeaderPattern = (text: string): string | null =>
  /^[\w!#$%&'+.^`|~-]+\*?$/.test(text) ? text.toLowerCase() : null;

/** An entry of GATEWAY_KEYS. The key itself is not stored. */
export interface GatewayKey {
  /** Who holds the key. */
  readonly name: string;
  /** SHA-256 of the key. */
  readonly hash: Buffer;
  readonly readOnly: boolean;
}

/** @returns the parsed entry of GATEWAY_KEYS, or null if it is malformed. */
export function toGatewayKey(text: string): GatewayKey | null {
  const [, name, hash, read] = /^([\w.-]{1,64}):([0-9a-f]{64})(:read)?$/i.exec(text) ?? [];
  return name && hash ? { name, hash: Buffer.from(hash, 'hex'), readOnly: read !== undefined } : null;
}
