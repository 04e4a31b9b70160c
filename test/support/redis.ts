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
}

/** Starts redis-server on a free port of 127.0.0.1. It writes each change to a temporary directory at once. */
export async function startRedis(): Promise<Redis> {
  const program = await findOrInstall('redis-server');
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const url = `redis://127.0.0.1:${port}`;
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const persistence = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  let stop = async () => {};

  const redis: Redis = {
    url,
    async start() {
      const child = spawn(program, [...options, ...persistence], { stdio: 'ignore' });
      const exit = once(child, 'exit');
      stop = async () => {
        child.kill('SIGTERM');
        await exit;
      };
      const client = createClient({ url, socket: { reconnectStrategy: 50 } }).on('error', () => {});
      await client.connect();
      await client.ping();
      client.destroy();
    },
    stop: () => stop(),
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}
