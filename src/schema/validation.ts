import * as z from 'zod';
import { maxIssues } from '../failures.ts';
import { isCursor } from '../resolvers/paging/cursor.ts';
import { isBlank, trimInvisible } from './characters.ts';
import { normalizePhoneNumber } from './phoneNumber.ts';

/** Rules for single input values, checked before Beeper is called. Some also normalize the value. */

/** @returns what zod reports for a broken rule; clients get `code` and `message` in `issues`. */
const rule = (code: string, message: string) => ({ message, params: { code } });

/**
 * The most characters that a value can have, in UTF-16 code units. IDs of Matrix have at most 255 bytes, and its messages
 * at most 64 KiB: https://spec.matrix.org/latest/client-server-api/#size-limits
 * IDs and search texts are part of a URL, whose length servers limit to 8 to 16 KiB. The longest email address that SMTP
 * can carry has 320: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1
 */
export const maxLength = {
  id: 1_000,
  messageText: 65_536,
  /** Titles, names and search texts. */
  shortText: 1_000,
  /** A part of a URL, in which a character can take nine. */
  reactionKey: 500,
  email: 320,
  phoneNumber: 200,
  /** That of a merged chat has a part for each of its chats. */
  cursor: 32_768,
  /** Of an event. */
  position: 100,
  /** File systems allow no longer names. */
  fileName: 255,
} as const;

/** Beeper takes no larger files. */
export const maxUploadBytes = 500_000_000;

/** The most IDs that a list can have. */
export const maxIDs = { accounts: 200, chats: 200, participants: 1_000 } as const;

/**
 * The base of every rule for text. The length comes first, so that no other rule looks at a long text. A lone surrogate
 * can't be encoded as UTF-8: a person would receive U+FFFD instead.
 * @param what the subject of the error message.
 */
const wellFormed = (what: string, max: number) =>
  z
    .string()
    .max(max, { abort: true, error: `${what} must have at most ${max} characters.` })
    .refine((text) => text.isWellFormed(), {
      abort: true,
      ...rule('malformed_unicode', `${what} must be well-formed Unicode.`),
    });

/** What Beeper's routes have in the place of an ID, as in `/v1/chats/search`. Some routers ignore case. */
const isRouteWord = (id: string): boolean => /^(search|start)$/i.test(id);

/** A Beeper ID is opaque, but must be usable as one segment of a URL path. */
export const idSchema = wellFormed('An ID', maxLength.id)
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

/** As `idListSchema`, for a list that may be empty: nothing is in it then. */
export const filterListSchema = (max: number) => {
  const filled = idListSchema(max);
  return z.custom<string[]>(Array.isArray).superRefine((ids, context) => {
    if (ids.length === 0) return;
    const issues = filled.safeParse(ids).error?.issues ?? [];
    context.issues.push(...issues.map((issue) => ({ ...issue, input: undefined })));
  });
};

/**
 * The rule for a list of IDs: its length first, and then its items until there are more issues than are shown.
 * @param max the most IDs that the list can have.
 */
export const idListSchema = (max: number) => {
  const checked = new WeakMap<object, readonly z.core.$ZodIssue[]>();
  // graphql passes the same list to all aliases that name its variable.
  return z.custom<string[]>(Array.isArray).superRefine((ids, context) => {
    const issues = checked.get(ids) ?? issuesOfLength(ids, max) ?? issuesOfIDs(ids);
    checked.set(ids, issues);
    context.issues.push(...issues.map((issue) => ({ ...issue, input: undefined })));
  });
};

/** Not a check of `z.array`, which copies the list before it checks the length. */
function issuesOfLength({ length }: readonly string[], max: number): z.core.$ZodIssue[] | null {
  const base = { path: [] as PropertyKey[], origin: 'array', inclusive: true } as const;
  if (length === 0) {
    return [{ ...base, code: 'too_small', minimum: 1, message: 'At least one ID is required.' }];
  }
  return length > max
    ? [{ ...base, code: 'too_big', maximum: max, message: `At most ${max} IDs are allowed.` }]
    : null;
}

function issuesOfIDs(ids: readonly string[]): z.core.$ZodIssue[] {
  const seen = new Set<string>();
  const issues: z.core.$ZodIssue[] = [];
  for (const [index, id] of ids.entries()) {
    const ofID = idSchema.safeParse(id).error?.issues ?? [];
    issues.push(...ofID.map((issue) => ({ ...issue, path: [index] })));
    if (seen.has(id)) {
      const duplicate = rule('duplicate', 'The list already contains this ID.');
      issues.push({ code: 'custom', path: [index], ...duplicate });
    }
    seen.add(id);
    if (issues.length > maxIssues) break;
  }
  return issues;
}

/**
 * @param max the most characters that the text can have.
 * @param advice what to do in place of sending a blank text, if anything.
 */
const nonBlank = (max: number, advice: string | null = 'Omit it instead.') =>
  wellFormed('The text', max).refine(
    (text) => !isBlank(text),
    rule('blank', ['The text must not be blank.', advice].filter(Boolean).join(' ')),
  );

/** For a text that null removes: without it, the same would happen. */
const removable = (max: number) => nonBlank(max, 'Set it to null to remove it.');
export const titleSchema = removable(maxLength.shortText);
export const descriptionSchema = removable(maxLength.messageText);

export const messageTextSchema = nonBlank(maxLength.messageText);
/** For the text of a message that is nothing else. */
export const onlyTextSchema = nonBlank(maxLength.messageText, null);
/** Files need no text. */
export const draftTextSchema = wellFormed('The text', maxLength.messageText);
export const shortTextSchema = nonBlank(maxLength.shortText);
/** For an argument that can't be omitted. */
export const requiredTextSchema = nonBlank(maxLength.shortText, null);

/**
 * Beeper asks a network only for what matches exactly, so people are looked up by what is left of a pasted text. A phone
 * number is changed only if it has a country code: digits alone can also be a part of a name or number.
 */
export const lookUpSchema = requiredTextSchema.transform((typed) => {
  const text = trimInvisible(typed);
  const number = text.includes('@') ? null : normalizePhoneNumber(text);
  return number?.startsWith('+') ? number : text;
});

/** Reaches Beeper as it is. Deleting a message is another mutation than editing it. */
export const editedTextSchema = wellFormed('The text', maxLength.messageText).refine(
  (text) => !isBlank(text),
  rule('blank', 'The text must not be blank. Use deleteMessage to delete a message.'),
);

/** No rule on what an emoji is: networks have names of their own for reactions. */
export const reactionKeySchema = wellFormed('A reaction key', maxLength.reactionKey).refine(
  (key) => !isBlank(key),
  rule('blank', 'A reaction key must not be blank.'),
);

/** The key is a segment of a path, and no encoding keeps these two from changing it. */
export const removedReactionKeySchema = reactionKeySchema.refine(
  (key) => key !== '.' && key !== '..',
  rule('not_a_reaction_key', '"." and ".." can’t be removed as reactions through Beeper’s API.'),
);

/** Networks spell usernames with or without `@`, so a leading `@` is kept. */
export const usernameSchema = shortTextSchema.transform(trimInvisible);

/** Only Beeper knows which addresses exist. Mail servers accept more than any pattern for addresses. */
export const emailSchema = wellFormed('An email address', maxLength.email)
  .transform(trimInvisible)
  .refine(
    (email) => /.@./s.test(email) && !/[\s\p{Cc}]/u.test(email),
    rule('invalid_format', 'This is not a valid email address. It must have an "@" and no white space.'),
  );

export const phoneNumberSchema = nonBlank(maxLength.phoneNumber).transform((typed, context) => {
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

/** Beeper saves files under these names. */
export const fileNameSchema = wellFormed('`fileName`', maxLength.fileName)
  .refine((name) => !isBlank(name), rule('blank', '`fileName` must not be blank.'))
  .refine(
    (name) => isBlank(name) || !(/[\p{Cc}\\/]/u.test(name) || /^\.{1,2}$/.test(name)),
    rule('invalid_format', '`fileName` must be a name without a folder: no `/`, `\\` or control characters.'),
  );

const mediaType = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/i;
const parameter = /^[!#$%&'*+.^_`|~0-9a-z-]+=([!#$%&'*+.^_`|~0-9a-z-]+|"([ !#-[\]-~]|\\[ -~])*")$/i;

/**
 * A type with optional parameters. Semicolons in quoted values are not split off, as no type has such.
 * https://www.rfc-editor.org/rfc/rfc6838#section-4.2
 */
function isMimeType(text: string): boolean {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim());
  return mediaType.test(type) && parameters.every((one) => parameter.test(one));
}

export const mimeTypeSchema = wellFormed('`mimeType`', maxLength.fileName).refine(
  (text) => !/\p{Cc}/u.test(text) && isMimeType(text),
  rule(
    'invalid_format',
    '`mimeType` must be a MIME type, such as image/jpeg. Omit it if the type is not known: then Beeper looks at the file.',
  ),
);

export const sizeBytesSchema = z
  .number()
  .min(1, { error: '`sizeBytes` must be at least 1: an empty file can’t be sent.' })
  .max(maxUploadBytes, { error: `\`sizeBytes\` must be at most ${maxUploadBytes}.` })
  .refine(Number.isInteger, rule('not_an_integer', '`sizeBytes` must be a whole number.'));

/** A draft without text and files is none. */
export const hasDraftContent: [
  (draft: Record<string, unknown>) => boolean,
  ReturnType<typeof rule> & { path: string[] },
] = [
  ({ text, attachments }) =>
    (Array.isArray(attachments) && attachments.length > 0) || (typeof text === 'string' && !isBlank(text)),
  {
    ...rule('blank', 'A draft needs text or a file. To delete a draft, use `clearChatDraft`.'),
    path: ['text'],
  },
];

/** `fullName` does not count: Beeper only ranks candidates by it. */
export const hasIdentifier: [(contact: Record<string, unknown>) => boolean, ReturnType<typeof rule>] = [
  ({ id, email, phoneNumber, username }) =>
    [id, email, phoneNumber, username].some((identifier) => identifier != null),
  rule('missing_identifier', 'At least one of id, email, phoneNumber and username is required.'),
];

/** Each of the few kinds at most once. */
export const mediaTypesSchema = z
  .array(z.enum(['any', 'video', 'image', 'link', 'file']))
  .max(5, { abort: true, error: 'At most 5 kinds of media are allowed.' })
  .refine(
    (kinds) => new Set(kinds).size === kinds.length,
    rule('duplicate', 'The list contains a kind of media twice.'),
  );

/** The ID of a person, where Beeper has words for all persons. */
export const senderSchema = idSchema.refine(
  (id) => id !== 'me' && id !== 'others',
  rule('route_word', '"me" and "others" are words of Beeper’s API. Use `isMe` instead.'),
);

/** A rule for an input object as a whole, as the option `refine` takes it. */
type Refinement<Field extends string, Value> = [
  (input: Partial<Record<Field, Value | null | undefined>>) => boolean,
  ReturnType<typeof rule> & { path: string[] },
];

/** Both limits are exclusive, so that nothing is between equal ones. */
export const timeSpan = <Field extends string>(after: Field, before: Field): Refinement<Field, Date> => [
  ({ [after]: from, [before]: to }) => !from || !to || from < to,
  { path: [before], ...rule('empty_time_span', `\`${before}\` must be later than \`${after}\`.`) },
];

/** For a field whose null takes something away: a program that forgets the field does not mean that. */
export const givenOrNull = <Field extends string>(field: Field): Refinement<Field, unknown> => [
  ({ [field]: value }) => value !== undefined,
  { path: [field], ...rule('missing', `Give \`${field}\`, or null to remove what is there.`) },
];

/** Long enough to be random, and without characters that a header or a store would have to escape. */
export const idempotencyKeySchema = wellFormed('An idempotency key', 255).regex(
  /^[\x21-\x7e]{8,255}$/,
  'An idempotency key must have 8 to 255 visible ASCII characters. Use a UUID, for example.',
);

/** Ends a description: that of an ID, or of a text with another maximum. */
export const atMost = (length: number): string => ` At most ${length} characters.`;
export const idLength = atMost(maxLength.id);

/** A time that Beeper can be sent: in UTC, the year of `9999-12-31T23:59:59-01:00` has five digits. */
const earliest = new Date('0000-01-01T00:00:00.000Z');
const latest = new Date('9999-12-31T23:59:59.999Z');
export const timeSchema = z
  .date()
  .min(earliest, { error: 'The time must not be before the year 0 in UTC.' })
  .max(latest, { error: 'The time must be before the year 10000 in UTC.' });

/** A year, ten times: no network has a longer time, and it is a 32-bit number. */
const maxExpirySeconds = 10 * 365 * 24 * 60 * 60;
export const expirySchema = z
  .int()
  .min(0, { error: 'The time must not be negative.' })
  .max(maxExpirySeconds, { error: `The time must be at most ${maxExpirySeconds} seconds.` });

export const maxDraftFiles = 50;
export const draftFilesSchema = z
  .custom<{ uploadID: string }[]>(Array.isArray)
  .refine((files) => files.length <= maxDraftFiles, {
    abort: true,
    ...rule('too_big', `At most ${maxDraftFiles} files are allowed.`),
  })
  .superRefine((files, context) => {
    const uploads = files.map(({ uploadID }) => uploadID);
    for (const [index, uploadID] of uploads.entries()) {
      if (uploads.indexOf(uploadID) === index) continue;
      const path = [index, 'uploadID'];
      context.addIssue({ code: 'custom', path, ...rule('duplicate', 'Each upload can be named once.') });
    }
  });

export const maxPageSize = 200;
export const pageSizeSchema = z
  .int()
  .min(1, { error: 'The number of items must be at least 1.' })
  .max(maxPageSize, { error: `The number of items must be at most ${maxPageSize}.` });

export const maxMembers = 500;
export const memberCountSchema = z
  .int()
  .min(1, { error: 'The number of participants must be at least 1.' })
  .max(maxMembers, { error: `The number of participants must be at most ${maxMembers}.` });

/** An empty cursor counts as absent: clients in Go send it for a variable without a value. */
export const cursorSchema = wellFormed('A cursor', maxLength.cursor).refine(
  (cursor) => cursor === '' || isCursor(cursor),
  rule('invalid_cursor', 'This is not a valid cursor. Use a cursor from `pageInfo` or `edges`.'),
);

/** An empty one counts as absent, as an empty cursor. */
export const positionSchema = wellFormed('A position', maxLength.position).refine(
  (position) => position === '' || /^[A-Za-z0-9]+\.[0-9]+$/.test(position),
  rule('invalid_position', 'This is not a valid position. Use `position` of an event.'),
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
