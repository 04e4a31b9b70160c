import { expect, test } from 'vitest';
import { ConfigError } from '../../src/config/checks.ts';
import { loadConfig, replicaWarnings, warningsAbout } from '../../src/config/settings.ts';
import { pagings } from '../../src/sandbox/index.ts';

type Env = Record<string, string | undefined>;

/** @returns the issues with `env`, one per line, without the headline. */
function issuesOf(env: Env): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [headline, ...issues] = error.message.split('\n');
    expect(headline).toBe('The configuration is not valid:');
    return issues.map((issue) => issue.trim());
  }
  return [];
}

const TOKEN = 'c4n4ry-token-0451';
const HASH = '0123456789abcdef'.repeat(4);
const SECRET = 'c4n4ry/Secret+0451c4n4ry/Secret+0451c4n4ry0=';

test('without settings the gateway runs on the sandbox, listens on loopback, and serves GraphiQL', () => {
  expect(loadConfig({})).toEqual({
    beeper: { sandbox: true, appVersion: '4.3.73', paging: 'adjoining', life: true },
    api: 'auto',
    timeoutMs: 15_000,
    maxConcurrency: 32,
    host: '127.0.0.1',
    port: 4000,
    healthPort: null,
    path: '/graphql',
    publicURL: null,
    assetSecret: null,
    hosts: ['localhost', '127.0.0.1', '[::1]'],
    origins: [],
    corsHeaders: [],
    keys: [],
    keysFile: null,
    documents: null,
    graphiql: true,
    store: { kind: 'memory' },
    drainMs: 25_000,
    shutdownDelayMs: 0,
    keepAliveMs: 65_000,
    compression: true,
    webSocket: false,
    requestsPerMinute: 60_000,
    maxConnections: 2_000,
    maxStreams: { inAll: 1_000, perCaller: 100 },
    listSize: 10,
    writesPerMinute: 30,
    logLevel: 'info',
    metricsPort: null,
    tracing: null,
    production: false,
  });
});

test('every setting is read', () => {
  const config = loadConfig({
    BEEPER_URL: 'https://beeper.example:8443/',
    BEEPER_ACCESS_TOKEN: TOKEN,
    BEEPER_API: 'union',
    BEEPER_TIMEOUT_MS: '250',
    HOST: '::1',
    PORT: '0',
    HEALTH_PORT: '8080',
    GATEWAY_PATH: '/api/graphql',
    GATEWAY_PUBLIC_URL: 'https://example.com/chats',
    GATEWAY_ASSET_SECRET: SECRET,
    GRAPHIQL: 'off',
    BEEPER_MAX_CONCURRENCY: '8',
    GATEWAY_STORE: 'redis://127.0.0.1:6379',
    GATEWAY_DRAIN_MS: '1250',
    GATEWAY_SHUTDOWN_DELAY_MS: '5000',
    GATEWAY_KEEP_ALIVE_MS: '120000',
    GATEWAY_COMPRESSION: 'off',
    GATEWAY_WEBSOCKET: 'on',
    GATEWAY_REQUESTS_PER_MINUTE: '0',
    GATEWAY_MAX_CONNECTIONS: '0',
    GATEWAY_STREAMS: '50',
    GATEWAY_STREAMS_PER_CALLER: '0',
    GATEWAY_LIST_SIZE: '25',
    GATEWAY_WRITES_PER_MINUTE: '0',
    GATEWAY_KEYS: `web:${HASH}:read`,
    GATEWAY_HOSTS: 'gateway.example',
    GATEWAY_ORIGINS: 'https://app.example',
    GATEWAY_CORS_HEADERS: 'X-Acme-Version, x-acme-trace-*',
    GATEWAY_DOCUMENTS: 'documents.json',
    LOG_LEVEL: 'silent',
    METRICS_PORT: '9464',
    NODE_ENV: 'test',
    PATH: '/usr/bin',
  });
  expect(config).toEqual({
    beeper: { sandbox: false, url: 'https://beeper.example:8443', accessToken: TOKEN },
    api: 'union',
    timeoutMs: 250,
    maxConcurrency: 8,
    host: '::1',
    port: 0,
    healthPort: 8_080,
    path: '/api/graphql',
    publicURL: 'https://example.com/chats',
    assetSecret: SECRET,
    hosts: ['localhost', '127.0.0.1', '[::1]', 'gateway.example', 'example.com'],
    origins: ['https://app.example', 'https://example.com'],
    corsHeaders: ['x-acme-version', 'x-acme-trace-*'],
    keys: [{ name: 'web', hash: Buffer.from(HASH, 'hex'), readOnly: true }],
    keysFile: null,
    documents: 'documents.json',
    graphiql: false,
    store: { kind: 'redis', url: 'redis://127.0.0.1:6379' },
    drainMs: 1_250,
    shutdownDelayMs: 5_000,
    keepAliveMs: 120_000,
    compression: false,
    webSocket: true,
    requestsPerMinute: 0,
    maxConnections: 0,
    maxStreams: { inAll: 50, perCaller: 0 },
    listSize: 25,
    writesPerMinute: 0,
    logLevel: 'silent',
    metricsPort: 9464,
    tracing: null,
    production: false,
  });
});

test('the listener for probes needs a port of its own', () => {
  for (const env of [{ HEALTH_PORT: '4000' }, { PORT: '80', HEALTH_PORT: '080' }])
    expect(issuesOf(env)).toEqual([
      'HEALTH_PORT must not be the same as PORT: each has a listener of its own.',
    ]);
  expect(issuesOf({ HEALTH_PORT: '9464', METRICS_PORT: '9464' })).toEqual([
    'METRICS_PORT must not be the same as HEALTH_PORT: each has a listener of its own.',
  ]);
});

test('running requests get 10 s more than a call by default, and at least a second more', () => {
  expect(loadConfig({ BEEPER_TIMEOUT_MS: '30000' }).drainMs).toBe(40_000);
  expect(loadConfig({ BEEPER_TIMEOUT_MS: '30000', GATEWAY_DRAIN_MS: '31000' }).drainMs).toBe(31_000);
  expect(() => loadConfig({ GATEWAY_DRAIN_MS: '15999' })).toThrow(
    /GATEWAY_DRAIN_MS must be at least 16000: BEEPER_TIMEOUT_MS and 1000 more/,
  );
});

test('a token without a URL selects the Beeper on this machine', () => {
  const { beeper } = loadConfig({ BEEPER_ACCESS_TOKEN: TOKEN });
  expect(beeper).toEqual({ sandbox: false, url: 'http://127.0.0.1:23373', accessToken: TOKEN });
});

test('a URL without a token selects that Beeper, with tokens from callers only', () => {
  const { beeper } = loadConfig({ BEEPER_URL: 'http://localhost:9000' });
  expect(beeper).toEqual({ sandbox: false, url: 'http://localhost:9000', accessToken: null });
});

test('SANDBOX_APP_VERSION sets the app version of the sandbox', () => {
  expect(loadConfig({ SANDBOX_APP_VERSION: '4.2.600' }).beeper).toEqual({
    sandbox: true,
    appVersion: '4.2.600',
    paging: 'adjoining',
    life: true,
  });
});

test('SANDBOX_PAGING sets how the sandbox pages: each way that the sandbox knows', () => {
  for (const paging of pagings) {
    expect(loadConfig({ SANDBOX_PAGING: paging }).beeper).toMatchObject({ sandbox: true, paging });
  }
});

test('SANDBOX_LIFE=off keeps the data of the sandbox as it is', () => {
  expect(loadConfig({ SANDBOX_LIFE: 'off' }).beeper).toMatchObject({ sandbox: true, life: false });
});

test('an empty value counts as unset, even for an unknown setting', () => {
  const empty = {
    BEEPER_URL: '',
    BEEPER_ACCESS_TOKEN: '',
    BEEPER_API: '',
    BEEPER_TIMEOUT_MS: '',
    HOST: '',
    PORT: '',
    GRAPHIQL: '',
    LOG_LEVEL: '',
    NODE_ENV: '',
    SANDBOX_APP_VERSION: '',
    SANDBOX_PAGING: '',
    BEEPER_NONSENSE: '',
    GATEWAY_NONSENSE: undefined,
  };
  expect(loadConfig(empty)).toEqual(loadConfig({}));
});

test.each([
  [{ NODE_ENV: 'production' }, false],
  [{ NODE_ENV: 'production', GRAPHIQL: 'on' }, true],
  [{ NODE_ENV: 'development' }, true],
  [{ NODE_ENV: 'development', GRAPHIQL: 'off' }, false],
])('with %j GraphiQL is %s', (env, graphiql) => {
  expect(loadConfig({ BEEPER_URL: 'http://127.0.0.1:23373', ...env }).graphiql).toBe(graphiql);
});

test.each([
  ['BEEPER_URL', 'beeper', 'a URL such as http://127.0.0.1:23373'],
  ['BEEPER_URL', 'ftp://127.0.0.1', 'must start with http:// or https://'],
  ['BEEPER_URL', 'http://127.0.0.1:23373/v1', 'must not have a path, query or fragment'],
  ['BEEPER_URL', 'http://127.0.0.1:23373/?a=1', 'must not have a path, query or fragment'],
  ['BEEPER_URL', 'http://127.0.0.1:23373/#a', 'must not have a path, query or fragment'],
  [
    'BEEPER_URL',
    'http://ada:secret@127.0.0.1',
    'must not contain credentials: set BEEPER_ACCESS_TOKEN instead',
  ],
  ['BEEPER_URL', 'http://ada@127.0.0.1', 'must not contain credentials: set BEEPER_ACCESS_TOKEN instead'],
  [
    'BEEPER_ACCESS_TOKEN',
    'two words',
    'must be a bearer token: letters, digits and -._~+/, optionally followed by =',
  ],
  [
    'BEEPER_ACCESS_TOKEN',
    'line\nbreak',
    'must be a bearer token: letters, digits and -._~+/, optionally followed by =',
  ],
  ['BEEPER_API', 'SPLIT', 'must be one of auto, create-only, union, split'],
  ['BEEPER_TIMEOUT_MS', '15s', 'must be a whole number from 100 to 600000'],
  ['BEEPER_TIMEOUT_MS', '1e3', 'must be a whole number from 100 to 600000'],
  ['BEEPER_TIMEOUT_MS', '-200', 'must be a whole number from 100 to 600000'],
  ['BEEPER_TIMEOUT_MS', '99', 'must be from 100 to 600000'],
  ['BEEPER_TIMEOUT_MS', '600001', 'must be from 100 to 600000'],
  ['HOST', 'two words', 'must be a host name or an IP address'],
  ['PORT', 'http', 'must be a whole number from 0 to 65535'],
  ['PORT', '4000.5', 'must be a whole number from 0 to 65535'],
  ['PORT', '65536', 'must be from 0 to 65535'],
  ['HEALTH_PORT', '0', 'must be from 1 to 65535'],
  ['GATEWAY_PUBLIC_URL', 'gateway.example', 'must be a URL such as https://gateway.example'],
  ['GATEWAY_PUBLIC_URL', 'wss://gateway.example', 'must start with http:// or https://'],
  ['GATEWAY_PUBLIC_URL', 'https://ada@gateway.example', 'must not contain credentials'],
  ['GATEWAY_PUBLIC_URL', 'https://gateway.example/?a', 'must not have a query or fragment'],
  ['GATEWAY_PUBLIC_URL', 'https://gateway.example/#a', 'must not have a query or fragment'],
  ['GATEWAY_PUBLIC_URL', 'https://gateway.example/a%20b', 'must have no path, or one whose parts consist of'],
  ['GATEWAY_PUBLIC_URL', 'https://gateway.example/a//b', 'must have no path, or one whose parts consist of'],
  ['GATEWAY_SHUTDOWN_DELAY_MS', '5s', 'must be a whole number from 0 to 600000'],
  ['GATEWAY_KEEP_ALIVE_MS', '999', 'must be from 1000 to 3600000'],
  ['GATEWAY_COMPRESSION', 'gzip', 'must be one of on, off'],
  ['GATEWAY_WEBSOCKET', 'true', 'must be one of on, off'],
  ['GRAPHIQL', 'true', 'must be one of on, off'],
  ['BEEPER_MAX_CONCURRENCY', '0', 'must be from 1 to 10000'],
  [
    'GATEWAY_STORE',
    '127.0.0.1:6379',
    'must be a Redis URL such as redis://127.0.0.1:6379, a directory such as file:/var/lib/gateway, or memory:',
  ],
  [
    'GATEWAY_STORE',
    'redis://two words',
    'must be a Redis URL such as redis://127.0.0.1:6379, a directory such as file:/var/lib/gateway, or memory:',
  ],
  [
    'GATEWAY_STORE',
    'redis://[',
    'must be a Redis URL such as redis://127.0.0.1:6379, a directory such as file:/var/lib/gateway, or memory:',
  ],
  [
    'GATEWAY_STORE',
    'memory',
    'must be a Redis URL such as redis://127.0.0.1:6379, a directory such as file:/var/lib/gateway, or memory:',
  ],
  [
    'GATEWAY_STORE',
    'file:',
    'must be a Redis URL such as redis://127.0.0.1:6379, a directory such as file:/var/lib/gateway, or memory:',
  ],
  ['GATEWAY_STORE', 'redis://h/?db=2', 'must have only the number of a database after the host'],
  ['GATEWAY_STORE', 'redis://h/abc', 'must have only the number of a database after the host'],
  [
    'GATEWAY_STORE',
    'redis://:p%ZZ@h',
    'must have the special characters of its user and password percent-encoded',
  ],
  ['GATEWAY_STORE', 'file://server/share', 'must have the path of a directory after file:'],
  [
    'GATEWAY_STORE',
    'redis://one:6379,two:6379',
    'must name a single Redis: Redis Cluster and Sentinel are not supported',
  ],
  [
    'GATEWAY_STORE',
    'redis+sentinel://one:26379/mymaster',
    'must name a single Redis: Redis Cluster and Sentinel are not supported',
  ],
  [
    'GATEWAY_STORE',
    'redis-cluster://one:6379',
    'must name a single Redis: Redis Cluster and Sentinel are not supported',
  ],
  ['GATEWAY_REQUESTS_PER_MINUTE', '-1', 'must be a whole number from 0 to 100000000'],
  ['GATEWAY_MAX_CONNECTIONS', 'all', 'must be a whole number from 0 to 1000000'],
  ['GATEWAY_STREAMS', 'many', 'must be a whole number from 0 to 1000000'],
  ['GATEWAY_STREAMS_PER_CALLER', '-1', 'must be a whole number from 0 to 1000000'],
  ['GATEWAY_LIST_SIZE', '0', 'must be from 1 to 1000'],
  ['GATEWAY_WRITES_PER_MINUTE', 'few', 'must be a whole number from 0 to 1000000'],
  ['GATEWAY_KEYS', 'key', 'must be a list of name:sha256 or name:sha256:read entries'],
  ['GATEWAY_KEYS', `web:${HASH},`, 'entry 2 is not valid'],
  ['GATEWAY_KEYS', `web:${HASH}0`, 'must be a list of name:sha256 or name:sha256:read entries'],
  ['GATEWAY_KEYS', `web:${HASH}:write`, 'must be a list of name:sha256 or name:sha256:read entries'],
  ['GATEWAY_KEYS', `a web page:${HASH}`, 'must be a list of name:sha256 or name:sha256:read entries'],
  ['GATEWAY_KEYS', `web:${HASH},other:${HASH.toUpperCase()}:read`, 'must not contain the same key twice'],
  [
    'GATEWAY_HOSTS',
    '*',
    'must be a comma-separated list of host names or IP addresses without scheme and port',
  ],
  ['GATEWAY_HOSTS', 'http://gateway.example', 'without scheme and port'],
  ['GATEWAY_HOSTS', 'ok.example,gateway.example:4000', 'such as gateway.example; entry 2 is not valid'],
  [
    'GATEWAY_ORIGINS',
    '*',
    'must be a comma-separated list of exact origins as browsers send them, without a path: https://app.example, or with the scheme of an app such as tauri://localhost',
  ],
  ['GATEWAY_ORIGINS', 'https://*.example', '"*", "null" and file:// are not allowed'],
  ['GATEWAY_ORIGINS', 'null', 'must be a comma-separated list of exact origins'],
  ['GATEWAY_ORIGINS', 'app.example', 'must be a comma-separated list of exact origins'],
  ['GATEWAY_ORIGINS', 'https://app.example/', 'without a path'],
  ['GATEWAY_ORIGINS', 'https://app.example:443', 'must be a comma-separated list of exact origins'],
  ['GATEWAY_ORIGINS', 'https://App.example', 'must be a comma-separated list of exact origins'],
  ['GATEWAY_ORIGINS', 'https://app.example,ftp://app.example', 'entry 2 is not valid'],
  ...[
    'https://APP.example',
    'HTTPS://app.example',
    'https:///app.example',
    'https://user@app.example',
    'http://127.1',
    'https://münchen.example',
    'Tauri://localhost',
    'tauri://localhost/',
    'tauri://localhost/index.html',
    'tauri://localhost?a',
    'tauri://',
    'tauri:localhost',
    'tauri://*',
    '*://localhost',
    'app://user@host',
    'app://localhost:0',
    'app://localhost:08',
    'app://localhost:',
    'app://a b',
    'file://',
    'file://localhost',
    'ws://localhost',
    '1app://localhost',
  ].map((origin): [string, string, string] => [
    'GATEWAY_ORIGINS',
    origin,
    '"null" and file:// are not allowed',
  ]),
  ...['*', 'x-*-y', 'x acme', 'x-acme:', '"x"', 'x-acme-**', 'x-é'].map((name): [string, string, string] => [
    'GATEWAY_CORS_HEADERS',
    name,
    'must be a comma-separated list of header names, such as x-acme-version, or x-acme-*',
  ]),
  ['LOG_LEVEL', 'verbose', 'must be one of fatal, error, warn, info, debug, trace, silent'],
  ['SANDBOX_PAGING', 'random', 'must be one of adjoining, ignores-direction, newest, skips-neighbor'],
  ['SANDBOX_APP_VERSION', '4.3', 'must be a version such as 4.3.73'],
  ['SANDBOX_APP_VERSION', 'newest', 'must be a version such as 4.3.73'],
])('%s %j is rejected with one line that names what is allowed', (name, value, allowed) => {
  const issues = issuesOf({ [name]: value });
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatch(new RegExp(`^${name} `));
  expect(issues[0]).toContain(allowed);
});

test.each([
  ['BEEPER_TIMEOUT_MS', '100'],
  ['BEEPER_TIMEOUT_MS', '600000'],
  ['PORT', '65535'],
  ['BEEPER_API', 'create-only'],
  ['BEEPER_API', 'split'],
  ['BEEPER_ACCESS_TOKEN', 'aZ09-._~+/=='],
])('%s %j is allowed', (name, value) => {
  expect(issuesOf({ [name]: value })).toEqual([]);
});

test('all issues are reported together, one line each', () => {
  const issues = issuesOf({
    BEEPER_URL: 'nowhere',
    BEEPER_ACCESS_TOKEN: 'two words',
    BEEPER_API: 'newest',
    BEEPER_TIMEOUT_MS: 'soon',
    BEEPER_TOKEN: 'x',
    HOST: '0.0.0.0',
    PORT: 'http',
    GRAPHIQL: 'yes',
    LOG_LEVEL: 'loud',
    SANDBOX_APP_VERSION: 'latest',
  });
  const names = issues.map((issue) => issue.split(' ')[0]);
  expect(names.toSorted()).toEqual([
    'BEEPER_ACCESS_TOKEN',
    'BEEPER_API',
    'BEEPER_TIMEOUT_MS',
    'BEEPER_TOKEN',
    'BEEPER_URL',
    'GRAPHIQL',
    'HOST',
    'LOG_LEVEL',
    'PORT',
    'SANDBOX_APP_VERSION',
  ]);
});

test.each([
  ['BEEPER_TIMEOUT', 'BEEPER_TIMEOUT_MS'],
  ['BEEPER_ACCES_TOKEN', 'BEEPER_ACCESS_TOKEN'],
  ['BEEPER_ULR', 'BEEPER_URL'],
  ['BEEPER_TOKN', 'BEEPER_ACCESS_TOKEN'],
  ['GATEWAY_ORIGN', 'GATEWAY_ORIGINS'],
  ['GATEWAY_KEY_FILE', 'GATEWAY_KEYS_FILE'],
  ['BEEPER_TOKEN_FILE', 'BEEPER_ACCESS_TOKEN_FILE'],
  ['BEEPER_URL_FILE', 'BEEPER_URL'],
  ['GATEWAY_DOCUMENTS_FILE', 'GATEWAY_DOCUMENTS'],
  ['GATEWAY_PORT', 'PORT'],
  ['GATEWAY_LOG_LEVEL', 'LOG_LEVEL'],
])('%s is not a setting, and %s is suggested instead', (unknown, nearest) => {
  const issues = issuesOf({ [unknown]: 'x' });
  expect(issues).toEqual([`${unknown} is not a setting of this gateway; did you mean ${nearest}?`]);
});

test.each(['GATEWAY_FOO', 'BEEPER_X', 'GATEWAY_', 'GATEWAY_BANANA_SPLIT'])(
  '%s is near to no setting, and none is suggested',
  (unknown) => {
    expect(issuesOf({ [unknown]: 'x' })).toEqual([`${unknown} is not a setting of this gateway`]);
  },
);

test('a name that was not split from its value is shown without the value', () => {
  expect(issuesOf({ [`BEEPER_URL: ${TOKEN}`]: 'x', [`BEEPER_ACCESS_TOKEN:${TOKEN}`]: 'x' })).toEqual([
    'BEEPER_URL: is not a setting of this gateway; did you mean BEEPER_URL?',
    'BEEPER_ACCESS_TOKEN: is not a setting of this gateway; did you mean BEEPER_ACCESS_TOKEN?',
  ]);
});

test('unknown names without the prefix BEEPER_ or GATEWAY_ do not stop the start-up', () => {
  const env = {
    BEEPERS: 'x',
    MY_BEEPER_URL: 'x',
    PORTS: 'x',
    HOSTNAME: 'x',
    'PORT:': '1',
    SANDBOX_VERSION: '1',
  };
  expect(issuesOf(env)).toEqual([]);
});

test.each([
  ['PORT:', 'PORT'],
  ['port', 'PORT'],
  ['Host', 'HOST'],
  ['GRAPHIQL_ENABLED', 'GRAPHIQL'],
  ['GRAPIHQL', 'GRAPHIQL'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['NODE_ENVIRONMENT', 'NODE_ENV'],
  ['SANDBOX_VERSION', 'SANDBOX_APP_VERSION'],
  ['SANDBOX_PAGINGS', 'SANDBOX_PAGING'],
  ['beeper_url', 'BEEPER_URL'],
  ['BEEPERURL', 'BEEPER_URL'],
])('%s warns, and %s is suggested', (name, setting) => {
  expect(warningsAbout({ [name]: TOKEN })).toEqual([
    `${name} is not a setting and is ignored; did you mean ${setting}?`,
  ]);
});

test.each(['prod', 'Production', 'production ', 'produktion', 'prodution'])('NODE_ENV=%s warns', (mode) => {
  expect(warningsAbout({ NODE_ENV: mode })).toEqual([
    'NODE_ENV is not "production", so the gateway does not run in production mode.',
  ]);
});

test.each(['production', 'development', 'test', 'staging', ''])('NODE_ENV=%s does not warn', (mode) => {
  expect(warningsAbout({ NODE_ENV: mode })).toEqual([]);
});

test('what ordinary environments contain does not warn', () => {
  const names = `
    PATH HOME PWD OLDPWD SHELL SHLVL USER USERNAME LOGNAME MAIL LANG LC_ALL TERM TERM_PROGRAM COLORTERM EDITOR
    DISPLAY HOSTNAME HOSTTYPE MACHTYPE OSTYPE SSH_AUTH_SOCK XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS JOURNAL_STREAM
    TMPDIR __CF_USER_TEXT_ENCODING XPC_SERVICE_NAME XPC_FLAGS COMMAND_MODE APP_SANDBOX_CONTAINER_ID
    CI GITHUB_ACTIONS GITHUB_TOKEN GITHUB_ENV GITHUB_SHA RUNNER_OS RUNNER_TEMP ImageOS ACTIONS_RUNNER_DEBUG
    NODE NODE_VERSION YARN_VERSION NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NVM_DIR COLOR INIT_CWD
    npm_config_cache npm_config_node_gyp npm_config_user_agent npm_package_name npm_package_version npm_execpath
    npm_package_json npm_lifecycle_event npm_lifecycle_script npm_node_execpath npm_config_local_prefix npm_command
    http_proxy HTTPS_PROXY NO_PROXY DEBUG VERBOSE LOG_FORMAT URL KEYS STORE SANDBOX_PORT GATEWAY BEEP
    KUBERNETES_PORT KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT KUBERNETES_PORT_443_TCP_ADDR
    windir ComSpec ProgramFiles(x86) SystemRoot USERPROFILE PROCESSOR_ARCHITECTURE`;
  const env = Object.fromEntries(names.split(/\s+/).map((name) => [name, 'x']));
  expect(warningsAbout(env)).toEqual([]);
  expect(issuesOf(env)).toEqual([]);
});

/** What Kubernetes sets in every pod of a namespace with this Service. */
const serviceVariables = (service: string): Env => ({
  [`${service}_SERVICE_HOST`]: '10.0.0.1',
  [`${service}_SERVICE_PORT`]: '4000',
  [`${service}_SERVICE_PORT_HTTP`]: '4000',
  [`${service}_PORT`]: 'tcp://10.0.0.1:4000',
  ...Object.fromEntries(
    ['TCP', 'UDP'].flatMap((protocol) => [
      [`${service}_PORT_4000_${protocol}`, `${protocol.toLowerCase()}://10.0.0.1:4000`],
      [`${service}_PORT_4000_${protocol}_PROTO`, protocol.toLowerCase()],
      [`${service}_PORT_4000_${protocol}_PORT`, '4000'],
      [`${service}_PORT_4000_${protocol}_ADDR`, '10.0.0.1'],
    ]),
  ),
});

test.each(['BEEPER', 'GATEWAY', 'BEEPER_GRAPHQL_GATEWAY', 'BEEPER_DESKTOP_2', 'SANDBOX', 'GRAPHIQL'])(
  'what Kubernetes sets for a Service named %s is ignored',
  (service) => {
    const env = serviceVariables(service);
    expect(issuesOf(env)).toEqual([]);
    expect(warningsAbout(env)).toEqual([]);
  },
);

test('only what Kubernetes sets is ignored', () => {
  const env = {
    ...serviceVariables('GATEWAY'),
    GATEWAY_PORT: '4000',
    GATEWAY_PORT_NUMBER: '4000',
    // Not every variable of a Service is always there.
    BEEPER_PORT: 'tcp://10.0.0.1:4000',
    BEEPER_X_SERVICE_HOST: '10.0.0.1',
    BEEPER_SERVICE_HOST_NAME: '10.0.0.1',
  };
  expect(issuesOf(env).map((issue) => issue.split(' ')[0])).toEqual([
    'GATEWAY_PORT',
    'GATEWAY_PORT_NUMBER',
    'BEEPER_SERVICE_HOST_NAME',
  ]);
});

test.each([
  ['BEEPER_TOKEN', 'BEEPER_ACCESS_TOKEN'],
  ['GATEWAY_PORT', 'PORT'],
  ['GATEWAY_KEY', 'GATEWAY_KEYS'],
  ['BEEPER_TIMEOUT', 'BEEPER_TIMEOUT_MS'],
])('for %s, the setting %s is suggested', (name, setting) => {
  expect(issuesOf({ [name]: '1' })).toEqual([
    `${name} is not a setting of this gateway; did you mean ${setting}?`,
  ]);
});

test('production does not allow the sandbox', () => {
  expect(issuesOf({ NODE_ENV: 'production' })).toEqual([
    expect.stringMatching(/^BEEPER_URL or BEEPER_ACCESS_TOKEN must be set .*production.*sandbox/),
  ]);
});

test.each([{ BEEPER_URL: 'http://127.0.0.1:23373' }, { BEEPER_ACCESS_TOKEN: TOKEN }])(
  'production requires no more than %j',
  (env) => {
    expect(loadConfig({ NODE_ENV: 'production', ...env })).toMatchObject({
      beeper: { sandbox: false, url: 'http://127.0.0.1:23373' },
      production: true,
    });
  },
);

test.each([
  '0.0.0.0',
  '::',
  '192.168.1.7',
  'gateway.example',
  '127.0.0.1.example',
  '1270.0.0.1',
  'localhost.example',
])('an access token with HOST %s requires GATEWAY_KEYS', (host) => {
  const issues = issuesOf({ BEEPER_ACCESS_TOKEN: TOKEN, HOST: host });
  expect(issues).toEqual([
    expect.stringMatching(/^HOST must be a loopback address .*BEEPER_ACCESS_TOKEN .*GATEWAY_KEYS/),
  ]);
  expect(issuesOf({ BEEPER_ACCESS_TOKEN: TOKEN, HOST: host, GATEWAY_KEYS: `web:${HASH}` })).toEqual([]);
});

test.each(['127.0.0.1', '127.8.9.10', '::1', 'localhost'])(
  'an access token with the loopback HOST %s requires no keys',
  (host) => {
    expect(loadConfig({ BEEPER_ACCESS_TOKEN: TOKEN, HOST: host }).host).toBe(host);
  },
);

test('without an access token the gateway may listen on any address', () => {
  expect(loadConfig({ BEEPER_URL: 'http://127.0.0.1:23373', HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
});

test.each([
  { BEEPER_ACCESS_TOKEN: `${TOKEN} and more` },
  { BEEPER_ACCESS_TOKEN: TOKEN, HOST: '0.0.0.0', PORT: 'x' },
  { BEEPER_URL: `http://ada:${TOKEN}@127.0.0.1` },
  { BEEPER_URL: `http://127.0.0.1/?access_token=${TOKEN}` },
  { BEEPER_TOKEN: TOKEN },
  { GATEWAY_KEYS: TOKEN },
  { GATEWAY_KEYS: `web:${TOKEN}` },
  { GATEWAY_ASSET_SECRET: TOKEN },
  { GATEWAY_PUBLIC_URL: `https://ada:${TOKEN}@gateway.example` },
])('the error message contains no secret: %#', (env) => {
  expect(() => loadConfig(env)).toThrow(ConfigError);
  expect(() => loadConfig(env)).not.toThrow(TOKEN);
});

test('the accepted host names are those of loopback, HOST and GATEWAY_HOSTS, as browsers send them', () => {
  const hosts = (env: Env) => loadConfig({ BEEPER_URL: 'http://127.0.0.1:23373', ...env }).hosts;
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  expect(hosts({ HOST: 'Gateway.Example' })).toEqual([...loopback, 'gateway.example']);
  expect(hosts({ HOST: '192.168.1.5' })).toEqual([...loopback, '192.168.1.5']);
  expect(hosts({ HOST: 'fd00:0:0::1' })).toEqual([...loopback, '[fd00::1]']);
  expect(hosts({ HOST: 'fe80::1%eth0' })).toEqual([...loopback, '[fe80::1]']);
  expect(hosts({ GATEWAY_HOSTS: ' A.example , [FD00::2],fd00::3,localhost' })).toEqual([
    ...loopback,
    'a.example',
    '[fd00::2]',
    '[fd00::3]',
  ]);
});

test.each(['0.0.0.0', '::', '[::]', '0'])('the wildcard HOST %s is not an accepted host name', (host) => {
  const { hosts } = loadConfig({ BEEPER_URL: 'http://127.0.0.1:23373', HOST: host });
  expect(hosts).toEqual(['localhost', '127.0.0.1', '[::1]']);
});

test('GATEWAY_ORIGINS accepts the origins of desktop and mobile apps and of browser extensions', () => {
  const origins = [
    'tauri://localhost',
    'capacitor://localhost',
    'ionic://localhost:8100',
    'app://obsidian.md',
    'app://.',
    'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai',
    'moz-extension://6f1c1a7c-8a0e-4f86-a0a8-0a6a3f8f9d8e',
    'safari-web-extension://F7B4A1C2-0000-4000-8000-1234567890AB',
    'vscode-webview://0k9h5v4q1d3m',
    'com.example.app+v2://localhost',
  ];
  expect(loadConfig({ GATEWAY_ORIGINS: origins.join(', ') }).origins).toEqual(origins);
});

test('GATEWAY_KEYS can have a line for each key, with comments, and a fault is told by its line', () => {
  const other = HASH.replace('0', 'f');
  const keysIn = (text: string) => loadConfig({ GATEWAY_KEYS: text }).keys.map(({ name }) => name);
  expect(keysIn(`# frontends\r\nweb:${HASH},\r\n\r\n  screen:${other}:read # kitchen\n`)).toEqual([
    'web',
    'screen',
  ]);
  expect(issuesOf({ GATEWAY_KEYS: `# a\nweb:${HASH}\n${TOKEN}\n` })).toEqual([
    'GATEWAY_KEYS must be a list of name:sha256 or name:sha256:read entries, as printed by `beeper-graphql key`, separated by commas or lines; line 3 is not valid.',
  ]);
  expect(issuesOf({ GATEWAY_KEYS: '# none\n' })).toEqual(['GATEWAY_KEYS must contain at least one key.']);
});

test('GATEWAY_KEYS and GATEWAY_ORIGINS accept several entries', () => {
  const other = HASH.replace('0', 'f');
  const { keys, origins } = loadConfig({
    GATEWAY_KEYS: `web:${HASH}, web:${other}:read`,
    GATEWAY_ORIGINS: 'https://app.example,http://127.0.0.1:3000,http://[::1]:3000',
  });
  expect(keys.map(({ name, readOnly }) => [name, readOnly])).toEqual([
    ['web', false],
    ['web', true],
  ]);
  expect(origins).toEqual(['https://app.example', 'http://127.0.0.1:3000', 'http://[::1]:3000']);
});

test('with GATEWAY_DOCUMENTS GraphiQL is off and can’t be turned on', () => {
  const env = { GATEWAY_DOCUMENTS: 'documents.json' };
  expect(loadConfig(env).graphiql).toBe(false);
  expect(issuesOf({ ...env, GRAPHIQL: 'on' })).toEqual([
    expect.stringMatching(/^GRAPHIQL must be off while GATEWAY_DOCUMENTS is set/),
  ]);
});

const storeOf = (env: Env) => loadConfig({ BEEPER_URL: 'http://127.0.0.1:23373', ...env }).store;

test('with a real Beeper, keys are kept in a directory of this user, which is another one for another Beeper', () => {
  const env = { XDG_STATE_HOME: '/state' };
  const inState = (name: string) => ({ kind: 'file', directory: `/state/beeper-graphql-gateway/${name}` });

  expect(storeOf(env)).toEqual(inState('localhost-23373'));
  expect(storeOf({ ...env, BEEPER_URL: 'http://localhost:23373' })).toEqual(inState('localhost-23373'));
  expect(storeOf({ ...env, BEEPER_URL: 'http://[::1]:23374' })).toEqual(inState('localhost-23374'));
  expect(storeOf({ ...env, BEEPER_URL: 'https://beeper.example' })).toEqual(inState('beeper.example-443'));
  expect(storeOf({ XDG_STATE_HOME: 'relative' })).toMatchObject({
    directory: expect.stringMatching(/^\/.+\/beeper-graphql-gateway\/localhost-23373$/),
  });
});

test('GATEWAY_STORE names a directory by a path or a file URL, or the memory', () => {
  expect(storeOf({ GATEWAY_STORE: 'file:/var/lib/gateway' })).toEqual({
    kind: 'file',
    directory: '/var/lib/gateway',
  });
  expect(storeOf({ GATEWAY_STORE: 'file:///var/a%20b' })).toEqual({ kind: 'file', directory: '/var/a b' });
  expect(storeOf({ GATEWAY_STORE: 'file:state' })).toEqual({
    kind: 'file',
    directory: `${process.cwd()}/state`,
  });
  expect(storeOf({ GATEWAY_STORE: 'memory:' })).toEqual({ kind: 'memory' });
});

test.each(
  [
    '/',
    '',
    'graphql',
    '/graphql/',
    '//graphql',
    '/a//b',
    '/graphql?x',
    '/graphql#x',
    '/a b',
    '/%67',
    '/a;b',
    '/../a',
    '/a/.',
    '/grąph',
    '/health',
    '/ready',
    '/assets',
    '/uploads',
    '/assets/graphql',
    '/uploads/a/b',
    'http://a/graphql',
    '/a\n',
  ].filter(Boolean),
)('GATEWAY_PATH must be a path that clients send unchanged: %j', (path) => {
  expect(issuesOf({ GATEWAY_PATH: path }).join()).toMatch(/^GATEWAY_PATH must /);
});

test.each([
  '/graphql',
  '/q',
  '/api/graphql',
  '/v1.2/my-graph_ql~x',
  '/health/graphql',
  '/assets-api',
  '/api/uploads',
  '/.well-known/graphql',
  '/...',
])('GATEWAY_PATH can be %s', (path) => {
  expect(loadConfig({ GATEWAY_PATH: path }).path).toBe(path);
});

test('GATEWAY_PATH must not be below the paths of files that GATEWAY_PUBLIC_URL adds', () => {
  const issues = (path: string) =>
    issuesOf({ GATEWAY_PATH: path, GATEWAY_PUBLIC_URL: 'https://a.example/chats/' });
  for (const path of ['/chats/assets', '/chats/uploads/graphql'])
    expect(issues(path)).toEqual([
      'GATEWAY_PATH must not be /chats/assets or /chats/uploads or below them: the gateway serves files there, because of GATEWAY_PUBLIC_URL.',
    ]);
  for (const path of ['/chats/graphql', '/chats/assets2', '/graphql', '/other/assets'])
    expect(issues(path)).toEqual([]);
});

test.each([
  ['https://gateway.example', 'https://gateway.example'],
  ['HTTPS://Gateway.Example:443/', 'https://gateway.example'],
  ['http://[::1]:4000//', 'http://[::1]:4000'],
  ['https://example.com/my/chats///', 'https://example.com/my/chats'],
])('GATEWAY_PUBLIC_URL %s is %s, without a slash at its end', (given, url) => {
  expect(loadConfig({ GATEWAY_PUBLIC_URL: given }).publicURL).toBe(url);
});

test('the host and the origin of GATEWAY_PUBLIC_URL are accepted, and each is listed once', () => {
  const { hosts, origins } = loadConfig({
    GATEWAY_PUBLIC_URL: 'https://gateway.example:8443/chats',
    GATEWAY_HOSTS: 'gateway.example',
    GATEWAY_ORIGINS: 'https://gateway.example:8443',
  });
  expect(hosts).toEqual(['localhost', '127.0.0.1', '[::1]', 'gateway.example']);
  expect(origins).toEqual(['https://gateway.example:8443']);
});

test.each([
  '',
  'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=',
  'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA',
  'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJ_-_q83vEjRWeJA==',
  HASH,
  HASH.toUpperCase(),
  'xyz-'.repeat(256),
])('GATEWAY_ASSET_SECRET can be base64, base64url or hexadecimal digits: %j', (secret) => {
  expect(loadConfig({ GATEWAY_ASSET_SECRET: secret }).assetSecret).toBe(secret || null);
});

test.each([
  'changeme',
  SECRET.slice(2),
  `${SECRET}\n${SECRET}`,
  ` ${SECRET}`,
  `${SECRET}==`,
  `${SECRET.slice(0, -1)}!`,
  HASH.slice(1),
  'xyz-'.repeat(257),
])('GATEWAY_ASSET_SECRET must have 32 bytes, and the message says how to make them: %#', (secret) => {
  expect(issuesOf({ GATEWAY_ASSET_SECRET: secret })).toEqual([
    'GATEWAY_ASSET_SECRET must be 32 or more random bytes in base64, base64url or hexadecimal digits, at most 1024 characters: create them with `openssl rand -base64 32`.',
  ]);
});

test('replicas without a common secret of files warn', () => {
  const warnings = (env: Env) => replicaWarnings(loadConfig(env));
  const redis = { GATEWAY_STORE: 'redis://127.0.0.1:6379' };
  expect(warnings(redis)).toEqual([
    expect.stringMatching(
      /^GATEWAY_STORE is a Redis.* GATEWAY_ASSET_SECRET is not set: .* do not open at the others\.$/,
    ),
  ]);
  expect(warnings({ ...redis, GATEWAY_ASSET_SECRET: SECRET })).toEqual([]);
  expect(warnings({ GATEWAY_STORE: 'file:/var/lib/gateway' })).toEqual([]);
});

test('what Kubernetes sets for a Service named health or metrics is no setting', () => {
  const { healthPort, metricsPort } = loadConfig({
    HEALTH_PORT: 'tcp://10.0.0.1:80',
    METRICS_PORT: 'tcp://10.0.0.2:80',
  });
  expect({ healthPort, metricsPort }).toEqual({ healthPort: null, metricsPort: null });
});

test('however much is wrong, a message has few lines and tells of the others', () => {
  const wrong = '"\u{1},'.repeat(50_000);
  const unknown = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`BEEPER_X${index}`, 'x']));
  const startedAt = performance.now();
  const load = (env: Record<string, string>) => () => loadConfig(env);

  expect(load({ GATEWAY_KEYS: wrong, GATEWAY_HOSTS: wrong, GATEWAY_ORIGINS: wrong })).toThrow(
    expect.objectContaining({
      issues: expect.objectContaining({
        length: 21,
        10: 'GATEWAY_KEYS was not checked after entry 10 of 50001.',
      }),
    }),
  );
  expect(load({ GATEWAY_HOSTS: wrong, PORT: 'x' })).toThrow(
    expect.objectContaining({
      issues: expect.arrayContaining([
        'GATEWAY_HOSTS was not checked after entry 10 of 50001.',
        expect.stringMatching(/^PORT /),
      ]),
    }),
  );
  expect(load(unknown)).toThrow(/\n {2}BEEPER_X19 .*\n {2}4980 more are not listed\.$/);
  // Comparing all these names with those of the settings takes several seconds.
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
