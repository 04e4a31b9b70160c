import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/index.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { App, Settings } from '../../types/index.d.ts';

/** @returns a request of an operation. */
export const post = (query: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query }),
});

export interface Mounted extends AsyncDisposable {
  readonly app: App;
  readonly server: Server;
  readonly origin: string;
  /** All that was logged, parsed. */
  readonly log: Record<string, unknown>[];
}

/** Mounts a gateway in a plain server of node:http, on all addresses. */
export async function startMounted(
  settings: Settings = {},
  wrap: (listener: RequestListener) => RequestListener = (listener) => listener,
): Promise<Mounted> {
  const log: Record<string, unknown>[] = [];
  const app = await createApp(settings, { log: { write: (line) => log.push(JSON.parse(line)) } });
  const server = createServer(wrap(app.listener)).listen(0);
  await once(server, 'listening');
  return {
    app,
    server,
    log,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await app.close();
    },
  };
}

/** Settings for a Beeper with a token of the gateway's own. */
export async function startBeeper() {
  const sandbox = await startSandbox();
  const settings = { BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token, GATEWAY_STORE: 'memory:' };
  return { sandbox, settings, [Symbol.asyncDispose]: () => sandbox.close() };
}
