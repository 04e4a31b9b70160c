import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { freePort } from './freePort.ts';
import { findOrInstall } from './programs.ts';

export interface Redis extends AsyncDisposable {
  readonly url: string;
  /** Ends the server. Its data stays on disk. */
  stop(): Promise<void>;
  /** Starts the server again on the same port, with the same data. */
  start(): Promise<void>;
  /** Stops the process with SIGSTOP: connections stay open, and nothing is answered. */
  pause(): void;
  resume(): void;
  /** Runs one command as an administrator. */
  command(...words: string[]): Promise<unknown>;
}

/**
 * Starts redis-server on a free port of 127.0.0.1. It writes each change to a temporary directory at once.
 * @param more options of its command line.
 */
export async function startRedis(more: readonly string[] = []): Promise<Redis> {
  const program = await findOrInstall('redis-server');
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const url = `redis://127.0.0.1:${port}`;
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const persistence = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  let stop = async () => {};
  let signal = (_name: NodeJS.Signals) => {};

  const redis: Redis = {
    url,
    async start() {
      const child = spawn(program, [...options, ...persistence, ...more], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const exit = once(child, 'exit');
      let printed = '';
      child.stdout.on('data', (text) => {
        printed += text;
      });
      signal = (name) => void child.kill(name);
      stop = async () => {
        child.kill('SIGCONT');
        child.kill('SIGTERM');
        await exit;
      };
      const client = createClient({ url, socket: { reconnectStrategy: 50 } }).on('error', () => {});
      const isReady = client.connect().then(() => true);
      if (!(await Promise.race([isReady, exit.then(() => false)]))) {
        client.destroy();
        throw new Error(`Redis ended:\n${printed}`);
      }
      await client.ping();
      client.destroy();
    },
    stop: () => stop(),
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    async command(...words) {
      const client = createClient({ url }).on('error', () => {});
      await client.connect();
      try {
        return await client.sendCommand(words);
      } finally {
        client.destroy();
      }
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}
