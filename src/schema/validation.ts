import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { isCursor } from '../resolvers/paging.ts';

/** The rules for single input values: what is refused before Beeper is asked, and what is sent instead of what. */

const broken = (code: string, message: string) => ({ message, params: { code } });

/** A Beeper ID: opaque, but it must survive as one segment of a URL path. */
export const idSchema = z
  .string()
  .refine((id) => id.trim() !== '', broken('empty', 'An ID must not be empty.'))
  .refine((id) => !/\p{Cc}/u.test(id), broken('control_character', 'An ID must not hold control characters.'))
  .refine((id) => id.isWellFormed(), broken('malformed_unicode', 'An ID must be well-formed Unicode.'))
  .refine((id) => id !== '.' && id !== '..', broken('not_an_id', '"." and ".." are not IDs.'));

/** A list of IDs that is given: at least one, each once. */
export const idListSchema = z
  .array(idSchema)
  .min(1, { error: 'At least one ID is needed.' })
  .superRefine((ids, context) => {
    const seen = new Set<string>();
    ids.forEach((id, index) => {
      if (!seen.has(id)) {
        seen.add(id);
        return;
      }
      context.addIssue({
        code: 'custom',
        path: [index],
        ...broken('duplicate', 'This ID is named before already.'),
      });
    });
  });

/** A title, a message, a name: whoever gives one means something by it. */
export const nonBlankText = z
  .string()
  .refine(
    (text) => text.trim() !== '',
    broken('blank', 'Text that is given must not be blank; leave it out instead.'),
  );

export const emailSchema = z.email({ error: 'This is not an e-mail address.' });

/**
 * E.164 where the number can be read (`+1 555 010-1002` is sent as `+15550101002`); as typed where it does not begin
 * with `+`, since only the network knows the country then.
 */
export const phoneNumberSchema = nonBlankText.transform((typed, context) => {
  const number = parsePhoneNumberFromString(typed, { extract: false });
  if (number?.isPossible()) return number.number as string;
  if (!typed.trim().startsWith('+')) return typed;
  context.addIssue({
    code: 'custom',
    ...broken(
      'invalid_phone_number',
      'This is not a phone number: after "+" come the country code and the whole number, as in +15550101002.',
    ),
  });
  return z.NEVER;
});

/** A merged contact: `fullName` only ranks candidates, so something else must identify the person. */
export const hasIdentifier: [(contact: Record<string, unknown>) => boolean, ReturnType<typeof broken>] = [
  ({ id, email, phoneNumber, username }) =>
    [id, email, phoneNumber, username].some((identifier) => identifier != null),
  broken('missing_identifier', 'At least one of id, email, phoneNumber and username is needed.'),
];

/** What a caller names one write by: long enough to be random, and fit for any header or store. */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{8,255}$/, 'An idempotency key has 8 to 255 visible ASCII characters; take a UUID.');

/** How many items a list is asked for at once. */
export const maxPageSize = 200;
export const pageSizeSchema = z
  .int()
  .min(1, { error: 'At least 1 must be asked for.' })
  .max(maxPageSize, { error: `At most ${maxPageSize} can be asked for at once.` });

/** A cursor that one of our lists gave out. */
export const cursorSchema = z
  .string()
  .refine(
    isCursor,
    broken('invalid_cursor', 'This is not a cursor of this list: take one from `pageInfo` or `edges`.'),
  );

interface Paging {
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

type PagingRule = [(args: Paging) => boolean, ReturnType<typeof broken> & { path: string[] }];

/** Walking back is from a place on: `last` and `before` come together, and without `after`. */
export const singleDirection: PagingRule[] = [
  [
    ({ last, before }) => last == null || before != null,
    {
      path: ['before'],
      ...broken('missing_before', '`last` needs `before`: the place from which to go back.'),
    },
  ],
  [
    ({ last, before }) => before == null || last != null,
    { path: ['last'], ...broken('missing_last', '`before` needs `last`: how many to go back.') },
  ],
  [
    ({ before, after }) => before == null || after == null,
    { path: ['after'], ...broken('two_directions', '`after` and `before` exclude each other.') },
  ],
];
