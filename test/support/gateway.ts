import type { AddressInfo } from 'node:net';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { TestRunner } from 'vitest';
import { type AppOptions, createApp } from '../../src/app.ts';
import type { TransferOptions } from '../../src/beeper/assets/transfers.ts';
import { createTransfers } from '../../src/beeper/assets/transfers.ts';
import type { Dialect } from '../../src/beeper/dialect.ts';
import { createReadiness, isUsable } from '../../src/beeper/readiness.ts';
import { createResilience } from '../../src/beeper/resilience.ts';
import { createServerInfo } from '../../src/beeper/serverInfo.ts';
import { createTransport } from '../../src/beeper/transport.ts';
import { UnavailableFailure } from '../../src/failures.ts';
import { createFiles, type FilesOptions } from '../../src/files/files.ts';
import { createAccessLog } from '../../src/http/accessLog.ts';
import { runningFor } from '../../src/http/admission.ts';
import type { AccessRules, RulesInForce } from '../../src/http/guards/accessRules.ts';
import { mayUse } from '../../src/http/guards/keyHolder.ts';
import { createHTTPServer, type GatewayServer } from '../../src/http/httpServer.ts';
import { createLog } from '../../src/http/log.ts';
import { createHub, type Hub, type HubOptions } from '../../src/live/hub.ts';
import type { ProgressTimes } from '../../src/live/progressTimes.ts';
import { createWrites, type Writes } from '../../src/writes/pipeline.ts';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import type { Store } from '../../src/writes/store/store.ts';
import { type RecordEntry, recordCalls, recordLine, recordResponses, recordToFile } from './recorder.ts';

/** Set by test/twin/run.ts, which compares the two ways of a request: whether the short one is used, and a file for what gateways do. */
const { TWIN_LANE, TWIN_RECORD } = process.env;

export interface GatewayOptions
  extends Pick<
    AppOptions,
    | 'webSocket'
    | 'maxWebSockets'
    | 'webSocketTimes'
    | 'path'
    | 'hosts'
    | 'origins'
    | 'corsHeaders'
    | 'isOverloaded'
    | 'listSize'
    | 'requestsPerMinute'
    | 'publicURL'
  > {
  readonly keys?: AccessRules['keys'];
  readonly documents?: AccessRules['documents'];
  /** Where Beeper is: a sandbox's `url`, as a rule. */
  readonly beeper: string;
  /** For callers without a token of their own; the sandbox's by default. Null for none. */
  readonly accessToken?: string | null;
  readonly api?: 'auto' | Dialect;
  readonly timeoutMs?: number;
  readonly graphiql?: boolean;
  /** Whether the gateway presents Beeper as its sandbox; true by default. */
  readonly sandbox?: boolean;
  /** In memory by default. */
  readonly store?: Store;
  readonly maxConcurrency?: number;
  /** Whether requests are refused while calls to Beeper back up; true by default. */
  readonly shedsLoad?: boolean;
  /** No limit by default. */
  readonly writesPerMinute?: number;
  /** How long a payload waits for what it reads after the write; 10 s by default. */
  readonly followUpMs?: number;
  /** How long the circuit stays open. */
  readonly circuitOpenMs?: number;
  /** How long the result of `/ready` is kept; 1 s by default. */
  readonly readinessKeptMs?: number;
  /** How long a claim of an idempotency key is held for a write that does not end; a second more than the deadline. */
  readonly leaseMs?: number;
  /** Whether plain requests take the short way through Yoga; true by default. */
  readonly plainLane?: boolean;
  /** Whether responses are compressed; true by default, except where they are recorded. */
  readonly compresses?: boolean;
  /** Times and limits of subscriptions that differ from the defaults. */
  readonly live?: Partial<HubOptions>;
  /** When `messageProgress` looks. */
  readonly progressTimes?: Partial<ProgressTimes>;
  /** Times and limits of file transfers that differ from the defaults. */
  readonly transfers?: Partial<TransferOptions>;
  /** The secret and the clock of addresses of files. */
  readonly files?: Partial<Pick<FilesOptions, 'secret' | 'now' | 'uploadTimes'>>;
  /** A hub to use instead of one that is connected with Beeper. */
  readonly hub?: Hub;
  /** As `AppOptions.heartbeatMs`. */
  readonly heartbeatMs?: number;
  /** Receives what the gateway does. */
  readonly record?: RecordEntry;
}

export interface GraphQLAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Record<string, unknown>;
  }[];
}

export interface Gateway extends AsyncDisposable {
  readonly origin: string;
  readonly server: GatewayServer;
  readonly writes: Writes;
  readonly live: Hub;
  readonly webSockets: ReturnType<typeof createApp>['webSockets'];
  /** The keys and documents in force. */
  readonly rules: RulesInForce;
  /** All that was logged but `served`, line by line, parsed; the level is debug. */
  readonly log: Record<string, unknown>[];
  /** The lines of the access log about requests that were not refused. */
  readonly served: Record<string, unknown>[];
  /** Sends one operation as a client would; the answer with any status. */
  query<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    init?: { headers?: Record<string, string>; signal?: AbortSignal },
  ): Promise<GraphQLAnswer<Data>>;
  /** As `query`, with an untyped document: for what the types forbid. */
  send(query: string, variables?: object, init?: RequestInit): Promise<Response>;
}

const servedMessages: unknown[] = ['Operation served', 'Request served', 'Caller left'];

/** Not its name: Vitest tells that of another one where tests run at the same time. */
const fileOfTest = (): string => TestRunner.getCurrentTest()?.file.name ?? '';

const recordOfTwin = TWIN_RECORD === undefined ? undefined : recordToFile(TWIN_RECORD, fileOfTest);

const closing = new UnavailableFailure('The test has ended.', { retryAfterSeconds: null });

/** A gateway on a real port in front of `beeper`, closed with `await using`. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { beeper, accessToken = 'sandbox-token', api = 'auto', timeoutMs = 5_000, graphiql = true } = options;
  const { sandbox = true } = options;
  const { store = createMemoryStore(), writesPerMinute = 0, maxConcurrency = 32 } = options;
  const { circuitOpenMs = 1_000, leaseMs = timeoutMs + 1_000 } = options;
  const { path = '/graphql', hosts, origins, corsHeaders, keys = [], documents = null } = options;
  const rules: RulesInForce = { current: { keys, documents } };
  const { isOverloaded, listSize, requestsPerMinute } = options;
  const { plainLane = TWIN_LANE !== 'off', record = recordOfTwin } = options;
  const { compresses = record === undefined } = options;
  const log: Record<string, unknown>[] = [];
  const served: Record<string, unknown>[] = [];
  const onLine = (text: string) => {
    const line = JSON.parse(text);
    (servedMessages.includes(line.msg) ? served : log).push(line);
    if (record) recordLine(line, record);
  };
  const calls = createTransport({
    origin: beeper,
    connectTimeoutMs: timeoutMs,
    maxConnections: maxConcurrency,
  });
  const transport = createResilience(record ? recordCalls(calls, record) : calls, {
    maxConcurrency,
    circuitOpenMs,
  });
  const serverInfo = createServerInfo(transport, api);
  const probes = createTransport({ origin: beeper, connectTimeoutMs: timeoutMs, maxConnections: 1 });
  const readiness = createReadiness(probes, serverInfo, { accessToken, keptMs: options.readinessKeptMs });
  const writes = createWrites(store, { perMinute: writesPerMinute, leaseMs, deadlineMs: timeoutMs });
  const logger = createLog({ level: 'debug' }, { write: onLine });
  const live =
    options.hub ??
    createHub({
      origin: beeper,
      transport,
      serverInfo,
      timeoutMs,
      log: logger,
      maxStreams: { inAll: 1_000, perCaller: 100 },
      ...options.live,
    });
  const transfers = createTransfers({
    origin: beeper,
    connectTimeoutMs: timeoutMs,
    maxConnections: 64,
    ...options.transfers,
  });
  const files = createFiles({
    secret: null,
    transfers,
    serverInfo,
    store,
    accessToken,
    mayUse: (key, kind) => mayUse(key, kind === 'upload', rules.current.keys),
    ...options.files,
  });
  const accessLog = createAccessLog(logger);
  const observers = accessLog ? [accessLog] : [];
  const app = createApp({
    transport,
    serverInfo,
    timeoutMs,
    writes,
    live,
    files,
    publicURL: options.publicURL,
    accessToken,
    followUpMs: options.followUpMs,
    progressTimes: options.progressTimes,
    sandbox,
    path,
    graphiql,
    hosts,
    origins,
    corsHeaders,
    rules,
    isOverloaded,
    async readiness() {
      const beeper = await readiness();
      return { ready: isUsable(beeper), parts: { beeper: beeper.state } };
    },
    listSize,
    requestsPerMinute,
    heartbeatMs: options.heartbeatMs,
    webSocket: options.webSocket,
    maxWebSockets: options.maxWebSockets,
    webSocketTimes: options.webSocketTimes,
    plainLane,
    ...(options.shedsLoad !== false && {
      isBacklogged: () => transport.isBacklogged(),
      maxRunning: runningFor(maxConcurrency),
    }),
    log: logger,
  });
  const gatewayServer = createHTTPServer(app, {
    compresses,
    observers,
    webSockets: options.webSocket ? app.webSockets : undefined,
  });
  const server = gatewayServer.http;
  if (record) recordResponses(server, record);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const send: Gateway['send'] = (query, variables = {}, init = {}) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers },
    });

  return {
    origin,
    server: gatewayServer,
    writes,
    live,
    webSockets: app.webSockets,
    rules,
    log,
    served,
    send,
    async query(document, variables, init = {}) {
      const response = await send(print(document), variables as object, init);
      return (await response.json()) as GraphQLAnswer<never>;
    },
    async [Symbol.asyncDispose]() {
      live.close(closing);
      for (const socket of gatewayServer.connections.keys()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await transport.close();
      await probes.close();
    },
  };
}
