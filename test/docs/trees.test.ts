import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { fencesOf } from './fences.ts';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
}).split('\n');

test.each(['CONTRIBUTING.md', 'docs/architecture.md'])(
  'the files that the trees of %s name exist',
  (path) => {
    const trees = fencesOf(path).filter(({ language }) => language === '');
    const names = trees.flatMap(({ text }) => text.match(/[\w/.]+\.ts\b/g) ?? []);

    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !files.some((file) => `/${file}`.endsWith(`/${name}`)))).toEqual([]);
  },
);
