import { z } from 'zod';

/**
 * The values that Beeper's replies are made of. Lenient, because apps of three years and other servers answer: a
 * field that is missing, null, of another type or an empty value in disguise ("" or a zero date) is null, and unknown
 * fields are passed over. Strict in one thing: what has no ID is nothing.
 */

/**
 * What `schema` reads, or null. Most fields are missing most of the time, so that is told first: for an error that
 * nobody looks at, zod takes longer than for all the rest of a chat.
 */
export const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .unknown()
    .optional()
    .transform((value) => readOrNull(schema, value));

/** As `orNull`, when it is called: for what is large and seldom asked for. */
export const later = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .unknown()
    .optional()
    .transform((value) => () => readOrNull(schema, value));

const readOrNull = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | null =>
  value === undefined || value === null || value === '' ? null : (schema.safeParse(value).data ?? null);

export const id = z.string().min(1);
export const text = orNull(z.string());
export const flag = orNull(z.boolean());
/** What a GraphQL Int holds. */
export const count = orNull(
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
);
export const number = orNull(z.number());
/** Codes are of no published set, and are logged: what is no plain word could be somebody's words, or a number. */
export const code = orNull(z.string().regex(/^(?=.*[A-Za-z])[\w.:-]{1,64}$/));

/** ISO 8601, or milliseconds. Go's zero time and the epoch stand for "no date" on some servers. */
export const aDate = z
  .union([z.string().min(1), z.number()])
  .transform((value) => new Date(value))
  .refine((value) => value.getTime() > 0);
export const date = orNull(aDate);

/** An object, or null where there is none. */
export const part = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => orNull(z.object(shape));

/** The items that can be read; an array is needed. */
export const readable = <Item extends z.ZodType>(item: Item) =>
  z.array(z.unknown()).transform((items) =>
    items.flatMap((candidate): z.output<Item>[] => {
      const parsed = item.safeParse(candidate);
      return parsed.success ? [parsed.data] : [];
    }),
  );

/** The items that can be read, or null where there is no list. */
export const list = <Item extends z.ZodType>(item: Item) => orNull(readable(item));

/** A map to a list of its entries. */
export const entries = <Value extends z.ZodType>(value: Value) =>
  orNull(
    z.record(z.string(), z.unknown()).transform((record) =>
      Object.entries(record).flatMap(([key, candidate]): { key: string; value: z.output<Value> }[] => {
        const parsed = value.safeParse(candidate);
        return parsed.success ? [{ key, value: parsed.data }] : [];
      }),
    ),
  );

export const size = part({ width: number, height: number });
