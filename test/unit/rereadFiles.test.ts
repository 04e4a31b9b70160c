import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/checks.ts';
import { rereadFiles } from '../../src/config/rereadFiles.ts';
import { loadConfig } from '../../src/config/settings.ts';

const entry = `web:${'0123456789abcdef'.repeat(4)}`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reread-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileWith(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test('a part that is in no file stays as it is', async () => {
  const keysFile = await fileWith('keys', entry);
  expect(await rereadFiles({ keysFile: null, documents: null })).toEqual({ keys: null, documents: null });
  expect(await rereadFiles({ keysFile, documents: null })).toMatchObject({ keys: [{ name: 'web' }] });
});

test('a manifest may begin with a byte order mark', async () => {
  const documents = await fileWith('documents', '\ufeff{"sha256:a": "{ __typename }"}');
  const reread = await rereadFiles({ keysFile: null, documents });
  expect(reread.documents).toEqual(new Map([['sha256:a', '{ __typename }']]));
});

test('what is wrong with each file is told in a sentence', async () => {
  const [keysFile, documents] = [await fileWith('large', ''), await fileWith('larger', '')];
  await truncate(keysFile, 2 ** 20 + 1);
  await truncate(documents, 2 ** 24 + 1);
  await expect(rereadFiles({ keysFile, documents })).rejects.toThrow(
    new ConfigError([
      `GATEWAY_KEYS_FILE must be the path of a readable file; can't read ${keysFile} (it has more than 1048576 bytes).`,
      `GATEWAY_DOCUMENTS must be the path of a readable file; can't read ${documents} (it has more than 16777216 bytes).`,
    ]),
  );
  await expect(rereadFiles({ keysFile: folder, documents: null })).rejects.toThrow(/it is a directory/);
  await expect(rereadFiles({ keysFile: join(folder, 'gone'), documents: null })).rejects.toThrow(/ENOENT/);
});

test('a pipe can be read at the start, and is refused later, where nobody may write to it', async () => {
  const keysFile = join(folder, 'pipe');
  execFileSync('mkfifo', [keysFile]);
  const writer = spawn('sh', ['-c', 'printf "%s\\n" "$1" > "$2"', 'sh', entry, keysFile]);
  expect(loadConfig({ GATEWAY_KEYS_FILE: keysFile }).keys).toMatchObject([{ name: 'web' }]);
  await once(writer, 'close');
  await expect(rereadFiles({ keysFile, documents: null })).rejects.toThrow(/it is not a regular file/);
});

test('keys of the wrong kind are read to their tenth fault, and without holding the process', async () => {
  for (const [text, place, count] of [
    ['x\n'.repeat(2 ** 19 - 1), 'line', 2 ** 19],
    ['x,'.repeat(2 ** 19 - 1), 'entry', 2 ** 19],
  ] as const) {
    const keysFile = await fileWith('wrong', text);
    const startedAt = performance.now();
    const error: unknown = await rereadFiles({ keysFile, documents: null }).catch(
      (thrown: unknown) => thrown,
    );
    // All of it takes more than a second.
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(error).toBeInstanceOf(ConfigError);
    const { issues } = error as ConfigError;
    expect(issues).toHaveLength(11);
    expect(issues[9]).toMatch(`; ${place} 10 is not valid.`);
    expect(issues[10]).toBe(`GATEWAY_KEYS (in ${keysFile}) was not checked after ${place} 10 of ${count}.`);
  }
});
