import './checkNode.js';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle, entryPoints, hasDatabase, prebuilds } from './bundle.js';
import { thirdPartyLicenses } from './thirdPartyLicenses.js';

/**
 * Bundles the server, the command, the package's module and the sandbox with their dependencies into dist/, which needs no
 * node_modules then and starts in half the time. It does not check types. With `--if-needed` it does nothing if dist/ is up
 * to date, or if esbuild is missing, as after `npm ci --omit=dev`.
 */
const root = join(import.meta.dirname, '..');
const built = join(root, 'dist/server.js');
const sources = ['src', 'scripts', 'package.json', 'package-lock.json'].map((path) => join(root, path));

const changedAt = (path) =>
  statSync(path).isDirectory()
    ? Math.max(...readdirSync(path).map((name) => changedAt(join(path, name))))
    : statSync(path).mtimeMs;

const isFresh = () =>
  existsSync(built) && sources.every((path) => changedAt(path) <= statSync(built).mtimeMs);

async function build(esbuild) {
  const { files, metafile } = await bundle(esbuild, {
    entryPoints,
    outdir: 'dist',
  });
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  chmodSync(join(root, 'dist/cli.js'), 0o755);
  // The nearest package.json tells Node what its modules are: dist/ may be copied below one of CommonJS.
  writeFileSync(join(root, 'dist/package.json'), '{ "type": "module" }\n');
  const licenses = thirdPartyLicenses(root, metafile);
  writeFileSync(join(root, 'dist/THIRD_PARTY_LICENSES.txt'), licenses);
  // The sandbox serves them. It reads them when they are asked for.
  cpSync(join(root, 'src/sandbox/files'), join(root, 'dist/sandbox/files'), { recursive: true });
  // The banner makes classic-level look for its library beside the chunks.
  if (hasDatabase) cpSync(prebuilds, join(root, 'dist/prebuilds'), { recursive: true });
}

if (!process.argv.includes('--if-needed') || !isFresh()) {
  const esbuild = await import('esbuild').catch(() => null);
  if (esbuild) await build(esbuild);
  else if (!existsSync(built))
    process.stderr.write(
      'dist/ is missing, and building it requires development dependencies: run npm ci.\n',
    );
}
