import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { paste, startProcess } from '../support/process.ts';

test('with settings that are not valid it prints all issues, nothing else, and exits with code 1', async () => {
  await using gateway = await startProcess({ PORT: 'http', BEEPER_API: 'newest', BEEPER_TIMEOUT: '5' });
  expect(await gateway.ends()).toEqual({ code: 1, signal: null });
  expect(gateway.stdout).toBe('');
  expect(gateway.stderr.split('\n')).toEqual([
    'The configuration is not valid:',
    expect.stringMatching(/^ {2}BEEPER_API must be one of auto, create-only, union, split\.$/),
    expect.stringMatching(/^ {2}PORT must be a whole number from 0 to 65535\.$/),
    expect.stringMatching(/^ {2}BEEPER_TIMEOUT is not a setting .*BEEPER_TIMEOUT_MS\?$/),
    '',
  ]);
});

test('a port that is in use is reported in one line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await using gateway = await startProcess({ PORT: String(port) });
  expect(await gateway.ends()).toEqual({ code: 1, signal: null });
  other.close();
  expect(gateway.stdout).toBe('');
  expect(gateway.stderr).toMatch(
    new RegExp(`^.*127\\.0\\.0\\.1:${port}: another program uses this port; set PORT .*\n$`),
  );
});

test('a HOST of another machine is reported in one line', async () => {
  await using gateway = await startProcess({ HOST: '192.0.2.1' });
  expect(await gateway.ends()).toEqual({ code: 1, signal: null });
  expect(gateway.stdout).toBe('');
  expect(gateway.stderr).toMatch(/^.*192\.0\.2\.1.*HOST.*\n$/);
});

test('a .env file in the working directory is read', async () => {
  await using sandbox = await startSandbox();
  const dotenv = `# the real one\nBEEPER_URL="${sandbox.url}"\n\nGRAPHIQL=off\n`;
  await using gateway = await startProcess({}, dotenv);
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain(`${sandbox.url}, Beeper 4.3.73`);
  const page = await fetch(`${origin}/graphql`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(406);
});

test('the environment takes precedence over the .env file', async () => {
  const dotenv = 'SANDBOX_APP_VERSION=4.2.600\nBEEPER_API=split\n';
  await using gateway = await startProcess({ SANDBOX_APP_VERSION: '4.2.500' }, dotenv);
  await gateway.origin();
  expect(gateway.stdout).toContain(
    '(simulates app version 4.2.500, dialect set to split, although this version has create-only: unset BEEPER_API)',
  );
});

test('an unknown setting in the .env file, and one that is also in a file, are reported without their values', async () => {
  const dotenv = 'BEEPER_TOKEN=c4n4ry\nBEEPER_ACCESS_TOKEN=c4n4ry\n';
  await using gateway = await startProcess({ BEEPER_ACCESS_TOKEN_FILE: '/run/secrets/token' }, dotenv);
  expect(await gateway.ends()).toMatchObject({ code: 1 });
  expect(gateway.stderr).toContain(
    '  BEEPER_ACCESS_TOKEN (.env) and BEEPER_ACCESS_TOKEN_FILE (environment) must not both be set',
  );
  expect(gateway.stderr).toContain('  BEEPER_TOKEN is not a setting of this gateway');
  expect(gateway.stderr).not.toContain('c4n4ry');
});

test('a line "BEEPER_URL: …" in the .env file stops the start-up, and is reported without its value', async () => {
  await using gateway = await startProcess({}, 'BEEPER_URL: http://c4n4ry\nLOG_LEVEL=x\n');
  expect(await gateway.ends()).toMatchObject({ code: 1 });
  expect(gateway.stderr).toContain('  .env line 1 is ignored: write BEEPER_URL=value');
  expect(gateway.stderr).toContain('  LOG_LEVEL must be one of');
  expect(gateway.stderr).not.toContain('c4n4ry');
});

test('a .env that is a folder is reported in one line', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'folder-'));
  await mkdir(join(cwd, '.env'));
  await using gateway = paste(
    `cd ${cwd} && exec node ${fileURLToPath(new URL('../../dist/server.js', import.meta.url))}`,
  );
  expect(await gateway.ends()).toEqual({ code: 1, signal: null });
  await rm(cwd, { recursive: true });
  expect(gateway.stderr).toBe('The configuration is not valid:\n  .env must be a readable file (EISDIR).\n');
});

test('what looks like a mistake is told by name, and does not stop the start-up', async () => {
  const env = { GRAPHIQL_ENABLED: 'c4n4ry', NODE_ENV: 'prod' };
  await using gateway = await startProcess(env, '\ufeffLOG_LEVEL=info\nPORT: c4n4ry\n');
  await gateway.origin();
  expect(gateway.stderr.split('\n')).toEqual([
    expect.stringMatching(/^Warning: \.env begins with a byte order mark/),
    expect.stringMatching(/^Warning: \.env line 2 is ignored: write PORT=value/),
    expect.stringMatching(/^Warning: GRAPHIQL_ENABLED is not a setting/),
    expect.stringMatching(/^Warning: NODE_ENV is not "production"/),
    '',
  ]);
  expect(gateway.stdout + gateway.stderr).not.toContain('c4n4ry');
});

test('in production such a mistake is logged as a warning', async () => {
  const env = { NODE_ENV: 'production', BEEPER_URL: 'http://127.0.0.1:1', SANDBOX_VERSION: 'c4n4ry' };
  await using gateway = await startProcess(env);
  await gateway.prints(/"msg":"Listening"/);
  const [line = ''] = gateway.stdout.split('\n');
  expect(JSON.parse(line)).toMatchObject({ level: 40, msg: expect.stringContaining('SANDBOX_VERSION') });
  expect(gateway.stdout + gateway.stderr).not.toContain('c4n4ry');
});

test('in production it prints only JSON lines and does not serve GraphiQL', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({ NODE_ENV: 'production', BEEPER_URL: sandbox.url });
  const origin = await gateway.origin();
  await gateway.prints(/\n/);
  const [line] = gateway.stdout
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(line).toMatchObject({
    level: 30,
    msg: 'Listening',
    address: `${origin}/graphql`,
    beeper: `${sandbox.url}, Beeper 4.3.73, dialect split`,
  });
  const page = await fetch(`${origin}/graphql`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(406);
  gateway.kill('SIGTERM');
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  const levels = gateway.stdout
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text).level);
  // Listening, the refused request for the page, and shutting down.
  expect(levels).toEqual([30, 30, 30]);
});

test('in production it does not start on the sandbox', async () => {
  await using gateway = await startProcess({ NODE_ENV: 'production' });
  expect(await gateway.ends()).toEqual({ code: 1, signal: null });
  expect(gateway.stderr).toMatch(/BEEPER_URL or BEEPER_ACCESS_TOKEN must be set when NODE_ENV is production/);
});

test.each([
  ['info', 1],
  ['error', 0],
  ['silent', 0],
])('with LOG_LEVEL=%s a failure is logged in %i lines', async (level, lines) => {
  await using gateway = await startProcess({ LOG_LEVEL: level });
  const origin = await gateway.origin();
  const banner = gateway.stdout;
  const query = `mutation { startChat(input: { accountID: "playground", user: { username: "crash" } }) { __typename } }`;
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  expect(await answer.json()).toEqual({ data: { startChat: { __typename: 'BeeperUpstreamError' } } });
  gateway.kill('SIGTERM');
  await gateway.ends();
  const logged = gateway.stdout
    .slice(banner.length)
    .split('\n')
    .filter((line) => line.includes('startChat'));
  expect(logged).toHaveLength(lines);
});

test('it can listen on the IPv6 loopback address', async () => {
  await using gateway = await startProcess({ HOST: '::1' });
  const origin = await gateway.origin();
  expect(origin).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect((await fetch(`${origin}/health`)).status).toBe(200);
});
