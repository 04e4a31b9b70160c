import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusalCodes } from '../../src/http/refusalCodes.ts';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

test('the table of refused requests in docs/errors.md lists every code once and nothing else', () => {
  const [, section = ''] = /\n## Refused requests\n(.*?)\n## /s.exec(page) ?? [];
  const codes = [...section.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(codes.toSorted()).toEqual(Object.keys(refusalCodes).toSorted());
});
