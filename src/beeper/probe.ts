import type { Call } from './transport.ts';

/**
 * `GET /v1/info`: whether a server answers, and which version it is. It needs no token, and gets none, because the
 * server may not be Beeper. An app that is starting answers slowly.
 */
export const probe: Call = {
  method: 'GET',
  path: '/v1/info',
  effect: 'reads',
  token: null,
  deadlineMs: 3_000,
};
