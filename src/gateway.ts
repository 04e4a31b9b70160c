import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { createTransfers } from './beeper/assets/transfers.ts';
import { createReadiness, isUsable, type Readiness } from './beeper/readiness.ts';
import { createResilience } from './beeper/resilience.ts';
import { createServerInfo } from './beeper/serverInfo.ts';
import { createTransport } from './beeper/transport.ts';
import type { RequestObserver } from './common/requestRecord.ts';
import type { Config } from './config/settings.ts';
import { createFiles } from './files/files.ts';
import { createAccessLog } from './http/accessLog.ts';
import { runningFor } from './http/admission.ts';
import { watchOverload } from './http/eventLoopLag.ts';
import type { RulesInForce } from './http/guards/accessRules.ts';
import { mayUse } from './http/guards/keyHolder.ts';
import type { ReadinessReport } from './http/useHealth.ts';
import { createHub, type Hub } from './live/hub.ts';
import type { Metrics } from './telemetry/metrics.ts';
import type { Tracing } from './telemetry/tracing.ts';
import { lookMs } from './writes/looking.ts';
import { createWrites, type Writes } from './writes/pipeline.ts';
import { openStore } from './writes/store/open.ts';

/** Time that a write needs besides its upstream call: to wait for the store, and to store the result. */
const leaseMarginMs = 8_000;

/** Connections to Beeper for files, besides those for calls. A paused film keeps one. */
const maxTransfers = 64;

const memoryWarning =
  'Idempotency keys are kept in memory (GATEWAY_STORE=memory:). They are lost when the gateway stops: a mutation that is repeated with the same key then runs a second time.';

export interface GatewayOptions {
  readonly log: Logger;
  /** Told once of what the operator may want to change. */
  readonly warn: (sentence: string) => void;
  /** The only documents that run, by hash; null allows every document. */
  readonly documents: ReadonlyMap<string, string> | null;
  /** Whether the process is about to end, so that `/ready` fails; by default never. */
  readonly isEnding?: () => boolean;
}

/** Everything between the settings and a port. */
export interface Gateway {
  /** The listener for node:http, with a `fetch` method. */
  readonly app: ReturnType<typeof createApp>;
  /** The keys and documents in force; to be replaced as a whole. */
  readonly rules: RulesInForce;
  /** Finds out whether Beeper can be used. It never throws. */
  readonly readiness: () => Promise<Readiness>;
  /** What `/ready` reports. It never throws. */
  readonly report: () => Promise<ReadinessReport>;
  readonly writes: Writes;
  /** What happens in Beeper; to be closed before the server is drained. */
  readonly live: Hub;
  /** Null unless `config.metricsPort` is set. */
  readonly metrics: Metrics | null;
  /** For the server that listens: they must be told of each request once. */
  readonly observers: readonly RequestObserver[];
  /** Null unless `config.tracing` is set. To be closed at the very end, when all requests have been told of. */
  readonly tracing: Tracing | null;
  /** Closes what requests and writes use; to be called once they have ended. */
  close(): Promise<void>;
}

/**
 * Opens the store and connects the app with Beeper, or with a sandbox that it starts. It listens on no port of its own.
 * @throws {StoreOpenError} where the store's directory can't be used.
 */
export async function openGateway(
  config: Config,
  { log, warn, documents, isEnding = () => false }: GatewayOptions,
): Promise<Gateway> {
  if (config.store.kind === 'memory' && !config.beeper.sandbox) warn(memoryWarning);
  const { origin, accessToken, stop } = await openBeeper(config);
  const { timeoutMs, maxConcurrency } = config;
  const metrics = await openMetrics(config, () => serverInfo.known().dialect);
  const connect = (maxConnections: number) =>
    createTransport({ origin, connectTimeoutMs: timeoutMs, maxConnections, onCall: metrics?.onCall });
  const transport = createResilience(connect(maxConcurrency), { maxConcurrency });
  const serverInfo = createServerInfo(transport, config.api);
  const checkReadiness = createReadiness(connect(1), serverInfo, { accessToken });
  let isBeeperReady: boolean | null = null;
  const readiness = async () => {
    const found = await checkReadiness();
    isBeeperReady = isUsable(found);
    return found;
  };

  const store = await openStore(config.store, { log, warn });
  if (config.store.kind === 'redis') await store.check();
  const writes = createWrites(store, {
    perMinute: config.writesPerMinute,
    deadlineMs: timeoutMs,
    leaseMs: timeoutMs + lookMs + leaseMarginMs,
  });

  const live = createHub({
    origin,
    transport,
    serverInfo,
    timeoutMs,
    log,
    maxStreams: config.maxStreams,
  });

  const files = createFiles({
    secret: config.assetSecret,
    transfers: createTransfers({
      origin,
      connectTimeoutMs: timeoutMs,
      maxConnections: maxTransfers,
      onCall: metrics?.onCall,
    }),
    serverInfo,
    store,
    accessToken,
    mayUse: (key, kind) => mayUse(key, kind === 'upload', rules.current.keys),
  });

  const rules: RulesInForce = { current: { keys: config.keys, documents } };
  const report = async (): Promise<ReadinessReport> => {
    if (isEnding()) return { ready: false, parts: { gateway: 'draining' } };
    const [beeper, fault] = await Promise.all([readiness(), store.fault()]);
    return {
      ready: isUsable(beeper) && fault === null,
      parts: { beeper: beeper.state, store: fault === null ? 'ready' : 'failing' },
    };
  };

  const tracing = await openTracing(config, { beeperURL: origin, log });
  // The line of a request has the trace ID of its spans.
  const observers = [tracing?.observer, createAccessLog(log), metrics?.observer].filter((one) => one != null);

  const isOverloaded = watchOverload();
  const app = createApp({
    transport,
    serverInfo,
    timeoutMs,
    writes,
    live,
    files,
    publicURL: config.publicURL,
    accessToken,
    path: config.path,
    sandbox: config.beeper.sandbox,
    graphiql: config.graphiql,
    hosts: config.hosts,
    origins: config.origins,
    corsHeaders: config.corsHeaders,
    rules,
    readiness: report,
    listSize: config.listSize,
    webSocket: config.webSocket,
    maxWebSockets: config.maxStreams.inAll,
    requestsPerMinute: config.requestsPerMinute,
    isOverloaded,
    isBacklogged: () => transport.isBacklogged(),
    maxRunning: runningFor(maxConcurrency),
    log,
  });

  metrics?.addState({
    upstream: transport.state,
    requests: app.load,
    live: live.state,
    keys: () => writes.counts,
    unknownOutcomes: writes.unknownOutcomes,
    store: store.state,
    isBeeperReady: () => isBeeperReady,
  });

  return {
    app,
    rules,
    readiness,
    report,
    writes,
    live,
    metrics,
    observers,
    tracing,
    async close() {
      isOverloaded.stop();
      await store.close();
      await stop();
    },
  };
}

/** Loads the SDK only where spans are asked for. */
async function openTracing(
  { tracing, path }: Config,
  { beeperURL, log }: { beeperURL: string; log: Logger },
): Promise<Tracing | null> {
  if (tracing === null) return null;
  const { openTracing } = await import('./telemetry/tracing.ts');
  return openTracing(tracing, { path, beeperURL, log });
}

/** Loads the library only where metrics are asked for. */
async function openMetrics(
  { metricsPort, timeoutMs, documents }: Config,
  dialect: () => string | null,
): Promise<Metrics | null> {
  if (metricsPort === null) return null;
  const [{ createMetrics }, { version }] = await Promise.all([
    import('./telemetry/metrics.ts'),
    import('./common/version.ts'),
  ]);
  return createMetrics({ version, timeoutMs, hasTrustedDocuments: documents !== null, dialect });
}

/** Starts the sandbox, with an access token of its own, if the configuration says so. */
async function openBeeper({ beeper }: Config) {
  if (!beeper.sandbox) {
    return { origin: beeper.url, accessToken: beeper.accessToken, stop: async () => {} };
  }
  const { startSandbox } = await import('./sandbox/index.ts');
  const sandbox = await startSandbox({
    appVersion: beeper.appVersion,
    paging: beeper.paging,
    life: beeper.life,
  });
  return { origin: sandbox.url, accessToken: sandbox.token, stop: () => sandbox.close() };
}
