import { expect, test } from 'vitest';
import { parseRetryAfter } from '../../src/beeper/retryAfter.ts';

test.each([
  ['0', 0],
  ['7', 7],
  [' 120 ', 120],
  ['99999999999', 2_147_483_647],
])('Retry-After %j is %d seconds', (header, seconds) => {
  expect(parseRetryAfter(header)).toBe(seconds);
});

test.each([
  ['IMF-fixdate', (date: Date) => date.toUTCString()],
  ['asctime', (date: Date) => date.toString().replace(/ GMT.*/, '')],
])('Retry-After as an HTTP-date (%s) is the time from now', (_form, write) => {
  const seconds = parseRetryAfter(write(new Date(Date.now() + 30_000)));

  expect(seconds).toBeGreaterThan(27);
  expect(seconds).toBeLessThanOrEqual(30);
});

test('Retry-After in the past is 0 seconds', () => {
  expect(parseRetryAfter('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(0);
});

test.each([null, '', 'soon', '7.5', '-7', '7 s', 'Sometime'])('Retry-After %j has no meaning', (header) => {
  expect(parseRetryAfter(header)).toBeNull();
});
