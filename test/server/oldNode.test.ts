import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paste } from '../support/process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'node-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs a command under a Node that says that it has this version. */
async function runUnder(version: string, command: string) {
  const preload = join(folder, `${version}.cjs`);
  await writeFile(
    preload,
    `Object.defineProperty(process.versions, 'node', { value: ${JSON.stringify(version)} });`,
  );
  await using running = paste(`cd ${root} && ${command}`, {
    NODE_OPTIONS: `--require ${preload}`,
    PORT: '0',
  });
  const { code } = await running.ends();
  return { code, stderr: running.stderr };
}

const commands = [
  'node dist/server.js',
  'node dist/cli.js start',
  'npm start --silent',
  'npm run --silent dev',
  'npm run --silent build',
];

test.each(commands)('%s under an old Node ends with one sentence', async (command) => {
  for (const version of ['18.20.8', '20.18.3']) {
    expect(await runUnder(version, command)).toEqual({
      code: 1,
      stderr: `This gateway requires Node 20.19 or newer; this is Node ${version}.\n`,
    });
  }
});

test.each(['20.19.0', '22.0.0', '24.1.0'])('Node %s is new enough', async (version) => {
  expect(await runUnder(version, 'node scripts/checkNode.js')).toEqual({ code: 0, stderr: '' });
});

/** @returns the text of a module of dist/ and of all that it links before it runs. */
async function linkedBy(name: string): Promise<string> {
  const text = await readFile(join(root, 'dist', name), 'utf8');
  const imported = [...text.matchAll(/^\s*import\b(?! *\().*?["']([^"']+)["']/gm)].map(
    ([, from]) => from ?? '',
  );
  const others = imported.filter((from) => from !== 'node:module');
  return [text, ...(await Promise.all(others.map((from) => linkedBy(from))))].join('');
}

test.each(['server.js', 'cli.js'])(
  '%s links nothing before the check but the check itself',
  async (entry) => {
    const text = await linkedBy(entry);
    // The build may break a line within the sentence.
    expect(text.replaceAll('\\\n', '')).toContain('requires Node 20.19 or newer');
    expect(text.length).toBeLessThan(2_000);
  },
);

test('package.json names the same version', async () => {
  const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  expect(engines.node).toBe('>=20.19');
});
