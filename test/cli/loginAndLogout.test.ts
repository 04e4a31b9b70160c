import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tokenFile } from '../../src/config/savedToken.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { consent, type Decision } from '../support/consent.ts';
import { startCLI, startProcess } from '../support/process.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'login-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The environment of a user of this Beeper. */
const userOf = async (sandbox: Sandbox) => ({
  BEEPER_URL: sandbox.url,
  XDG_CONFIG_HOME: await temporaryFolder(),
});

async function run(args: string[], env: Record<string, string>) {
  await using command = startCLI(args, env);
  const { code } = await command.ends();
  return { code, stdout: command.stdout, stderr: command.stderr };
}

/** Runs `beeper-graphql login`, and decides as a person does. */
async function login(
  env: Record<string, string>,
  { args = [] as string[], ...decision }: Decision & { args?: string[] } = {},
) {
  await using command = startCLI(['login', '--no-browser', ...args], env);
  const [, url = ''] = await command.prints(/^ {2}(http:\S+)$/m);
  await fetch(await consent(url, decision));
  const { code } = await command.ends();
  return { code, stdout: command.stdout, stderr: command.stderr };
}

const readToken = async (path: string): Promise<string> =>
  JSON.parse(await readFile(path, 'utf8')).accessToken;

const accountsStatus = async (sandbox: Sandbox, token: string) =>
  (await fetch(`${sandbox.url}/v1/accounts`, { headers: { authorization: `Bearer ${token}` } })).status;

test('login saves a token that only its owner can read, start uses it, and logout revokes it', async () => {
  await using sandbox = await startSandbox();
  const env = await userOf(sandbox);
  const path = tokenFile(sandbox.url, env);

  const first = await login(env);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain(`Logged in to ${sandbox.url}: can read and write.`);
  expect(first.stdout).toContain(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
  expect(await readdir(join(path, '..'))).toHaveLength(1);
  const replaced = await readToken(path);

  const second = await login(env, { args: ['--read-only'] });
  const token = await readToken(path);
  expect(second.stdout).toContain('can only read, so mutations are refused');
  expect(await accountsStatus(sandbox, replaced)).toBe(401);
  expect(await accountsStatus(sandbox, token)).toBe(200);

  {
    await using gateway = await startProcess(env);
    const response = await fetch(`${await gateway.origin()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ accounts { id } }"}',
    });
    expect((await response.json()).data.accounts.length).toBeGreaterThan(0);
    expect(sandbox.calls.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
    await gateway.prints(
      /^Token {6}saved by `beeper-graphql login`; to use the sandbox, set SANDBOX_APP_VERSION/m,
    );
    for (const { stdout, stderr } of [first, second, gateway]) {
      expect(stdout + stderr).not.toContain(token);
      expect(stdout + stderr).not.toContain(replaced);
    }
  }

  expect(await run(['logout'], env)).toEqual({
    code: 0,
    stdout: `Logged out: the token is revoked, and ${path} deleted.\n`,
    stderr: '',
  });
  expect(await accountsStatus(sandbox, token)).toBe(401);
  expect(await readdir(join(path, '..'))).toEqual([]);
  expect((await run(['logout'], env)).stdout).toBe(`There is no saved token for ${sandbox.url}.\n`);
});

test('the URL opens in the browser of the user', async () => {
  await using sandbox = await startSandbox();
  const folder = await temporaryFolder();
  // What opens a browser on Linux.
  await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\necho "$1" > ${folder}/opened\n`);
  await chmod(join(folder, 'xdg-open'), 0o755);
  const env = { ...(await userOf(sandbox)), PATH: [folder, process.env.PATH].join(delimiter) };

  await using command = startCLI(['login', '--timeout', '30'], env);
  const [, url = ''] = await command.prints(/^ {2}(http:\S+)$/m);
  await expect.poll(() => readFile(join(folder, 'opened'), 'utf8').catch(() => '')).toBe(`${url}\n`);
  await fetch(await consent(url, { decision: 'deny' }));
  expect(await command.ends()).toEqual({ code: 1, signal: null });
  expect(command.stderr).toBe('Access was denied in Beeper. Nothing was saved.\n');
  await expect(readFile(tokenFile(sandbox.url, env))).rejects.toThrow('ENOENT');
});

test('logout deletes a token that can’t be revoked, and says that it is still valid', async () => {
  const sandbox = await startSandbox();
  const env = await userOf(sandbox);
  const path = tokenFile(sandbox.url, env);
  await login(env);
  await sandbox.close();

  const { code, stderr } = await run(['logout'], env);
  expect(code).toBe(1);
  expect(stderr).toContain(`Deleted ${path}, but ${sandbox.url} did not revoke the token.`);
  expect(stderr).toContain('Settings → Developers → Approved connections');
  await expect(readFile(path)).rejects.toThrow('ENOENT');

  await writeFile(path, 'broken');
  expect((await run(['logout'], env)).stderr).toContain('it held no token that can be read');
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});

test('a token that can’t be saved is revoked', async () => {
  await using sandbox = await startSandbox();
  const env = await userOf(sandbox);
  const path = tokenFile(sandbox.url, env);
  await mkdir(path, { recursive: true });

  const { code, stderr } = await login(env);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining(`${path} can't be written`),
  });
  expect(sandbox.calls.at(-1)?.route).toBe('POST /oauth/revoke');
});

test('a token that others can read stops the start, without its content', async () => {
  await using sandbox = await startSandbox();
  const env = await userOf(sandbox);
  const path = tokenFile(sandbox.url, env);
  await login(env);
  const token = await readToken(path);
  await chmod(path, 0o644);

  await using gateway = await startProcess(env);
  expect(await gateway.ends()).toEqual({ code: 1, signal: null });
  expect(gateway.stderr).toContain(`${path} holds an access token and must be readable by its owner only`);
  expect(gateway.stderr).not.toContain(token);
});

test('wrong options are told in a sentence, and a person has five minutes by default', async () => {
  const problem = async (...args: string[]) => (await run(args, {})).stderr;
  expect(await problem('login', '--timeout', '0')).toContain('It must be a whole number from 1 to 3600.');
  expect(await problem('login', '--beeper-url', 'ftp://x')).toContain(
    '--beeper-url must start with http:// or https://.',
  );

  const { stdout } = await run(['login', '--help'], {});
  expect(stdout).toMatch(/--timeout <seconds> .*\(default: 300\)/);
});
