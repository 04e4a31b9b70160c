import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readTokenFile } from '../../src/cli/login/tokenFile.ts';
import { readSavedToken, tokenFile, withSavedToken } from '../../src/config/savedToken.ts';

const url = 'http://127.0.0.1:23373';

const saved = {
  beeper: url,
  accessToken: 'the-saved-token',
  clientID: 'c1',
  scope: 'read write',
  expiresAt: null,
};

/** @returns an environment with a configuration directory in which this file is saved for the Beeper at `url`. */
async function savedAs(content: unknown, { mode = 0o600, file = url } = {}) {
  const home = await mkdtemp(join(tmpdir(), 'config-'));
  onTestFinished(() => rm(home, { recursive: true }));
  const env = { XDG_CONFIG_HOME: home };
  const path = tokenFile(file, env);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  await chmod(path, mode);
  return { env, path };
}

test('a saved token counts for its Beeper under every name of this machine', async () => {
  const { env, path } = await savedAs(saved);
  expect(path).toBe(join(env.XDG_CONFIG_HOME, 'beeper-graphql-gateway/tokens/localhost-23373.json'));
  for (const name of [url, 'http://localhost:23373', 'http://[::1]:23373'])
    expect(readSavedToken(name, env), name).toEqual(saved);
  for (const other of [
    'http://127.0.0.1:23374',
    'http://127.0.0.66:23373',
    'https://127.0.0.1:23373',
    'http://example.com:23373',
  ])
    expect(readSavedToken(other, env), other).toBeNull();
});

test('there is none before a login', () => {
  expect(readSavedToken(url, { XDG_CONFIG_HOME: '/nonexistent' })).toBeNull();
});

test.each(['640', '604', '660'])('a file with mode %s is refused, and its content not told', async (mode) => {
  const { env, path } = await savedAs(saved, { mode: Number.parseInt(mode, 8) });
  const read = () => readSavedToken(url, env);
  expect(read).toThrow(`${path} holds an access token and must be readable by its owner only`);
  expect(read).not.toThrow('the-saved-token');
});

test.each(['', '{"accessToken":"the-saved-token"}', JSON.stringify({ ...saved, accessToken: 'a b' })])(
  'the file %s is refused, and its content not told',
  async (content) => {
    const { env, path } = await savedAs(content);
    const read = () => readSavedToken(url, env);
    expect(read).toThrow(`${path} is not a token file.`);
    expect(read).not.toThrow('the-saved-token');
  },
);

test('a token saved over https is not sent over http', async () => {
  const { env } = await savedAs(
    { ...saved, beeper: 'https://example.com:8443' },
    { file: 'http://example.com:8443' },
  );
  expect(readSavedToken('http://example.com:8443', env)).toBeNull();
});

test('the saved token stands in for BEEPER_ACCESS_TOKEN, unless a setting names a token, none, or the sandbox', async () => {
  const { env } = await savedAs(saved);
  const token = (settings: Record<string, string>) =>
    withSavedToken({ ...env, ...settings }).env.BEEPER_ACCESS_TOKEN;

  expect(token({})).toBe('the-saved-token');
  expect(token({ BEEPER_URL: 'http://localhost:23373' })).toBe('the-saved-token');
  expect(token({ BEEPER_ACCESS_TOKEN: '' })).toBe('');
  expect(token({ BEEPER_ACCESS_TOKEN: 'own' })).toBe('own');
  expect(token({ BEEPER_URL: 'http://127.0.0.1:5' })).toBeUndefined();
  expect(token({ SANDBOX_APP_VERSION: '4.3.73' })).toBeUndefined();
  expect(token({ SANDBOX_PAGING: 'newest' })).toBeUndefined();
  expect(token({ SANDBOX_APP_VERSION: '4.3.73', BEEPER_URL: url })).toBe('the-saved-token');
});

test('the saved token is used on loopback only, whatever keys there are', async () => {
  const { env } = await savedAs(saved);
  const settings = { ...env, GATEWAY_KEYS: `web:${'0'.repeat(64)}` };
  for (const HOST of ['127.0.0.1', 'localhost', '::1', ''])
    expect(withSavedToken({ ...settings, HOST }).isSaved, HOST).toBe(true);
  for (const HOST of ['0.0.0.0', '::', '192.168.1.2']) {
    expect(() => withSavedToken({ ...settings, HOST }), HOST).toThrow('HOST must be a loopback address');
    expect(withSavedToken({ ...settings, HOST, BEEPER_ACCESS_TOKEN: '' }).isSaved).toBe(false);
    expect(withSavedToken({ ...settings, HOST, BEEPER_URL: 'http://127.0.0.1:5' }).isSaved).toBe(false);
  }
});

test('an expired token is told when it is read', async () => {
  const read = async (expiresAt: string) => withSavedToken((await savedAs({ ...saved, expiresAt })).env);
  expect((await read('2020-01-02T03:04:05.000Z')).warnings).toEqual([
    'The token that `beeper-graphql login` saved has expired at 2020-01-02T03:04:05.000Z: run that again.',
  ]);
  expect((await read(new Date(Date.now() + 60_000).toISOString())).warnings).toEqual([]);
});

test('a pipe as token file is refused, and not waited for', async () => {
  const { env, path } = await savedAs(saved);
  await rm(path);
  execFileSync('mkfifo', ['-m', '600', path]);
  expect(() => readSavedToken(url, env)).toThrow(`${path} must be a regular file.`);
  expect(await readTokenFile(path)).toBe('');
});
