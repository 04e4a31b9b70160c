import { expect, test } from 'vitest';
import { type BeeperEvent, readFrame } from '../../src/beeper/events/frames.ts';
import { Sequence } from '../../src/beeper/events/sequence.ts';
import { eachBroken } from '../support/brokenBodies.ts';

const at = '2026-11-29T10:00:00.000Z';
const message = { id: 'm1', chatID: '!a', accountID: 'x', sortKey: '7', text: 'Hi' };

const read = (frame: unknown) => readFrame(JSON.stringify(frame) ?? '');

/** @returns the events of a frame; null where it can't be told what changed. */
function events(frame: object): readonly BeeperEvent[] | null {
  const found = read(frame);
  if (found.kind !== 'event') throw new Error(found.kind);
  return found.events;
}

const upserted = (fields: object) => events({ type: 'message.upserted', seq: 1, ts: at, ...fields });

function firstEntry(fields: object, entryID = 'm1') {
  const [event] = upserted(fields) ?? [];
  return event?.type === 'message.upserted' ? event.entries.get(entryID) : undefined;
}

test('an event of messages is read, and its messages are found by their ID', () => {
  const frame = { type: 'message.upserted', seq: 4, ts: at, chatID: '!a', ids: ['m1', 'm2'], accountID: 'x' };

  const found = read({ ...frame, entries: [{ ...message, id: 'm2' }, message] });

  expect(found).toMatchObject({
    kind: 'event',
    seq: 4,
    events: [{ type: 'message.upserted', chatID: '!a', ids: ['m1', 'm2'], at: new Date(at) }],
  });
  expect(firstEntry({ chatID: '!a', ids: ['m2', 'm1'], entries: [message] })).toMatchObject({
    id: 'm1',
    chatID: '!a',
    sortKey: '7',
    text: { value: 'Hi', isPlain: false },
  });
});

test('a time may be in milliseconds, and one that can’t be read is null', () => {
  const timeOf = (ts: unknown) => upserted({ chatID: '!a', ids: ['m1'], ts })?.[0]?.at;

  expect(timeOf(Date.parse(at))).toEqual(new Date(at));
  expect(['soon', 0, null, {}, undefined].map(timeOf)).toEqual([null, null, null, null, null]);
});

test('messages may be missing, and those that can’t be read or are not named are left out', () => {
  const frame = { chatID: '!a', ids: ['m1', 'm2', 'm2', 7] };
  const entries = [null, 'text', {}, { ...message, id: 'm9' }, { ...message, id: 7 }];

  expect(upserted(frame)).toEqual([
    { type: 'message.upserted', chatID: '!a', ids: ['m1', 'm2', '7'], at: new Date(at), entries: new Map() },
  ]);
  const [event] = upserted({ ...frame, entries }) ?? [];
  expect(event).toHaveProperty('ids', ['m1', 'm2', '7']);
  expect(event?.type === 'message.upserted' && [...event.entries.keys()]).toEqual(['7']);
});

test('a message without a chat has that of its event, and the sort key -1 is none', () => {
  const bare = { id: 'm1', sortKey: '-1' };

  expect(firstEntry({ chatID: '!a', ids: ['m1'], entries: [bare] })).toMatchObject({
    chatID: '!a',
    sortKey: null,
  });
  expect(firstEntry({ chatID: '!a', ids: ['m1'], entries: [{ ...bare, sortKey: -1 }] })?.sortKey).toBeNull();
  expect(firstEntry({ chatID: '!a', ids: ['m1'], entries: [{ ...bare, sortKey: -2 }] })?.sortKey).toBe('-2');
});

test('what an event does not name is taken from its messages', () => {
  const other = { ...message, id: 'm2' };

  for (const ids of [undefined, null, [], [null], 'm1']) {
    expect(upserted({ ids, entries: [message, other] })).toMatchObject([{ chatID: '!a', ids: ['m1', 'm2'] }]);
  }
});

test.each([
  ['no chat', { type: 'message.deleted', ids: ['m1'] }],
  ['no message', { type: 'message.deleted', chatID: '!a', ids: [] }],
  ['messages of two chats', { type: 'message.upserted', entries: [message, { id: 'm2', chatID: '!b' }] }],
  ['messages of an unknown chat', { type: 'message.upserted', entries: [message, { id: 'm2' }] }],
  ['no chat at all', { type: 'chat.upserted' }],
])('an event with %s does not tell what changed, but has its number', (_, frame) => {
  expect(read({ seq: 9, ...frame })).toEqual({ kind: 'event', seq: 9, events: null });
});

test.each(['chat.upserted', 'chat.deleted'])('%s names its chat, or one or more as its IDs', (type) => {
  const one = { type, chatID: '!a', ids: ['!a'], at: null };

  expect(events({ type, chatID: '!a', ids: ['!a'] })).toEqual([one]);
  expect(events({ type, chatID: '!a' })).toEqual([one]);
  expect(events({ type, ids: ['!a', '!b'] })).toEqual([one, { ...one, chatID: '!b', ids: ['!b'] }]);
  expect(events({ type, chatID: '!a', ids: ['17'] })).toEqual([{ ...one, ids: ['17'] }]);
});

test('a type that is not known has no events, but its number counts', () => {
  for (const type of ['reaction.added', 'app.state.updated', 'verification.removed', '', undefined, 7]) {
    expect(read({ type, seq: 3, chatID: '!a', ids: ['m1'] })).toEqual({ kind: 'event', seq: 3, events: [] });
  }
});

test('ready and the answers to commands are read', () => {
  expect(read({ type: 'ready', version: 2, extra: true })).toEqual({ kind: 'ready' });
  expect(read({ type: 'subscriptions.updated', requestID: 'r1', chatIDs: [] })).toEqual({
    kind: 'answer',
    requestID: 'r1',
    refusal: null,
  });
  const error = { type: 'error', requestID: 'r2', message: 'No' };
  expect(read({ ...error, code: 'INVALID_PAYLOAD' })).toMatchObject({ refusal: 'INVALID_PAYLOAD' });
  expect(read({ ...error, code: 'to ada@example.com' })).toMatchObject({ refusal: 'UNKNOWN' });
});

test.each(['', 'text', '{', '[]', '[{"type":"ready"}]', 'null', '7', '"ready"'])(
  '%j can’t be read',
  (text) => {
    expect(readFrame(text)).toEqual({ kind: 'unreadable' });
  },
);

test('a frame that nests more than 1000 levels deep can’t be read', () => {
  const frame = (levels: number) => `{"type":"x","seq":1,"deep":${'['.repeat(levels)}${']'.repeat(levels)}}`;

  expect(readFrame(frame(999)).kind).toBe('event');
  expect(readFrame(frame(1_000)).kind).toBe('unreadable');
});

test.each<[string, (number | null | 'unreadable')[], number[]]>([
  ['numbers in a row from 1', [1, 2, 3], []],
  ['numbers in a row from 0', [0, 1, 2], []],
  ['a first number above 1', [2, 3], [2]],
  ['a jump', [1, 4, 5], [4]],
  ['a step back', [5, 6, 2, 3], [5, 2]],
  ['the same number twice', [1, 1, 2, 2], []],
  ['no numbers', [null, null], []],
  ['an event without a number between', [1, null, 2], []],
  ['a frame that can’t be read and took a number', [1, 'unreadable', 3, 4], []],
  ['a frame that can’t be read and took none', [1, 'unreadable', 2, 3], []],
  ['a first frame that can’t be read', ['unreadable', 2], []],
  ['two frames that can’t be read, and a jump', [1, 'unreadable', 'unreadable', 5], [5]],
  ['a jump well after a frame that can’t be read', [1, 'unreadable', 3, 5], [5]],
])('of %s, the right ones show a loss', (_, seqs, losses) => {
  const sequence = new Sequence();
  const found = seqs.filter((seq) => {
    if (seq !== 'unreadable') return sequence.showsLoss(seq);
    sequence.skip();
    return false;
  });
  expect(found).toEqual(losses);
});

test('whatever is wrong in a frame, its events name a chat and at least one ID', () => {
  const frame = { type: 'message.upserted', seq: 4, ts: at, chatID: '!a', ids: ['m1'], entries: [message] };
  let count = 0;
  for (const broken of [
    ...eachBroken(frame),
    ...eachBroken({ ...frame, type: 'chat.deleted', chatID: null }),
  ]) {
    const found = read(broken);
    for (const { chatID, ids } of (found.kind === 'event' && found.events) || []) {
      count++;
      expect(chatID).toMatch(/./);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids.map((id) => typeof id))).toEqual(new Set(['string']));
    }
  }
  expect(count).toBeGreaterThan(100);
});

test('a frame of more than 1,000 messages does not say what changed', () => {
  const frame = (count: number) =>
    readFrame(
      JSON.stringify({
        type: 'message.upserted',
        seq: 1,
        chatID: '!a',
        ids: Array.from({ length: count }, (_, n) => `${n}`),
      }),
    );
  expect(frame(1_000)).toMatchObject({ events: [{ chatID: '!a' }] });
  expect(frame(1_001)).toMatchObject({ kind: 'event', events: null });
});
