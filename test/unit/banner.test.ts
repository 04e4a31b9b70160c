import { expect, test } from 'vitest';
import { addressOf, describeBeeper, startUpBanner } from '../../src/config/banner.ts';
import { loadConfig } from '../../src/config/settings.ts';

const url = 'http://127.0.0.1:23373';
const since = '4.2.557';
const beeper = (appVersion: string | null, dialect: string | null) => ({
  appName: 'Beeper',
  appVersion,
  dialect,
});

test.each([
  [beeper('4.3.73', 'split'), {}, 'Beeper 4.3.73, dialect split'],
  [beeper(null, 'split'), {}, 'Beeper (unknown version), dialect split'],
  [
    beeper('4.2.500', 'create-only'),
    {},
    'Beeper 4.2.500, dialect create-only: startChat requires 4.2.557 or newer',
  ],
  [
    { appName: null, appVersion: '4.2.500', dialect: 'create-only' },
    {},
    'unknown app 4.2.500, dialect create-only: startChat requires 4.2.557 or newer',
  ],
  [
    { appName: 'Other Server', appVersion: '4.9.1', dialect: null },
    {},
    "Other Server 4.9.1, not Beeper's own app: createChat works; to use startChat, set BEEPER_API to its dialect (union or split)",
  ],
  [
    { appName: 'Other Server', appVersion: '4.9.1', dialect: null },
    { BEEPER_API: 'union' },
    'Other Server 4.9.1, dialect set to union',
  ],
  [null, {}, 'not responding: start Beeper Desktop and turn on its API'],
  [
    null,
    { BEEPER_API: 'split' },
    'not responding, dialect set to split: start Beeper Desktop and turn on its API',
  ],
])('%j with %j is described as: %s', (info, env, description) => {
  const config = loadConfig({ BEEPER_URL: url, ...env });

  expect(describeBeeper(config, info, since)).toBe(`${url}, ${description}`);
});

test('the sandbox is described by its app version and a dialect that is set', () => {
  expect(describeBeeper(loadConfig({}), null, since)).toBe(
    'sandbox, not connected to Beeper (simulates app version 4.3.73)',
  );
  expect(
    describeBeeper(loadConfig({ SANDBOX_APP_VERSION: '4.2.600', BEEPER_API: 'split' }), null, since),
  ).toBe('sandbox, not connected to Beeper (simulates app version 4.2.600, dialect set to split)');
});

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['0.0.0.0', '127.0.0.1'],
  ['::', '127.0.0.1'],
  ['::1', '[::1]'],
  ['Gateway.example', 'gateway.example'],
])('with HOST %s the URL has the host name %s', (host, name) => {
  expect(addressOf(loadConfig({ HOST: host }), 4000)).toBe(`http://${name}:4000/graphql`);
});

test.each([
  [{}, true],
  [{ GRAPHIQL: 'off' }, false],
])('with %j the banner mentions GraphiQL: %s', (env, mentioned) => {
  const banner = startUpBanner(loadConfig(env), 'http://127.0.0.1:4000/graphql', 'sandbox');

  expect(banner.includes('http://127.0.0.1:4000/graphql  (GraphiQL in a browser)')).toBe(mentioned);
});

test.each([
  [{}, []],
  [{ BEEPER_URL: url }, ['BEEPER_ACCESS_TOKEN']],
  [{ BEEPER_ACCESS_TOKEN: 'c4n4ry' }, []],
  [{ GATEWAY_KEYS: `web:${'0'.repeat(64)}` }, ['X_GATEWAY_KEY']],
])('with %j the curl command reads the secrets %j from the environment', (env, variables) => {
  const banner = startUpBanner(loadConfig(env), 'http://127.0.0.1:4000/graphql', 'Beeper');
  const curl = /^curl .*$/m.exec(banner)?.[0] ?? '';

  expect([...curl.matchAll(/\$(\w+)"/g)].map(([, variable]) => variable)).toEqual(variables);
  expect(banner).not.toContain('c4n4ry');
});
