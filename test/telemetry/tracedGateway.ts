import type { AddressInfo } from 'node:net';
import { loadConfig } from '../../src/config/settings.ts';
import { openGateway } from '../../src/gateway.ts';
import { createHTTPServer } from '../../src/http/httpServer.ts';
import { createLog } from '../../src/http/log.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { type Collector, startCollector } from '../support/collector.ts';

export interface TracedGateway extends AsyncDisposable {
  readonly collector: Collector;
  readonly sandbox: Sandbox;
  readonly origin: string;
  readonly log: Record<string, unknown>[];
  /** Spans since the start. */
  readonly counts: Readonly<Record<'exported' | 'failed' | 'dropped', number>>;
  post(query: string, more?: { variables?: object; headers?: Record<string, string> }): Promise<Response>;
  /** Sends the spans that wait. Nothing is traced afterwards. */
  flush(ms?: number): Promise<void>;
}

/** A gateway on a real port, with a sandbox behind it, that sends its spans to a collector of the test. */
export async function startTracedGateway(env: Record<string, string> = {}): Promise<TracedGateway> {
  const collector = await startCollector();
  const sandbox = await startSandbox({});
  const log: Record<string, unknown>[] = [];
  const logger = createLog({ level: 'debug' }, { write: (line) => log.push(JSON.parse(line)) });
  const config = loadConfig({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GATEWAY_STORE: 'memory:',
    GATEWAY_WRITES_PER_MINUTE: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '20',
    ...env,
  });
  const gateway = await openGateway(config, { log: logger, warn: () => {}, documents: null });
  const { http } = createHTTPServer(gateway.app, { observers: gateway.observers });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    collector,
    sandbox,
    origin,
    log,
    counts: gateway.tracing?.counts ?? { exported: 0, failed: 0, dropped: 0 },
    post: (query, { variables = {}, headers = {} } = {}) =>
      fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    flush: async (ms = 2_000) => gateway.tracing?.close(ms),
    async [Symbol.asyncDispose]() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await gateway.tracing?.close(100);
      await gateway.close();
      await sandbox.close();
      await collector[Symbol.asyncDispose]();
    },
  };
}
