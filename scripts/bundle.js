import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { smallGraphiQL } from './smallGraphiQL.js';

const root = join(import.meta.dirname, '..');

/** The libraries of an optional dependency, because some platforms have none. */
export const prebuilds = join(root, 'node_modules/classic-level/prebuilds');
export const hasDatabase = existsSync(prebuilds);

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

/**
 * What is used of packages that are CommonJS with one module for all: bundlers take all of these, and Node would load it.
 * Of undici, three fourths are fetch, WebSocket, caches and mocks. The build fails if an import is not listed here.
 */
const parts = {
  undici: { Pool: './lib/dispatcher/pool.js' },
  'rate-limiter-flexible': {
    RateLimiterMemory: './lib/RateLimiterMemory.js',
    RateLimiterRedis: './lib/RateLimiterRedis.js',
    RateLimiterRes: './lib/RateLimiterRes.js',
  },
};

const onlyWhatIsUsed = {
  name: 'only-what-is-used',
  setup(build) {
    for (const [name, modules] of Object.entries(parts)) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'parts' }));
      build.onLoad({ filter: new RegExp(`^${name}$`), namespace: 'parts' }, () => ({
        contents: Object.entries(modules)
          .map(([part, path]) => `export { default as ${part} } from '${path}';`)
          .join('\n'),
        resolveDir: join(root, 'node_modules', name),
      }));
    }
  },
};

/** Node keeps code in twice the memory if one character of it is not ASCII. What is not is in comments of packages. */
function toASCII(text) {
  return text.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What dist/ is made of. */
export const entryPoints = {
  server: 'src/main.ts',
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  'sandbox/main': 'src/sandbox/main.ts',
};

/**
 * Bundles modules of the project with their dependencies. The benchmark of start-up bundles what it compares with in the
 * same way.
 * @param esbuild the module: it is a development dependency, which may be missing.
 * @returns the path and the text of each file, and esbuild's account of what is in it. Nothing is written.
 */
export async function bundle(esbuild, { entryPoints, outdir }) {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    write: false,
    metafile: true,
    bundle: true,
    minifyWhitespace: true,
    lineLimit: 160,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: hasDatabase ? [] : ['classic-level'],
    // ES modules call each other directly. CommonJS modules go through a getter for each use of an import.
    mainFields: ['module', 'main'],
    conditions: ['module', 'import'],
    plugins: [onlyOneGraphQL, onlyWhatIsUsed, smallGraphiQL],
    // Some packages use names that ES modules do not have. Others declare `__dirname`, so the banner must not.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url); const folderOfBundle = import.meta.dirname;",
    },
    define: { __dirname: 'folderOfBundle' },
    logLevel: 'warning',
  });
  return { files: outputFiles.map(({ path, text }) => ({ path, text: toASCII(text) })), metafile };
}
