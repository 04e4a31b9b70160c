import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startProcess } from '../support/process.ts';
import { startChangedAnswers } from './changedAnswers.ts';
import { type Command, clients, type TypedClient } from './clients.ts';

/**
 * Generates, compiles and runs a typed client of each kind against the built gateway on its sandbox, and exits with 1 if
 * one fails. A client whose toolchain is missing fails; with `--skip-missing` it is left out, as it is if its registry
 * can't be reached.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const skipsMissing = process.argv.includes('--skip-missing');
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

execFileSync(process.execPath, [join(root, 'scripts/build.js'), '--if-needed'], { stdio: 'inherit' });
/** The toolchain of a client, or its registry. */
class Missing extends Error {}

const cache = join(root, 'node_modules/.cache/typed-clients');
await Promise.all([...new Set(clients.map(({ folder }) => topFolder(folder)))].map(copySources));
for (const { folder } of clients)
  await cp(join(root, 'schema.graphql'), join(cache, folder, 'schema.graphql'));
const builds = clients.map(build);
// Checks run one after another, and once all is built: a gateway refuses requests on a machine that is too busy.
await Promise.allSettled(builds.map(({ missing }) => missing));
for (const built of builds) await report(built);

interface Build {
  readonly client: TypedClient;
  readonly start: number;
  /** Resolves once the client is built, or with what is missing. */
  readonly missing: Promise<string | null>;
}

function build(client: TypedClient): Build {
  const folder = join(cache, client.folder);
  const start = performance.now();
  const missing = whatIsMissing(client, folder).then(async (missing) => {
    if (missing) return missing;
    for (const command of client.build) await run(command, folder);
    return null;
  });
  return { client, start, missing };
}

/** Prints one line about a client. */
async function report({ client, start, missing }: Build): Promise<void> {
  const outcome = await missing.then(
    (missing) => (missing ? new Missing(missing) : secondsSince(start)),
    (error: unknown) => error,
  );
  if (outcome instanceof Missing && skipsMissing)
    return print(`${client.name}: left out, ${outcome.message}`);
  const checked =
    typeof outcome === 'number' ? await check(client).catch((error: unknown) => error) : outcome;
  if (typeof checked === 'string') return print(`${checked} (built in ${outcome} s)`);
  process.exitCode = 1;
  print(`${client.name}: failed\n${checked instanceof Error ? checked.message : checked}`);
}

/** Copies sources to a folder that keeps what was generated and compiled there before. */
async function copySources(folder: string): Promise<void> {
  await mkdir(join(cache, folder), { recursive: true });
  await cp(join(import.meta.dirname, folder), join(cache, folder), {
    recursive: true,
    preserveTimestamps: true,
  });
}

async function whatIsMissing(
  { needs, toolchain, registry }: TypedClient,
  folder: string,
): Promise<string | null> {
  const fails = (command: Command) =>
    run(command, folder, 120_000).then(
      () => false,
      () => true,
    );
  if (await fails(toolchain)) return `because ${needs} is missing`;
  // Without the option, the build says in its own words what it can't fetch.
  if (skipsMissing && (await fails(registry)))
    return `because the registry of ${registry[0]} can’t be reached`;
  return null;
}

/** @returns versions, and what was checked. */
async function check(client: TypedClient): Promise<string> {
  const folder = join(cache, client.folder);
  await using gateway = await startProcess({ SANDBOX_LIFE: 'off' });
  const url = `${await gateway.origin()}/graphql`;
  await using changed = await startChangedAnswers(url);
  const checked = await run([...client.check, url, changed.origin], folder);
  const [file, version] = client.pinned;
  const pinned = version.exec(await readFile(join(folder, file), 'utf8'))?.[1];
  return `${client.name} ${pinned}, ${await run(client.toolchain, folder)}: ${checked}`;
}

/** @returns what the command printed. @throws {Error} with what it printed if it fails. */
async function run([program, ...args]: Command, cwd: string, timeout = 0): Promise<string> {
  try {
    return (await promisify(execFile)(program, args, { cwd, timeout, signal: stop.signal })).stdout.trim();
  } catch (cause) {
    const { message, stdout = '' } = cause as { message: string; stdout?: string };
    throw new Error(`${message}${stdout}`, { cause });
  }
}

/** The folder that has to be copied: a workspace for a client in it. */
function topFolder(folder: string): string {
  return folder.split('/', 1)[0] ?? folder;
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 1000);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
