import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installed, installPackage } from '../support/installedPackage.ts';
import { paste } from '../support/process.ts';

const maxUnpackedBytes = 15_000_000;

let installed: Installed;
beforeAll(() => {
  installed = installPackage();
});
afterAll(() => installed[Symbol.dispose]());

/** Runs a command line in the folder of the project that has the package. */
async function inProject(line: string) {
  await using running = paste(`cd '${installed.folder}' && ${line}`);
  const { code } = await running.ends();
  return { code, stdout: running.stdout, stderr: running.stderr };
}

const version = async () => JSON.parse(await readFile('package.json', 'utf8')).version;

test('the package has what it needs and nothing else, in less than 15 MB', async () => {
  const folders = new Set(installed.packed.files.map(({ path }) => path.split('/')[0]));
  const dependencies = await readdir(join(installed.folder, 'node_modules'));

  expect([...folders].toSorted()).toEqual([
    '.env.example',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'dist',
    'docs',
    'ops',
    'package.json',
    'schema.graphql',
    'types',
  ]);
  const site = installed.packed.files.filter(({ path }) => path.startsWith('docs/.vitepress'));
  expect(site, 'the site').toEqual([]);
  expect(installed.packed.unpackedSize).toBeLessThan(maxUnpackedBytes);
  expect(dependencies.filter((name) => !name.startsWith('.'))).toEqual(['beeper-graphql-gateway']);
  const manifest = JSON.parse(await readFile('package.json', 'utf8'));
  expect(manifest).toMatchObject({ publishConfig: { access: 'public', provenance: true } });
  expect(manifest.private).toBeUndefined();
});

test('the licenses of bundled packages are passed on', async () => {
  const text = await readFile(
    join(installed.folder, 'node_modules/beeper-graphql-gateway/dist/THIRD_PARTY_LICENSES.txt'),
    'utf8',
  );
  for (const name of ['graphql', 'graphql-yoga', 'undici', 'commander', 'classic-level', 'zod'])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
});

test('the command runs by npx, through links, and from another directory', async () => {
  await symlink(
    join(installed.folder, 'node_modules/.bin/beeper-graphql'),
    join(installed.folder, 'linked gateway'),
  );
  const lines = [
    'npx --offline beeper-graphql --version',
    'node_modules/.bin/beeper-graphql --version',
    "'./linked gateway' --version",
    `cd / && '${installed.folder}/linked gateway' --version`,
    `cd .. && npx --offline --yes './${installed.packed.filename}' --version`,
    `cd / && npx --offline --yes --package '${installed.tarball}' beeper-graphql --version`,
  ];
  const expected = { code: 0, stdout: `${await version()}\n`, stderr: '' };

  for (const line of lines) expect({ line, ...(await inProject(line)) }).toEqual({ line, ...expected });
});

test('start serves requests from the installed package, and dist/ alone from below a CommonJS package.json', async () => {
  const copy = join(installed.folder, 'copied dist');
  await cp(join(installed.folder, 'node_modules/beeper-graphql-gateway/dist'), copy, { recursive: true });
  for (const command of [
    'node_modules/.bin/beeper-graphql start --port 0',
    "PORT=0 node './copied dist/server.js'",
  ]) {
    await using gateway = paste(`cd '${installed.folder}' && exec env ${command}`);
    const origin = await gateway.origin();
    const answer = await fetch(`${origin}/graphql?query={beeper{sandbox}}`);

    expect(await answer.json()).toEqual({ data: { beeper: { sandbox: true } } });
    gateway.kill('SIGTERM');
    expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  }
});

test('importing or requiring the package starts nothing, and both give the same functions', async () => {
  const show = `console.log(Object.keys(m).join(), process.getActiveResourcesInfo().filter((name) => !/^(TTY|Pipe)Wrap$/.test(name)).length, process.eventNames().length);`;
  const modules = {
    'import.mjs': `import * as m from 'beeper-graphql-gateway'; ${show}`,
    'require.cjs': `const m = require('beeper-graphql-gateway'); ${show}`,
    'nothing.mjs': `const m = { createApp: 0, printSchema: 0 }; ${show}`,
    'nothing.cjs': `const m = { createApp: 0, printSchema: 0 }; ${show}`,
  };
  const [imported, required, ...nothing] = await Promise.all(
    Object.entries(modules).map(async ([file, text]) => {
      await writeFile(join(installed.folder, file), text);
      return inProject(`node --no-warnings ${file}`);
    }),
  );

  expect(nothing[0]).toMatchObject({ code: 0, stderr: '' });
  expect([imported, required]).toEqual(nothing);
});

test('a host with another copy of graphql uses the gateway: nothing of graphql crosses it', async () => {
  // Another copy is as strange to instanceof checks as another version.
  const copy = join(installed.folder, 'node_modules/graphql');
  await cp('node_modules/graphql', copy, { recursive: true });
  await writeFile(
    join(installed.folder, 'host.mjs'),
    `import { createRequire } from 'node:module';
    import { buildSchema, graphqlSync, parse, print, validate } from 'graphql';
    import { createApp, printSchema } from 'beeper-graphql-gateway';
    import { readFileSync } from 'node:fs';
    const require = createRequire(import.meta.url);
    const file = readFileSync(require.resolve('beeper-graphql-gateway/schema.graphql'), 'utf8');
    const sdl = await printSchema();
    const schema = buildSchema(sdl);
    const document = parse('{ beeper { sandbox } }');
    const app = await createApp();
    const body = JSON.stringify({ query: print(document) });
    const headers = { 'content-type': 'application/json' };
    const answer = await app.fetch(new Request('http://localhost/graphql', { method: 'POST', headers, body }));
    const own = graphqlSync({ schema: buildSchema('type Query { ok: Boolean }'), source: '{ ok }', rootValue: { ok: true } });
    console.log(JSON.stringify([file.trim() === sdl.trim(), validate(schema, document).length, await answer.json(), own]));
    await app.close();`,
  );
  const { stdout, stderr, code } = await inProject('node host.mjs');

  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  expect(JSON.parse(stdout)).toEqual([
    true,
    0,
    { data: { beeper: { sandbox: true } } },
    { data: { ok: true } },
  ]);
});

test('the types of the package are complete by themselves', async () => {
  const { folder } = installed;
  await writeFile(
    join(folder, 'host.mts'),
    `import { createServer } from 'node:http';
    import { type App, createApp, printSchema, type Settings } from 'beeper-graphql-gateway';
    const settings: Settings = { BEEPER_URL: 'http://127.0.0.1:23373', GATEWAY_LIST_SIZE: '20' };
    const app: App = await createApp({ ...process.env, ...settings }, { log: process.stdout });
    await createApp(process.env);
    createServer(app.listener).listen(0);
    export const POST: (request: Request) => Promise<Response> = app.fetch;
    const sdl: string = await printSchema();
    // @ts-expect-error: values are text.
    await createApp({ GATEWAY_LIST_SIZE: 20 });
    // @ts-expect-error: this is no setting.
    await createApp({ BEEPER_URI: 'x' });
    // @ts-expect-error: a log has write().
    await createApp({}, { log: console });
    console.log(sdl);`,
  );
  const flags =
    '--noEmit --strict --exactOptionalPropertyTypes --skipLibCheck false --target es2023 --types node';
  const types = `--typeRoots '${process.cwd()}/node_modules/@types' --module nodenext`;
  const checked = await inProject(`'${process.cwd()}/node_modules/.bin/tsc' ${flags} ${types} host.mts`);

  expect(checked).toEqual({ code: 0, stdout: '', stderr: '' });
});
