import { expect, test } from 'vitest';
import { addressOf, type BeeperStatus, describeBeeper, startUpBanner } from '../../src/config/banner.ts';
import { loadConfig } from '../../src/config/settings.ts';

const url = 'http://127.0.0.1:23373';
const since = '4.2.557';
const address = 'http://127.0.0.1:4000/graphql';
const ready = (appName: string | null, appVersion: string | null, dialect: string | null): BeeperStatus => ({
  state: 'ready',
  server: { appName, appVersion, dialect },
});
const without = (state: BeeperStatus['state']): BeeperStatus => ({ state, server: null });
const current = ready('Beeper', '4.3.73', 'split');

test.each<[BeeperStatus, Record<string, string>, string]>([
  [current, {}, 'Beeper 4.3.73, dialect split'],
  [ready('Beeper', null, 'split'), {}, 'Beeper (unknown version), dialect split'],
  [
    ready('Beeper', '4.2.500', 'create-only'),
    {},
    'Beeper 4.2.500, dialect create-only: startChat requires 4.2.557 or newer',
  ],
  [
    ready(null, '4.2.500', 'create-only'),
    {},
    'unknown app 4.2.500, dialect create-only: startChat requires 4.2.557 or newer',
  ],
  [
    ready('Other Server', '4.9.1', null),
    {},
    "Other Server 4.9.1, not Beeper's own app: createChat works; to use startChat, set BEEPER_API to its dialect (union or split)",
  ],
  [ready('Other Server', '4.9.1', null), { BEEPER_API: 'union' }, 'Other Server 4.9.1, dialect set to union'],
  [
    current,
    { BEEPER_API: 'union' },
    'Beeper 4.3.73, dialect set to union, although this version has split: unset BEEPER_API',
  ],
  [without('ready'), { BEEPER_API: 'union' }, 'unknown app, dialect set to union'],
  [without('silent'), {}, 'not responding: start Beeper Desktop and turn on its API'],
  [
    without('silent'),
    { BEEPER_API: 'split' },
    'not responding, dialect set to split: start Beeper Desktop and turn on its API',
  ],
  [without('failing'), {}, 'responding with errors: wait until Beeper Desktop has started'],
  [
    without('not-beeper'),
    {},
    "not Beeper's API: another program responds; set BEEPER_URL to the address of Beeper Desktop",
  ],
  [
    { ...current, state: 'token-rejected' },
    {},
    'Beeper 4.3.73, dialect split. It rejects BEEPER_ACCESS_TOKEN: create a new token (Settings → Developers → Approved connections)',
  ],
  [
    { ...ready('Parlour', '4.9.1', null), state: 'token-rejected' },
    { BEEPER_API: 'union' },
    'Parlour 4.9.1, dialect set to union. It rejects BEEPER_ACCESS_TOKEN: create a new token at that server',
  ],
  [
    { ...ready('Parlour', '4.9.1', null), state: 'no-scope' },
    { BEEPER_API: 'union' },
    'Parlour 4.9.1, dialect set to union. It does not let BEEPER_ACCESS_TOKEN read accounts: create a token that can read at that server',
  ],
  [
    { ...current, state: 'logged-out' },
    {},
    'Beeper 4.3.73, dialect split. Nobody is logged in to it: log in there',
  ],
])('%j with %j is described as: %s', (status, env, description) => {
  const config = loadConfig({ BEEPER_URL: url, ...env });

  expect(describeBeeper(config, status, since)).toBe(`${url}, ${description}`);
});

test('the sandbox is described by its app version and a dialect that is set', () => {
  expect(describeBeeper(loadConfig({}), current, since)).toBe(
    'sandbox, not connected to Beeper (simulates app version 4.3.73)',
  );
  expect(describeBeeper(loadConfig({ BEEPER_API: 'split' }), current, since)).toBe(
    'sandbox, not connected to Beeper (simulates app version 4.3.73, dialect set to split)',
  );
  expect(describeBeeper(loadConfig({ BEEPER_API: 'union' }), current, since)).toContain(
    'dialect set to union, although this version has split: unset BEEPER_API',
  );
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
  const banner = startUpBanner(loadConfig(env), {
    address,
    beeper: 'sandbox',
    status: current,
    example: null,
  });

  expect(banner.includes('http://127.0.0.1:4000/graphql  (GraphiQL in a browser)')).toBe(mentioned);
});

test.each([
  [{}, []],
  [{ BEEPER_URL: url }, ['BEEPER_ACCESS_TOKEN']],
  [{ BEEPER_ACCESS_TOKEN: 'c4n4ry' }, []],
  [{ GATEWAY_KEYS: `web:${'0'.repeat(64)}` }, ['X_GATEWAY_KEY']],
])('with %j the curl command reads the secrets %j from the environment', (env, variables) => {
  const banner = startUpBanner(loadConfig(env), {
    address,
    beeper: 'Beeper',
    status: current,
    example: null,
  });
  const curl = /^curl .*$/m.exec(banner)?.[0] ?? '';

  expect([...curl.matchAll(/\$(\w+)"/g)].map(([, variable]) => variable)).toEqual(variables);
  expect(banner).not.toContain('c4n4ry');
});

test('with keys and without a token the banner names the variables of the curl command', () => {
  const env = { BEEPER_URL: url, GATEWAY_KEYS: `web:${'0'.repeat(64)}` };
  const banner = startUpBanner(loadConfig(env), {
    address,
    beeper: 'Beeper',
    status: current,
    example: null,
  });

  expect(banner).toContain(
    'Try        with X_GATEWAY_KEY set to a gateway key and BEEPER_ACCESS_TOKEN set to a token of Beeper:\n',
  );
});
