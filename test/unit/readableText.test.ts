import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameText } from '../../src/resolvers/message/readableText.ts';
import { toMatrixHTML } from '../../src/sandbox/world/markdown.ts';

const stored = (value: string) => ({ value, isPlain: false });

const same: readonly [string, string][] = [
  ['# not a title', '<h1>not a title</h1>'],
  ['# not a title', '# not a title'],
  ['+ x', '<ul><li>x</li></ul>'],
  ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
  ['> quoted', '<blockquote>quoted</blockquote>'],
  ['https://e.example/a_b_c', 'https://e.example/a<em>b</em>c'],
  [
    '**bold** and _not_ ~~so~~ `code`',
    '<strong>bold</strong> and <em>not</em> <del>so</del> <code>code</code>',
  ],
  ['**bold**', 'bold'],
  ['[a link](https://e.example/x)', '<a href="https://e.example/x">a link</a>'],
  ['![a cat](https://e.example/x)', '!<a href="https://e.example/x">a cat</a>'],
  ['&amp; &lt;b&gt;', '&amp;amp; &amp;lt;b&amp;gt;'],
  ['&amp; &lt;b&gt;', '<p>&amp;amp; &amp;lt;b&amp;gt;</p>'],
  ['a & b', 'a &amp; b'],
  ['a & b', 'a &amp;amp; b'],
  ['a\r\nb', 'a\nb'],
  ['a\r\nb', 'a<br>b'],
  ['a\n \n\t\nb', 'a\n\nb'],
  ['a  b ', 'a b'],
  ['\\# not a title', '# not a title'],
  ['\\**a**', '\\<strong>a</strong>'],
  ['<https://e.example/x>', '<a href="https://e.example/x">https://e.example/x</a>'],
  ['a < b', 'a < b'],
  ['😀 👨‍👩‍👧', '😀 👨‍👩‍👧'],
];

for (const [sent, found] of same) {
  test(`${JSON.stringify(sent)} reads as ${JSON.stringify(found)}`, () => {
    expect(sameText(sent, stored(found))).toBe(true);
  });
}

const different: readonly [string, string][] = [
  ['ok', 'ok!'],
  ['ok', 'OK'],
  ['-1', '1'],
  ['a-b', 'ab'],
  ['a b', 'ab'],
  ['yes', ''],
  ['see [1]', 'see 1'],
  ['a < b', 'a > b'],
];

for (const [sent, found] of different) {
  test(`${JSON.stringify(sent)} does not read as ${JSON.stringify(found)}`, () => {
    expect(sameText(sent, stored(found))).toBe(false);
  });
}

test('a text that Beeper says is plain keeps what looks like HTML', () => {
  expect(sameText('a <b>bold</b> word', { value: 'a <b>bold</b> word', isPlain: true })).toBe(true);
  expect(sameText('a <b>bold</b> word', { value: 'a bold word', isPlain: true })).toBe(false);
});

test('a message without text is not the same as any text', () => {
  expect(sameText('ok', null)).toBe(false);
});

test('a text is the same as what Beeper stores of it', () => {
  const marks = fc.constantFrom(
    '# ',
    '> ',
    '- ',
    '**a**',
    '_b_',
    '`c`',
    '~~d~~',
    '[e](https://f.example)',
    '&amp;',
    '<',
    '\n',
  );
  const text = fc.array(fc.oneof(marks, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 8 });
  fc.assert(
    fc.property(
      text.map((parts) => parts.join('')),
      (sent) => sameText(sent, stored(toMatrixHTML(sent))),
    ),
    { numRuns: 2_000 },
  );
});
