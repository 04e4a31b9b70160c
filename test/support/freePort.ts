import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * @returns a port of 127.0.0.1 that is free now, from below the range that systems give to connections and to `listen(0)`.
 * One from that range could be taken by any connection before the caller listens.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
