import type { AddressInfo } from 'node:net';
import { loadConfig } from '../../src/config/settings.ts';
import { openGateway } from '../../src/gateway.ts';
import { createHTTPServer, type GatewayServer } from '../../src/http/httpServer.ts';
import { createLog } from '../../src/http/log.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';

/** A gateway with metrics in front of a sandbox. */
export interface Measured extends AsyncDisposable {
  readonly origin: string;
  readonly sandbox: Sandbox;
  readonly server: GatewayServer;
  /** All lines of the log. */
  readonly lines: string[];
  readonly readiness: () => Promise<unknown>;
  /** Sends an operation, and waits for the answer. */
  send(query: string, headers?: Record<string, string>): Promise<string>;
  /** @returns the text of a scrape. */
  scrape(): Promise<string>;
  /**
   * @param labels as they are in the text, such as `code="NOT_FOUND"`; in any order.
   * @returns the sum of the values of a metric that have these labels; null if there is none.
   */
  value(name: string, ...labels: readonly string[]): Promise<number | null>;
}

/** @param env further settings. */
export async function startMeasured(env: Record<string, string> = {}): Promise<Measured> {
  const sandbox = await startSandbox();
  const lines: string[] = [];
  const log = createLog({ level: 'debug' }, { write: (line) => lines.push(line) });
  const settings = {
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_STORE: 'memory:',
    METRICS_PORT: '9464',
    ...env,
  };
  const gateway = await openGateway(loadConfig(settings), { log, warn: () => {}, documents: null });
  const { app, metrics, observers } = gateway;
  if (metrics === null) throw new Error('Metrics are on');
  const server = createHTTPServer(app, { observers });
  metrics.addServer(server.http, server.connections);
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`;
  const scrape = async () => (await metrics.scrape()).body;
  return {
    origin,
    sandbox,
    server,
    lines,
    readiness: gateway.readiness,
    scrape,
    async send(query, headers = {}) {
      const init = { method: 'POST', body: JSON.stringify({ query }) };
      const answer = await fetch(`${origin}/graphql`, {
        ...init,
        headers: { 'content-type': 'application/json', ...headers },
      });
      return answer.text();
    },
    async value(name, ...labels) {
      const found = (await scrape())
        .split('\n')
        .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
        .filter((line) => labels.every((label) => line.includes(label)));
      if (found.length === 0) return null;
      return found.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
    },
    async [Symbol.asyncDispose]() {
      server.http.closeAllConnections();
      server.http.close();
      await gateway.close();
      await sandbox.close();
    },
  };
}
