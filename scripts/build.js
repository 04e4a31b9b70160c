import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes dist/: the server and the sandbox with all that they use, so that `node dist/server.js` needs no node_modules
 * and starts in half the time. Types are checked by `npm run typecheck`. With `--if-needed` it does nothing where dist/
 * is newer than what it is made from, or where it can't be made: after `npm ci --omit=dev` esbuild is not there.
 */
const root = join(import.meta.dirname, '..');
const built = join(root, 'dist/server.js');
const sources = ['src', 'package-lock.json', 'scripts/build.js'].map((path) => join(root, path));

const changedAt = (path) =>
  statSync(path).isDirectory()
    ? Math.max(...readdirSync(path).map((name) => changedAt(join(path, name))))
    : statSync(path).mtimeMs;

const isFresh = () =>
  existsSync(built) && sources.every((path) => changedAt(path) <= statSync(built).mtimeMs);

async function build(esbuild) {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/server.ts', 'src/sandbox/main.ts'],
    outdir: 'dist',
    outbase: 'src',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // As node itself chooses: one build of graphql for everybody, or its classes would not know each other.
    mainFields: ['main'],
    // Some packages call require, which a module has to make for itself.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'warning',
  });
}

if (!process.argv.includes('--if-needed') || !isFresh()) {
  const esbuild = await import('esbuild').catch(() => null);
  if (esbuild) await build(esbuild);
  else if (!existsSync(built))
    process.stderr.write('Not built: esbuild is a development dependency; run npm ci.\n');
}
