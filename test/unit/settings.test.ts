import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingNames } from '../../src/config/settings.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1]).toSorted();

const known = settingNames.toSorted();

test('.env.example lists every setting once and nothing else', () => {
  expect(namesIn(read('.env.example'), /^#? ?([A-Z][A-Z_]+)=/gm)).toEqual(known);
});

test('the table in the README lists every setting once and nothing else', () => {
  const [, section = ''] = read('README.md').split('\n## Settings\n');
  const rows = section
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+`/.test(line))
    .map((line) => line.split('|')[1]);
  expect(namesIn(rows.join('\n'), /`([A-Z_]+)`/g)).toEqual(known);
});
