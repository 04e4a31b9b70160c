import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedChatIDs } from '../../src/sandbox/index.ts';
import { formatOf, plainTextOf } from '../../src/schema/message/textFormat.ts';
import { startPair } from '../support/pair.ts';
import { PlainTexts } from '../support/queryDocuments.ts';

/** As for a message whose text Beeper does not mark. */
async function read(value: string): Promise<{ format: string; text: string }> {
  const text = { value, isPlain: false };
  return { format: await formatOf(text), text: await plainTextOf(text) };
}

test.each([
  ['2 &lt; 3 &amp;&nbsp;4 &#128512; <b>&hellip;</b>', '2 < 3 &\u00a04 😀 …'],
  ['<i>&unknown; &copy &#xZ; ?a=1&copy=2</i>', '&unknown; &copy &#xZ; ?a=1&copy=2'],
  ['<b>&amp;lt;</b>', '&lt;'],
  ['a<br>b<br/>c<br />d', 'a\nb\nc\nd'],
  ['a<br><br>b', 'a\n\nb'],
  ['<p>a</p><p>b</p>', 'a\n\nb'],
  ['<p>a</p>\n<p>b\nc</p>\n', 'a\n\nb c'],
  ['<div>a</div><div>b</div>', 'a\nb'],
  ['<p>a <strong>b <em>c <u>d</u></em></strong> e</p>', 'a b c d e'],
  ['<B>a</B>\t <I >b</I\n>', 'a b'],
  ['<a href="https://example.com/x">here</a>', 'here'],
  ['<a href=\'https://example.com/?a=1&b=2\' title = "<i>">here</a>', 'here'],
  ['<a href="javascript:alert(1)">a</a>', 'a'],
  ['<b>see</b> https://example.com/x?a=1&b=2', 'see https://example.com/x?a=1&b=2'],
  ['<a href="https://matrix.to/#/@kishan:beeper.com">Kishan</a>, look', 'Kishan, look'],
  ['<mx-reply><blockquote>In reply to<br>old</blockquote></mx-reply>new', 'new'],
  ['<pre><code>a\n  b\n   c</code></pre>', 'a\n  b\n   c'],
  ['<pre>\r\na\r\n\r\nb\n</pre>c', 'a\n\nb\n\nc'],
  ['x<pre>\na</pre>', 'x\n\na'],
  ['x<pre>&#10;a</pre>', 'x\n\n\na'],
  ['x<pre><code>\na</code></pre>', 'x\n\n\na'],
  ['<blockquote>a</blockquote><blockquote>b</blockquote>', '> a\n\n> b'],
  ['<h1>Title</h1>text', 'Title\n\ntext'],
  ['a<hr>b', 'a\n\n---\n\nb'],
  ['<blockquote>a<br>b</blockquote>c', '> a\n> b\n\nc'],
  ['<blockquote><p>a</p><blockquote>b</blockquote></blockquote>c', '> a\n>\n> > b\n\nc'],
  [
    '<table><caption>t</caption><tr><th>a</th><th>b</th></tr><tr><td></td><td>c</td></tr></table>',
    't\na\tb\n\tc',
  ],
  ['<details open><summary>a</summary>b</details>', 'a\nb'],
  ['a<img src="mxc://x/y" alt="z">b', 'ab'],
  ['a <img data-mx-emoticon src="mxc://x/y" alt=":party &amp; more:" height="32" /> b', 'a :party & more: b'],
  ["<img alt=':x:' data-mx-emoticon=\"\" title='y'>", ':x:'],
  ['<img data-mx-emoticon>', ''],
  ['<span data-mx-spoiler>secret</span><span data-mx-spoiler="why">!</span>', 'secret!'],
  ['<b>Tom</b> & Jerry <3 x < y', 'Tom & Jerry <3 x < y'],
  ['<b>👩‍👩‍👧</b> שלום', '👩‍👩‍👧 שלום'],
  ['<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>', '<script>alert(1)</script>'],
  ['<b></b>', ''],
])('%j is HTML and becomes %j', async (html, text) => {
  expect(await read(html)).toEqual({ format: 'HTML', text });
});

test('lists keep their lines, bullets and numbers, also when nested', async () => {
  const html =
    '<ul>\n<li>a</li>\n<li>b<ul><li>c<br>d</li></ul></li>\n</ul>\n<ol start="3"><li><p>x</p><p>y</p></li><li></li><li>z</li></ol>';
  const { text } = await read(html);
  expect(text.split('\n')).toEqual([
    ...[' * a', ' * b', '   * c', '     d', ''],
    ...[' 3. x', '', '    y', '', ' 4. ', ' 5. z'],
  ]);
});

/** What people write and paste: markup of other kinds, code, and HTML that is not Matrix' or has a mistake. */
const plainTexts = [
  ...[
    '',
    ' ',
    'Line one\nLine two\n\n  indented',
    'a\r\nb',
    'Tom & Jerry',
    '?a=1&copy=2',
    // Not all that HTML escapes is escaped.
    'write &amp; for &',
    '&lt;b> is bold',
    '&copy; 2026',
    '&AMP;',
  ],
  ...[
    'reply to <ada@example.com> please',
    'if a<b and c>d then',
    'a < b > c',
    'I <3 you </3',
    '<',
    '<>',
    '</>',
  ],
  ...[
    'List<String> xs',
    'Map<String, List<i>>',
    'vector<int> a<b>',
    'Hello <World',
    '<https://example.com/a>',
  ],
  ...[
    'code: <script>x</script> end',
    '<style>p { color: red }</style>',
    '<iframe src="x"></iframe>',
    '<svg/>',
  ],
  ...[
    '<!-- hidden -->',
    '<b>a</b><!-- x -->',
    '<!DOCTYPE html><p>a</p>',
    '<?php echo 1 ?>',
    '<b>a</b><![CDATA[x]]>',
  ],
  ...['<b>a', 'a</b>', '<b>a <i>b</b></i>', '<p>a<p>b</p>', '<p/>', '</br>', '<ul><li>a</ul>', '<b', '<b '],
  ...['<b>a</b', '<b>a</b> <World', '<b>a</b> <String>', '<b>a</b x="y">', '< b>a</b>', '<b>a</ b>'],
  ...[
    '<a href=x>a</a>',
    '<a href="x>a</a>',
    '<a href="x"title="y">a</a>',
    '<img src=x onerror=alert(1)>',
    '<b c>a</b>',
  ],
  ...[
    '<b="x">a</b>',
    '<br/ >',
    '</br/>',
    '<bx',
    '<b/>a</b>',
    '<b:c>a</b:c>',
    '<bb>a</bb>',
    '<x-b>a</x-b>',
    '<constructor></constructor>',
  ],
];

test.each([
  ['a &amp; b', 'a & b'],
  ['2 &lt; 3 &amp; 4', '2 < 3 & 4'],
  // What was typed has references itself: they are unescaped once.
  ['&amp;amp; &amp;lt;b&amp;gt;', '&amp; &lt;b&gt;'],
  ['She said &quot;it&#39;s 5 &gt; 4&#x27;&quot;\nand left', 'She said "it\'s 5 > 4\'"\nand left'],
])('%j is HTML without elements, as Beeper makes of %j', async (html, text) => {
  expect(await read(html)).toEqual({ format: 'HTML', text });
});

test.each(plainTexts)('%j is plain text and stays as written', async (text) => {
  expect(await read(text)).toEqual({ format: 'PLAIN', text });
});

test('text that Beeper marks as plain is never HTML', async () => {
  const text = { value: '<b>a</b>\nb', isPlain: true };
  expect([await formatOf(text), await plainTextOf(text)]).toEqual(['PLAIN', '<b>a</b>\nb']);
});

test('text without a tag of Matrix HTML stays as written', async () => {
  const piece = fc.constantFrom(
    ...[
      '<',
      '>',
      '/',
      '</',
      '&',
      '&copy;',
      '"',
      "'",
      '=',
      '!',
      '--',
      ' ',
      '\n',
      'a',
      'script',
      'String',
      '@',
      '3',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
      const value = pieces.join('');
      fc.pre(!/<\/?a[^a-z]/i.test(value));
      expect(await read(value)).toEqual({ format: 'PLAIN', text: value });
    }),
    { numRuns: 500 },
  );
});

test('escaped text between elements becomes the text again', async () => {
  const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((text) => !/[ \t\n\r\f]/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), async (words) => {
      const html = words.map((text) => text.replaceAll(/[&<>"]/g, (character) => escaped[character] ?? ''));
      const { text } = await read(`<p>${html.join(' <b>x</b><br>\n')}</p>`);
      expect(text).toBe(words.join(' x\n'));
    }),
    { numRuns: 300 },
  );
});

test('nesting of 100 elements is HTML, of 101 plain text', async () => {
  const nested = (depth: number) => `${'<i>'.repeat(depth)}a${'</i>'.repeat(depth)}`;
  expect(await read(nested(100))).toEqual({ format: 'HTML', text: 'a' });
  expect(await read(nested(101))).toEqual({ format: 'PLAIN', text: nested(101) });
});

test('a long text is not truncated', async () => {
  const long = 'A word. '.repeat(15_000).trim();
  expect((await read(`<p>${long}</p>`)).text).toBe(long);
  expect((await read(`<p>${long.repeat(3)}</p>`)).text).toBe(`<p>${long.repeat(3)}</p>`);
});

/** CPU seconds of this process, which do not depend on the load of the machine as wall time does. */
async function cpuSecondsOf(task: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const wrap = (content: string, tags: readonly string[]): string =>
  tags.reduceRight((inner, tag) => `<${tag}>${inner}</${tag.split(' ')[0]}>`, content);
const times = (count: number, ...tags: string[]): string[] => Array<string[]>(count).fill(tags).flat();
const fill = (piece: string) => piece.repeat(64_000 / piece.length);

const hostile: readonly (readonly [name: string, text: string])[] = [
  ...['<', '<b', '<b>', '</b>', '<!--', '<b a="', '<b a ', '<blockquote>'].map(
    (piece) => [piece, fill(piece)] as const,
  ),
  ...['<b></b>', '<b>x</b>', '<br>', 'x<br>', '<hr>', '<p>x</p>', '<li></li>', '<pre>\n</pre>'].map(
    (piece) => [piece, fill(piece)] as const,
  ),
  ...['&amp;', '&#60;', '&a;', '&', '&#', '< ', ' ', '\n', 'a '].map(
    (piece) => [`${piece} in an element`, wrap(fill(piece), ['b'])] as const,
  ),
  ...[' a=""', ' data-mx-a', ' a="', ' ', 'a'].map(
    (piece) => [`${piece} in a tag`, `<br ${fill(piece)}>`] as const,
  ),
  ...['x<br>', '<br>', '<hr>', '<p>x</p>'].map(
    (piece) => [`${piece} in quotes`, wrap(`${fill(piece)}x`, times(99, 'blockquote'))] as const,
  ),
  ['lines in quotes', wrap(`${fill('\nx')}x`, [...times(98, 'blockquote'), 'pre'])],
  ['blank lines in quotes', wrap(`x${fill('\n')}x`, [...times(98, 'blockquote'), 'pre'])],
  ['lines in lists', wrap(fill('x<br>'), times(50, 'ol start="999999999"', 'li'))],
  ['a list', wrap(fill('<li>x</li>'), ['ol start="999999999"'])],
  ['deep lists', wrap('x', times(50, 'ul', 'li')).repeat(70)],
  ['a table', wrap(fill('<tr><td>a</td><td></td></tr>'), ['table'])],
  ['a row', wrap(fill('<td></td>'), ['table', 'tr'])],
];

test.each(hostile)(
  '64 kB of hostile HTML take less than one CPU second and do not grow much: %s',
  async (_, text) => {
    let plainText = '';

    const seconds = await cpuSecondsOf(async () => {
      plainText = (await read(text)).text;
    });

    expect(seconds).toBeLessThan(1);
    expect(plainText.length).toBeLessThan(200_000);
  },
);

test('many HTML texts at once wait for turns of the event loop, and texts without a tag wait for nothing', async () => {
  const texts = Array.from({ length: 200 }, () => ({ value: fill('x<br>'), isPlain: false }));

  const results = texts.map(plainTextOf);

  expect(results.filter((result) => result instanceof Promise).length).toBeGreaterThan(100);
  expect(plainTextOf({ value: 'a > b', isPlain: false })).toBe('a > b');
  expect(formatOf({ value: '<b>a</b>', isPlain: true })).toBe('PLAIN');
  expect(new Set(await Promise.all(results)).size).toBe(1);
});

test('a text is read once for all of its fields', async () => {
  let uses = 0;
  const text = {
    get value() {
      uses++;
      return '<b>a</b>';
    },
    isPlain: false,
  };
  await plainTextOf(text);
  const usesForOneField = uses;
  await formatOf(text);
  expect(uses - usesForOneField).toBeLessThan(usesForOneField);
});

test('200 hostile messages in one answer do not stop the event loop for a second', async () => {
  await using pair = await startPair();
  const chat = pair.sandbox.chats.get(seedChatIDs.kishan);
  const [sample] = chat?.messages ?? [];
  if (!chat || !sample) throw new Error('The chat has no message');
  chat.messages = Array.from({ length: 200 }, (_, n) => ({
    ...sample,
    id: String(1_000 + n),
    sortKey: String(1_000 + n),
    text: fill(n % 2 === 0 ? '<b>x</b>' : 'x<br>'),
  }));
  let longest = 0;
  let lastTurn = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - lastTurn);
    lastTurn = performance.now();
  }, 1);

  const { data } = await pair.gateway.query(PlainTexts, { chatID: chat.id });

  clearInterval(timer);
  const nodes = data?.chat?.messages?.nodes ?? [];
  expect(nodes).toHaveLength(200);
  expect(
    nodes.every((node) => node?.textFormat === 'HTML' && /^[x\n]{8000,}$/.test(node.plainText ?? '')),
  ).toBe(true);
  expect(longest).toBeLessThan(1_000);
});
