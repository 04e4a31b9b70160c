import { expect, test } from 'vitest';
import { read } from './fences.ts';

test('the table of versions in docs/connect.md is that of the schema', () => {
  const [, type = ''] = /\ntype Mutation \{\n(.*?)\n\}/s.exec(read('schema.graphql')) ?? [];
  const required = [...type.matchAll(/^ {2}"""\n(.*?)\n {2}"""\n {2}(\w+)\(/gms)].map(
    ([, description = '', name]) => [
      name,
      /Requires Beeper Desktop ([\d.]+\d)/.exec(description)?.[1] ?? 'any version',
    ],
  );
  const rows = [...read('docs/connect.md').matchAll(/^\| (any version|[\d.]+) \| (.*) \|$/gm)].flatMap(
    ([, version, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => [name, version]),
  );

  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(required));
});
