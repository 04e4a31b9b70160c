import { typeBrandKey } from '@pothos/core';
import type { Failure } from '../failures.ts';

/**
 * @param changes replaces fields of the failure.
 * @returns a copy that a resolver can return as an object of its error type: graphql takes an Error for a failure of the field.
 */
export const errorObject = (failure: Failure, changes: Partial<Pick<Failure, 'retryable' | 'remedy'>> = {}) =>
  Object.assign({ message: failure.message }, failure, changes, { [typeBrandKey]: failure.constructor });
