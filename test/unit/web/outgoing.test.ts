import { expect, test } from 'vitest';
import { mayBeSent, outgoingWords } from '../../../examples/web/src/conversation/outgoingWords.ts';
import {
  decode,
  encode,
  isKeyForgotten,
  nextStep,
  type Outgoing,
} from '../../../examples/web/src/data/outgoing.ts';
import type { FailureData } from '../../../examples/web/src/failures/Failure.ts';
import { failureOfError } from '../../../examples/web/src/failures/NoAnswer.ts';

const entry: Outgoing = {
  key: 'a key',
  chatID: 'a chat',
  text: 'Hello',
  replyToMessageID: null,
  fileName: null,
  state: 'sending',
  progress: 0.5,
  failure: null,
  createdAt: 1_000,
  uploadID: null,
  pendingMessageID: null,
  sentTo: null,
  tries: 0,
  retryAt: 0,
};

const noAnswer = failureOfError(new TypeError('Failed to fetch'));

test('what is stored of a message is read again, without the progress of its upload', () => {
  expect(decode(encode(entry))).toEqual({ ...entry, progress: null });
});

for (const [what, text] of [
  ['nothing', null],
  ['broken JSON', '{"version":1'],
  ['null', 'null'],
  ['another version', encode(entry).replace('"version":1', '"version":2')],
  ['a message without a key', encode(entry).replace('"key":"a key",', '')],
  ['a message with a time that is none', encode(entry).replace('1000', '"soon"')],
] as const) {
  test(`${what} in the storage is no message`, () => {
    expect(decode(text)).toBeNull();
  });
}

test.each([
  ['no issues', { failure: { ...noAnswer, issues: null } }],
  ['an issue without a path', { failure: { ...noAnswer, issues: [{ message: 'm' }] } }],
  ['nothing in the list of what is missing', { failure: { ...noAnswer, missing: null } }],
  ['an object for its message', { failure: { ...noAnswer, message: {} } }],
  ['an object for its remedy', { failure: { ...noAnswer, remedy: {} } }],
  ['an object for its reason', { failure: { ...noAnswer, reason: {} } }],
  ['a text for its failure', { failure: 'broken' }],
  ['no failure', { failure: undefined }],
  ['an object for its file name', { fileName: {} }],
  ['an unknown state', { state: 'lost' }],
])('a stored message with %s is ignored', (_, part) => {
  const failed = { ...entry, state: 'failed', failure: noAnswer } as const;
  expect(decode(encode(failed))).toEqual({ ...failed, progress: null });
  expect(decode(encode({ ...failed, ...part } as Outgoing))).toBeNull();
});

test('a key counts as forgotten an hour before the gateway forgets it', () => {
  const hour = 60 * 60 * 1_000;

  expect(isKeyForgotten(entry, entry.createdAt + 22 * hour)).toBe(false);
  expect(isKeyForgotten(entry, entry.createdAt + 23.1 * hour)).toBe(true);
});

const typed = (part: object) => ({ ...noAnswer, ...part }) as FailureData;
const busy = typed({ __typename: 'BeeperUnavailableError', code: 'UNAVAILABLE', retryAfterSeconds: 3 });
const limited = typed({
  __typename: 'BeeperRateLimitedError',
  code: 'RATE_LIMITED',
  retryAfterSeconds: null,
});
const unknown = typed({ __typename: 'BeeperOutcomeUnknownError', code: 'OUTCOME_UNKNOWN', retryable: true });
const invalid = typed({ __typename: 'BeeperInvalidInputError', code: 'INVALID_INPUT', retryable: false });
const refused = typed({ code: 'FORBIDDEN', retryable: false });

for (const [what, failure, tries, step] of [
  ['without an answer is tried again', noAnswer, 1, { state: 'waiting', pauseMs: 1_000 }],
  [
    'without an answer is tried once a minute in the end',
    noAnswer,
    50,
    { state: 'waiting', pauseMs: 60_000 },
  ],
  ['that Beeper has no time for is tried again when it says', busy, 1, { state: 'waiting', pauseMs: 3_000 }],
  [
    'over a limit is tried again after a pause that doubles',
    limited,
    3,
    { state: 'waiting', pauseMs: 4_000 },
  ],
  ['that Beeper never has time for is left to the person', busy, 6, { state: 'failed' }],
  ['with an unknown outcome is left to the person', unknown, 1, { state: 'failed' }],
  ['that is not valid is left to the person', invalid, 1, { state: 'failed' }],
  ['that the gateway refuses is left to the person', refused, 1, { state: 'failed' }],
] as const) {
  test(`a message ${what}`, () => {
    expect(nextStep(failure, tries)).toEqual(step);
  });
}

for (const [what, part, words] of [
  ['that Beeper refused', { failure: refused }, 'Not sent'],
  ['with an unknown outcome', { failure: unknown }, 'May have been sent'],
  ['whose file is not uploaded', { failure: unknown, fileName: 'film.mp4' }, 'Not sent'],
  ['whose file is uploaded', { failure: unknown, fileName: 'film.mp4', uploadID: 'u' }, 'May have been sent'],
] as const) {
  test(`a failed message ${what} is called “${words}”`, () => {
    expect(outgoingWords({ ...entry, state: 'failed', ...part })).toBe(words);
  });
}

test('a waiting message may be sent once it was tried', () => {
  expect(mayBeSent({ ...entry, state: 'waiting' })).toBe(false);
  expect(mayBeSent({ ...entry, state: 'waiting', tries: 1 })).toBe(true);
});
