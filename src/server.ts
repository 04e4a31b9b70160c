import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { firstVersionOf } from './beeper/dialect.ts';
import { createReadiness, isUsable } from './beeper/readiness.ts';
import { createResilience } from './beeper/resilience.ts';
import { createServerInfo } from './beeper/serverInfo.ts';
import { createTransport } from './beeper/transport.ts';
import { addressOf, describeBeeper, startUpBanner } from './config/banner.ts';
import { ConfigError } from './config/checks.ts';
import { loadDotenv } from './config/dotenv.ts';
import { type Config, loadConfig, warningsAbout } from './config/settings.ts';
import { loadDocuments } from './config/trustedDocuments.ts';
import { runningFor } from './http/admission.ts';
import { drain } from './http/drain.ts';
import { watchOverload } from './http/eventLoopLag.ts';
import { exampleDocument } from './http/exampleDocument.ts';
import { createHTTPServer } from './http/httpServer.ts';
import { createLog } from './http/log.ts';
import { createWrites } from './writes/pipeline.ts';
import { createMemoryStore } from './writes/store/memory.ts';
import { createRedisStore } from './writes/store/redis.ts';

/** The entry point: settings → Beeper → app → port. All side effects of the process start here. */

const drainDeadlineMs = 10_000;
/** Time that a write needs besides its upstream call: for the version probe and the store. */
const leaseMarginMs = 8_000;

async function main(): Promise<void> {
  const { config, warnings } = readConfig();
  const documents = config.documents === null ? null : loadDocuments(config.documents);
  const log = createLog({ level: config.logLevel, production: config.production });

  for (const warning of warnings) {
    if (config.production) log.warn(warning);
    else process.stderr.write(`Warning: ${warning}\n`);
  }

  // In production a process supervisor restarts the gateway: after an unexpected error its state is not reliable.
  for (const event of ['unhandledRejection', 'uncaughtException']) {
    process.once(event, (error: unknown) => {
      log.fatal({ err: error }, `Exiting: ${event}`);
      process.exit(1);
    });
  }

  const { origin, accessToken, stop } = await openBeeper(config);
  const { timeoutMs: deadlineMs, maxConcurrency } = config;
  const transport = createResilience(
    createTransport({ origin, deadlineMs, maxConnections: maxConcurrency }),
    { deadlineMs, maxConcurrency },
  );
  const serverInfo = createServerInfo(transport, config.api);
  const readiness = createReadiness(transport, serverInfo, accessToken);

  const store = config.store
    ? createRedisStore(config.store, {
        lost: (error) =>
          log.error(
            { err: error },
            'The store can’t be reached: mutations with an idempotency key are rejected',
          ),
        restored: () => log.info('The store can be reached again'),
      })
    : createMemoryStore();
  const writes = createWrites(store, {
    perMinute: config.writesPerMinute,
    leaseMs: deadlineMs + leaseMarginMs,
  });

  const app = createApp({
    transport,
    serverInfo,
    writes,
    accessToken,
    path: config.path,
    sandbox: config.beeper.sandbox,
    graphiql: config.graphiql,
    hosts: config.hosts,
    origins: config.origins,
    corsHeaders: config.corsHeaders,
    keys: config.keys,
    documents,
    isReady: async () => isUsable(await readiness()),
    isOverloaded: watchOverload(),
    isBacklogged: () => transport.isBacklogged(),
    maxRunning: runningFor(maxConcurrency),
    log,
  });

  const server = createHTTPServer(app);
  const shutDown = async (signal: string) => {
    log.info({ signal }, 'Shutting down: finishing running requests');
    await drain(server, drainDeadlineMs);
    await transport.close();
    await store.close();
    await stop();
  };
  process.once('SIGTERM', shutDown);
  process.once('SIGINT', shutDown);

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const address = addressOf(config, (server.address() as AddressInfo).port);
  const status = await readiness();
  const beeper = describeBeeper(config, status, firstVersionOf.union);
  if (config.production) log[status.state === 'ready' ? 'info' : 'warn']({ address, beeper }, 'Listening');
  else {
    const example = documents === null ? null : exampleDocument(documents);
    process.stdout.write(startUpBanner(config, { address, beeper, status, example }));
  }
}

/** The environment takes precedence over a `.env` file in the working directory. */
function readConfig(): { config: Config; warnings: readonly string[] } {
  const file = loadDotenv('.env');
  const env = { ...file.values, ...process.env };
  return { config: loadConfig(env, file.issues), warnings: [...file.warnings, ...warningsAbout(env)] };
}

/** Starts the sandbox, with an access token of its own, if the configuration says so. */
async function openBeeper({ beeper }: Config) {
  if (!beeper.sandbox) {
    return { origin: beeper.url, accessToken: beeper.accessToken, stop: async () => {} };
  }
  const { startSandbox } = await import('./sandbox/index.ts');
  const sandbox = await startSandbox({ appVersion: beeper.appVersion, paging: beeper.paging });
  return { origin: sandbox.url, accessToken: sandbox.token, stop: () => sandbox.close() };
}

/** What to change if the gateway can't listen at HOST and PORT. */
const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses this port; set PORT to another port, or to 0 for any free port',
  EACCES: 'this user is not allowed to use this port; set PORT to 1024 or higher',
  EADDRNOTAVAIL: 'set HOST to an address of this machine such as 127.0.0.1, or to 0.0.0.0 for all of them',
  ENOTFOUND: 'set HOST to a name or address of this machine',
};

function describeStartUpError(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const remedy = 'code' in error && typeof error.code === 'string' ? remedies[error.code] : undefined;
  return remedy ? `${error.message}: ${remedy}.` : (error.stack ?? error.message);
}

main().catch((error: unknown) => {
  process.stderr.write(`${describeStartUpError(error)}\n`);
  process.exit(1);
});
