import type { IncomingHttpHeaders } from 'node:http';
import { tokenOf } from '../../common/bearer.ts';

/** The headers that say who calls. */
export interface Credentials {
  readonly authorization?: string;
  readonly 'x-gateway-key'?: string;
}

/**
 * Browsers can't set the headers of a handshake, so the message `connection_init` can have them. What it has takes
 * precedence: a proxy or a browser may add an `Authorization` of its own to a handshake.
 * @param params the payload of `connection_init`.
 * @returns the credentials of a connection; null if its token is malformed.
 */
export function credentialsOf(headers: IncomingHttpHeaders, params: unknown): Credentials | null {
  const given = valueIn(params, 'authorization');
  if (given !== undefined && (typeof given !== 'string' || tokenOf(given, null) === null)) return null;
  const authorization = given ?? headers.authorization;
  // A header without a bearer token counts as none, as in every request.
  if (authorization !== undefined && tokenOf(authorization, 'none') === null) return null;
  const key = valueIn(params, 'x-gateway-key') ?? headers['x-gateway-key'];
  return {
    ...(authorization !== undefined && { authorization }),
    ...(key !== undefined && { 'x-gateway-key': isHeaderValue(key) ? key : '' }),
  };
}

const isHeaderValue = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);

/**
 * Looks for a value at the places where clients have it: at the top, in `headers`, and both below `connectionParams`, as
 * Apollo Router sends it.
 * @param name in lower case; names in `params` have any case.
 * @returns undefined for none, and for an empty one.
 */
function valueIn(params: unknown, name: string): unknown {
  const { connectionParams } = toObject(params);
  for (const place of [params, connectionParams])
    for (const part of [place, toObject(place).headers])
      for (const [key, value] of Object.entries(toObject(part)))
        if (key.toLowerCase() === name && value != null && value !== '') return value;
  return undefined;
}

const toObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
