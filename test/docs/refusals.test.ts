import { expect, test } from 'vitest';
import { refusalCodes } from '../../src/http/refusalCodes.ts';
import { read } from './fences.ts';

test('the table of refused requests in docs/errors.md lists every code once and nothing else', () => {
  const [, section = ''] = /\n## Refused requests\n(.*?)\n## /s.exec(read('docs/errors.md')) ?? [];
  const codes = [...section.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(codes.toSorted()).toEqual(Object.keys(refusalCodes).toSorted());
});
