import { expect, test } from 'vitest';
import { excerptOf } from '../../../examples/web/src/inbox/excerptOf.ts';
import { timeFormatter } from '../../../examples/web/src/ui/formatTime.ts';
import { type Previewed, previewOf } from '../../../examples/web/src/ui/previewOf.ts';

const message: Previewed = {
  plainText: null,
  isSender: false,
  isDeleted: false,
  senderName: 'Kishan',
  attachments: null,
};
const file = { type: 'IMG', isVoiceNote: null, isGif: null, isSticker: null };

test.each([
  ['its text in one line', { plainText: 'Look\n  up' }, 'Look up'],
  ['who sent it, if that was you', { plainText: 'Yes', isSender: true }, 'You: Yes'],
  ['that it was deleted', { plainText: 'Secret', isDeleted: true }, 'Message deleted'],
  ['a photo', { attachments: [file] }, 'Photo'],
  ['a photo with its caption', { attachments: [file], plainText: 'Harbour' }, 'Photo · Harbour'],
  ['several photos', { attachments: [file, file] }, '2 photos'],
  ['several files', { attachments: [file, { ...file, type: 'VIDEO' }] }, '2 files'],
  ['a voice message', { attachments: [{ ...file, type: 'AUDIO', isVoiceNote: true }] }, 'Voice message'],
  ['a sticker', { attachments: [{ ...file, isSticker: true }] }, 'Sticker'],
  ['a GIF', { attachments: [{ ...file, type: 'VIDEO', isGif: true }] }, 'GIF'],
  ['a video', { attachments: [{ ...file, type: 'VIDEO' }] }, 'Video'],
  ['a song', { attachments: [{ ...file, type: 'AUDIO' }] }, 'Audio'],
  ['a file of another type', { attachments: [{ ...file, type: 'OTHER' }], isSender: true }, 'You: File'],
])('the preview of a message says %s', (_, part, text) => {
  expect(previewOf({ ...message, ...part }, false)).toBe(text);
});

test('the preview of a message in a group says who sent it, in a name that turns no text around', () => {
  expect(previewOf({ ...message, senderName: 'Kis\u202ehan', plainText: '\u202eYes' }, true)).toBe(
    'Kishan: Yes',
  );
});

test.each([
  ['no word occurs in', 'Sounds good', 'train', 'Sounds good'],
  ['a word begins', 'Train at six', 'train', '[Train] at six'],
  ['two words occur in', 'The train leaves at six', 'SIX train', 'The [train] leaves at [six]'],
  ['the hit is far behind in', `${'word '.repeat(20)}then train`, 'train', '…word word word then [train]'],
  ['the words are no pattern in', 'Really? (Yes)', '? (', 'Really[?] [(]Yes)'],
])('of a message that %s, the words are marked', (_, text, query, marked) => {
  const pieces = excerptOf(text, query);
  expect(pieces.map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece)).join('')).toBe(marked);
});

test.each([
  ['2026-11-03T14:05:10', 'now', 'Today'],
  ['2026-11-03T14:05:50', 'now', 'Today'],
  ['2026-11-03T13:40:00', '25 min', 'Today'],
  ['2026-11-03T09:05:00', '09:05', 'Today'],
  ['2026-11-02T23:59:00', 'Mon', 'Yesterday'],
  ['2026-10-28T12:00:00', 'Wed', 'Wednesday 28 October'],
  ['2026-10-27T12:00:00', '27 Oct', 'Tuesday 27 October'],
  ['2025-11-03T12:00:00', '3 Nov 2025', '3 November 2025'],
])('seen from 14:05 on 3 November 2026, %s is %s and %s', (time, relative, day) => {
  const times = timeFormatter('en-GB');
  const now = new Date('2026-11-03T14:05:30');
  expect(times.text(new Date(time), 'relative', now)).toBe(relative);
  expect(times.text(new Date(time), 'day', now)).toBe(day);
});
