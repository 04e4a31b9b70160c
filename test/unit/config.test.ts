import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/settings.ts';
import { pagings } from '../../src/sandbox/index.ts';
import { HASH, issuesOf, SECRET, TOKEN } from '../support/configIssues.ts';

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
  ['BEEPER_URL', 'localhost:23373', 'must start with http:// or https://'],
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

test('with GATEWAY_DOCUMENTS GraphiQL is off and can’t be turned on', () => {
  const env = { GATEWAY_DOCUMENTS: 'documents.json' };
  expect(loadConfig(env).graphiql).toBe(false);
  expect(issuesOf({ ...env, GRAPHIQL: 'on' })).toEqual([
    expect.stringMatching(/^GRAPHIQL must be off while GATEWAY_DOCUMENTS is set/),
  ]);
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
