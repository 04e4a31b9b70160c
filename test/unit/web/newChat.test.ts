import { expect, test } from 'vitest';
import {
  identifierIn,
  isWorthLookingUp,
  mayBeKnownBy,
} from '../../../examples/web/src/newChat/identifier.ts';
import { draftOf, emptyDraft, problemsOf, requestOf } from '../../../examples/web/src/newChat/request.ts';

const person = (value: string) => ({ kind: 'id', value, name: value }) as const;
const draft = { accountID: 'telegram', people: [person('ada')], title: '', messageText: '' };

test.each([
  ['+1 555 010-1002', 'phoneNumber', true],
  ['(0555) 0101002', 'phoneNumber', true],
  ['ada@example.com', 'email', true],
  ['@ada', 'username', true],
  ['ada', 'username', false],
  ['@a', 'username', false],
  ['Ada Lovelace', undefined, false],
  ['1815', 'username', false],
  ['', undefined, false],
])('%s can be a %s', (text, kind, isLookedUp) => {
  expect(identifierIn(text)?.kind).toBe(kind);
  expect(isWorthLookingUp(text)).toBe(isLookedUp);
});

test('a network that does not say how people are found is asked', () => {
  const unknown = { byAnyPhoneNumber: null, byPhoneNumber: null, byEmail: null, byUsername: null };
  expect(mayBeKnownBy('email', null)).toBe(true);
  expect(mayBeKnownBy('email', unknown)).toBe(true);
  expect(mayBeKnownBy('email', { ...unknown, byEmail: false })).toBe(false);
  expect(mayBeKnownBy('phoneNumber', { ...unknown, byAnyPhoneNumber: false, byPhoneNumber: true })).toBe(
    true,
  );
  expect(mayBeKnownBy('phoneNumber', { ...unknown, byAnyPhoneNumber: false, byPhoneNumber: false })).toBe(
    false,
  );
});

test('a request has one member of each input union, and no blank text', () => {
  expect(requestOf({ ...draft, people: [] })).toBeNull();
  expect(requestOf({ ...draft, messageText: ' ' })).toEqual({
    mutation: 'startChat',
    input: { accountID: 'telegram', user: { id: 'ada' } },
  });
  const typed = { kind: 'phoneNumber', value: '+1', name: '+1' } as const;
  expect(requestOf({ ...draft, people: [typed], messageText: 'Hi' })).toEqual({
    mutation: 'startChat',
    input: { accountID: 'telegram', user: { phoneNumber: '+1' }, messageText: 'Hi' },
  });
  expect(requestOf({ ...draft, people: [person('ada'), person('grace')], title: ' Engines ' })).toEqual({
    mutation: 'createChat',
    input: { group: { accountID: 'telegram', participantIDs: ['ada', 'grace'], title: 'Engines' } },
  });
});

test('a group keeps to the limits of its network', () => {
  const group = { ...draft, people: [person('ada'), person('grace')] };
  const type = { name: { isRequired: true, maxLength: 100 }, participants: { maxLength: 1 } };
  expect(problemsOf(group, null)).toEqual({ account: null, people: null, title: null });
  expect(problemsOf({ ...group, accountID: '' }, null).account).toBe('A chat needs an account.');
  expect(problemsOf(group, []).people).toContain('can’t be created');
  expect(problemsOf(group, [type])).toEqual({
    account: null,
    people: 'A group on this network can have at most 1 people.',
    title: 'This network requires a title.',
  });
  const typed = { kind: 'email', value: 'a@b.c', name: 'a@b.c' } as const;
  expect(problemsOf({ ...group, people: [typed, person('ada')] }, null).people).toContain('Remove a@b.c');
  expect(problemsOf(draft, []).people).toBeNull();
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
