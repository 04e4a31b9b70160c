import { expect, test } from 'vitest';
import { isBlank, toASCIIDigits, trimInvisible } from '../../src/schema/characters.ts';

const everyCharacter = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint)
  .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
  .map((codePoint) => String.fromCodePoint(codePoint));

test('the decimal digits of every script become 0 to 9', () => {
  const digits = everyCharacter.filter((character) => /\p{Nd}/u.test(character));

  // In the order of Unicode, each script has its digits from 0 to 9.
  expect(toASCIIDigits(digits.join(''))).toBe('0123456789'.repeat(digits.length / 10));
  expect(digits.length).toBeGreaterThan(600);
});

test('other characters with a numeric value stay', () => {
  expect(toASCIIDigits('²½Ⅷ①四a')).toBe('²½Ⅷ①四a');
});

test('white space, controls, format characters and fillers are blank', () => {
  const blank =
    '\u0000\t\n\u0085\u00a0\u00ad\u034f\u115f\u180e\u200b\u200d\u2028\u202e\u2066\u3000\u3164\ufe0f\ufeff';
  expect(isBlank(blank)).toBe(true);
  expect(isBlank('')).toBe(true);
  for (const visible of ['a', '.', '👋', 'ـ', '\ufffd', '\ud800', '0']) {
    expect(isBlank(`${blank}${visible}${blank}`)).toBe(false);
  }
});

test('invisible characters are removed at both ends and stay inside', () => {
  expect(trimInvisible('\ufeff\u202a a\u200d b \u202c\n')).toBe('a\u200d b');
  expect(trimInvisible('\u200b \u{e0001}')).toBe('');
});

test.each([' ', '\u200b', '\u{e0001}', ' x'])('a long run of %j inside a text takes bounded time', (run) => {
  const startedAt = performance.now();

  trimInvisible(`a${run.repeat(200_000)}b`);

  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
