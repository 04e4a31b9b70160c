import type { Call } from './transport.ts';

/** Time in which a server must tell what it is. An app that is starting answers slowly. */
export const probeDeadlineMs = 3_000;

/**
 * `GET /v1/info`: whether a server answers, and which version it is. It needs no token, and gets none, because the
 * server may not be Beeper.
 */
export const probe: Call = {
  method: 'GET',
  path: '/v1/info',
  effect: 'reads',
  token: null,
  deadlineMs: probeDeadlineMs,
};

/** `GET /v1/accounts`: the cheapest call that needs a token. */
export const accountsProbe: Call = { ...probe, path: '/v1/accounts' };
