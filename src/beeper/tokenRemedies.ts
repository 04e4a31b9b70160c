import type { Effect } from './operation.ts';
import { type KnownServer, placeIn } from './serverWords.ts';

/** Whose token was sent: the caller's own, or the gateway's for callers without one. */
export type TokenOwner = 'caller' | 'gateway';

interface Sent {
  readonly tokenOwner: TokenOwner;
  readonly server: KnownServer;
}

const settings = 'Settings → Developers → Approved connections';

/** Where tokens are created. */
const tokenPlaceIn = (server: KnownServer): string =>
  server.isBeeper === false ? placeIn(server) : `${placeIn(server)} (${settings})`;

/** @param kind the token to create, as in `a new token`. */
export const createToken = (kind: string, { tokenOwner, server }: Sent): string =>
  `Create ${kind} ${tokenPlaceIn(server)} and ${
    tokenOwner === 'gateway'
      ? 'set it as BEEPER_ACCESS_TOKEN at the gateway'
      : 'send it as "Authorization: Bearer …"'
  }.`;

export const missingTokenRemedy = (server: KnownServer): string =>
  `Send a token as "Authorization: Bearer …", or set BEEPER_ACCESS_TOKEN at the gateway. Tokens are created ${tokenPlaceIn(server)}.`;

/** Beeper answers 401 to a write with a token that reads well, if the token does not allow writes. */
export function rejectedTokenRemedy({ effect, ...sent }: Sent & { readonly effect: Effect }): string {
  return effect === 'reads'
    ? `The token may be wrong or have expired. ${createToken('a new token', sent)}`
    : `The token may be wrong, have expired, or be one without “Allow sensitive actions”, which can only read. ${createToken('a new token with “Allow sensitive actions”', sent)}`;
}
