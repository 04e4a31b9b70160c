import { expect, test } from 'vitest';
import { createJournal, type Noted } from '../../src/writes/journal.ts';
import { createSentKeys, type Made } from '../../src/writes/sentKeys.ts';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { StoreError } from '../../src/writes/store/store.ts';

const subject = ['chat', 'text', 'ok'];
const now = Date.now();
const sent: Noted = { claim: 'c1', scope: 'me', key: 'k1', at: now, state: 'done', id: 'pending' };
const seen: Made = { subject, names: ['final'], at: now };

async function journalOf(...notes: readonly Noted[]) {
  const store = createMemoryStore();
  const journal = createJournal(store);
  for (const note of notes) await journal.note(subject, note);
  return { store, journal, keys: createSentKeys(journal, 'me') };
}

for (const [what, at, key] of [
  ['a minute later', now + 59_000, 'k1'],
  ['more than a minute later', now + 61_000, null],
  ['a second earlier', now - 1_000, 'k1'],
  ['three seconds earlier', now - 3_000, null],
  ['at no known time', null, null],
] as const) {
  test(`a message dated ${what} than the only send of its text has the key ${key}`, async () => {
    const { keys } = await journalOf(sent);

    expect(await keys.keyOf({ ...seen, at })).toBe(key);
  });
}

for (const [what, other, key] of [
  ['did nothing', { state: 'undone', id: null }, 'k1'],
  ['was sent long before', { at: now - 120_000 }, 'k1'],
  ['has an unknown outcome', { state: 'begun', id: null }, null],
  ['belongs to somebody else', { scope: 'you' }, null],
] as const) {
  test(`beside a send of the same text that ${what}, the key is ${key}`, async () => {
    const { keys } = await journalOf({ ...sent, claim: 'c2', key: 'k2', id: 'other', ...other }, sent);

    expect(await keys.keyOf(seen)).toBe(key);
  });
}

test('a send with an unknown outcome gives no message its key', async () => {
  const { keys } = await journalOf({ ...sent, state: 'begun', id: null });

  expect(await keys.keyOf(seen)).toBeNull();
});

test('of two messages that look like one send, the one that it names has the key', async () => {
  const { keys } = await journalOf(sent);

  expect(await Promise.all([keys.keyOf(seen), keys.keyOf({ ...seen, names: ['pending'] })])).toEqual([
    null,
    'k1',
  ]);
});

test('while the store can’t be used, no message has a key', async () => {
  const { store } = await journalOf(sent);
  const lost = { ...store, lists: () => Promise.reject(new StoreError('TIMEOUT')) };

  expect(await createSentKeys(createJournal(lost), 'me').keyOf({ ...seen, names: ['pending'] })).toBeNull();
});

test('a full list is complete from its first send on, and gives a key only to what a send names', async () => {
  const undone: Noted = { ...sent, claim: 'c0', state: 'undone', at: now - 900_000, id: null };
  const begun: Noted = { ...sent, claim: 'c3', state: 'begun', at: now - 30_000, id: null };
  const full = (one: Noted) => journalOf(undone, one, ...Array<Noted>(198).fill(sent));
  const { journal, keys } = await full(begun);
  const { keys: keysOfLate } = await full({ ...begun, at: now + 5_000 });

  expect((await journal.read([subject]))[0]?.completeFrom).toBe(begun.at);
  expect(await keys.keyOf({ ...seen, at: now + 31_000 })).toBe('k1');
  expect(await keysOfLate.keyOf(seen)).toBeNull();
  expect(await keysOfLate.keyOf({ ...seen, names: ['pending'] })).toBe('k1');
});

test('notes that this version can’t read are left out', async () => {
  const { store, journal, keys } = await journalOf(sent);
  const append = store.append.bind(store);
  const lists: string[] = [];
  await createJournal({ ...store, append: async (name) => void lists.push(name) }).note(subject, sent);
  await append(lists[0] ?? '', '{"claim":1}', { ttlMs: 1_000, max: 200 });

  expect((await journal.read([subject]))[0]?.writes).toHaveLength(1);
  expect(await keys.keyOf(seen)).toBe('k1');
});
