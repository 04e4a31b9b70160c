import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { examine } from '../../src/cli/doctor/examine.ts';
import type { Finding } from '../../src/cli/doctor/finding.ts';
import { examineNode } from '../../src/cli/doctor/node.ts';
import { jsonReport, textReport } from '../../src/cli/doctor/report.ts';
import { loadConfig, replicaWarnings, warningsAbout } from '../../src/config/settings.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { openFileStore } from '../../src/writes/store/file.ts';
import { startGateway } from '../support/gateway.ts';
import { startCLI } from '../support/process.ts';
import { startRedis } from '../support/redis.ts';

const key = `web:${'0'.repeat(64)}`;

/** Examines a gateway with these settings; its store is in memory and its port free unless they say otherwise. */
function doctor(
  settings: Record<string, string>,
  { hasSavedToken = false } = {},
): Promise<readonly Finding[]> {
  const env = { PORT: '0', GATEWAY_STORE: 'memory:', ...settings };
  return examine(() => {
    const config = loadConfig(env);
    return { config, warnings: [...warningsAbout(env), ...replicaWarnings(config)], hasSavedToken };
  });
}

const settingsFor = (sandbox: Sandbox) => ({ BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token });

const about = (findings: readonly Finding[], id: string) => findings.filter((finding) => finding.id === id);

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a gateway that is set up well has no problem, and is examined without a write', async () => {
  await using sandbox = await startSandbox();
  const directory = join(await temporaryFolder(), 'store');
  const findings = await doctor({ ...settingsFor(sandbox), GATEWAY_STORE: `file:${directory}` });

  expect(
    findings.filter(({ id }) => !['node', 'account'].includes(id)).map(({ id, status }) => [id, status]),
  ).toEqual([
    ['settings', 'ok'],
    ['beeper', 'ok'],
    ['clock', 'ok'],
    ['token', 'ok'],
    ['store', 'ok'],
    ['exposure', 'ok'],
    ['port', 'ok'],
  ]);
  expect(about(findings, 'beeper')[0]?.message).toBe(`${sandbox.url}, Beeper 4.3.73, dialect split`);
  expect(about(findings, 'token')[0]?.message).toMatch(
    /^BEEPER_ACCESS_TOKEN can read and write until \d{4}-/,
  );
  const writes = sandbox.calls.filter(({ method }) => method !== 'GET');
  expect(writes.map(({ path }) => path)).toEqual(['/oauth/introspect']);
});

test('settings that are not valid are told, and nothing else is examined', async () => {
  const findings = await doctor({ PORT: 'x', GATEWAY_STOER: 'memory:' });
  expect(findings.map(({ id, status }) => [id, status])).toEqual([
    ['node', expect.anything()],
    ['settings', 'failure'],
    ['settings', 'failure'],
  ]);
  expect(findings[1]?.message).toContain('PORT must be a whole number');
});

test('a missing manifest of documents and a misspelled setting are told', async () => {
  const [, manifest] = await doctor({ GATEWAY_DOCUMENTS: '/nonexistent' });
  expect(manifest).toMatchObject({ id: 'settings', status: 'failure' });

  const [, misspelled] = await doctor({ GRAPHIQL_ENABLED: 'off' });
  expect(misspelled).toMatchObject({
    id: 'settings',
    status: 'warning',
    message: expect.stringContaining('GRAPHIQL_ENABLED'),
  });
});

test.each([
  ['20.19.0', 'warning'],
  ['22.11.0', 'ok'],
  ['23.1.0', 'warning'],
  ['24.0.0', 'ok'],
])('Node %s is %s', (version, status) => {
  expect(examineNode(version).status).toBe(status);
});

test('the sandbox is told, and neither token nor clock are examined', async () => {
  const findings = await doctor({});
  expect(about(findings, 'beeper')).toMatchObject([
    { status: 'warning', remedy: expect.stringContaining('login') },
  ]);
  expect([...about(findings, 'token'), ...about(findings, 'clock')]).toEqual([]);
  expect(about(findings, 'store')).toMatchObject([{ status: 'ok' }]);
});

test('nothing that answers, and another program, are failures', async () => {
  const closed = await startSandbox();
  await closed.close();
  expect(about(await doctor({ BEEPER_URL: closed.url }), 'beeper')).toMatchObject([
    { status: 'failure', message: `${closed.url} does not answer`, remedy: expect.stringContaining('Start') },
  ]);

  await using sandbox = await startSandbox();
  sandbox.always('GET /v1/info', { html: true });
  expect(about(await doctor(settingsFor(sandbox)), 'beeper')).toMatchObject([
    { status: 'failure', message: expect.stringContaining('is not Beeper') },
  ]);
  expect(sandbox.calls.every(({ headers }) => headers.authorization === undefined)).toBe(true);

  sandbox.always('GET /v1/info', { status: 500 });
  expect(about(await doctor(settingsFor(sandbox)), 'beeper')).toMatchObject([
    { status: 'failure', message: expect.stringContaining('answers with errors') },
  ]);
});

test('old apps, other servers and a dialect that does not fit are warnings', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  const old = await doctor(settingsFor(sandbox));
  expect(about(old, 'beeper')).toMatchObject([{ status: 'warning', remedy: 'Update Beeper Desktop.' }]);
  // These apps do not introspect, and tell no states.
  expect(about(old, 'token')).toMatchObject([
    { status: 'ok', message: expect.stringContaining('does not tell') },
  ]);
  expect(about(old, 'accounts')).toMatchObject([
    { status: 'ok', message: expect.stringContaining('states') },
  ]);

  sandbox.appVersion = '4.3.73';
  expect(about(await doctor({ ...settingsFor(sandbox), BEEPER_API: 'union' }), 'beeper')).toMatchObject([
    { status: 'warning', remedy: 'Unset BEEPER_API.' },
  ]);

  sandbox.appName = 'Parlour';
  const other = await doctor(settingsFor(sandbox));
  expect(about(other, 'beeper')).toMatchObject([
    { status: 'warning', message: expect.stringContaining('Parlour') },
  ]);
  // A server that is not Beeper gets the token for its API alone.
  sandbox.calls.length = 0;
  await doctor(settingsFor(sandbox));
  expect(sandbox.calls.map(({ path }) => path)).not.toContain('/oauth/introspect');
});

test.each([
  ['a rejected token', { BEEPER_ACCESS_TOKEN: 'wrong-token' }, null, /^BEEPER_ACCESS_TOKEN is rejected/],
  [
    'a token without scope',
    {},
    { status: 403, body: { message: 'No scope', code: 'forbidden' } },
    /can’t read accounts/,
  ],
  [
    'an app without a user',
    {},
    { status: 403, body: { message: 'A logged-in Matrix session is required', code: 'forbidden' } },
    /nobody is logged in/,
  ],
])('%s is a failure', async (_, settings, fault, message) => {
  await using sandbox = await startSandbox();
  sandbox.always('GET /v1/accounts', fault);
  const findings = await doctor({ ...settingsFor(sandbox), ...settings });
  expect(about(findings, 'token')).toMatchObject([
    { status: 'failure', message: expect.stringMatching(message) },
  ]);
  expect([...about(findings, 'accounts'), ...about(findings, 'account')]).toEqual([]);
});

test('what the token allows and when it expires is told, with a remedy for a login or a setting', async () => {
  await using sandbox = await startSandbox();
  const introspected = async (record: object, options = {}) => {
    sandbox.always('POST /oauth/introspect', { body: record });
    return about(await doctor(settingsFor(sandbox), options), 'token')[0];
  };
  const soon = Date.now() / 1_000 + 3_600;

  expect(await introspected({ active: true, scope: 'read' })).toMatchObject({
    status: 'warning',
    message: 'BEEPER_ACCESS_TOKEN can only read: mutations are refused',
    remedy: 'Create one with “Allow sensitive actions”.',
  });
  expect(
    await introspected({ active: true, scope: 'read write', exp: soon }, { hasSavedToken: true }),
  ).toMatchObject({
    status: 'warning',
    message: expect.stringMatching(/^The token of `beeper-graphql login` is valid only until \d{4}-/),
    remedy: 'Run `beeper-graphql login`.',
  });
  expect(await introspected({ active: false })).toMatchObject({ status: 'failure' });
  expect(await introspected({ active: true, scope: 'read write', exp: 1e300 })).toMatchObject({
    status: 'ok',
    message: 'BEEPER_ACCESS_TOKEN can read and write',
  });
  expect(await introspected({ active: true, scope: 'read write' })).toEqual({
    id: 'token',
    status: 'ok',
    message: 'BEEPER_ACCESS_TOKEN can read and write',
    remedy: null,
  });
  const { BEEPER_URL } = settingsFor(sandbox);
  expect(about(await doctor({ BEEPER_URL }), 'token')).toMatchObject([
    { status: 'ok', message: expect.stringMatching(/callers/) },
  ]);
});

test('accounts that can’t be used are told by their network, without names or numbers', async () => {
  await using sandbox = await startSandbox();
  const account = (network: string, status: string) => ({
    accountID: `id-${status}`,
    loginID: '+15550109999',
    network,
    status,
    statusText: 'Ada, log in',
    user: { id: '@ada', fullName: 'Ada Lovelace', phoneNumber: '+15550109999', email: 'ada@example.com' },
  });
  const statuses = [
    'connected',
    'backfilling',
    'brand_new',
    'connecting',
    'connection_required',
    'reconnect_required',
  ];
  const bad = ['attention_required', 'disconnected', 'disabled'];
  sandbox.always('GET /v1/accounts', {
    body: [...statuses, ...bad].map((status) => account(`Signal\u001b[2J`, status)),
  });
  const findings = await doctor(settingsFor(sandbox));
  const text = textReport(findings, { colors: false });

  expect(about(findings, 'account').map(({ status, message }) => [status, message])).toEqual(
    [
      'is connecting',
      'was never connected',
      'was logged out by the network',
      'needs attention',
      'is disconnected',
      'is disabled',
    ].map((problem) => ['warning', `Signal [2J ${problem}`]),
  );
  expect(text).not.toMatch(/Ada|5550109999|example\.com/);
  expect(text).not.toContain('\u001b');
  expect(text).not.toContain(sandbox.token);

  sandbox.always('GET /v1/accounts', { body: [account('Signal', 'connected')] });
  expect(about(await doctor(settingsFor(sandbox)), 'accounts')).toMatchObject([
    { status: 'ok', message: '1, all usable' },
  ]);
  sandbox.always('GET /v1/accounts', { body: [] });
  expect(about(await doctor(settingsFor(sandbox)), 'accounts')).toMatchObject([
    { status: 'warning', message: 'none' },
  ]);
});

test('clocks that differ by more than 2 s are a warning', async () => {
  await using sandbox = await startSandbox();
  const clock = async (aheadMs: number) => {
    sandbox.always('GET /v1/info', { headers: { date: new Date(Date.now() + aheadMs).toUTCString() } });
    return about(await doctor(settingsFor(sandbox)), 'clock')[0];
  };
  expect(await clock(60_000)).toMatchObject({
    status: 'warning',
    message: expect.stringMatching(/^(59|60) s behind that of Beeper/),
    remedy: expect.stringContaining('NTP'),
  });
  expect(await clock(-60_000)).toMatchObject({ message: expect.stringMatching(/^(59|60|61) s ahead of/) });
  expect(await clock(0)).toMatchObject({ status: 'ok' });
});

test('a directory in use is a warning, and one that can’t be used a failure', async () => {
  await using sandbox = await startSandbox();
  const folder = await temporaryFolder();
  const store = async (location: string) =>
    about(await doctor({ ...settingsFor(sandbox), GATEWAY_STORE: location }), 'store')[0];

  const used = await openFileStore(join(folder, 'used'), () => {});
  expect(await store(`file:${join(folder, 'used')}`)).toMatchObject({
    status: 'warning',
    message: expect.stringMatching(/running gateway/),
  });
  await used.close();
  expect(await store(`file:${join(folder, 'used')}`)).toMatchObject({ status: 'ok' });

  await writeFile(join(folder, 'file'), '');
  expect(await store(`file:${join(folder, 'file')}`)).toMatchObject({ status: 'failure' });
  expect(await store('memory:')).toMatchObject({ status: 'warning', remedy: expect.stringMatching(/Redis/) });
});

test('replicas that share a Redis but no secret of files are a warning, and the secret is not shown', async () => {
  const secret = 'c4n4ry'.repeat(8);
  const settings = { GATEWAY_STORE: 'redis://127.0.0.1:1', BEEPER_URL: 'http://127.0.0.1:1' };

  expect(about(await doctor(settings), 'settings')).toMatchObject([
    { status: 'warning', message: expect.stringContaining('GATEWAY_ASSET_SECRET is not set') },
  ]);
  const findings = await doctor({ ...settings, GATEWAY_ASSET_SECRET: secret });
  expect(about(findings, 'settings')).toMatchObject([{ status: 'ok' }]);
  expect(JSON.stringify(findings)).not.toContain('c4n4ry');
});

test('a Redis is told with its version, and one that can’t be reached is a failure', async () => {
  await using sandbox = await startSandbox();
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const store = async () =>
    about(await doctor({ ...settingsFor(sandbox), GATEWAY_STORE: redis.url }), 'store')[0];

  expect(await store()).toMatchObject({ status: 'ok', message: expect.stringMatching(/^Redis \d+\.\d+/) });
  await redis.stop();
  expect(await store()).toMatchObject({
    status: 'failure',
    remedy: 'Check that Redis is running, and the host and the port in GATEWAY_STORE.',
  });
});

test.each([
  [{}, 'ok', 'HOST 127.0.0.1, no keys'],
  [{ HOST: '0.0.0.0', BEEPER_URL: 'http://127.0.0.1:1' }, 'warning', /whoever reaches the gateway/],
  [{ HOST: '0.0.0.0', GATEWAY_KEYS: key }, 'warning', /GraphiQL and introspection/],
  [{ HOST: '0.0.0.0', GATEWAY_KEYS: key, GRAPHIQL: 'off' }, 'warning', /Host header/],
  [
    { HOST: '0.0.0.0', GATEWAY_KEYS: key, GRAPHIQL: 'off', GATEWAY_HOSTS: 'api.example' },
    'ok',
    /keys of web; HTTPS is left to a proxy/,
  ],
])('the exposure of %j is %s', async (settings: Record<string, string>, status, message) => {
  const findings = await doctor(settings);
  expect(about(findings, 'exposure')).toMatchObject([{ status, message: expect.stringMatching(message) }]);
});

test('pages that others can change are a warning', async () => {
  const origins = async (list: string) => about(await doctor({ GATEWAY_ORIGINS: list }), 'origins');
  expect(await origins('http://app.example,https://app.example')).toMatchObject([
    { status: 'warning', message: expect.stringContaining('http://app.example') },
  ]);
  expect(await origins('https://app.example,http://localhost:3000')).toMatchObject([{ status: 'ok' }]);
});

test('a port is free, that of a gateway, or that of another program', async () => {
  await using sandbox = await startSandbox();
  const port = async (origin: string) => about(await doctor({ PORT: new URL(origin).port }), 'port')[0];

  const gateway = await startGateway({ beeper: sandbox.url });
  expect(await port(gateway.origin)).toMatchObject({
    status: 'ok',
    message: expect.stringContaining('a gateway'),
  });
  await gateway[Symbol.asyncDispose]();
  expect(await port(gateway.origin)).toMatchObject({
    status: 'ok',
    message: expect.stringContaining('is free'),
  });

  const other = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port: taken } = other.address() as AddressInfo;
  expect(await port(`http://127.0.0.1:${taken}`)).toMatchObject({
    status: 'failure',
    remedy: 'Another program uses this port; set PORT to another port, or to 0 for any free port.',
  });
});

const findings: Finding[] = [
  { id: 'node', status: 'ok', message: '22.1.0', remedy: null },
  { id: 'token', status: 'warning', message: 'is old.', remedy: 'Renew it.' },
  { id: 'port', status: 'failure', message: 'taken', remedy: 'Set PORT.' },
];

test('the report has one line for each finding, with its remedy', () => {
  expect(textReport(findings, { colors: false })).toBe(
    '✓ node      22.1.0\n! token     is old. Renew it.\n✗ port      taken. Set PORT.\n\n1 problem, 1 warning.\n',
  );
  expect(textReport(findings.slice(0, 1), { colors: true })).toBe(
    '\u001b[32m✓\u001b[39m node      22.1.0\n\nEverything is fine.\n',
  );
  expect(JSON.parse(jsonReport(findings))).toEqual({ ok: false, checks: findings });
  expect(JSON.parse(jsonReport(findings.slice(0, 2)))).toMatchObject({ ok: true });
});

test('the command reads the settings of its directory, and exits with 1 after a failure', async () => {
  await using sandbox = await startSandbox();
  const env = { ...settingsFor(sandbox), PORT: '0', GATEWAY_STORE: 'memory:' };
  await using fine = startCLI(['doctor'], env);
  expect(await fine.ends()).toEqual({ code: 0, signal: null });
  // Not a terminal: no colors.
  expect(fine.stdout).toContain('\n✓ token     BEEPER_ACCESS_TOKEN can read and write until ');
  expect(fine.stderr).toBe('');

  await using failing = startCLI(['doctor', '--json'], {
    ...env,
    BEEPER_ACCESS_TOKEN: 'wrong-token',
  });
  expect(await failing.ends()).toEqual({ code: 1, signal: null });
  const report = JSON.parse(failing.stdout);
  expect(report.ok).toBe(false);
  expect(report.checks).toContainEqual(expect.objectContaining({ id: 'token', status: 'failure' }));
  expect(failing.stdout + fine.stdout).not.toMatch(/wrong-token|sandbox-token/);
});
