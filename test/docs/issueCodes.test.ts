import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from './fences.ts';

/** All codes in the files of a folder. */
function codesIn(folder: string): string[] {
  const names = readdirSync(new URL(`../../${folder}`, import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  });
  return names
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...read(`${folder}/${name}`).matchAll(/(?:\brule\(\s*|\bcode: )'([a-z_]+)'/g)])
    .map(([, code = '']) => code);
}

/** What zod calls an issue that has a code of ours. */
const zods = 'custom';

test('the description of the codes of issues lists all that the gateway has', () => {
  const [, description = ''] =
    /Codes of the gateway: (.*?) Rules of Beeper/.exec(read('schema.graphql')) ?? [];
  const listed = [...description.matchAll(/`([a-z_]+)`/g)].map(([, code = '']) => code);
  const used = new Set(['src/schema', 'src/resolvers', 'src/beeper'].flatMap(codesIn));
  used.delete(zods);

  expect(listed.toSorted()).toEqual([...used].toSorted());
});
