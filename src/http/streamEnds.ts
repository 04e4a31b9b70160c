import { UnauthenticatedFailure, UnavailableFailure } from '../failures.ts';

/** @returns why subscriptions end with the gateway. */
export const shutDown = (): UnavailableFailure =>
  new UnavailableFailure('The gateway is shutting down.', {
    remedy: 'Subscribe again in a second, with the `position` of the last event as `after`.',
    retryAfterSeconds: 1,
  });

/** @returns why the subscriptions of a gateway key end that was removed. */
export const keyRemoved = (): UnauthenticatedFailure =>
  new UnauthenticatedFailure('The key in the header x-gateway-key is no longer valid for this gateway.', {
    remedy: 'Ask the operator of the gateway for a key.',
  });
