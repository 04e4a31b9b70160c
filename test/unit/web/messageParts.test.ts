import { expect, test } from 'vitest';
import { averageColor } from '../../../examples/web/src/conversation/averageColor.ts';
import { fileSizeText } from '../../../examples/web/src/conversation/fileSize.ts';
import { type Sent, sendStateOf } from '../../../examples/web/src/conversation/sendStatus.ts';
import { plainName } from '../../../examples/web/src/ui/plainName.ts';

const sent = (status: string | null, more: Partial<NonNullable<Sent['sendStatus']>> = {}): Sent => ({
  sendStatus: { status, message: null, reason: null, deliveredToUsers: null, ...more },
  seen: null,
});

test('an own message says what became of it, and why it failed', () => {
  expect(sendStateOf({ sendStatus: null, seen: null })).toBeNull();
  expect(sendStateOf(sent('OTHER'))).toBeNull();
  expect(sendStateOf(sent('PENDING'))?.text).toBe('Sending');
  expect(sendStateOf(sent('SUCCESS'))?.text).toBe('Sent');
  expect(sendStateOf(sent('SUCCESS', { deliveredToUsers: ['@a'] }))?.text).toBe('Delivered');
  expect(sendStateOf({ ...sent('SUCCESS'), seen: { isSeen: true, by: null } })?.text).toBe('Seen');
  const by = [{ isSeen: true }, { isSeen: true }, { isSeen: false }];
  expect(sendStateOf({ ...sent(null), seen: { isSeen: true, by } })?.text).toBe('Seen by 2');
  expect(sendStateOf(sent('FAIL_PERMANENT', { reason: 'm.no_permission' }))).toEqual({
    state: 'failed',
    text: 'Not sent: you are not allowed to do that in this chat',
  });
  expect(sendStateOf(sent('FAIL_RETRIABLE', { message: 'The bridge is not connected' }))?.text).toBe(
    'Not sent: The bridge is not connected',
  );
});

test('a name turns nothing that follows it', () => {
  expect(plainName('\u202eada\u2067 \u0000Lovelace\u200f')).toBe('ada Lovelace');
  expect(plainName('אדה 👩‍💻')).toBe('אדה 👩‍💻');
});

test('the average color of a picture is read from its BlurHash', () => {
  expect(averageColor('LZD[-K%1WCRlJ5j@WVfR0$I;fjxZ')).toMatch(/^#[0-9a-f]{6}$/);
  // The third to sixth characters are 0xff0000 in base 83.
  expect(averageColor('L0TI:j')).toBe('#ff0000');
  for (const broken of [null, '', 'L0', 'L0"""""', 'L0~~~~~']) expect(averageColor(broken)).toBeNull();
});

test('sizes of files are in kB and MB', () => {
  expect([null, 1, 39_422, 6_000_000].map(fileSizeText)).toEqual(['', '1 kB', '40 kB', '6.0 MB']);
});
