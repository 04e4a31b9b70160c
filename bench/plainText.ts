import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toPlainText } from '../src/common/matrixText/plainText.ts';
import { startSandbox } from '../src/sandbox/index.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * Measures the conversion of hostile messages of 64 KB: `npm run build && npx tsx bench/plainText.ts`.
 * First each alone in this process, in milliseconds of the fastest of `--runs`. Then 200 of them in one answer of the
 * built server: how long its event loop was blocked at most. The last row selects the texts too, which are 13 MB.
 */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '50' } } });

const size = 65_536;
const wrap = (content: string, tags: readonly string[]): string =>
  tags.reduceRight((inner, tag) => `<${tag}>${inner}</${tag.split(' ')[0]}>`, content);
const times = (count: number, ...tags: string[]): string[] => Array<string[]>(count).fill(tags).flat();
const fill = (piece: string, tags: readonly string[] = []): string =>
  wrap(piece.repeat((size - wrap('', tags).length) / piece.length), tags);

const hostile: Readonly<Record<string, string>> = {
  'empty elements': fill('<b></b>'),
  'elements with a letter': fill('<b>x</b>'),
  lines: fill('x<br>'),
  'blank lines': fill('<br>', ['b']),
  rules: fill('<hr>'),
  paragraphs: fill('<p>x</p>'),
  'lines in 100 quotes': fill('x<br>', times(100, 'blockquote')),
  'blank lines in 100 quotes': fill('\n', [...times(98, 'blockquote'), 'pre']),
  numbers: fill('<li>x</li>', ['ol start="999999999"']),
  'lines in 50 numbers': fill('x<br>', times(50, 'ol start="999999999"', 'li')),
  'deep lists': fill(wrap('x', times(50, 'ul', 'li'))),
  'lists in items': fill('<ol><li>x</li></ol>', ['ol', 'li']),
  'paragraphs in 98 quotes': fill('<p>x</p>', times(98, 'blockquote')),
  'preformatted lines': fill('a\n', ['pre']),
  'preformatted blocks': fill('<pre>\n\nx</pre>'),
  rows: fill('<tr><td>a</td><td></td></tr>', ['table']),
  cells: fill('<td></td>', ['table', 'tr']),
  entities: fill('&amp;', ['b']),
  'distinct entities': wrap(Array.from({ length: 8_000 }, (_, n) => `&#${n + 1000};`).join(''), ['b']),
  'unknown entities': fill('&a;', ['b']),
  'distinct unknown entities': wrap(Array.from({ length: 9_000 }, (_, n) => `&_${n + 1000};`).join(''), [
    'b',
  ]),
  'elements with an entity': fill('<b>&amp;</b>'),
  attributes: `<b${' a=""'.repeat(13_000)}></b>`,
  'an attribute without an end': `<b a="${'x'.repeat(65_000)}</b>`,
  'tags in capitals': fill('<B>x</B>'),
  'white space in tags': fill('<b >x</b\n>'),
  'spaces around elements': fill(' <b> </b>'),
  'spaces to collapse': fill('x  <b>y  </b>'),
  words: fill('a ', ['b']),
  'less-than signs': fill('< ', ['b']),
  'an ordinary message': fill('<p>a &amp; <b>b</b><br>\n<i>c</i> </p>\n'),
  'a mistake at the end': `${fill('<p>a &amp; <b>b</b><br>\n<i>c</i> </p>\n')}<x>`,
};

for (const [name, html] of Object.entries(hostile)) {
  let best = Number.POSITIVE_INFINITY;
  let length = 0;
  for (let run = 0; run < Number(values.runs); run++) {
    const startedAt = performance.now();
    length = (toPlainText(html) ?? html).length;
    best = Math.min(best, performance.now() - startedAt);
  }
  console.log(`${name.padEnd(28)} ${best.toFixed(1).padStart(5)} ms, ${html.length} → ${length} characters`);
}

const sandbox = await startSandbox();
const probeFile = join(mkdtempSync(join(tmpdir(), 'bench-')), 'blocks');
writeFileSync(probeFile, '');
const probe = new URL('support/eventLoopProbe.js', import.meta.url).href;
const gateway = await startBuiltGateway(sandbox, {
  BENCH_PROBE_FILE: probeFile,
  NODE_OPTIONS: `--import=${probe}`,
});
const [chat] = sandbox.chats.values();
if (!chat) throw new Error('The sandbox has no chat.');
const [sample] = chat.messages;
if (!sample) throw new Error('The chat has no message.');

/** @returns the longest time in milliseconds that the gateway's event loop did not turn since the last call. */
function longestBlock(): number {
  const blocks = readFileSync(probeFile, 'utf8').split('\n').map(Number);
  writeFileSync(probeFile, '');
  return Math.max(...blocks);
}

async function ask(fields: string): Promise<void> {
  const response = await fetch(`${gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query ($id: ID!) { chat(id: $id) { messages(first: 200) { nodes { ${fields} } } } }`,
      variables: { id: chat?.id },
    }),
  });
  const text = await response.text();
  if (text.includes('"errors"')) throw new Error(text.slice(0, 1_000));
}

const kinds = Object.values(hostile);
chat.messages = Array.from({ length: 200 }, (_, n) => ({
  ...sample,
  id: String(1_000 + n),
  sortKey: String(1_000 + n),
  text: kinds[n % kinds.length] ?? '',
}));
await ask('plainText');
for (const fields of ['id', 'textFormat', 'plainText', 'text textFormat plainText']) {
  longestBlock();
  const startedAt = performance.now();
  const cpuAtStart = gateway.cpuMs();
  await ask(fields);
  console.log(
    `200 messages { ${fields} }: ${(performance.now() - startedAt).toFixed(0)} ms, ${gateway.cpuMs() - cpuAtStart} ms of processor time, the event loop blocked for ${longestBlock().toFixed(0)} ms at most`,
  );
}

gateway.stop();
await sandbox.close();
