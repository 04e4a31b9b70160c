import { createServer, type Server } from 'node:http';
import { createApp } from 'beeper-graphql-gateway';

/** A server of node:http with the gateway at /api/graphql. @returns it, once it listens on loopback. */
export async function startNodeServer(port: number): Promise<Server> {
  const gateway = await createApp({ ...process.env, GATEWAY_PATH: '/api/graphql' }, { log: process.stdout });
  const server = createServer((request, response) => {
    // Pictures and files are at /assets and /uploads.
    if (/^\/(api\/graphql|assets\/|uploads\/)/.test(request.url ?? '')) gateway.listener(request, response);
    else response.end('A page of this server.\n');
  });
  server.once('close', () => void gateway.close());
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
