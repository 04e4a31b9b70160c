import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './freePort.ts';

/** What one request did to the process of the gateway. */
export interface Effect {
  /** HTTP status; 0 if no response came. */
  readonly status: number;
  readonly body: string;
  /** The longest time for which the event loop stood still, in milliseconds. */
  readonly heldMs: number;
  /** How far the resident memory of the process rose above its size before the request, in MiB. */
  readonly grownMiB: number;
}

/** The built gateway in a process of its own, with a heap of 512 MB (Linux only). */
export interface MeasuredGateway extends AsyncDisposable {
  readonly origin: string;
  /** Sends a request and waits until the gateway is done with it. */
  measure(request: { readonly body?: string; readonly path?: string }): Promise<Effect>;
  /** @returns the resident memory in MiB. */
  rssMiB(): number;
  isRunning(): boolean;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** @param settings the environment of the gateway: at least `BEEPER_URL` and `BEEPER_ACCESS_TOKEN`. */
export async function startMeasuredGateway(settings: Record<string, string>): Promise<MeasuredGateway> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=512',
      '--expose-gc',
      `--import=${file('holdProbe.mjs')}`,
      file('../../dist/server.js'),
    ],
    {
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        GATEWAY_WRITES_PER_MINUTE: '0',
        GATEWAY_REQUESTS_PER_MINUTE: '0',
        LOG_LEVEL: 'fatal',
        ...settings,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${origin}/health`).catch(() => null))?.ok) {
    if (!isRunning()) throw new Error('The gateway did not start. Run `npm run build` first.');
    await sleep(50);
  }
  const memoryMiB = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) /
    1024;

  return {
    origin,
    isRunning,
    rssMiB: () => memoryMiB('VmRSS'),
    async measure({ body, path = '/graphql' }) {
      await ask(child);
      const before = memoryMiB('VmRSS');
      // Sets the peak to the present size: https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html
      writeFileSync(`/proc/${child.pid}/clear_refs`, '5');
      const response = await fetch(`${origin}${path}`, {
        ...(body !== undefined && { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
        signal: AbortSignal.timeout(120_000),
      }).catch(() => null);
      const text = (await response?.text().catch(() => '')) ?? '';
      const heldMs = await ask(child).catch(() => Number.POSITIVE_INFINITY);
      const grownMiB = Number.isFinite(heldMs) ? memoryMiB('VmHWM') - before : Number.POSITIVE_INFINITY;
      return { status: response?.status ?? 0, body: text, heldMs, grownMiB };
    },
    async [Symbol.asyncDispose]() {
      if (!isRunning()) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function ask(child: ChildProcess): Promise<number> {
  const ended = new AbortController();
  const end = () => ended.abort();
  child.once('exit', end);
  try {
    const answered = once(child, 'message', { signal: ended.signal });
    child.send('measure', () => {});
    const [{ longestMs }] = (await answered) as [{ longestMs: number }];
    return longestMs;
  } finally {
    child.off('exit', end);
  }
}
