import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseEnv } from 'node:util';
import { createApp } from './app.ts';
import { createResilience } from './beeper/resilience.ts';
import { createServerInfo } from './beeper/serverInfo.ts';
import { createTransport } from './beeper/transport.ts';
import { addressOf, describeBeeper, exampleCurl } from './config/banner.ts';
import { type Config, ConfigError, loadConfig } from './config/settings.ts';
import { loadDocuments } from './config/trustedDocuments.ts';
import { drain } from './http/drain.ts';
import { watchOverload } from './http/eventLoopLag.ts';
import { createLog } from './http/log.ts';
import { createWrites } from './writes/pipeline.ts';
import { createMemoryStore } from './writes/store/memory.ts';
import { createRedisStore } from './writes/store/redis.ts';

/** The entry: settings → Beeper → app → port. All effects of the process are here. */

const drainDeadlineMs = 10_000;
/** What a write takes besides its one call: asking for the version, and the store. */
const leaseMarginMs = 8_000;

async function main(): Promise<void> {
  const config = readConfig();
  const documents = config.documents === null ? null : loadDocuments(config.documents);
  const log = createLog({ level: config.logLevel, production: config.production });

  const { origin, accessToken, stop } = await openBeeper(config);
  const { timeoutMs: deadlineMs, maxConcurrency } = config;
  const transport = createResilience(
    createTransport({ origin, deadlineMs, maxConnections: maxConcurrency }),
    { deadlineMs, maxConcurrency },
  );
  const serverInfo = createServerInfo(transport, config.api);
  const store = config.store
    ? createRedisStore(config.store, {
        lost: (error) =>
          log.error({ err: error }, 'The store can’t be reached: mutations with a key are refused'),
        restored: () => log.info('The store can be reached again'),
      })
    : createMemoryStore();
  const app = createApp({
    transport,
    serverInfo,
    writes: createWrites(store, {
      perMinute: config.writesPerMinute,
      leaseMs: config.timeoutMs + leaseMarginMs,
    }),
    accessToken,
    sandbox: config.beeper.sandbox,
    graphiql: config.graphiql,
    hosts: config.hosts,
    origins: config.origins,
    keys: config.keys,
    documents,
    isOverloaded: watchOverload(),
    log,
  });

  const server = createServer(app);
  server.requestTimeout = 30_000;
  // Longer than the idle time of common balancers, which would else reuse a connection that we just closed.
  server.keepAliveTimeout = 65_000;

  const end = async (signal: string) => {
    log.info({ signal }, 'Ending: running requests are finished, new ones are not taken');
    await drain(server, drainDeadlineMs);
    await transport.close();
    await store.close();
    await stop();
  };
  // A state that nobody foresaw is not served from: whoever runs the process starts it anew.
  for (const event of ['unhandledRejection', 'uncaughtException']) {
    process.once(event, (error: unknown) => {
      log.fatal({ err: error }, `Ending: ${event}`);
      process.exit(1);
    });
  }
  process.once('SIGTERM', end);
  process.once('SIGINT', end);

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const address = addressOf(config, (server.address() as AddressInfo).port);
  const beeper = describeBeeper(config, await serverInfo.facts().catch(() => null));
  if (config.production) log.info({ address, beeper }, 'Serving');
  else greet(config, address, beeper);
}

function greet(config: Config, address: string, beeper: string): void {
  const lines = [
    `GraphQL    ${address}${config.graphiql ? '  (GraphiQL in a browser)' : ''}`,
    `Beeper     ${beeper}`,
    'Try        ',
    exampleCurl(address, config),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The environment, and below it a `.env` file in the working directory. */
function readConfig(): Config {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return loadConfig({ ...file, ...process.env });
}

/** A real Beeper is only named; the sandbox is started, with a token of its own that callers need not know. */
async function openBeeper({ beeper }: Config) {
  if (!beeper.sandbox) {
    return { origin: beeper.url, accessToken: beeper.accessToken, stop: async () => {} };
  }
  const { startSandbox } = await import('./sandbox/index.ts');
  const sandbox = await startSandbox({ appVersion: beeper.appVersion });
  return { origin: sandbox.url, accessToken: sandbox.token, stop: () => sandbox.close() };
}

/** What to do where the address can't be listened on. */
const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there; set PORT to another one, or to 0 for any',
  EACCES: 'this user may not listen there; set PORT to 1024 or higher',
  EADDRNOTAVAIL: 'HOST must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all',
  ENOTFOUND: 'HOST must be a name that leads to this machine, or one of its addresses',
};

function lastWords(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const remedy = 'code' in error && typeof error.code === 'string' ? remedies[error.code] : undefined;
  return remedy ? `${error.message}: ${remedy}.` : (error.stack ?? error.message);
}

main().catch((error: unknown) => {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exit(1);
});
