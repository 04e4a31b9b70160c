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
import { limitConnections } from './http/connectionLimit.ts';
import { endOnSignals } from './http/endOnSignals.ts';
import { watchOverload } from './http/eventLoopLag.ts';
import { exampleDocument } from './http/exampleDocument.ts';
import { createHTTPServer } from './http/httpServer.ts';
import { createLog, createLogOutput } from './http/log.ts';
import { createOutput } from './http/output.ts';
import { lookMs } from './writes/looking.ts';
import { createWrites } from './writes/pipeline.ts';
import { openStore } from './writes/store/open.ts';
import { StoreOpenError } from './writes/store/store.ts';

/** The entry point: settings → Beeper → app → port. All side effects of the process start here. */

/** How long exiting waits for a slow reader of the log, and for each part to close. */
const flushMs = 500;
/** Time that a write needs besides its upstream call: to wait for the store, and to store the result. */
const leaseMarginMs = 8_000;

const memoryWarning =
  'Idempotency keys are kept in memory (GATEWAY_STORE=memory:). They are lost when the gateway stops: a mutation that is repeated with the same key then runs a second time.';

const output = createLogOutput();
const errorOutput = createOutput(process.stderr, (lines) => `${lines} lines could not be written.\n`);

/** Ends the process. What is written must not wait for a reader, and has a short time to reach a healthy one. */
function exit(code: number): void {
  Promise.all([output.flush(flushMs), errorOutput.flush(flushMs)]).finally(() => process.exit(code));
}

async function main(): Promise<void> {
  const { config, warnings } = readConfig();
  const documents = config.documents === null ? null : loadDocuments(config.documents);
  const log = createLog({ level: config.logLevel, production: config.production }, output);

  const warn = (sentence: string) => {
    if (config.production) log.warn(sentence);
    else errorOutput.write(`Warning: ${sentence}\n`);
  };
  warnings.forEach(warn);
  if (config.store.kind === 'memory' && !config.beeper.sandbox) warn(memoryWarning);

  // In production a process supervisor restarts the gateway: after an unexpected error its state is not reliable.
  let isExiting = false;
  for (const event of ['unhandledRejection', 'uncaughtException']) {
    process.on(event, (error: unknown) => {
      if (isExiting) return;
      isExiting = true;
      log.fatal({ err: error }, `Exiting: ${event}`);
      exit(1);
    });
  }

  const { origin, accessToken, stop } = await openBeeper(config);
  const { timeoutMs, maxConcurrency } = config;
  const connect = (maxConnections: number) =>
    createTransport({ origin, connectTimeoutMs: timeoutMs, maxConnections });
  const transport = createResilience(connect(maxConcurrency), { maxConcurrency });
  const serverInfo = createServerInfo(transport, config.api);
  const readiness = createReadiness(connect(1), serverInfo, { accessToken });

  const store = await openStore(config.store, { log, warn });
  if (config.store.kind === 'redis') await store.check();
  const writes = createWrites(store, {
    perMinute: config.writesPerMinute,
    deadlineMs: timeoutMs,
    leaseMs: timeoutMs + lookMs + leaseMarginMs,
  });

  const app = createApp({
    transport,
    serverInfo,
    timeoutMs,
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
    async readiness() {
      const [beeper, fault] = await Promise.all([readiness(), store.fault()]);
      return {
        ready: isUsable(beeper) && fault === null,
        parts: { beeper: beeper.state, store: fault === null ? 'ready' : 'failing' },
      };
    },
    listSize: config.listSize,
    requestsPerMinute: config.requestsPerMinute,
    isOverloaded: watchOverload(),
    isBacklogged: () => transport.isBacklogged(),
    maxRunning: runningFor(maxConcurrency),
    log,
  });

  const server = createHTTPServer(app);
  limitConnections(server.http, config.maxConnections, log);
  endOnSignals({
    log,
    server,
    writes,
    drainMs: config.drainMs,
    async close() {
      await store.close();
      await stop();
    },
    exit,
  });

  const { http } = server;
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.port, config.host, resolve);
  });
  const address = addressOf(config, (http.address() as AddressInfo).port);
  const status = await readiness();
  const beeper = describeBeeper(config, status, firstVersionOf.union);
  if (config.production) log[status.state === 'ready' ? 'info' : 'warn']({ address, beeper }, 'Listening');
  else {
    const example = documents === null ? null : exampleDocument(documents);
    output.write(startUpBanner(config, { address, beeper, status, example }));
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
  if (error instanceof ConfigError || error instanceof StoreOpenError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const remedy = 'code' in error && typeof error.code === 'string' ? remedies[error.code] : undefined;
  return remedy ? `${error.message}: ${remedy}.` : (error.stack ?? error.message);
}

main().catch((error: unknown) => {
  errorOutput.write(`${describeStartUpError(error)}\n`);
  exit(1);
});
