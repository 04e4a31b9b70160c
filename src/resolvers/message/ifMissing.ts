import { NotFoundFailure } from '../../failures.ts';

/** @returns a handler that puts `value` in the place of a chat that is gone: a merged chat can name one. */
export const ifMissing =
  <Value>(value: Value) =>
  (failure: unknown): Value => {
    if (!(failure instanceof NotFoundFailure)) throw failure;
    return value;
  };
