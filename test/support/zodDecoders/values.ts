import { z } from 'zod';
import { collectorNow, countDropped, whileCollecting } from '../../../src/beeper/dropped.ts';

/**
 * Schemas for the values in Beeper's answers. They are lenient, because apps of several years and other servers
 * answer: a field that is missing, null, of another type or a stand-in for "no value" is null, and unknown fields are
 * ignored. Stand-ins are "", a zero date, 0 for something that can't be 0 (a size, a duration, a limit), and an object
 * without any value. Only an ID must be present. Items of a list that can't be read are dropped and counted.
 */

/**
 * What `schema` reads, or null. Most fields are missing most of the time, so a missing value is recognized before zod
 * parses it: building an error that nobody reads takes zod longer than the rest of a chat.
 */
export const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .unknown()
    .optional()
    .transform((value) => readOrNull(schema, value));

/** A function that reads as `orNull` does when it is first called: for large values that are rarely selected. */
export const later = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .unknown()
    .optional()
    .transform((value) => {
      const collector = collectorNow();
      let read: { readonly value: z.output<Schema> | null } | undefined;
      return () => {
        read ??= { value: whileCollecting(collector, () => readOrNull(schema, value)) };
        return read.value;
      };
    });

const readOrNull = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | null =>
  value === undefined || value === null || value === '' ? null : (schema.safeParse(value).data ?? null);

/**
 * An ID, a sort key or a cursor. Over the years Beeper has sent some of them as numbers and as text: a number is read as
 * its decimal text.
 */
export const id = z.union([z.string().min(1), z.number().transform(toDecimal)]);
/** As `id`, or null. */
export const key = orNull(id);
export const text = orNull(z.string());
export const flag = orNull(z.boolean());
/** Not negative, and within the range of a GraphQL Int. */
export const count = orNull(
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
);
/** As `count`, for what can't be 0: some servers send 0 for a limit or a total that is not known. */
export const positiveCount = orNull(
  z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
);
/** A size or a duration; 0 stands for an unknown one. */
export const measure = orNull(z.number().positive());
/** Error codes are logged, so anything that may be a number or text of a person is not taken for a code. */
export const code = orNull(z.string().regex(/^(?=.*[A-Za-z])[\w.:-]{1,64}$/));

/** ISO 8601, or milliseconds. Go's zero time and the epoch mean "no date" on some servers. */
export const dateSchema = z
  .union([z.string().min(1), z.number()])
  .transform((value) => new Date(value))
  .refine((value) => value.getTime() > 0);
export const date = orNull(dateSchema);
/** A stand-in for "no date", which is null. */
export const noDate = z
  .union([z.string(), z.number()])
  .refine((value) => value === '' || new Date(value).getTime() <= 0)
  .transform(() => null);

/** An object, or null where none of its fields has a value. */
export const part = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  orNull(z.object(shape).refine(hasValue));

export const hasValue = (fields: object): boolean => Object.values(fields).some((value) => value !== null);

/**
 * An array without the items that can't be read.
 * @param kind names the items in the log when some are dropped.
 */
export const readable = <Item extends z.ZodType>(kind: string, item: Item) =>
  z.array(z.unknown()).transform((items) =>
    items.flatMap((candidate): z.output<Item>[] => {
      const parsed = item.safeParse(candidate);
      if (parsed.success) return [parsed.data];
      countDropped(kind);
      return [];
    }),
  );

/** As `readable`, or null where there is no array. */
export const list = <Item extends z.ZodType>(kind: string, item: Item) => orNull(readable(kind, item));

/** The entries of a map that can be read. An entry that is null says nothing, so it does not count as dropped. */
export const readableEntries = <Value extends z.ZodType>(kind: string, value: Value) =>
  z.record(z.string(), z.unknown()).transform((record) =>
    Object.entries(record).flatMap(([key, candidate]): { key: string; value: z.output<Value> }[] => {
      const parsed = value.safeParse(candidate);
      if (parsed.success) return [{ key, value: parsed.data }];
      if (candidate !== null) countDropped(kind);
      return [];
    }),
  );

/** As `readableEntries`, or null where there is no map. */
export const entries = <Value extends z.ZodType>(kind: string, value: Value) =>
  orNull(readableEntries(kind, value));

export const size = part({ width: measure, height: measure });

/** @returns a function from a body to what `schema` reads, or null. */
export const reader =
  <T>(schema: z.ZodType<T>) =>
  (body: unknown): T | null =>
    schema.safeParse(body).data ?? null;

/** Without an exponent, which `String` writes from 1e21 on. */
function toDecimal(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}
