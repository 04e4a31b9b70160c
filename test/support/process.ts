import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const server = join(root, 'src/server.ts');
const tsx = import.meta.resolve('tsx');

/** How long a process may take to say something or to end: a net, not a measure. */
const patienceMs = 30_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child process and all that it has printed so far; killed, if it still runs, with `await using`. */
export class Running implements AsyncDisposable {
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;
  readonly #clean: () => Promise<void>;
  #over = false;

  constructor(child: ChildProcess, clean: () => Promise<void> = async () => {}) {
    this.#child = child;
    this.#clean = clean;
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      this.stdout += piece;
    });
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      this.stderr += piece;
    });
    this.#ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        this.#over = true;
        resolve({ code, signal });
      });
    });
    this.#ended.catch(() => {});
  }

  /** @throws {Error} with what was printed, if it ends, or a while passes, before `pattern` stands in stdout. */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(20)) {
      const over = this.#over;
      const match = pattern.exec(this.stdout);
      if (match) return match;
      if (over) throw this.#told(`ended before it printed ${pattern}`);
    }
    throw this.#told(`did not print ${pattern}`);
  }

  /** @returns the origin that the gateway serves at, as soon as it says so. */
  async origin(): Promise<string> {
    const [, origin = ''] = await this.prints(/(http:\/\/[^\s"/]+)\/graphql/);
    return origin;
  }

  /** @throws {Error} with what was printed, if it goes on. */
  async ends(): Promise<Ended> {
    const patience = new AbortController();
    const late = sleep(patienceMs, null, { signal: patience.signal, ref: false }).catch(() => null);
    const ended = await Promise.race([this.#ended, late]);
    patience.abort();
    if (!ended) throw this.#told('does not end');
    return ended;
  }

  /** To the whole group where the process leads one. */
  kill(signal: NodeJS.Signals): void {
    const { pid, spawnargs } = this.#child;
    if (pid === undefined || this.#over) return;
    process.kill(spawnargs[0] === 'npm' ? -pid : pid, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill('SIGKILL');
    await this.#ended;
    await this.#clean();
  }

  #told(what: string): Error {
    return new Error(`The process ${what}.\nstdout: ${this.stdout}\nstderr: ${this.stderr}`);
  }
}

type Environment = Record<string, string>;

/**
 * Starts `src/server.ts` under the Node that runs the tests.
 * @param env all that the process finds in its environment besides PATH and HOME; PORT is 0 unless it stands here.
 * @param dotenv the text of a `.env` file in the working directory, which is empty else.
 */
export async function startProcess(env: Environment = {}, dotenv?: string): Promise<Running> {
  const cwd = await mkdtemp(join(tmpdir(), 'gateway-'));
  if (dotenv !== undefined) await writeFile(join(cwd, '.env'), dotenv);
  const child = start(process.execPath, ['--import', tsx, server], { PORT: '0', ...env }, { cwd });
  return new Running(child, () => rm(cwd, { recursive: true, force: true }));
}

/** Builds the server, where it is not built yet, and starts a copy of it far from any node_modules. */
export async function startBuilt(env: Environment = {}): Promise<Running> {
  execFileSync(process.execPath, [join(root, 'scripts/build.js'), '--if-needed']);
  const cwd = await mkdtemp(join(tmpdir(), 'gateway-'));
  await cp(join(root, 'dist'), cwd, { recursive: true });
  const child = start(process.execPath, ['server.js'], { PORT: '0', ...env }, { cwd });
  return new Running(child, () => rm(cwd, { recursive: true, force: true }));
}

/** Starts the built server on a port of its own, as one of several; it is built where it is not yet. */
export async function startReplica(port: number, env: Environment): Promise<Running> {
  execFileSync(process.execPath, [join(root, 'scripts/build.js'), '--if-needed']);
  const args = [join(root, 'dist/server.js')];
  const running = new Running(
    start(process.execPath, args, { ...env, PORT: String(port) }, { cwd: tmpdir() }),
  );
  await running.origin();
  return running;
}

/** Runs `npm start` in the project, as the README says; in a group of its own, since npm starts others. */
export function npmStart(env: Environment = {}): Running {
  return new Running(start('npm', ['start'], { PORT: '0', ...env }, { cwd: root, detached: true }));
}

/** Runs one line as the shell does that it is pasted into. */
export function paste(line: string, env: Environment = {}): Running {
  return new Running(start('sh', ['-c', line], env));
}

/** The Node that runs the tests comes first in PATH, so that npm uses it as well. */
function start(command: string, args: string[], env: Environment, options: SpawnOptions = {}): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const path = [dirname(process.execPath), PATH].join(delimiter);
  return spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { HOME, PATH: path, ...env },
  });
}
