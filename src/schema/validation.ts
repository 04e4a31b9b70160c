import { z } from 'zod';
import { isCursor } from '../resolvers/paging/cursor.ts';
import { isBlank, trimInvisible } from './characters.ts';
import { normalizePhoneNumber } from './phoneNumber.ts';

/** Rules for single input values, checked before Beeper is called. Some also normalize the value. */

/** @returns what zod reports for a broken rule; clients get `code` and `message` in `issues`. */
const rule = (code: string, message: string) => ({ message, params: { code } });

/**
 * The base of every rule for text. A lone surrogate can't be encoded as UTF-8: a person would receive U+FFFD instead.
 * @param what the subject of the error message.
 */
const wellFormed = (what: string) =>
  z.string().refine((text) => text.isWellFormed(), {
    abort: true,
    ...rule('malformed_unicode', `${what} must be well-formed Unicode.`),
  });

/** What Beeper's routes have in the place of an ID, as in `/v1/chats/search`. Some routers ignore case. */
const isRouteWord = (id: string): boolean => /^(search|start)$/i.test(id);

/** A Beeper ID is opaque, but must be usable as one segment of a URL path. */
export const idSchema = wellFormed('An ID')
  .refine((id) => !isBlank(id), rule('empty', 'An ID must not be empty.'))
  .refine(
    (id) => !/\p{Cc}/u.test(id),
    rule('control_character', 'An ID must not contain control characters.'),
  )
  .refine((id) => id !== '.' && id !== '..', rule('not_an_id', '"." and ".." are not valid IDs.'))
  .refine(
    (id) => !isRouteWord(id),
    rule('route_word', '"search" and "start" are words of Beeper’s API and not valid IDs.'),
  );

export const idListSchema = z
  .array(idSchema)
  .min(1, { error: 'At least one ID is required.' })
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
        ...rule('duplicate', 'The list already contains this ID.'),
      });
    });
  });

export const nonBlankText = wellFormed('The text').refine(
  (text) => !isBlank(text),
  rule('blank', 'The text must not be blank. Omit it instead.'),
);

/** Networks spell usernames with or without `@`, so a leading `@` is kept. */
export const usernameSchema = nonBlankText.transform(trimInvisible);

/** Only Beeper knows which addresses exist. Mail servers accept more than any pattern for addresses. */
export const emailSchema = wellFormed('An email address')
  .transform(trimInvisible)
  .refine(
    (email) => /.@./s.test(email) && !/[\s\p{Cc}]/u.test(email),
    rule('invalid_format', 'This is not a valid email address. It must have an "@" and no white space.'),
  );

export const phoneNumberSchema = nonBlankText.transform((typed, context) => {
  const number = normalizePhoneNumber(typed);
  if (number !== null) return number;
  context.addIssue({
    code: 'custom',
    ...rule(
      'invalid_phone_number',
      'This is not a valid phone number. It must have at least 3 digits and no letters. Start with "+" and the country code, such as +15550101002; spaces and punctuation are allowed.',
    ),
  });
  return z.NEVER;
});

/** `fullName` does not count: Beeper only ranks candidates by it. */
export const hasIdentifier: [(contact: Record<string, unknown>) => boolean, ReturnType<typeof rule>] = [
  ({ id, email, phoneNumber, username }) =>
    [id, email, phoneNumber, username].some((identifier) => identifier != null),
  rule('missing_identifier', 'At least one of id, email, phoneNumber and username is required.'),
];

/** Long enough to be random, and without characters that a header or a store would have to escape. */
export const idempotencyKeySchema = wellFormed('An idempotency key').regex(
  /^[\x21-\x7e]{8,255}$/,
  'An idempotency key must have 8 to 255 visible ASCII characters. Use a UUID, for example.',
);

export const maxPageSize = 200;
export const pageSizeSchema = z
  .int()
  .min(1, { error: 'The number of items must be at least 1.' })
  .max(maxPageSize, { error: `The number of items must be at most ${maxPageSize}.` });

/** An empty cursor counts as absent: clients in Go send it for a variable without a value. */
export const cursorSchema = wellFormed('A cursor').refine(
  (cursor) => cursor === '' || isCursor(cursor),
  rule('invalid_cursor', 'This is not a valid cursor. Use a cursor from `pageInfo` or `edges`.'),
);

interface Paging {
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

type PagingRule = [(args: Paging) => boolean, ReturnType<typeof rule> & { path: string[] }];

/** `last` and `before` are required together and exclude `after`: the end of a list can't be read directly. */
export const singleDirection: PagingRule[] = [
  [
    ({ last, before }) => last == null || Boolean(before),
    {
      path: ['before'],
      ...rule('missing_before', '`last` requires `before`, the cursor to page backward from.'),
    },
  ],
  [
    ({ last, before }) => !before || last != null,
    { path: ['last'], ...rule('missing_last', '`before` requires `last`, the number of items to return.') },
  ],
  [
    ({ before, after }) => !before || !after,
    { path: ['after'], ...rule('two_directions', '`after` and `before` can’t be combined.') },
  ],
];
