import { expect, test } from 'vitest';
import { ConfigError } from '../../src/config/checks.ts';
import { loadConfig } from '../../src/config/settings.ts';
import { type Env, HASH, issuesOf, TOKEN } from '../support/configIssues.ts';

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
