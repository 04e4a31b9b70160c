import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const read = async (path: string) =>
  JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'));

test('the web app asks for the versions that it is tested with', async () => {
  const { devDependencies: tested } = await read('package.json');
  const { dependencies, devDependencies } = await read('examples/web/package.json');

  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect({ [name]: tested[name] }).toEqual({ [name]: version });
  }
});
