import { expect, test } from 'vitest';
import { loadConfig, warningsAbout } from '../../src/config/settings.ts';
import { type Env, issuesOf, TOKEN } from '../support/configIssues.ts';

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

test.each([
  ['GATEWAY_URL', 'BEEPER_URL'],
  ['GATEWAY_KEY', 'GATEWAY_KEYS'],
  ['BEEPER_TOKEN', 'BEEPER_ACCESS_TOKEN'],
])(
  '%s, which our examples read, is no setting, and the sentence says where it is from',
  (unknown, nearest) => {
    const sentence = `${unknown} is not a setting of this gateway, but of our examples: unset it to start a gateway`;
    expect(issuesOf({ [unknown]: 'x' })).toEqual([`${sentence}, or did you mean ${nearest}?`]);
  },
);

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

test('what Kubernetes sets for a Service named health or metrics is no setting', () => {
  const { healthPort, metricsPort } = loadConfig({
    HEALTH_PORT: 'tcp://10.0.0.1:80',
    METRICS_PORT: 'tcp://10.0.0.2:80',
  });
  expect({ healthPort, metricsPort }).toEqual({ healthPort: null, metricsPort: null });
});
