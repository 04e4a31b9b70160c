import type { Call } from './transport.ts';

/** Time in which a server must tell what it is. An app that is starting answers slowly. */
const probeTimeoutMs = 3_000;

export const infoPath = '/v1/info';

/** @returns when a probe that starts now must be answered, on the clock of `performance.now()`. */
export const probeDeadline = (): number => performance.now() + probeTimeoutMs;

/**
 * `GET /v1/info`: whether a server answers, and which version it is. It needs no token, and gets none, because the
 * server may not be Beeper.
 * @param until when to give up, at the latest.
 */
export const infoProbe = (until = Number.POSITIVE_INFINITY): Call => ({
  method: 'GET',
  path: infoPath,
  effect: 'reads',
  token: null,
  deadline: Math.min(until, probeDeadline()),
});

/** `GET /v1/accounts`: the cheapest call that needs a token. */
export const accountsProbe = (until: number, token: string | null = null): Call => ({
  ...infoProbe(until),
  path: '/v1/accounts',
  token,
});
