import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from '../support/installedPackage.ts';

/**
 * Checks the tarball with publint and Are The Types Wrong, and runs it by npx under each Node version that is supported.
 * Needs npm's registry. Ends with exit code 1 after a failure.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'package '));

let failed = 0;

function step(name: string, run: () => void): void {
  process.stdout.write(`\n== ${name}\n`);
  try {
    run();
  } catch (error) {
    failed += 1;
    process.stdout.write(`failed: ${error instanceof Error ? error.message : error}\n`);
  }
}

/** @param path goes first in PATH, where npx looks for the Node that it runs under. */
const npx = (args: readonly string[], cwd: string, path = '') =>
  execFileSync('npx', ['--yes', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PATH: [path, process.env.PATH].filter(Boolean).join(delimiter) },
  });

const tarball = join(folder, pack(folder).filename);
/** npx takes an absolute path alone for a program to run. */
const command = ['--package', tarball, 'beeper-graphql'];

step('publint', () => {
  process.stdout.write(npx(['publint@0.3.25', tarball, '--strict'], folder));
});
// Node 20.19 and newer can require ES modules, so there is no second build for CommonJS. schema.graphql is no module.
step('Are The Types Wrong', () => {
  process.stdout.write(
    npx(['@arethetypeswrong/cli@0.18.5', tarball, '--profile', 'esm-only', '--entrypoints', '.'], folder),
  );
});

for (const node of ['20.19.0', '20', '22', '24']) {
  step(`npx from the tarball under Node ${node}`, () => {
    const empty = join(folder, `an empty folder of ${node}`);
    mkdirSync(empty);
    const [binary = ''] = npx(['-p', `node@${node}`, '-c', 'command -v node'], empty).split('\n');
    const printed = npx([...command, '--version'], empty, dirname(binary)).trim();
    const schema = npx([...command, 'schema'], empty, dirname(binary)).trim();
    const used = execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim();
    process.stdout.write(`${used}: ${printed}, ${schema.length} characters of schema\n`);
    if (printed !== version || !schema.endsWith('}')) throw new Error('The command printed something else.');
  });
}

rmSync(folder, { recursive: true });
process.stdout.write(failed === 0 ? '\nThe package is fine.\n' : `\n${failed} checks failed.\n`);
process.exitCode = failed === 0 ? 0 : 1;
