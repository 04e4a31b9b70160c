import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { paste, type Running, startProcess } from '../support/process.ts';

/** Runs the printed curl command unchanged in a shell. */
async function runCurl(banner: string, env?: Record<string, string>): Promise<Running> {
  const line = /^curl .*$/m.exec(banner)?.[0];
  if (line === undefined) throw new Error(`No curl command in: ${banner}`);
  const curl = paste(line, env);
  const { code } = await curl.ends();
  if (code === 127) throw new Error('This test runs curl: install it.');
  return curl;
}

test('without settings it runs on the sandbox, and the printed curl command starts a chat there', async () => {
  await using gateway = await startProcess();
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain(`${origin}/graphql  (GraphiQL in a browser)`);
  expect(gateway.stdout).toContain('sandbox, not connected to Beeper (simulates app version 4.3.73)');
  expect(gateway.stderr).toBe('');
  expect(new URL(origin).hostname).toBe('127.0.0.1');
  expect((await fetch(`${origin}/ready`)).status).toBe(200);

  await gateway.prints(/^curl /m);
  const curl = await runCurl(gateway.stdout);
  expect(curl.stderr).toBe('');
  expect(JSON.parse(curl.stdout)).toMatchObject({ data: { startChat: { __typename: 'StartChatPayload' } } });
});

const accounts = {
  data: { accounts: expect.arrayContaining([expect.objectContaining({ network: 'WhatsApp' })]) },
};

test('with a real Beeper it prints URL, app version and dialect, and the curl command reads the accounts', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.3.0' });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  await gateway.prints(/^curl /m);
  expect(gateway.stdout).toContain(`${sandbox.url}, Beeper 4.3.0, dialect split\n`);
  expect(gateway.stdout).toContain('with BEEPER_ACCESS_TOKEN set to a token of Beeper:\n');

  const chats = sandbox.chats.size;
  const curl = await runCurl(gateway.stdout, { BEEPER_ACCESS_TOKEN: sandbox.token });
  expect(JSON.parse(curl.stdout)).toMatchObject(accounts);
  expect(sandbox.calls.at(-1)?.headers.authorization).toBe(`Bearer ${sandbox.token}`);
  expect(sandbox.chats.size).toBe(chats);
});

test('if the gateway has an access token, the curl command works without it and the token is not printed', async () => {
  await using sandbox = await startSandbox({ token: 'c4n4ry-token' });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token });
  await gateway.prints(/^curl /m);
  expect(sandbox.calls.map(({ route }) => route)).toEqual(['GET /v1/info', 'GET /v1/accounts']);
  const curl = await runCurl(gateway.stdout);
  expect(JSON.parse(curl.stdout)).toMatchObject(accounts);
  expect(gateway.stdout).not.toContain('c4n4ry');
});

for (const [kind, entry] of [
  ['read-only', (stored: string) => `${stored}:read`],
  ['full', (stored: string) => stored],
] as const) {
  test(`with a ${kind} key the curl command works once X_GATEWAY_KEY is set`, async () => {
    const key = 'gk_c4n4ry';
    const hash = createHash('sha256').update(key).digest('hex');
    await using gateway = await startProcess({ GATEWAY_KEYS: entry(`web:${hash}`) });
    await gateway.prints(/^curl /m);
    expect(gateway.stdout).toContain('with X_GATEWAY_KEY set to a gateway key:\n');
    const curl = await runCurl(gateway.stdout, { X_GATEWAY_KEY: key });
    const { data } = JSON.parse(curl.stdout);
    if (kind === 'read-only') expect({ data }).toMatchObject(accounts);
    else expect(data.startChat.__typename).toBe('StartChatPayload');
    const withoutKey = await runCurl(gateway.stdout);
    expect(JSON.parse(withoutKey.stdout).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });
}

test.each([{ SANDBOX_APP_VERSION: '4.2.500' }, { SANDBOX_APP_VERSION: '4.2.600', BEEPER_API: 'split' }])(
  'on a sandbox that can’t start chats (%j) the curl command reads the accounts',
  async (env) => {
    await using gateway = await startProcess(env);
    await gateway.prints(/^curl /m);
    const curl = await runCurl(gateway.stdout);
    expect(JSON.parse(curl.stdout)).toMatchObject({ data: { accounts: expect.any(Array) } });
  },
);

/** Starts the gateway with a manifest of `documents` by their hashes. */
async function startWithDocuments(documents: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'manifest-'));
  const path = join(folder, 'documents.json');
  await writeFile(path, JSON.stringify(documents));
  const gateway = await startProcess({ GATEWAY_DOCUMENTS: path });
  await gateway.prints(/^Try /m);
  await rm(folder, { recursive: true });
  return gateway;
}

test('with GATEWAY_DOCUMENTS the curl command runs a query of the manifest that needs no variables', async () => {
  await using gateway = await startWithDocuments({
    'sha256:aa': 'mutation M($input: StartChatInput!) { startChat(input: $input) { __typename } }',
    'sha256:bb': 'query One($id: ID!) { chat(id: $id) { id } }',
    "it's": '{ accounts { id } }',
    'sha256:cc':
      'query All($first: Int! = 2, $after: String) { chats(first: $first, after: $after) { nodes { id } } }',
  });
  const curl = await runCurl(gateway.stdout);
  expect(curl.stderr).toBe('');
  const answer = JSON.parse(curl.stdout);
  expect(answer.errors).toBeUndefined();
  expect(answer.data.chats.nodes).toHaveLength(2);
});

test('without such a query it prints no command that would be refused', async () => {
  await using gateway = await startWithDocuments({ aa: 'query One($id: ID!) { chat(id: $id) { id } }' });
  expect(gateway.stdout).toContain('Try        a document of the manifest: send {"documentId"');
  expect(gateway.stdout).not.toContain('curl');
});

test('a rejected token is told at start-up, and /ready is 503', async () => {
  await using sandbox = await startSandbox();
  const env = { BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: 'c4n4ry' };
  await using gateway = await startProcess(env);
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain(
    `${sandbox.url}, Beeper 4.3.73, dialect split. It rejects BEEPER_ACCESS_TOKEN: create a new token`,
  );
  expect(gateway.stdout).not.toContain('c4n4ry');
  expect((await fetch(`${origin}/ready`)).status).toBe(503);

  await using production = await startProcess({ ...env, NODE_ENV: 'production' });
  await production.prints(/\n/);
  expect(JSON.parse(production.stdout)).toMatchObject({
    level: 40,
    msg: 'Listening',
    beeper: expect.stringContaining('rejects BEEPER_ACCESS_TOKEN'),
  });
});

test('a server that nobody is logged in to is told at start-up', async () => {
  await using sandbox = await startSandbox({ appName: 'Parlour', appVersion: '4.9.1' });
  const body = { message: 'A logged-in Matrix session is required', code: 'FORBIDDEN' };
  sandbox.always('GET /v1/accounts', { status: 403, body });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token });
  await gateway.origin();
  expect(gateway.stdout).toMatch(/Parlour 4\.9\.1, .*\. Nobody is logged in to it: log in there\n/);
});

const json = JSON.stringify({ message: 'Unauthorized', code: 'UNAUTHORIZED' });

test.each([
  ['a plain web server', 404, 'Not Found'],
  ['an API that lets nobody in', 401, json],
])('%s is not taken for Beeper: told at start-up, and /ready is 503', async (_what, status, body) => {
  const server = createServer((_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await using gateway = await startProcess({ BEEPER_URL: url, BEEPER_ACCESS_TOKEN: 'c4n4ry' });
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain(`${url}, not Beeper's API: another program responds`);
  expect((await fetch(`${origin}/ready`)).status).toBe(503);
  const answer = await fetch(`${origin}/graphql?query={beeper{dialect,appName,reachable}}`);
  expect(await answer.json()).toEqual({
    data: { beeper: { dialect: null, appName: null, reachable: false } },
  });
  server.closeAllConnections();
  server.close();
});

test('with an old Beeper it prints which version startChat requires', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  await gateway.origin();
  expect(gateway.stdout).toContain('dialect create-only: startChat requires 4.2.557 or newer');
});

test('while Beeper does not respond it starts anyway and prints what to do', async () => {
  const sandbox = await startSandbox();
  await sandbox.close();
  await using gateway = await startProcess({ BEEPER_URL: sandbox.url });
  const origin = await gateway.origin();
  expect(gateway.stdout).toContain(
    `${sandbox.url}, not responding: start Beeper Desktop and turn on its API`,
  );
  expect((await fetch(`${origin}/health`)).status).toBe(200);
});
