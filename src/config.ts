import leven from 'leven';
import { z } from 'zod';

export const dialects = ['create-only', 'union', 'split'] as const;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const beeperURL = z
  .string()
  .refine((text) => URL.canParse(text), 'must be a URL such as http://127.0.0.1:23373')
  .transform((text) => new URL(text))
  .refine(
    (url) => url.protocol === 'http:' || url.protocol === 'https:',
    'must begin with http:// or https://',
  )
  .refine((url) => url.username === '' && url.password === '', {
    message: 'must hold no credentials: put the token into BEEPER_ACCESS_TOKEN',
  })
  .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '', {
    message: 'must have no path, query or fragment: the gateway adds /v1/… itself',
  })
  .transform((url) => url.origin);

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, `must be from ${minimum} to ${maximum}`);

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

/** Each setting by its name, with its rule. The README's table and `.env.example` list the same. */
const settings = z.object({
  BEEPER_URL: beeperURL.optional(),
  BEEPER_ACCESS_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9\-._~+/]+=*$/, 'must be a bearer token: letters, digits and -._~+/= without spaces')
    .optional(),
  BEEPER_API: oneOf(['auto', ...dialects]).default('auto'),
  BEEPER_TIMEOUT_MS: wholeNumber(100, 600_000).default(15_000),
  HOST: z.string().regex(/^\S+$/, 'must be a host name or an IP address').default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  GRAPHIQL: oneOf(['on', 'off']).optional(),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  GATEWAY_STORE: z
    .string()
    .regex(/^rediss?:\/\/\S+$/, 'must be a Redis URL such as redis://127.0.0.1:6379')
    .refine((text) => URL.canParse(text), 'must be a URL such as redis://127.0.0.1:6379')
    .optional(),
  GATEWAY_WRITES_PER_MINUTE: wholeNumber(0, 1_000_000).default(30),
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
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
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

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

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

const runsOnSandbox = (given: Readonly<Record<string, string>>): boolean =>
  given.BEEPER_URL === undefined && given.BEEPER_ACCESS_TOKEN === undefined;

function faultsBetweenSettings(given: Readonly<Record<string, string>>): string[] {
  const faults: string[] = [];
  if (given.NODE_ENV === 'production' && runsOnSandbox(given)) {
    faults.push(
      'BEEPER_URL or BEEPER_ACCESS_TOKEN must be set when NODE_ENV is production: the sandbox is for development only.',
    );
  }
  if (given.BEEPER_ACCESS_TOKEN !== undefined && given.HOST !== undefined && !isLoopback(given.HOST)) {
    faults.push(
      'HOST must be a loopback address (127.0.0.1, ::1 or localhost) while BEEPER_ACCESS_TOKEN is set: whoever reaches the gateway could read and write your chats. Bind to loopback, or leave the token out and let callers bring their own.',
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
    host: set.HOST,
    port: set.PORT,
    graphiql: set.GRAPHIQL === undefined ? !production : set.GRAPHIQL === 'on',
    store: set.GATEWAY_STORE ?? null,
    writesPerMinute: set.GATEWAY_WRITES_PER_MINUTE,
    logLevel: set.LOG_LEVEL,
    production,
  };
}
