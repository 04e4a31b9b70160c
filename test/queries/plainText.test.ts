import { expect, test, vi } from 'vitest';
import { toPlainText } from '../../src/schema/message/plainText.ts';

test.each([
  ['2 &lt; 3 &amp;&nbsp;4 &#128512; &hellip;', '2 < 3 &\u00a04 😀 …'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<p>a</p><p>b</p>', 'a\n\nb'],
  ['<p>a <strong>b <em>c <u>d</u></em></strong> e</p>', 'a b c d e'],
  ['<a href="https://example.com/x">here</a>', 'here'],
  ['see https://example.com/x?a=1&b=2', 'see https://example.com/x?a=1&b=2'],
  ['<a href="https://matrix.to/#/@kishan:beeper.com">Kishan</a>, look', 'Kishan, look'],
  ['<mx-reply><blockquote>In reply to<br>old</blockquote></mx-reply>new', 'new'],
  ['<pre><code>a\n  b\n   c</code></pre>', 'a\n  b\n   c'],
  ['<h1>Title</h1>text', 'Title\n\ntext'],
  ['<blockquote>a<br>b</blockquote>c', '> a\n> b\n\nc'],
  ['a<img src="mxc://x/y" alt="z">b', 'ab'],
  ['<span data-mx-spoiler="why">secret</span>', 'secret'],
  ['Tom & Jerry <3 x < y', 'Tom & Jerry <3 x < y'],
  ['👩‍👩‍👧 שלום', '👩‍👩‍👧 שלום'],
  ['', ''],
])('%j becomes %j', (html, text) => {
  expect(toPlainText(html)).toBe(text);
});

test('lists keep their lines, bullets and numbers, also when nested', () => {
  const html = '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ol start="3"><li>x</li><li>y</li></ol>';
  expect(toPlainText(html).split('\n')).toEqual([' * a', ' * b', '   * c', '', ' 3. x', ' 4. y']);
});

test.each([
  ['a<script>alert(1)</script>b', 'ab'],
  ['a<script>alert(1)', 'a'],
  ['a<style>p { color: red }</style>b', 'ab'],
  ['a<!-- hidden -->b<!-- without an end', 'ab'],
  ['<b>a <i>b <a href="', 'a b'],
  ['</div>a</b>', 'a'],
  ['<a href="javascript:alert(1)">a</a>', 'a'],
  ['<img src=x onerror=alert(1)>a', 'a'],
  ['<iframe src="javascript:alert(1)"></iframe>a', 'a'],
])('%s becomes text without the script: %j', (html, text) => {
  expect(toPlainText(html)).toBe(text);
});

test('escaped markup stays text', () => {
  expect(toPlainText('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe('<script>alert(1)</script>');
});

const long = 'A word. '.repeat(15_000).trim();

test('a long text is not truncated', () => {
  expect(toPlainText(`<p>${long}</p>`)).toBe(long);
});

test('a long text causes no warning on the console, which could contain the message', () => {
  using warn = vi.spyOn(console, 'warn').mockImplementation(() => {});

  toPlainText(`<p>${long}</p>`);

  expect(warn).not.toHaveBeenCalled();
});

/** CPU seconds of this process, which do not depend on the load of the machine as wall time does. */
function cpuSecondsOf(task: () => void): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const tags = ['div', 'b', 'p', 'ul><li', 'ol><li', 'blockquote', 'table><tr><td', 'a href=x', 'h1', 'pre'];
const hostile = [
  ...[...tags, 'mx-reply', 'span'].map((tag): [string, string] => [`<${tag}>`, '']),
  ...['<', '&', '<br>', '<!--', ' ', '\n', '&#x', 'a ', '<ul><li>x</ul>'].map((text): [string, string] => [
    text,
    '',
  ]),
];

test.each(hostile)('100 kB of %j take less than one CPU second', (text) => {
  const html = text.repeat(100_000 / text.length);

  expect(cpuSecondsOf(() => toPlainText(html))).toBeLessThan(1);
});

test.each(['blockquote', 'ul><li', 'ol><li'])(
  'many lines deep inside <%s> take less than one CPU second and become less than 1 MB',
  (tag) => {
    const html = `<${tag}>`.repeat(400) + 'x<br>'.repeat(4_000);
    let text = '';

    const seconds = cpuSecondsOf(() => {
      text = toPlainText(html);
    });

    expect(seconds).toBeLessThan(1);
    expect(text.length).toBeLessThan(1_000_000);
  },
);
