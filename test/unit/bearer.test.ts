import { expect, test } from 'vitest';
import { bearerToken, tokenOf } from '../../src/common/bearer.ts';

test.each([
  ['Bearer abc', 'abc'],
  ['bearer abc', 'abc'],
  ['BEARER   aZ09-._~+/==  ', 'aZ09-._~+/=='],
])('the token of the header %j is %j', (header, token) => {
  expect(tokenOf(header, 'fallback')).toBe(token);
});

test.each(['Bearer', 'Bearer ', 'Bearer two words', 'Bearer ä', 'bearer =', 'Bearer a=b', 'Bearer\tabc'])(
  'the malformed header %j gives no token and does not select the fallback',
  (header) => {
    expect(tokenOf(header, 'fallback')).toBeNull();
  },
);

test.each([null, '', 'Basic abc', 'Bearers abc', 'abc'])(
  'the header %j has no bearer token, so the fallback is used',
  (header) => {
    expect(tokenOf(header, 'fallback')).toBe('fallback');
    expect(tokenOf(header, null)).toBeNull();
  },
);

test('a bare token has the same syntax as one in a header', () => {
  for (const token of ['abc', 'aZ09-._~+/==']) expect(token).toMatch(bearerToken);
  for (const token of ['', 'two words', 'line\nbreak', 'a=b', 'abc\n'])
    expect(token).not.toMatch(bearerToken);
});
