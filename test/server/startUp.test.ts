import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, entryPoints } from '../../scripts/bundle.js';
import { startSandbox } from '../../src/sandbox/index.ts';
import { whatsapp } from '../support/people.ts';
import { paste } from '../support/process.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Code costs time to compile, and several times its size in memory. Before this is raised: can it be loaded later? */
const maxBytes = 2_350_000;

let folder: string;
/** The scripts that a process has loaded until it ended, by name, with their sizes. */
let loaded: Map<string, number>;
let answers: unknown[];

/** Runs the built gateway in production. Its files are deleted once it has started, as by an upgrade in place. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-up-'));
  const [copy, coverage] = [join(folder, 'dist'), join(folder, 'coverage')];
  await cp(dist, copy, { recursive: true });
  const sandbox = await startSandbox();
  await using gateway = paste(`cd '${copy}' && exec '${process.execPath}' server.js`, {
    PORT: '0',
    NODE_ENV: 'production',
    NODE_V8_COVERAGE: coverage,
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
  });
  const origin = await gateway.origin();
  const sizes = new Map<string, number>();
  for (const name of await readdir(copy)) sizes.set(name, (await stat(join(copy, name))).size);
  await rm(copy, { recursive: true });

  /** Asks again while the gateway sheds load: the machine may run other tests. */
  const ask = async (query: string): Promise<unknown> => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    if (response.status !== 503) return response.json();
    await sleep(1_000);
    return ask(query);
  };
  answers = [
    await ask('{ __typename }'),
    await ask(
      `mutation { startChat(input: { accountID: "${whatsapp}", user: { phoneNumber: "+1 (555) 010-1002" } }) { __typename } }`,
    ),
    await ask('{ _service { sdl } }'),
  ];
  gateway.kill('SIGTERM');
  await gateway.ends();
  await sandbox.close();

  loaded = new Map();
  for (const file of await readdir(coverage)) {
    const { result } = JSON.parse(await readFile(join(coverage, file), 'utf8')) as {
      result: { url: string }[];
    };
    for (const { url } of result) {
      const name = basename(url);
      const size = sizes.get(name);
      if (size !== undefined) loaded.set(name, size);
    }
  }
});

afterAll(() => rm(folder, { recursive: true }));

test('a running gateway reads no more of its files: it works after they were replaced', () => {
  expect(answers).toEqual([
    { data: { __typename: 'Query' } },
    { data: { startChat: { __typename: 'StartChatPayload' } } },
    { data: { _service: { sdl: expect.stringContaining('type BeeperChat @key') } } },
  ]);
});

test('a gateway in production loads less code than its budget', () => {
  const bytes = [...loaded.values()].reduce((sum, size) => sum + size, 0);

  expect(loaded.size).toBeGreaterThan(3);
  expect(bytes).toBeGreaterThan(500_000);
  expect(bytes).toBeLessThan(maxBytes);
});

test('a gateway in production loads nothing of what others need', async () => {
  const { files, metafile } = await bundle(esbuild, { entryPoints, outdir: 'dist' });
  const built = new Set(files.map(({ path }) => basename(path)));
  const inputs = Object.entries(metafile.outputs)
    .filter(([path]) => loaded.has(basename(path)))
    .flatMap(([, output]) => Object.keys(output.inputs));
  const unneeded = [
    '/render-graphiql/',
    '/@redis/',
    '/pino-pretty/',
    'src/sandbox/',
    '/commander/',
    '/@apollo/',
    '/undici/lib/mock/',
    '/rate-limiter-flexible/lib/RateLimiterMongo',
    '/ws/',
    '/graphql-ws/',
    '/zod/v4/locales/fr',
  ];

  // The names have hashes of the contents: these are the files that ran.
  expect([...loaded.keys()].filter((name) => !built.has(name))).toEqual([]);
  expect(inputs).toContain('src/server.ts');
  expect(inputs.filter((path) => unneeded.some((part) => path.includes(part)))).toEqual([]);
});

test('log lines are formatted for people in a terminal, and are JSON elsewhere', async () => {
  const command = `'${process.execPath}' '${join(dist, 'server.js')}'`;
  const env = { PORT: '0', NO_COLOR: '1', TERM: 'dumb' };
  await using terminal = paste(`exec script --quiet --flush --command "${command}" /dev/null`, env);
  await using pipe = paste(`exec ${command}`, env);

  for (const gateway of [terminal, pipe]) await fetch(`${await gateway.origin()}/nowhere`);

  await terminal.prints(/\] .*INFO.*: .*Request refused/);
  await pipe.prints(/^\{"level":30.*"msg":"Request refused"\}$/m);
});
