import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sandboxToken } from '../../src/sandbox/index.ts';
import { freePort } from '../../test/support/freePort.ts';
import { meshDocuments } from './meshDocuments.ts';
import type { OwnDocument } from './operations.ts';

const runFile = promisify(execFile);

/** One row per server that is compared. */
export interface Contender {
  /** For `--contenders`, and in results. */
  readonly id: string;
  readonly title: string;
  /** From this folder. */
  readonly script: string;
  readonly path: string;
  /** Runs once before the server starts, in the same working directory. */
  readonly prepare?: string;
  /** By operation, for a server with another schema. */
  readonly documents?: Readonly<Record<string, OwnDocument>>;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * What differs from the gateway's defaults: both limits per minute are at their maximum, so that they count every request and
 * refuse none.
 */
export const gatewaySettings = {
  GATEWAY_REQUESTS_PER_MINUTE: '100000000',
  GATEWAY_WRITES_PER_MINUTE: '1000000',
};

export const contenders: readonly Contender[] = [
  {
    id: 'floor',
    title: 'floor: node:http + undici by hand',
    script: 'contenders/floor.js',
    path: '/graphql',
  },
  {
    id: 'gateway',
    title: 'this gateway',
    script: '../../dist/server.js',
    path: '/graphql',
    env: gatewaySettings,
  },
  { id: 'yoga', title: 'Yoga, defaults', script: 'contenders/yoga.js', path: '/graphql' },
  { id: 'mercurius', title: 'Mercurius, no JIT', script: 'contenders/mercurius.js', path: '/graphql' },
  { id: 'apollo', title: 'Apollo Server + RESTDataSource', script: 'contenders/apollo.js', path: '/' },
  {
    id: 'mesh',
    title: 'GraphQL Mesh, OpenAPI',
    script: 'contenders/mesh/server.js',
    path: '/graphql',
    prepare: 'contenders/mesh/compose.js',
    documents: meshDocuments,
  },
];

/** A contender's process. */
export interface Running extends Prepared {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const children = new Set<ChildProcess>();
const directories: string[] = [];
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/** Makes what `start` needs, once for any number of processes. */
export interface Prepared extends Contender {
  /** Its working directory, with its log; removed when this process ends. */
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** @param upstream where Beeper is imitated. */
export async function prepare(contender: Contender, upstream: string): Promise<Prepared> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-'));
  directories.push(directory);
  const environment = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    BEEPER_ACCESS_TOKEN: sandboxToken,
    XDG_STATE_HOME: directory,
    BEEPER_URL: upstream,
    ...contender.env,
  };
  if (contender.prepare) {
    await runFile(process.execPath, [pathOf(contender.prepare)], { cwd: directory, env: environment });
  }
  return { ...contender, directory, environment };
}

/** Starts a process, without waiting until it answers. It logs to a file, as in production. */
export async function start(prepared: Prepared): Promise<Running> {
  const { id, script, directory, environment } = prepared;
  const log = await open(join(directory, 'log'), 'a');
  const port = await freePort();
  const child = spawn(process.execPath, [pathOf(script)], {
    cwd: directory,
    env: { ...environment, PORT: String(port) },
    stdio: ['ignore', log.fd, log.fd],
  });
  children.add(child);
  await log.close();
  if (child.pid === undefined) throw new Error(`${id} could not be started.`);
  return {
    ...prepared,
    port,
    pid: child.pid,
    async stop() {
      await end(child);
      children.delete(child);
    },
  };
}

const pathOf = (script: string): string => fileURLToPath(new URL(script, import.meta.url));

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  for (let waited = 0; child.exitCode === null && child.signalCode === null; waited += 50) {
    if (waited === 5_000) child.kill('SIGKILL');
    await sleep(50);
  }
}

/**
 * Repeats a request until it is answered with status 200.
 * @returns the answer as text.
 * @throws {Error} after 30 s.
 */
export async function firstAnswer({ id, port, path }: Running, body: string): Promise<string> {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
    }).catch(() => null);
    if (response?.status === 200) return response.text();
    await response?.body?.cancel();
    await sleep(2);
  }
  throw new Error(`${id} did not answer within 30 s.`);
}
