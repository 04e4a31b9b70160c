import type { Logger } from 'pino';
import { firstVersionOf } from './beeper/dialect.ts';
import { surviveHangups } from './common/surviveHangups.ts';
import { addressOf, describeBeeper, startUpBanner } from './config/banner.ts';
import { ConfigError } from './config/checks.ts';
import { type Flags, readConfig } from './config/readConfig.ts';
import { createReloader } from './config/reloader.ts';
import { rereadFiles } from './config/rereadFiles.ts';
import type { Config } from './config/settings.ts';
import { loadDocuments } from './config/trustedDocuments.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { limitConnections } from './http/connectionLimit.ts';
import { endOnSignals } from './http/endOnSignals.ts';
import { exampleDocument } from './http/exampleDocument.ts';
import { isInForce } from './http/guards/keyHolder.ts';
import { createHTTPServer, type GatewayServer } from './http/httpServer.ts';
import { ListenError, listenOn } from './http/listenOn.ts';
import { createLog, createLogOutput } from './http/log.ts';
import { createOutput } from './http/output.ts';
import { createSideListener, type SideRoute } from './http/sideListener.ts';
import { keyRemoved, shutDown } from './http/streamEnds.ts';
import { healthRoutes, type ReadinessReport } from './http/useHealth.ts';
import type { Metrics } from './telemetry/metrics.ts';
import type { Tracing } from './telemetry/tracing.ts';
import { StoreOpenError } from './writes/store/store.ts';

/** How long exiting waits for a slow reader of the log, and for each part to close. */
const flushMs = 500;

/** How long the end of the process waits for the collector of spans: after a signal, and after an error. */
const spansMs = { signal: 2_000, error: 500 };

/**
 * Runs the gateway as this process: settings → gateway → port. Ends the process on signals and after an error, with a
 * sentence on stderr.
 * @param flags take precedence over the environment.
 */
export async function runServer(flags: Flags = {}): Promise<void> {
  const output = createLogOutput();
  const errorOutput = createOutput(process.stderr, (lines) => `${lines} lines could not be written.\n`);
  /** Ends the process. What is written must not wait for a reader, and has a short time to reach a healthy one. */
  const exit = (code: number): void => {
    Promise.all([output.flush(flushMs), errorOutput.flush(flushMs)]).finally(() => process.exit(code));
  };
  try {
    await serve(flags, { output, errorOutput, exit });
  } catch (error) {
    errorOutput.write(`${describeStartUpError(error)}\n`);
    exit(1);
  }
}

interface Process {
  readonly output: ReturnType<typeof createLogOutput>;
  readonly errorOutput: ReturnType<typeof createOutput>;
  readonly exit: (code: number) => void;
}

async function serve(flags: Flags, { output, errorOutput, exit }: Process): Promise<void> {
  const hangups = surviveHangups();
  const { config, warnings, hasSavedToken } = readConfig(flags);
  const documents = config.documents === null ? null : loadDocuments(config.documents);
  const isForPeople = output.isTTY && !config.production;
  const format = isForPeople ? (await import('./http/prettyLines.ts')).prettyLine : undefined;
  const log = createLog({ level: config.logLevel }, output, format);

  const warn = (sentence: string) => {
    if (config.production) log.warn(sentence);
    else errorOutput.write(`Warning: ${sentence}\n`);
  };
  warnings.forEach(warn);

  let sendSpans: Tracing['close'] = async () => {};
  endOnErrors(log, () => sendSpans(spansMs.error).finally(() => exit(1)));

  const { host } = config;
  let report = async (): Promise<ReadinessReport> => ({ ready: false, parts: { gateway: 'starting' } });
  if (config.healthPort !== null) {
    const probes = createSideListener(healthRoutes(() => report()));
    await listenOn(probes, { host, port: config.healthPort, setting: 'HEALTH_PORT' });
  }

  let server: GatewayServer | undefined;
  const isEnding = () => server?.isDraining ?? false;
  const gateway = await openGateway(config, { log, warn, documents, isEnding });
  const { app, readiness, writes, live, metrics, observers, tracing, close } = gateway;
  if (tracing) sendSpans = tracing.close;
  server = createHTTPServer(app, {
    keepAliveTimeoutMs: config.keepAliveMs,
    compresses: config.compression,
    observers,
    webSockets: config.webSocket ? app.webSockets : undefined,
  });
  limitConnections(server.http, config.maxConnections, log);
  const { reload, record: reloads } = reloaderOf(config, { gateway, log });
  endOnSignals({
    log,
    server,
    writes,
    endStreams() {
      live.close(shutDown());
      app.webSockets.close();
    },
    delayMs: config.shutdownDelayMs,
    drainMs: config.drainMs,
    reload,
    close,
    flush: () => sendSpans(spansMs.signal),
    exit,
  });
  // Files may have been replaced after they were read.
  if (hangups.arrived) reload();

  if (metrics && config.metricsPort !== null) {
    metrics.addServer(server.http, server.connections);
    metrics.addReloads(reloads);
    const scrapes = createSideListener({ '/metrics': metricsRoute(metrics, log) });
    await listenOn(scrapes, { host, port: config.metricsPort, setting: 'METRICS_PORT' });
  }

  const port = await listenOn(server.http, { host, port: config.port, setting: 'PORT' });
  report = gateway.report;
  const address = addressOf(config, port);
  const status = await readiness();
  const beeper = describeBeeper(config, status, firstVersionOf.union, hasSavedToken);
  if (config.production) log[status.state === 'ready' ? 'info' : 'warn']({ address, beeper }, 'Listening');
  else {
    const example = documents === null ? null : exampleDocument(documents);
    output.write(startUpBanner(config, { address, beeper, status, example, hasSavedToken }));
  }
}

/** In production a process supervisor restarts the gateway: after an unexpected error its state is not reliable. */
function endOnErrors(log: Logger, end: () => void): void {
  let isEnding = false;
  for (const event of ['unhandledRejection', 'uncaughtException']) {
    process.on(event, (error: unknown) => {
      if (isEnding) return;
      isEnding = true;
      log.fatal({ err: error }, `Exiting: ${event}`);
      end();
    });
  }
}

/** @returns a reloader of the gateway's keys and documents, which ends the subscriptions and WebSockets of keys that were removed. */
function reloaderOf(
  config: Config,
  { gateway: { app, rules, live }, log }: { gateway: Gateway; log: Logger },
) {
  return createReloader({
    read: () => rereadFiles(config),
    apply({ keys, documents }) {
      rules.current = {
        keys: keys ?? rules.current.keys,
        documents: documents ?? rules.current.documents,
      };
      live.endWhere((keyHolder) => !isInForce(keyHolder, rules.current.keys), keyRemoved());
      app.webSockets.checkKeys();
    },
    log,
  });
}

/** Scrapes come every few seconds, so they are logged at debug. */
const metricsRoute =
  (metrics: Metrics, log: Logger): SideRoute =>
  async () => {
    log.debug('Metrics scraped');
    return { status: 200, ...(await metrics.scrape()) };
  };

function describeStartUpError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isExpected = [ConfigError, StoreOpenError, ListenError].some((kind) => error instanceof kind);
  return isExpected ? error.message : (error.stack ?? error.message);
}
