import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { ConfigError } from '../../src/config/checks.ts';
import { readConfig } from '../../src/config/readConfig.ts';
import { loadConfig } from '../../src/config/settings.ts';
import { flagOf, mergeSources } from '../../src/config/sources.ts';

const TOKEN = 'c4n4ry-token-0451';
const HASH = '0123456789abcdef'.repeat(4);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secrets-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** @returns the path of a new file with this content. */
async function fileWith(content: string | Buffer): Promise<string> {
  const path = join(await mkdtemp(join(folder, 'secret-')), 'secret');
  await writeFile(path, content);
  return path;
}

function issuesOf(...args: Parameters<typeof loadConfig>): readonly string[] {
  try {
    loadConfig(...args);
  } catch (error) {
    if (error instanceof ConfigError) return error.issues;
    throw error;
  }
  return [];
}

test('flags take precedence over the environment, and that over .env', () => {
  const { values, origins } = mergeSources([
    { origin: 'flag', values: { PORT: '1' } },
    { origin: 'environment', values: { PORT: '2', HOST: 'a', constructor: 'x', LOG_LEVEL: undefined } },
    { origin: '.env', values: { PORT: '3', HOST: 'b', GRAPHIQL: 'on', LOG_LEVEL: 'warn' } },
  ]);
  expect(values).toEqual({ PORT: '1', HOST: 'a', constructor: 'x', GRAPHIQL: 'on', LOG_LEVEL: 'warn' });
  expect(origins).toMatchObject({ PORT: 'flag', HOST: 'environment', GRAPHIQL: '.env', LOG_LEVEL: '.env' });
});

test('the settings of a process are its flags and its environment', () => {
  vi.stubEnv('PORT', '4001');
  vi.stubEnv('GATEWAY_PATH', '/api');
  try {
    expect(readConfig().config).toMatchObject({ port: 4001, path: '/api' });
    expect(readConfig({ PORT: '4002' }).config).toMatchObject({ port: 4002, path: '/api' });
    expect(() => readConfig({ PORT: 'x' })).toThrow('PORT (--port) must be');
  } finally {
    vi.unstubAllEnvs();
  }
});

test('a .env file of the wrong kind causes few warnings', async () => {
  const cwd = process.cwd();
  onTestFinished(() => process.chdir(cwd));
  process.chdir(await mkdtemp(join(folder, 'dotenv-')));
  await writeFile('.env', 'c4n4ry\n'.repeat(10_000));
  const { warnings } = readConfig();
  expect(warnings).toHaveLength(21);
  expect(warnings.at(-1)).toBe('9980 more are not listed.');
});

test('an empty value unsets a setting of a lower precedence, and its file can then be set', async () => {
  const { values, origins } = mergeSources([
    { origin: 'environment', values: { PORT: '', BEEPER_ACCESS_TOKEN: '' } },
    { origin: '.env', values: { PORT: 'x', BEEPER_ACCESS_TOKEN: 'other' } },
  ]);
  const env = { ...values, BEEPER_ACCESS_TOKEN_FILE: await fileWith(TOKEN) };
  expect(loadConfig(env, [], origins)).toMatchObject({ port: 4000, beeper: { accessToken: TOKEN } });
});

test('a message about a value names the flag that it is from', () => {
  expect(flagOf('BEEPER_ACCESS_TOKEN_FILE')).toBe('--beeper-access-token-file');
  expect(issuesOf({ PORT: 'x', HOST: ' ' }, [], { PORT: 'flag', HOST: 'environment' })).toEqual([
    'HOST must be a host name or an IP address.',
    'PORT (--port) must be a whole number from 0 to 65535.',
  ]);
});

test.each([
  ['nothing at its end', TOKEN],
  ['LF', `${TOKEN}\n`],
  ['CRLF', `${TOKEN}\r\n`],
  ['several line breaks', `${TOKEN}\n\n`],
  ['a byte order mark', `\ufeff${TOKEN}\r\n`],
])('BEEPER_ACCESS_TOKEN_FILE names a file with the token and %s', async (_what, content) => {
  const { beeper } = loadConfig({ BEEPER_ACCESS_TOKEN_FILE: await fileWith(content) });
  expect(beeper).toEqual({ sandbox: false, url: 'http://127.0.0.1:23373', accessToken: TOKEN });
});

test('GATEWAY_KEYS_FILE, GATEWAY_STORE_FILE and GATEWAY_ASSET_SECRET_FILE name files with these settings', async () => {
  const keysFile = await fileWith(`\ufeff# web\r\nweb:${HASH}\r\n\r\n`);
  const config = loadConfig({
    BEEPER_ACCESS_TOKEN_FILE: await fileWith(TOKEN),
    HOST: '0.0.0.0',
    GATEWAY_KEYS_FILE: keysFile,
    GATEWAY_STORE_FILE: await fileWith('redis://:secret@127.0.0.1:6379\n'),
    GATEWAY_ASSET_SECRET_FILE: await fileWith(`${HASH}\n`),
  });
  expect(config.keys).toEqual([{ name: 'web', hash: Buffer.from(HASH, 'hex'), readOnly: false }]);
  expect(config.keysFile).toBe(keysFile);
  expect(config.store).toEqual({ kind: 'redis', url: 'redis://:secret@127.0.0.1:6379' });
  expect(config.assetSecret).toBe(HASH);
});

test('a setting and its file must not both be set, also in different sources', async () => {
  const env = { BEEPER_ACCESS_TOKEN: 'one', BEEPER_ACCESS_TOKEN_FILE: await fileWith(TOKEN) };
  expect(issuesOf(env)).toEqual([
    'BEEPER_ACCESS_TOKEN and BEEPER_ACCESS_TOKEN_FILE must not both be set: unset one of them.',
  ]);
  expect(issuesOf(env, [], { BEEPER_ACCESS_TOKEN: '.env', BEEPER_ACCESS_TOKEN_FILE: 'flag' })).toEqual([
    'BEEPER_ACCESS_TOKEN (.env) and BEEPER_ACCESS_TOKEN_FILE (--beeper-access-token-file) must not both be set: unset one of them.',
  ]);
});

test('a secret file that can’t be used is told in one sentence that names it, without its content', async () => {
  const file = async (content: string | Buffer) => ({ BEEPER_ACCESS_TOKEN_FILE: await fileWith(content) });
  const cases: [{ BEEPER_ACCESS_TOKEN_FILE: string }, (path: string) => string][] = [
    [{ BEEPER_ACCESS_TOKEN_FILE: '/nowhere/token' }, (path) => unreadable(path, 'ENOENT')],
    [{ BEEPER_ACCESS_TOKEN_FILE: folder }, (path) => unreadable(path, 'it is a directory')],
    [{ BEEPER_ACCESS_TOKEN_FILE: '/dev/zero' }, (path) => unreadable(path, 'it is not a regular file')],
    [{ BEEPER_ACCESS_TOKEN_FILE: 'a\0b' }, (path) => unreadable(path, 'ERR_INVALID_ARG_VALUE')],
    [
      await file(Buffer.from(TOKEN, 'utf16le').fill(0xff, 0, 1)),
      (path) => unreadable(path, 'it is not UTF-8'),
    ],
    [await file('x'.repeat(2 ** 20 + 1)), (path) => unreadable(path, 'it has more than 1048576 bytes')],
    [await file(''), (path) => `must be the path of a file that is not empty; ${path} is empty`],
    [await file('\ufeff \r\n'), (path) => `must be the path of a file that is not empty; ${path} is empty`],
  ];
  for (const [env, problem] of cases) {
    expect(
      issuesOf({ ...env, NODE_ENV: 'production', HOST: '0.0.0.0', GATEWAY_KEYS: `web:${HASH}` }),
    ).toEqual([`BEEPER_ACCESS_TOKEN_FILE ${problem(env.BEEPER_ACCESS_TOKEN_FILE)}.`]);
  }
});

const unreadable = (path: string, reason: string) =>
  `must be the path of a readable file; can't read ${path} (${reason})`;

test('a value in a secret file that is not valid is told with the path, without the value', async () => {
  const env = {
    BEEPER_ACCESS_TOKEN_FILE: await fileWith(`${TOKEN} and more`),
    GATEWAY_KEYS_FILE: await fileWith(`web:${HASH}\n\nweb:${TOKEN}\n`),
    GATEWAY_STORE_FILE: await fileWith(`http://${TOKEN}`),
    GATEWAY_ASSET_SECRET_FILE: await fileWith(TOKEN),
  };
  expect(issuesOf(env)).toEqual([
    expect.stringMatching(
      `^BEEPER_ACCESS_TOKEN \\(in ${env.BEEPER_ACCESS_TOKEN_FILE}\\) must be a bearer token`,
    ),
    expect.stringMatching(
      `^GATEWAY_ASSET_SECRET \\(in ${env.GATEWAY_ASSET_SECRET_FILE}\\) must be 32 or more random bytes`,
    ),
    expect.stringMatching(`^GATEWAY_STORE \\(in ${env.GATEWAY_STORE_FILE}\\) must be a Redis URL`),
    expect.stringMatching(`^GATEWAY_KEYS \\(in ${env.GATEWAY_KEYS_FILE}\\) must .*; line 3 is not valid\\.$`),
  ]);
  expect(issuesOf(env).join()).not.toContain(TOKEN);
});

test('a file with the token requires keys on an exposed HOST, and a file with keys is enough', async () => {
  const env = { BEEPER_ACCESS_TOKEN_FILE: await fileWith(TOKEN), HOST: '0.0.0.0' };
  expect(issuesOf(env)).toEqual([expect.stringMatching(/^HOST must be a loopback address/)]);
  const missing = { ...env, GATEWAY_KEYS_FILE: join(folder, 'missing') };
  expect(issuesOf(missing)).toEqual([expect.stringMatching(/^GATEWAY_KEYS_FILE must be the path/)]);
  expect(issuesOf({ NODE_ENV: 'production', BEEPER_ACCESS_TOKEN_FILE: await fileWith(TOKEN) })).toEqual([]);
});

test('a secret file may be a link to a file', async () => {
  const path = await fileWith(TOKEN);
  const link = join(folder, 'link');
  await symlink(path, link);
  expect(loadConfig({ BEEPER_ACCESS_TOKEN_FILE: link }).beeper).toMatchObject({ accessToken: TOKEN });
});
