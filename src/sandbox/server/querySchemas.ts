import * as z from 'zod';

// Values of a query arrive as text, so each schema converts.

export const booleanText = z.enum(['true', 'false']).transform((text) => text === 'true');

export const integerText = z
  .string()
  .regex(/^-?\d+$/, 'Expected an integer')
  .transform(Number);

/** An ISO 8601 date and time with its zone, converted to milliseconds since 1970. */
export const timeText = z.iso.datetime({ offset: true }).transform((time) => Date.parse(time));

/** The parameters of every paged list. */
export const pageParams = {
  cursor: z.string().optional(),
  direction: z.enum(['before', 'after']).optional(),
};

export const limitParam = (max: number, defaultLimit: number) =>
  integerText.pipe(z.number().min(1).max(max)).default(defaultLimit);
