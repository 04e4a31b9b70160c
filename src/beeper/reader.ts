/**
 * Readers turn a value of Beeper's JSON into a value of the gateway. A schema library would do, but it builds a report of
 * what is wrong with a value, which nobody reads here, and takes eight times as long.
 */

/** What a reader returns for a value that it can't read. Null and `undefined` are values. */
export const unreadable: unique symbol = Symbol('unreadable');

export type Reader<T> = (value: unknown) => T | typeof unreadable;

/** A reader of every value: what can't be read has a value of its own, as a rule null. */
export type LenientReader<T> = (value: unknown) => T;

/** What a reader reads. */
export type ReadBy<R extends Reader<unknown>> = Exclude<ReturnType<R>, typeof unreadable>;

/** What the first of `readers` reads that can. */
export function union<R extends Reader<unknown>[]>(...readers: R): Reader<ReadBy<R[number]>> {
  return (value) => {
    for (const read of readers) {
      const found = read(value);
      if (found !== unreadable) return found as ReadBy<R[number]>;
    }
    return unreadable;
  };
}

/** @param to may return `unreadable`. */
export const map =
  <From, To>(read: Reader<From>, to: (found: From) => To | typeof unreadable): Reader<To> =>
  (value) => {
    const found = read(value);
    return found === unreadable ? unreadable : to(found);
  };

/** What `read` reads, or null. Most fields are missing most of the time. */
export const orNull =
  <T>(read: Reader<T>): LenientReader<T | null> =>
  (value) => {
    if (value === undefined || value === null || value === '') return null;
    const found = read(value);
    return found === unreadable ? null : found;
  };

/** @returns a function from a body to what `read` reads, or null. */
export const decoder =
  <T>(read: Reader<T>) =>
  (body: unknown): T | null => {
    const found = read(body);
    return found === unreadable ? null : found;
  };
