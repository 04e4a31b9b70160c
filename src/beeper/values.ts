import { collectorNow, countDropped, whileCollecting } from './dropped.ts';
import { type Fields, isObject, object } from './objectReader.ts';
import { type LenientReader, map, orNull, type Reader, unreadable } from './reader.ts';

/**
 * Readers for the values in Beeper's answers. They are lenient, because apps of several years and other servers answer: a
 * field that is missing, null, of another type or a stand-in for "no value" is null, and unknown fields are ignored.
 * Stand-ins are "", a zero date, 0 for something that can't be 0 (a size, a duration, a limit), and an object without any
 * value. Only an ID must be present. Items of a list that can't be read are dropped and counted.
 */

export const string: Reader<string> = (value) => (typeof value === 'string' ? value : unreadable);
export const filledString: Reader<string> = (value) =>
  typeof value === 'string' && value !== '' ? value : unreadable;
export const boolean: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : unreadable);
/** JSON can hold 1e400, which is parsed as infinity. */
export const number: Reader<number> = (value) => (isFiniteNumber(value) ? value : unreadable);
export const integer: Reader<number> = (value) => (isInteger(value) ? value : unreadable);
export const anything: LenientReader<unknown> = (value) => value;

/** One of these words. */
export const oneOf =
  <const Word extends string>(...words: Word[]): Reader<Word> =>
  (value) =>
    words.find((word) => word === value) ?? unreadable;

/**
 * An ID, a sort key or a cursor. Over the years Beeper has sent some of them as numbers and as text: a number is read as
 * its decimal text.
 */
export const id: Reader<string> = (value) => (isFiniteNumber(value) ? toDecimal(value) : filledString(value));
/** As `id`, or null. */
export const key = orNull(id);
export const text = orNull(string);
export const flag = orNull(boolean);
/** Not negative, and within the range of a GraphQL Int. */
export const count = orNull(integerFrom(0));
/** As `count`, for what can't be 0: some servers send 0 for a limit or a total that is not known. */
export const positiveCount = orNull(integerFrom(1));
/** A size or a duration; 0 stands for an unknown one. */
export const measure = orNull(map(number, (found) => (found > 0 ? found : unreadable)));
/** Error codes are logged, so anything that may be or hold a number or text of a person is not taken for a code. */
export const code = orNull(
  map(string, (found) => (/^(?=.*[A-Za-z])(?!(?:\D*\d){7})[\w.:-]{1,64}$/.test(found) ? found : unreadable)),
);

/** ISO 8601, or milliseconds. Go's zero time and the epoch mean "no date" on some servers. */
export const presentDate: Reader<Date> = (value) => {
  if (typeof value !== 'string' && !isFiniteNumber(value)) return unreadable;
  const found = new Date(value);
  return found.getTime() > 0 ? found : unreadable;
};
export const date = orNull(presentDate);
/** A stand-in for "no date", which is null. */
export const noDate: Reader<null> = (value) => {
  if (value === '') return null;
  if (typeof value !== 'string' && !isFiniteNumber(value)) return unreadable;
  return new Date(value).getTime() <= 0 ? null : unreadable;
};

/** An object, or null where none of its fields has a value. */
export const part = <F extends Fields>(fields: F) => orNull(map(object(fields), unlessEmpty));

export const unlessEmpty = <T extends object>(fields: T): T | typeof unreadable =>
  Object.values(fields).some((value) => value !== null) ? fields : unreadable;

/** A function that reads as `orNull` does when it is first called: for large values that are rarely selected. */
export function later<T>(read: Reader<T>): LenientReader<() => T | null> {
  const readOrNull = orNull(read);
  return (value) => {
    const collector = collectorNow();
    let found: { readonly value: T | null } | undefined;
    return () => {
      found ??= { value: whileCollecting(collector, () => readOrNull(value)) };
      return found.value;
    };
  };
}

/**
 * An array without the items that can't be read.
 * @param kind names the items in the log when some are dropped.
 */
export const readable =
  <Item>(kind: string, read: Reader<Item>): Reader<Item[]> =>
  (value) => {
    if (!Array.isArray(value)) return unreadable;
    const items: Item[] = [];
    for (const candidate of value) {
      const found = read(candidate);
      if (found === unreadable) countDropped(kind);
      else items.push(found);
    }
    return items;
  };

/** As `readable`, or null where there is no array. */
export const list = <Item>(kind: string, read: Reader<Item>) => orNull(readable(kind, read));

/** The entries of a map that can be read. An entry that is null says nothing, so it does not count as dropped. */
export const readableEntries =
  <Value>(kind: string, read: Reader<Value>): Reader<{ key: string; value: Value }[]> =>
  (value) => {
    if (!isObject(value)) return unreadable;
    const entries: { key: string; value: Value }[] = [];
    for (const [key, candidate] of ownEntries(value)) {
      const found = read(candidate);
      if (found !== unreadable) entries.push({ key, value: found });
      else if (candidate !== null) countDropped(kind);
    }
    return entries;
  };

/** As `readableEntries`, or null where there is no map. */
export const entries = <Value>(kind: string, read: Reader<Value>) => orNull(readableEntries(kind, read));

/** A map, if all of its values can be read. */
export const record =
  <Value>(read: Reader<Value>): Reader<Record<string, Value>> =>
  (value) => {
    if (!isObject(value)) return unreadable;
    const found: Record<string, Value> = {};
    for (const [key, candidate] of ownEntries(value)) {
      const value = read(candidate);
      if (value === unreadable) return unreadable;
      found[key] = value;
    }
    return found;
  };

/** Without `__proto__`, which JSON can hold as any other name, and which would set the prototype of a copy. */
const ownEntries = (map: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(map).filter(([key]) => key !== '__proto__');

export const size = part({ width: measure, height: measure });

function integerFrom(min: 0 | 1): Reader<number> {
  return map(integer, (found) => (found >= min && found <= 2 ** 31 - 1 ? found : unreadable));
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** Without an exponent, which `String` writes from 1e21 on. */
function toDecimal(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}
