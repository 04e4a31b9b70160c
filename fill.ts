import { readFileSync, writeFileSync } from 'node:fs';
import { startPair } from './test/support/pair.ts';
const compact = (v: unknown, indent = 0): string => {
  const one = JSON.stringify(v, null, 1).replace(/\n\s*/g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']');
  const spaced = one.replace(/^\{ ?/, '{ ').replace(/ ?\}$/, ' }');
  if (v === null || typeof v !== 'object') return JSON.stringify(v);
  if (indent > 1 && indent * 2 + spaced.length < 110) return spaced;
  const pad = '  '.repeat(indent + 1);
  if (Array.isArray(v)) return `[\n${v.map((x) => pad + compact(x, indent + 1)).join(',\n')}\n${'  '.repeat(indent)}]`;
  return `{\n${Object.entries(v).map(([k, x]) => `${pad}${JSON.stringify(k)}: ${compact(x, indent + 1)}`).join(',\n')}\n${'  '.repeat(indent)}}`;
};
const [, , from, to] = process.argv;
await using pair = await startPair({ sendAfterMs: 0 });
let text = readFileSync(from!, 'utf8');
const parts = text.split(/(```graphql\n[^]*?```\n)/);
let out = '';
for (const part of parts) {
  out += part;
  const m = /^```graphql\n([^]*?)```\n$/.exec(part);
  if (!m) continue;
  const r = await pair.gateway.send(m[1]!);
  const a: any = await r.json();
  if (a.errors) console.log(m[1], JSON.stringify(a.errors));
  out += `\`\`\`json\n${compact(a)}\n\`\`\`\n`;
}
writeFileSync(to!, out);
process.exit(0);
