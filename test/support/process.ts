import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const server = join(root, 'dist/server.js');

const stateHome = mkdtempSync(join(tmpdir(), 'state-'));
/** Empty, so that no process finds the token of a developer who has logged in. */
const configHome = mkdtempSync(join(tmpdir(), 'config-'));
process.once('exit', () => {
  for (const path of [stateHome, configHome]) rmSync(path, { recursive: true, force: true });
});

/** Less than Vitest's `testTimeout`, so that a process that is too slow fails with what it printed. */
const processTimeoutMs = 50_000;

export interface ExitStatus {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child process and its output so far. Disposing of it kills it if it is still running. */
export class Running implements AsyncDisposable {
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;
  readonly #exitStatus: Promise<ExitStatus>;
  readonly #cleanUp: () => Promise<void>;
  #hasEnded = false;

  /** @param cleanUp runs once the process has ended and this object is disposed of. */
  constructor(child: ChildProcess, cleanUp: () => Promise<void> = async () => {}) {
    this.#child = child;
    this.#cleanUp = cleanUp;
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      this.stdout += chunk;
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      this.stderr += chunk;
    });
    this.#exitStatus = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        this.#hasEnded = true;
        resolve({ code, signal });
      });
    });
    this.#exitStatus.catch(() => {});
  }

  /**
   * Waits until stdout matches `pattern`.
   * @throws {Error} with the output so far if the process ends or `processTimeoutMs` passes first.
   */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    for (const deadline = Date.now() + processTimeoutMs; Date.now() < deadline; await sleep(20)) {
      const hasEnded = this.#hasEnded;
      const match = pattern.exec(this.stdout);
      if (match) return match;
      if (hasEnded) throw this.#errorWithOutput(`ended before it printed ${pattern}`);
    }
    throw this.#errorWithOutput(`did not print ${pattern} within ${processTimeoutMs} ms`);
  }

  /** @returns the origin that the gateway prints once it serves requests. */
  async origin(): Promise<string> {
    const [, origin = ''] = await this.prints(/(http:\/\/[^\s"/]+)\/(?:\w+\/)*graphql/);
    return origin;
  }

  /** @throws {Error} with the output so far if the process is still running after `processTimeoutMs`. */
  async ends(): Promise<ExitStatus> {
    const timer = new AbortController();
    const timeout = sleep(processTimeoutMs, null, { signal: timer.signal, ref: false }).catch(() => null);
    const exitStatus = await Promise.race([this.#exitStatus, timeout]);
    timer.abort();
    if (!exitStatus) throw this.#errorWithOutput(`did not end within ${processTimeoutMs} ms`);
    return exitStatus;
  }

  /** Signals the process, or for npm its process group. */
  kill(signal: NodeJS.Signals): void {
    const { pid, spawnargs } = this.#child;
    if (pid === undefined || this.#hasEnded) return;
    process.kill(spawnargs[0] === 'npm' ? -pid : pid, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill('SIGKILL');
    await this.#exitStatus;
    await this.#cleanUp();
  }

  #errorWithOutput(problem: string): Error {
    return new Error(`The process ${problem}.\nstdout: ${this.stdout}\nstderr: ${this.stderr}`);
  }
}

type Environment = Record<string, string>;

/**
 * Starts the built server, under the Node version that runs the tests, in an empty working directory.
 * @param env the environment of the process besides PATH and HOME; PORT defaults to 0.
 * @param dotenv the content of a `.env` file in the working directory.
 */
export async function startProcess(env: Environment = {}, dotenv?: string): Promise<Running> {
  const cwd = await mkdtemp(join(tmpdir(), 'gateway-'));
  if (dotenv !== undefined) await writeFile(join(cwd, '.env'), dotenv);
  const child = start(process.execPath, [server], { PORT: '0', ...env }, { cwd });
  return new Running(child, () => rm(cwd, { recursive: true, force: true }));
}

/** Starts a copy of the built server in a directory from which no node_modules can be found. */
export async function startBuilt(env: Environment = {}, { without = [] as string[] } = {}): Promise<Running> {
  const cwd = await mkdtemp(join(tmpdir(), 'gateway-'));
  await cp(join(root, 'dist'), cwd, { recursive: true });
  for (const path of without) await rm(join(cwd, path), { recursive: true });
  const child = start(process.execPath, ['server.js'], { PORT: '0', ...env }, { cwd });
  return new Running(child, () => rm(cwd, { recursive: true, force: true }));
}

/** Starts the built server on a given port, as one of several replicas, and waits until it serves requests. */
export async function startReplica(port: number, env: Environment): Promise<Running> {
  const child = start(process.execPath, [server], { ...env, PORT: String(port) }, { cwd: tmpdir() });
  const replica = new Running(child);
  await replica.origin();
  return replica;
}

/** Runs `npm start` in this project, in a process group of its own because npm starts child processes. */
export function npmStart(env: Environment = {}): Running {
  return new Running(start('npm', ['start'], { PORT: '0', ...env }, { cwd: root, detached: true }));
}

/**
 * Runs `npm run example:NAME` in a process group, as a terminal does, so that a signal like Ctrl+C reaches all that it
 * starts.
 */
export function startExample(name: string, env: Environment = {}): Running {
  const args = ['run', '--silent', `example:${name}`];
  return new Running(start('npm', args, { PORT: '0', ...env }, { cwd: root, detached: true }));
}

/** @returns whether nothing answers at a URL. */
export const isGone = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => false,
    () => true,
  );

/** Runs the built command `beeper-graphql` in an empty working directory. */
export function startCLI(args: readonly string[], env: Environment = {}): Running {
  const cwd = mkdtempSync(join(tmpdir(), 'cli-'));
  const child = start(process.execPath, [join(root, 'dist/cli.js'), ...args], env, { cwd });
  return new Running(child, () => rm(cwd, { recursive: true, force: true }));
}

/** Runs one command line in a shell. */
export function paste(line: string, env: Environment = {}): Running {
  return new Running(start('sh', ['-c', line], env));
}

/** The Node version that runs the tests is first in PATH, so that npm uses it too. */
function start(command: string, args: string[], env: Environment, options: SpawnOptions = {}): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  // Each process has a state directory of its own, unless a test shares one.
  const XDG_STATE_HOME = join(stateHome, randomUUID());
  const path = [dirname(process.execPath), PATH].join(delimiter);
  return spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { HOME, PATH: path, XDG_STATE_HOME, XDG_CONFIG_HOME: configHome, ...env },
  });
}
