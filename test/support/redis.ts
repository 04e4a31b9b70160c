import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { freePort } from './freePort.ts';
import { pathOf } from './programs.ts';

export interface Redis extends AsyncDisposable {
  readonly url: string;
  /** Ends it; what it held is on disk. */
  stop(): Promise<void>;
  /** Starts it again on the same port, with what it held. */
  start(): Promise<void>;
}

/** A real redis-server on a free port of this machine, which writes each change to a folder of its own. */
export async function startRedis(): Promise<Redis> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const url = `redis://127.0.0.1:${port}`;
  const program = pathOf('redis-server');
  let end = async () => {};

  const redis: Redis = {
    url,
    async start() {
      const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes'];
      const child = spawn(program, [...options, '--appendfsync', 'always', '--save', ''], {
        stdio: 'ignore',
      });
      const exit = new Promise((resolve) => child.once('exit', resolve));
      end = async () => {
        child.kill('SIGTERM');
        await exit;
      };
      const client = createClient({ url, socket: { reconnectStrategy: 50 } }).on('error', () => {});
      await client.connect();
      await client.ping();
      client.destroy();
    },
    stop: () => end(),
    async [Symbol.asyncDispose]() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}
