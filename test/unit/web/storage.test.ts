import { afterEach, expect, test, vi } from 'vitest';
import { decode, encode, type Outgoing } from '../../../examples/web/src/data/outgoing.ts';
import { store, storedJSON, storedKeys, storedText } from '../../../examples/web/src/data/storage.ts';
import { failureOfError } from '../../../examples/web/src/failures/NoAnswer.ts';
import { draftOf, emptyDraft } from '../../../examples/web/src/newChat/request.ts';
import { parseHash } from '../../../examples/web/src/ui/route.ts';

const area = 'sessionStorage';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('blocked storage reads as empty, and storing tells that nothing was stored', () => {
  // What a browser's Storage does that is blocked.
  vi.stubGlobal(
    area,
    new Proxy({}, { get: () => fail('SecurityError'), ownKeys: () => fail('SecurityError') }),
  );
  expect(storedText(area, 'text')).toBeNull();
  expect(storedKeys(area, 'te')).toBeNull();
  expect(store(area, 'text', 'Hello')).toBe(false);
  expect(store(area, 'text', null)).toBe(false);
});

test('what does not fit is not stored, and takes what was outdated with it', () => {
  const items = new Map<string, string>();
  vi.stubGlobal(area, {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) =>
      text.length > 10 ? fail('QuotaExceededError') : items.set(key, text),
    removeItem: (key: string) => items.delete(key),
  });
  expect(store(area, 'text', '{broken')).toBe(true);
  expect(storedJSON(area, 'text')).toBeNull();
  expect(store(area, 'text', 'much too long')).toBe(false);
  expect(storedText(area, 'text')).toBeNull();
});

function fail(name: string): never {
  throw new DOMException('', name);
}

const failed: Outgoing = {
  key: 'a key',
  chatID: 'a chat',
  text: 'Hello',
  replyToMessageID: null,
  fileName: null,
  state: 'failed',
  progress: null,
  failure: failureOfError(new TypeError('no answer')),
  createdAt: 1_000,
  uploadID: null,
  pendingMessageID: null,
  sentTo: null,
  tries: 1,
  retryAt: 0,
};

test.each([
  ['no issues', { failure: { ...failed.failure, issues: null } }],
  ['an issue without a path', { failure: { ...failed.failure, issues: [{ message: 'm' }] } }],
  ['nothing in the list of what is missing', { failure: { ...failed.failure, missing: null } }],
  ['an object for its message', { failure: { ...failed.failure, message: {} } }],
  ['an object for its remedy', { failure: { ...failed.failure, remedy: {} } }],
  ['a text for its failure', { failure: 'broken' }],
  ['no failure', { failure: undefined }],
  ['an object for its file name', { fileName: {} }],
  ['an unknown state', { state: 'lost' }],
])('a stored message with %s is ignored', (_, part) => {
  expect(decode(encode(failed))).toEqual(failed);
  expect(decode(encode({ ...failed, ...part } as Outgoing))).toBeNull();
});

test('a stored draft of a chat keeps what has today’s form', () => {
  const ada = { kind: 'id', value: '@ada', name: 'Ada' };
  const draft = { accountID: 'telegram', people: [ada], title: 'T', messageText: 'Hello' };
  expect(draftOf(draft)).toEqual(draft);
  expect(draftOf({ ...draft, people: null, messageText: {} })).toEqual({
    ...draft,
    people: [],
    messageText: '',
  });
  expect(draftOf({ people: [null, {}, { ...ada, name: {} }, ada] })).toEqual({
    ...emptyDraft,
    people: [ada],
  });
  expect([null, 'text', 7].map(draftOf)).toEqual([emptyDraft, emptyDraft, emptyDraft]);
});

test('an address that is broken shows the inbox', () => {
  expect(parseHash('#/chat/%')).toEqual({ page: 'inbox', chatID: null });
  expect(parseHash('#/chat/%/help')).toEqual({ page: 'help', chatID: null });
  expect(parseHash('#/chat/a%2Fb/new')).toEqual({ page: 'new', chatID: 'a/b' });
});
