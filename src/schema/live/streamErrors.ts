import * as failures from '../../failures.ts';
import { errorObject } from '../errorObject.ts';

/** The ways in which a subscription can fail. After one, it ends. */
export const streamFailures = [
  failures.InvalidInputFailure,
  failures.UnauthenticatedFailure,
  failures.ForbiddenFailure,
  failures.NotFoundFailure,
  failures.RateLimitedFailure,
  failures.UnavailableFailure,
  failures.UnsupportedFailure,
  failures.UpstreamFailure,
];

/**
 * @param types the error types of the union.
 * @returns what the field of an event resolves to: a failure as a member of the union.
 * @throws {Failure} one that the union does not have.
 */
export function toMember(event: object, types: readonly unknown[]): object {
  if (!(event instanceof failures.Failure)) return event;
  if (!types.includes(event.constructor)) throw event;
  return errorObject(event);
}
