import { expect, test } from 'vitest';
import { loadConfig, replicaWarnings } from '../../src/config/settings.ts';
import { type Env, HASH, issuesOf, SECRET } from '../support/configIssues.ts';

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
