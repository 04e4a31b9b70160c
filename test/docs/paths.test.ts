import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n');

test.each(documents)('every file of the project that %s names exists', (document) => {
  const text = readFileSync(`${root}/${document}`, 'utf8');
  // A name with a placeholder, as in `src/sandbox/routes/<resource>.ts`, is not a path.
  const paths = [
    ...text.matchAll(/\b(?:src|test|bench|docs|scripts|examples|ops)\/[\w./-]*\w\b(?![\w<*{…-])/g),
  ];

  expect(paths.map(([path]) => path).filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
});
