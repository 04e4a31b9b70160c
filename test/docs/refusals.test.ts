import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalCodes } from '../../src/http/refusalCodes.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the README’s table of refused requests lists every code once and nothing else', () => {
  const [, section = ''] = /\n### Refused requests\n(.*?)\n### /s.exec(readme) ?? [];
  const codes = [...section.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(codes.toSorted()).toEqual(Object.keys(refusalCodes).toSorted());
});
