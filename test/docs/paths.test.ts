import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { read } from './fences.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n');

test.each(documents)('every file of the project that %s names exists', (document) => {
  // A name with a placeholder, as in `src/sandbox/routes/<resource>.ts`, is not a path.
  const paths = [
    ...read(document).matchAll(/\b(?:src|test|bench|docs|scripts|examples|ops)\/[\w./-]*\w\b(?![\w<*{…-])/g),
  ];

  expect(paths.map(([path]) => path).filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
});
