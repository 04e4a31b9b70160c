import fc from 'fast-check';
import { kishan, whatsapp } from './people.ts';

/** Random values as clients send them: valid, mistaken and hostile. */

/** Single UTF-16 code units, so that lone surrogates occur. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const trickyUnit = fc.constantFrom(
  ...['\u0000', '\t', '\n', '\r\n', '\u001b', '\u007f', '\u0085', '\u00a0', '\u200b', '\u2028', '\u202e'],
  ...[
    '\ufeff',
    '\ufffd',
    '\uffff',
    '\ud800',
    '\udfff',
    '🧑‍🚀',
    'é',
    'ß',
    'İ',
    '%',
    '%00',
    '/',
    '\\',
    '?',
    '#',
    '&',
    '"',
  ],
  ...['+', '@', '.', '..', ' ', 'a', '1', '$', '{', '}', '<', '__proto__'],
);
const huge = fc
  .tuple(fc.constantFrom('x', '\u0000', '\ud83d', '語', '[', '9', ' '), fc.constantFrom(3_000, 60_000))
  .map(([piece, times]) => piece.repeat(times));

/** Any text: empty, blank, malformed and huge ones included. */
export const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: trickyUnit, maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: anyUnit, maxLength: 20 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: huge },
);

/** A value of the wrong type. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53, 1e300, [], {}, [[]], [null]),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.array(fc.constant({ __proto__: null, constructor: 'x' }), { maxLength: 3 }),
);

/** Mostly `valid`, sometimes text, rarely an odd value or null. */
export const mostly = (valid: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 30, arbitrary: valid },
    { weight: 2, arbitrary: text },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: fc.constant(null) },
  );

/** An object with some of the keys, rarely with an unknown one. */
export const someOf = (shape: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.record(shape, { requiredKeys }) },
    { weight: 1, arbitrary: fc.record({ ...shape, extra: odd }, { requiredKeys: [] }) },
  );

// No account whose network requires a first message: only Beeper knows such rules.
const accountID = mostly(
  fc.constantFrom<unknown>(...Array(12).fill(whatsapp), 'matrix', 'telegram', 'discordgo', 'nobody', 7),
);
const numbers = Array.from({ length: 25 }, (_, n) => `+1555010${1002 + n}`);
const ids = numbers.map((number) => `@${number.slice(1)}:local-whatsapp.localhost`);
const personID = mostly(fc.constantFrom<unknown>(...ids, kishan.id, 15, '15'));
const people = fc.oneof(
  { weight: 4, arbitrary: fc.subarray(ids, { minLength: 1 }) },
  { weight: 4, arbitrary: fc.array(personID, { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 3_000 }).map((n) => Array(n).fill(ids[0])) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 3_000 }).map((n) => Array.from(Array(n).keys())) },
  // GraphQL takes one value for a list of one.
  { weight: 1, arbitrary: personID },
);
/** An ID of a chat, or text that may not be one. Without huge ones: no server accepts such a path. */
export const anyChatID = fc.oneof(
  { weight: 3, arbitrary: fc.constant(kishan.chatID) },
  { weight: 1, arbitrary: text.filter(({ length }) => length < 1_000) },
);
const words = mostly(fc.constantFrom('Hello', 'Ünïcödé 👋', ' padded '));
const email = mostly(fc.oneof(fc.emailAddress(), fc.constantFrom('ada@', 'a@b', '"a b"@example.com')));
const phoneNumber = mostly(
  fc.oneof(
    fc.constantFrom(...numbers),
    fc.constantFrom('+15550101002', '+1 (555) 010-1002', '5550101002', '+', '+0', '٠١٢٣', '+1555010100²'),
    fc.string({ unit: fc.constantFrom(...'+0123456789 -().;extx/'), maxLength: 30 }),
  ),
);

const single = someOf({ accountID, participantID: personID, messageText: words, title: words }, [
  'accountID',
  'participantID',
]);
const group = someOf({ accountID, participantIDs: people, messageText: words, title: words }, [
  'accountID',
  'participantIDs',
]);

/** Input of createChat, valid or not. */
export const createChatInput = fc.oneof(
  { weight: 6, arbitrary: fc.record({ single }) },
  { weight: 6, arbitrary: fc.record({ group }) },
  { weight: 1, arbitrary: fc.record({ single, group: fc.oneof(group, fc.constant(null)) }) },
  { weight: 1, arbitrary: odd },
);

const identifiers = { id: personID, email, phoneNumber, username: words };
const contact = someOf({ ...identifiers, fullName: words }, []);
const only = (name: string, value: fc.Arbitrary<unknown>) => fc.record({ [name]: value });
const user = fc.oneof(
  { weight: 4, arbitrary: only('id', personID) },
  { weight: 4, arbitrary: only('phoneNumber', phoneNumber) },
  { weight: 2, arbitrary: only('email', email) },
  { weight: 2, arbitrary: only('username', words) },
  { weight: 6, arbitrary: only('contact', contact) },
  { weight: 1, arbitrary: only('other', odd) },
  { weight: 1, arbitrary: fc.record({ ...identifiers, contact }, { requiredKeys: [] }) },
);

/** Input of startChat, valid or not. */
export const startChatInput = fc.oneof(
  {
    weight: 12,
    arbitrary: someOf(
      { accountID, user: mostly(user), allowInvite: mostly(fc.boolean()), messageText: words },
      ['accountID', 'user'],
    ),
  },
  { weight: 1, arbitrary: odd },
);

/** An idempotency key, mostly absent. Valid ones are few, so that they are reused with the same and other input. */
export const idempotencyKey = fc.oneof(
  { weight: 20, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>('12345678', 'a-key-of-mine', null) },
  { weight: 1, arbitrary: fc.oneof(text, odd) },
);

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url');
const beeperCursor = fc.oneof(
  fc.constant(null),
  text,
  fc.string({ maxLength: 8 }).map((key) => Buffer.from(`at:${key}`).toString('base64url')),
);
const forged = fc
  .tuple(
    fc.oneof(beeperCursor, odd),
    mostly(fc.constantFrom('before', 'after')),
    fc.oneof(fc.integer({ min: 1, max: 200 }), odd),
    fc.oneof(fc.nat(), odd),
    fc.oneof(text, odd),
  )
  .map(base64url);

/** A cursor in the gateway's form, in any other form, or random text. */
export const cursor = fc.oneof(
  { weight: 4, arbitrary: forged },
  { weight: 2, arbitrary: text },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: fc.jsonValue().map(base64url) },
);
const amount = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 300 }) },
  { weight: 1, arbitrary: odd },
);

/** The paging arguments of a list, in any combination. */
export const paging = fc.record(
  { first: amount, after: cursor, last: amount, before: cursor },
  { requiredKeys: [] },
);
/** Valid combinations of paging arguments with forged cursors. */
export const pagingWithCursor = fc.oneof(
  fc.record({ first: amount, after: forged }),
  fc.record({ last: amount, before: forged }),
);
