import { expect, test } from 'vitest';
import {
  firstUnreadOf,
  type TimelineMessage,
  timelineOf,
} from '../../../examples/web/src/conversation/timeline.ts';

/** A message of Kishan on 14 August 2026 at this time of the time zone of the test. */
function message(id: string, time: string, more: Partial<TimelineMessage> = {}): TimelineMessage {
  return {
    id,
    chatID: 'chat',
    type: 'TEXT',
    timestamp: new Date(`2026-08-14T${time}:00`).toISOString(),
    senderID: '@kishan',
    isSender: false,
    isHidden: false,
    isDeleted: false,
    sentWithKey: null,
    ...more,
  };
}

/** Rows in short: `day`, `unread`, or the ID with `<` at the start of a group and `>` at its end. */
const rowsOf = (messages: TimelineMessage[], firstUnreadID: string | null = null) =>
  timelineOf(messages, firstUnreadID).map((row) =>
    row.kind === 'message'
      ? `${row.startsGroup ? '<' : ''}${row.message.id}${row.endsGroup ? '>' : ''}`
      : row.kind,
  );

test('messages of one sender within five minutes are a group', () => {
  const own = { isSender: true, senderID: '@me' };
  expect(
    rowsOf([
      message('a', '10:00'),
      message('b', '10:01'),
      message('c', '10:02', own),
      message('d', '10:03'),
      message('e', '10:30'),
      message('notice', '10:31', { type: 'NOTICE' }),
      message('other network', '10:31', { chatID: 'part' }),
    ]),
  ).toEqual(['day', '<a', 'b>', '<c>', '<d>', '<e>', '<notice>', '<other network>']);
});

test('each day has its own line, also where timestamps are out of order', () => {
  const earlier = { timestamp: '2019-05-01T10:00:00.000Z' };
  expect(
    rowsOf([
      message('a', '10:00'),
      message('b', '10:00', earlier),
      message('c', '10:00'),
      message('d', '10:00', { timestamp: null }),
    ]),
  ).toEqual(['day', '<a>', 'day', '<b>', 'day', '<c>', '<d>']);
});

test('the line of unread messages begins a group, and hidden messages are not shown', () => {
  const messages = [
    message('a', '10:00'),
    message('b', '10:01'),
    message('hidden', '10:01', { isHidden: true }),
    message('mine', '10:02', { isSender: true }),
    message('c', '10:02'),
  ];
  expect(firstUnreadOf(messages, 2)).toBe('b');
  expect(rowsOf(messages, 'b')).toEqual(['day', '<a>', 'unread', '<b>', '<mine>', '<c>']);
  expect(firstUnreadOf(messages, 0)).toBeNull();
  expect(firstUnreadOf(messages, null)).toBeNull();
  // It is further up than what is loaded.
  expect(firstUnreadOf(messages, 9)).toBeNull();
});

test('a message that is there under its pending and its final ID is shown once, in the row of its copy', () => {
  const sent = { isSender: true, sentWithKey: 'key-1' };
  const rows = timelineOf([message('m1', '10:00', sent), message('1343993', '10:00', sent)], null);
  expect(rows.flatMap((row) => (row.kind === 'message' ? [[row.key, row.message.id]] : []))).toEqual([
    ['key-1', '1343993'],
  ]);
});
