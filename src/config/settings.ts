import leven from 'leven';
import { z } from 'zod';
import { bearerToken } from '../common/bearer.ts';
import { isLoopback, loopbackNames } from '../common/loopback.ts';
import {
  beeperURL,
  type GatewayKey,
  listOf,
  oneOf,
  toGatewayKey,
  toHostName,
  toOrigin,
  wholeNumber,
} from './values.ts';

export const dialects = ['create-only', 'union', 'split'] as const;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Each setting by its name, with its rule. The README's table and `.env.example` list the same. */
const settings = z.object({
  BEEPER_URL: beeperURL.optional(),
  BEEPER_ACCESS_TOKEN: z
    .string()
    .regex(bearerToken, 'must be a bearer token: letters, digits and -._~+/= without spaces')
    .optional(),
  BEEPER_API: oneOf(['auto', ...dialects]).default('auto'),
  BEEPER_TIMEOUT_MS: wholeNumber(100, 600_000).default(15_000),
  BEEPER_MAX_CONCURRENCY: wholeNumber(1, 10_000).default(32),
  HOST: z.string().regex(/^\S+$/, 'must be a host name or an IP address').default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  GRAPHIQL: oneOf(['on', 'off']).optional(),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  GATEWAY_STORE: z
    .string()
    .refine((text) => /^rediss?:\/\/\S+$/.test(text) && URL.canParse(text), {
      message: 'must be a Redis URL such as redis://127.0.0.1:6379',
    })
    .optional(),
  GATEWAY_WRITES_PER_MINUTE: wholeNumber(0, 1_000_000).default(30),
  GATEWAY_KEYS: listOf(toGatewayKey, 'name:sha256 or name:sha256:read, as `npm run key` prints it')
    .refine((keys) => new Set(keys.map(({ hash }) => hash.toString('hex'))).size === keys.length, {
      message: 'must hold each key once',
    })
    .default([]),
  GATEWAY_HOSTS: listOf(
    toHostName,
    'names or addresses without scheme and port, such as gateway.example',
  ).default([]),
  GATEWAY_ORIGINS: listOf(
    toOrigin,
    'exact origins such as https://app.example, without a path; "*" is not allowed',
  ).default([]),
  GATEWAY_DOCUMENTS: z.string().optional(),
  NODE_ENV: z.string().optional(),
  SANDBOX_APP_VERSION: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 4.3.73')
    .default('4.3.73'),
});

const settingNames = Object.keys(settings.shape);

export interface Config {
  /** Where Beeper is asked, or that the embedded sandbox is. */
  readonly beeper:
    | { readonly sandbox: false; readonly url: string; readonly accessToken: string | null }
    | { readonly sandbox: true; readonly appVersion: string };
  readonly api: 'auto' | (typeof dialects)[number];
  /** Milliseconds that one upstream call may take, from its start to the end of its answer. */
  readonly timeoutMs: number;
  /** Calls to Beeper at a time, of all callers together. */
  readonly maxConcurrency: number;
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /** The names it answers to, as in a `Host` header without the port: loopback's, HOST and what GATEWAY_HOSTS adds. */
  readonly hosts: readonly string[];
  /** The origins whose web pages may use it, besides its own. */
  readonly origins: readonly string[];
  /** Who may use it; where there is none, everybody who reaches it. */
  readonly keys: readonly GatewayKey[];
  /** Path of the manifest with the only documents that are run; null to run any. */
  readonly documents: string | null;
  /** GraphiQL, and with it introspection. */
  readonly graphiql: boolean;
  /** URL of the Redis that replicas share; null for a store in memory. */
  readonly store: string | null;
  /** How often one caller may write in a minute; 0 for no limit. */
  readonly writesPerMinute: number;
  readonly logLevel: (typeof logLevels)[number];
  readonly production: boolean;
}

/** Thrown by `loadConfig`: every fault there is, one line a setting, ready to print. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`The configuration is not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

function unknownSettings(env: Readonly<Record<string, string>>): string[] {
  return Object.keys(env)
    .filter((name) => /^(BEEPER|GATEWAY)_/.test(name) && !settingNames.includes(name))
    .map((name) => {
      // Some settings have no prefix: GATEWAY_PORT means PORT.
      const bare = name.replace(/^(BEEPER|GATEWAY)_/, '');
      const distance = (setting: string) => Math.min(leven(setting, name), leven(setting, bare));
      const [nearest] = settingNames.toSorted((a, b) => distance(a) - distance(b));
      return `${name} is not a setting of this gateway; did you mean ${nearest}?`;
    });
}

/** Names that nobody else's name server can give away; wildcards are no names. */
const ownNames = (host: string): string[] => {
  const name = toHostName(host);
  const isName = name !== null && !/^(0|0\.0\.0\.0|\[::\])$/.test(name);
  return [...loopbackNames, ...(isName ? [name] : [])];
};

const runsOnSandbox = (given: Readonly<Record<string, string>>): boolean =>
  given.BEEPER_URL === undefined && given.BEEPER_ACCESS_TOKEN === undefined;

function faultsBetweenSettings(given: Readonly<Record<string, string>>): string[] {
  const faults: string[] = [];
  if (given.NODE_ENV === 'production' && runsOnSandbox(given)) {
    faults.push(
      'BEEPER_URL or BEEPER_ACCESS_TOKEN must be set when NODE_ENV is production: the sandbox is for development only.',
    );
  }
  const reachable = given.HOST !== undefined && !isLoopback(given.HOST);
  if (given.BEEPER_ACCESS_TOKEN !== undefined && reachable && given.GATEWAY_KEYS === undefined) {
    faults.push(
      'HOST must be a loopback address (127.0.0.1, ::1 or localhost) while BEEPER_ACCESS_TOKEN is set and GATEWAY_KEYS is not: whoever reaches the gateway could read and write your chats. Bind to loopback, or give callers keys (`npm run key`), or leave the token out and let callers bring their own.',
    );
  }
  if (given.GRAPHIQL === 'on' && given.GATEWAY_DOCUMENTS !== undefined) {
    faults.push(
      'GRAPHIQL must be off while GATEWAY_DOCUMENTS is set: what is written in GraphiQL is in no manifest.',
    );
  }
  return faults;
}

/**
 * Reads the settings from `env` and nothing else; a value of `""` counts as not set.
 * @returns the configuration, complete, with defaults filled in.
 * @throws {ConfigError} that names every setting at fault at once, and what it allows.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && value !== '') given[name] = value;

  const parsed = settings.safeParse(given);
  const faults = [...unknownSettings(given), ...faultsBetweenSettings(given)];
  if (!parsed.success) {
    faults.unshift(...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`));
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const set = parsed.data;
  const production = set.NODE_ENV === 'production';
  return {
    beeper: runsOnSandbox(given)
      ? { sandbox: true, appVersion: set.SANDBOX_APP_VERSION }
      : {
          sandbox: false,
          url: set.BEEPER_URL ?? 'http://127.0.0.1:23373',
          accessToken: set.BEEPER_ACCESS_TOKEN ?? null,
        },
    api: set.BEEPER_API,
    timeoutMs: set.BEEPER_TIMEOUT_MS,
    maxConcurrency: set.BEEPER_MAX_CONCURRENCY,
    host: set.HOST,
    port: set.PORT,
    hosts: [...new Set([...ownNames(set.HOST), ...set.GATEWAY_HOSTS])],
    origins: set.GATEWAY_ORIGINS,
    keys: set.GATEWAY_KEYS,
    documents: set.GATEWAY_DOCUMENTS ?? null,
    graphiql:
      set.GRAPHIQL === undefined ? !production && set.GATEWAY_DOCUMENTS === undefined : set.GRAPHIQL === 'on',
    store: set.GATEWAY_STORE ?? null,
    writesPerMinute: set.GATEWAY_WRITES_PER_MINUTE,
    logLevel: set.LOG_LEVEL,
    production,
  };
}
