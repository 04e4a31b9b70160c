import * as z from 'zod';
import { bearerToken } from '../common/bearer.ts';
import { loopbackNames } from '../common/loopback.ts';
import {
  ConfigError,
  conflicts,
  defaultBeeperURL,
  isAddressOfService,
  unknownSettings,
  usesSandbox,
} from './checks.ts';
import { gatewayKeys } from './gatewayKeys.ts';
import { nearMisses } from './nearMisses.ts';
import { type FileSettingName, fileSettingNames, readSecrets } from './secrets.ts';
import { type Origins, originOf } from './sources.ts';
import { defaultStore, type StoreLocation, storeLocation } from './storeLocation.ts';
import {
  isTracing,
  type TracingConfig,
  toTracing,
  tracingSettings,
  tracingWarnings,
  withoutUnused,
} from './tracing.ts';
import {
  assetSecret,
  beeperURL,
  type GatewayKey,
  graphqlPath,
  isPathOfFiles,
  listOf,
  oneOf,
  publicURL,
  toHeaderPattern,
  toHostName,
  toOrigin,
  wholeNumber,
} from './values.ts';

export const dialects = ['create-only', 'union', 'split'] as const;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** How the sandbox pages towards newer items; the sandbox has the same list. */
const sandboxPagings = ['adjoining', 'ignores-direction', 'newest', 'skips-neighbor'] as const;
type SandboxPaging = (typeof sandboxPagings)[number];

/** All settings and their rules. The table in docs/settings.md and `.env.example` list the same names. */
const settings = z.object({
  BEEPER_URL: beeperURL.optional(),
  BEEPER_ACCESS_TOKEN: z
    .string()
    .regex(bearerToken, 'must be a bearer token: letters, digits and -._~+/, optionally followed by =')
    .optional(),
  BEEPER_API: oneOf(['auto', ...dialects]).default('auto'),
  BEEPER_TIMEOUT_MS: wholeNumber(100, 600_000).default(15_000),
  BEEPER_MAX_CONCURRENCY: wholeNumber(1, 10_000).default(32),
  HOST: z.string().regex(/^\S+$/, 'must be a host name or an IP address').default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  HEALTH_PORT: wholeNumber(1, 65_535).optional(),
  GATEWAY_PATH: graphqlPath.default('/graphql'),
  GATEWAY_PUBLIC_URL: publicURL.optional(),
  GATEWAY_ASSET_SECRET: assetSecret.optional(),
  GRAPHIQL: oneOf(['on', 'off']).optional(),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  METRICS_PORT: wholeNumber(1, 65_535).optional(),
  GATEWAY_STORE: storeLocation.optional(),
  GATEWAY_DRAIN_MS: wholeNumber(1_100, 3_600_000).optional(),
  GATEWAY_SHUTDOWN_DELAY_MS: wholeNumber(0, 600_000).default(0),
  GATEWAY_KEEP_ALIVE_MS: wholeNumber(1_000, 3_600_000).default(65_000),
  GATEWAY_COMPRESSION: oneOf(['on', 'off']).default('on'),
  GATEWAY_WEBSOCKET: oneOf(['on', 'off']).default('off'),
  GATEWAY_WRITES_PER_MINUTE: wholeNumber(0, 1_000_000).default(30),
  GATEWAY_KEYS: gatewayKeys.default([]),
  GATEWAY_HOSTS: listOf(
    toHostName,
    'host names or IP addresses without scheme and port, such as gateway.example',
  ).default([]),
  GATEWAY_ORIGINS: listOf(
    toOrigin,
    'exact origins as browsers send them, without a path: https://app.example, or with the scheme of an app such as tauri://localhost ("*", "null" and file:// are not allowed)',
  ).default([]),
  GATEWAY_CORS_HEADERS: listOf(
    toHeaderPattern,
    'header names, such as x-acme-version, or x-acme-* for all that begin with x-acme- ("*" alone is not allowed)',
  ).default([]),
  GATEWAY_DOCUMENTS: z.string().optional(),
  GATEWAY_REQUESTS_PER_MINUTE: wholeNumber(0, 100_000_000).default(60_000),
  GATEWAY_MAX_CONNECTIONS: wholeNumber(0, 1_000_000).default(2_000),
  GATEWAY_STREAMS: wholeNumber(0, 1_000_000).default(1_000),
  GATEWAY_STREAMS_PER_CALLER: wholeNumber(0, 1_000_000).default(100),
  GATEWAY_LIST_SIZE: wholeNumber(1, 1_000).default(10),
  GATEWAY_TRUST_TRACEPARENT: oneOf(['on', 'off']).default('off'),
  ...tracingSettings,
  NODE_ENV: z.string().optional(),
  SANDBOX_APP_VERSION: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 4.3.73')
    .default('4.3.73'),
  SANDBOX_PAGING: z.enum(sandboxPagings, `must be one of ${sandboxPagings.join(', ')}`).default('adjoining'),
  SANDBOX_LIFE: oneOf(['on', 'off']).default('on'),
});

export type SettingName = keyof z.input<typeof settings> | FileSettingName;

/** All settings that can be set, also those that name the file of another one. */
export const settingNames = [...Object.keys(settings.shape), ...fileSettingNames] as readonly SettingName[];

export interface Config {
  /** The Beeper to use: the one at `url`, or the embedded sandbox. */
  readonly beeper:
    | { readonly sandbox: false; readonly url: string; readonly accessToken: string | null }
    | {
        readonly sandbox: true;
        readonly appVersion: string;
        readonly paging: SandboxPaging;
        /** Whether people in it write and answer by themselves. */
        readonly life: boolean;
      };
  readonly api: 'auto' | (typeof dialects)[number];
  /** Milliseconds from the arrival of a request, or the start of a later write in it, to the end of its upstream calls. */
  readonly timeoutMs: number;
  /** Maximum number of concurrent upstream calls, for all callers together. */
  readonly maxConcurrency: number;
  readonly host: string;
  /** 0 lets the operating system choose a free port. */
  readonly port: number;
  /** The port of a listener for probes, on `host`; null for none. */
  readonly healthPort: number | null;
  /** Path of GraphQL requests and of GraphiQL, such as `/graphql`; no other path is answered by them. */
  readonly path: string;
  /** URL at which clients reach the gateway, with its path and no slash at its end; null for the `Host` of each request. */
  readonly publicURL: string | null;
  /** What seals the addresses of files, as text; null for a random secret of this process. */
  readonly assetSecret: string | null;
  /** Host names that the gateway accepts, as in a `Host` header without the port: loopback, HOST, GATEWAY_HOSTS and that of GATEWAY_PUBLIC_URL. */
  readonly hosts: readonly string[];
  /** Origins whose web pages may use the gateway, besides the one that it sees itself: GATEWAY_ORIGINS and that of GATEWAY_PUBLIC_URL. */
  readonly origins: readonly string[];
  /** Headers in lower case that requests from `origins` may have, besides the usual ones; `*` ends a prefix. */
  readonly corsHeaders: readonly string[];
  /** If empty, no key is required. */
  readonly keys: readonly GatewayKey[];
  /** Path of the file that `keys` are from; null if they are from no file. */
  readonly keysFile: string | null;
  /** Path of the manifest with the only documents that run; null allows every document. */
  readonly documents: string | null;
  /** Maximum number of GraphQL requests per caller and minute; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Maximum number of connections at a time; 0 for no limit. */
  readonly maxConnections: number;
  /** Maximum number of open subscriptions, of all callers and of each; 0 for none at all. */
  readonly maxStreams: { readonly inAll: number; readonly perCaller: number };
  /** How many items the cost limit takes an unpaged list to have. */
  readonly listSize: number;
  /** Whether to serve GraphiQL and allow introspection. */
  readonly graphiql: boolean;
  /** Where idempotency keys are kept. */
  readonly store: StoreLocation;
  /** Milliseconds for which running requests may go on after SIGTERM and `shutdownDelayMs`. */
  readonly drainMs: number;
  /** Milliseconds after SIGTERM for which requests are served as before, while `/ready` fails. */
  readonly shutdownDelayMs: number;
  /** Milliseconds for which a connection without a request stays open. */
  readonly keepAliveMs: number;
  /** Whether answers are compressed for callers that accept it. */
  readonly compression: boolean;
  /** Whether subscriptions can be sent over WebSocket, too. */
  readonly webSocket: boolean;
  /** Maximum number of writes per caller and minute, besides those that only set a state; 0 for no limit. */
  readonly writesPerMinute: number;
  readonly logLevel: (typeof logLevels)[number];
  /** Null where no spans are made. */
  readonly tracing: TracingConfig | null;
  /** Port of `host` for the scrapes of Prometheus; null for no metrics. */
  readonly metricsPort: number | null;
  readonly production: boolean;
}

/** Names that no foreign name server can assign. Wildcard addresses such as 0.0.0.0 are not names. */
const ownNames = (host: string): string[] => {
  const name = toHostName(host);
  const isName = name !== null && !/^(0|0\.0\.0\.0|\[::\])$/.test(name);
  return [...loopbackNames, ...(isName ? [name] : [])];
};

const drainMarginMs = 1_000;
const defaultDrainMarginMs = 10_000;

/** A write that was sent before the signal must be able to end. */
function tooShortDrain(set: z.output<typeof settings>): string[] {
  const minimum = set.BEEPER_TIMEOUT_MS + drainMarginMs;
  if (set.GATEWAY_DRAIN_MS === undefined || set.GATEWAY_DRAIN_MS >= minimum) return [];
  return [
    `GATEWAY_DRAIN_MS must be at least ${minimum}: BEEPER_TIMEOUT_MS and ${drainMarginMs} more, so that a write that was sent can end.`,
  ];
}

/** What a message tells besides the name: the file or the flag of a setting. */
function placeOf(name: string, files: Readonly<Record<string, string>>, origins: Origins): string {
  if (files[name] !== undefined) return ` (in ${files[name]})`;
  return origins[name] === 'flag' ? originOf(name, origins) : '';
}

/** A proxy that removes no prefix sends the requests for files to the path of the public URL. */
function pathClash({
  GATEWAY_PATH,
  GATEWAY_PUBLIC_URL = 'http://localhost',
}: z.output<typeof settings>): string[] {
  const base = new URL(GATEWAY_PUBLIC_URL).pathname.replace(/^\/$/, '');
  if (!isPathOfFiles(GATEWAY_PATH, base)) return [];
  return [
    `GATEWAY_PATH must not be ${base}/assets or ${base}/uploads or below them: the gateway serves files there, because of GATEWAY_PUBLIC_URL.`,
  ];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** An empty string counts as unset, and so does what Kubernetes sets, such as HEALTH_PORT for a Service named `health`. */
function givenIn(env: Environment): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && value !== '' && !isAddressOfService(name, value)) given[name] = value;
  return given;
}

/** @returns a sentence for each name or value in `env` that looks like a mistake but does not stop the start-up. */
export function warningsAbout(env: Environment): string[] {
  const given = givenIn(env);
  return [...nearMisses(given, settingNames), ...tracingWarnings(given)];
}

/** @returns a sentence about replicas that can't read each other's addresses of files. */
export const replicaWarnings = ({ store, assetSecret }: Pick<Config, 'store' | 'assetSecret'>): string[] =>
  store.kind !== 'redis' || assetSecret !== null
    ? []
    : [
        'GATEWAY_STORE is a Redis, which replicas share, and GATEWAY_ASSET_SECRET is not set: addresses of files that one replica makes do not open at the others.',
      ];

/**
 * Reads the settings from `env`, and the files that settings such as GATEWAY_KEYS_FILE in it name.
 * @param fileIssues what is wrong with the file that some of `env` is from.
 * @param origins where the values in `env` are from, which messages tell.
 * @returns the complete configuration, including defaults.
 * @throws {ConfigError} with every setting that is not valid and the values that it allows.
 */
export function loadConfig(
  env: Environment,
  fileIssues: readonly string[] = [],
  origins: Origins = {},
): Config {
  const secrets = readSecrets(withoutUnused(givenIn(env)), origins);
  const given = secrets.values;
  const parsed = settings.safeParse(given);
  const issues = [
    ...secrets.issues,
    ...fileIssues,
    ...unknownSettings(given, settingNames),
    ...conflicts(given),
  ];
  if (!parsed.success) {
    issues.unshift(
      ...parsed.error.issues.map(({ path: [name], message }) => {
        const setting = String(name);
        return `${setting}${placeOf(setting, secrets.files, origins)} ${message}.`;
      }),
    );
  }
  if (parsed.success) issues.push(...tooShortDrain(parsed.data), ...pathClash(parsed.data));
  if (!parsed.success || issues.length > 0) throw new ConfigError(issues);
  const set = parsed.data;
  const production = set.NODE_ENV === 'production';
  const publicAddress = set.GATEWAY_PUBLIC_URL === undefined ? null : new URL(set.GATEWAY_PUBLIC_URL);
  return {
    beeper: usesSandbox(given)
      ? {
          sandbox: true,
          appVersion: set.SANDBOX_APP_VERSION,
          paging: set.SANDBOX_PAGING,
          life: set.SANDBOX_LIFE === 'on',
        }
      : {
          sandbox: false,
          url: set.BEEPER_URL ?? defaultBeeperURL,
          accessToken: set.BEEPER_ACCESS_TOKEN ?? null,
        },
    api: set.BEEPER_API,
    timeoutMs: set.BEEPER_TIMEOUT_MS,
    maxConcurrency: set.BEEPER_MAX_CONCURRENCY,
    host: set.HOST,
    port: set.PORT,
    healthPort: set.HEALTH_PORT ?? null,
    path: set.GATEWAY_PATH,
    publicURL: set.GATEWAY_PUBLIC_URL ?? null,
    assetSecret: set.GATEWAY_ASSET_SECRET ?? null,
    hosts: [
      ...new Set([
        ...ownNames(set.HOST),
        ...set.GATEWAY_HOSTS,
        ...(publicAddress ? [publicAddress.hostname] : []),
      ]),
    ],
    origins: [...new Set([...set.GATEWAY_ORIGINS, ...(publicAddress ? [publicAddress.origin] : [])])],
    corsHeaders: set.GATEWAY_CORS_HEADERS,
    keys: set.GATEWAY_KEYS,
    keysFile: secrets.files.GATEWAY_KEYS ?? null,
    documents: set.GATEWAY_DOCUMENTS ?? null,
    requestsPerMinute: set.GATEWAY_REQUESTS_PER_MINUTE,
    maxConnections: set.GATEWAY_MAX_CONNECTIONS,
    maxStreams: { inAll: set.GATEWAY_STREAMS, perCaller: set.GATEWAY_STREAMS_PER_CALLER },
    listSize: set.GATEWAY_LIST_SIZE,
    graphiql:
      set.GRAPHIQL === undefined ? !production && set.GATEWAY_DOCUMENTS === undefined : set.GRAPHIQL === 'on',
    store: set.GATEWAY_STORE ?? defaultStore(given),
    drainMs: set.GATEWAY_DRAIN_MS ?? set.BEEPER_TIMEOUT_MS + defaultDrainMarginMs,
    shutdownDelayMs: set.GATEWAY_SHUTDOWN_DELAY_MS,
    keepAliveMs: set.GATEWAY_KEEP_ALIVE_MS,
    compression: set.GATEWAY_COMPRESSION === 'on',
    webSocket: set.GATEWAY_WEBSOCKET === 'on',
    writesPerMinute: set.GATEWAY_WRITES_PER_MINUTE,
    logLevel: set.LOG_LEVEL,
    tracing: isTracing(given)
      ? toTracing(set, { trustsCallers: set.GATEWAY_TRUST_TRACEPARENT === 'on' })
      : null,
    metricsPort: set.METRICS_PORT ?? null,
    production,
  };
}
