import { expect, test } from 'vitest';
import { splitLinks } from '../../../examples/web/src/conversation/splitLinks.ts';

/** The links in a text, as [text, href]. */
const linksOf = (text: string) => splitLinks(text).flatMap(({ text, href }) => (href ? [[text, href]] : []));

test('addresses in a text become links, and the text stays the same', () => {
  const text = 'See https://example.com/a?b=1&c=2#d, and (http://example.org/wiki/Fish_(food)).\nBye';
  expect(linksOf(text)).toEqual([
    ['https://example.com/a?b=1&c=2#d', 'https://example.com/a?b=1&c=2#d'],
    ['http://example.org/wiki/Fish_(food)', 'http://example.org/wiki/Fish_(food)'],
  ]);
  expect(
    splitLinks(text)
      .map(({ text }) => text)
      .join(''),
  ).toBe(text);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(document.domain)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'vbscript:x ftp://example.com //example.com',
  'https://',
  'https://%',
  'http://[::1',
  'prefixhttps://example.com',
  // Another host than it seems.
  'https://bank.example@evil.example/',
  'https://user:password@example.com/',
  '',
])('there is no link in %j', (text) => {
  expect(linksOf(text)).toEqual([]);
});

test('a link ends at brackets of HTML, quotes and characters that turn the text', () => {
  expect(linksOf('<a href="https://example.com/x">')).toEqual([
    ['https://example.com/x', 'https://example.com/x'],
  ]);
  expect(linksOf('https://example.com/\u202egpj.exe')).toEqual([
    ['https://example.com/', 'https://example.com/'],
  ]);
  expect(linksOf('https://example.com/a\u0000b')).toEqual([
    ['https://example.com/a', 'https://example.com/a'],
  ]);
});

test('a hostile text is split in linear time', () => {
  const startedAt = performance.now();
  for (const text of [
    `https://a${')'.repeat(60_000)}`,
    `https://a${'('.repeat(30_000)}${'.'.repeat(30_000)}`,
    'https://'.repeat(8_000),
    'http'.repeat(16_000),
  ])
    splitLinks(text);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
