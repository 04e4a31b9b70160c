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
import { smallGraphiQL } from './smallGraphiQL.js';
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

/** An optional dependency, because some platforms have no library for it. */
const prebuilds = join(root, 'node_modules/classic-level/prebuilds');
const hasDatabase = existsSync(prebuilds);

/** With two builds of graphql, its instanceof checks would fail: also for a package that requires it, its ES module counts. */
const onlyOneGraphQL = {
  name: 'only-one-graphql',
  setup(build) {
    build.onResolve({ filter: /^graphql(\/|$)/ }, ({ path }) => {
      const module = join(root, 'node_modules', path.replace(/\.m?js$/, ''));
      return { path: existsSync(`${module}.mjs`) ? `${module}.mjs` : `${module}/index.mjs` };
    });
  },
};

/** Node keeps code in twice the memory if one character of it is not ASCII. What is not is in comments of packages. */
function toASCII(text) {
  return text.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

async function build(esbuild) {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: {
      server: 'src/main.ts',
      cli: 'src/cli/main.ts',
      index: 'src/index.ts',
      'sandbox/main': 'src/sandbox/main.ts',
    },
    metafile: true,
    outdir: 'dist',
    write: false,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: hasDatabase ? [] : ['classic-level'],
    // ES modules call each other directly. CommonJS modules go through a getter for each use of an import.
    mainFields: ['module', 'main'],
    conditions: ['module', 'import'],
    plugins: [onlyOneGraphQL, smallGraphiQL],
    // Some packages use names that ES modules do not have.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url); const __dirname = import.meta.dirname;",
    },
    logLevel: 'warning',
  });
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, toASCII(text));
  }
  chmodSync(join(root, 'dist/cli.js'), 0o755);
  // The nearest package.json tells Node what its modules are: dist/ may be copied below one of CommonJS.
  writeFileSync(join(root, 'dist/package.json'), '{ "type": "module" }\n');
  const licenses = thirdPartyLicenses(root, metafile);
  writeFileSync(join(root, 'dist/THIRD_PARTY_LICENSES.txt'), licenses);
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
