import { execFileSync } from 'node:child_process';
import { open } from 'node:fs/promises';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { newGatewayKey } from '../security/gatewayKey.ts';
import { type MountedFiles, mountFiles } from '../support/mountedFiles.ts';
import { type Running, startProcess } from '../support/process.ts';

const read = '{ accounts { id } }';
const write =
  'mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }';

/** Sends a request on the only connection of `agent`. Resolves to the status and the code of the first error. */
async function post(origin: string, agent: Agent, key: string, params: object): Promise<string> {
  const headers = { 'content-type': 'application/json', 'x-gateway-key': key };
  const sent = request(`${origin}/graphql`, { agent, method: 'POST', headers });
  sent.end(JSON.stringify(params));
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  const { errors } = JSON.parse(await text(response));
  return [response.statusCode, errors?.[0].extensions.code].filter(Boolean).join(' ');
}

const keepAlive = () => new Agent({ keepAlive: true, maxSockets: 1 });

/** Signals the gateway and waits for the next line that tells of a reload. Resolves to the line. */
async function reload(gateway: Running): Promise<object> {
  const before = gateway.stdout.length;
  gateway.kill('SIGHUP');
  const nextLine = () => /^.*"msg":"Reload.*\n/m.exec(gateway.stdout.slice(before))?.[0];
  await expect.poll(nextLine, { interval: 5 }).toBeDefined();
  return JSON.parse(nextLine() ?? '');
}

const environment = (beeper: { url: string; token: string }, files: MountedFiles) => ({
  NODE_ENV: 'production',
  BEEPER_URL: beeper.url,
  BEEPER_ACCESS_TOKEN: beeper.token,
  GATEWAY_KEYS_FILE: files.pathOf('keys'),
});

test('SIGHUP reads keys and documents again, all or nothing, through a link that was swapped', async () => {
  const [web, app] = [newGatewayKey('web'), newGatewayKey('app')];
  const documents = JSON.stringify({ read, write });
  await using files = await mountFiles({ keys: `${web.entry}\n`, documents });
  await using sandbox = await startSandbox();
  await using gateway = await startProcess({
    ...environment(sandbox, files),
    GATEWAY_DOCUMENTS: files.pathOf('documents'),
  });
  const origin = await gateway.origin();
  const connections = { web: keepAlive(), app: keepAlive() };
  const asWeb = (documentId: string) => post(origin, connections.web, web.key, { documentId });
  const asApp = (documentId: string) => post(origin, connections.app, app.key, { documentId });
  expect([await asWeb('read'), await asApp('read')]).toEqual(['200', '401 UNAUTHENTICATED']);

  await files.replace({ keys: `# two\r\n${web.entry}\r\n${app.entry}:read\r\n`, documents });
  expect(await asApp('read')).toBe('401 UNAUTHENTICATED');
  expect(await reload(gateway)).toMatchObject({ level: 30, keys: 2, documents: 2, msg: 'Reloaded' });
  expect([await asWeb('write'), await asApp('read'), await asApp('write')]).toEqual([
    '200',
    '200',
    '403 FORBIDDEN',
  ]);

  await files.replace({ keys: app.entry, documents: JSON.stringify({ write, 'sha256:new': read }) });
  await reload(gateway);
  expect([await asWeb('write'), await asApp('write'), await asApp('new'), await asApp('read')]).toEqual([
    '401 UNAUTHENTICATED',
    '200',
    '200',
    '400 PERSISTED_QUERY_NOT_IN_LIST',
  ]);

  const broken: [keys: string, documents: string, issues: RegExp[]][] = [
    [web.entry, '{"read": c4n4ry', [/^GATEWAY_DOCUMENTS must .*\/documents is not valid\.$/]],
    [web.entry, '{}', [/^GATEWAY_DOCUMENTS /]],
    ['', documents, [/^GATEWAY_KEYS \(in .*\/keys\) must contain at least one key\.$/]],
    [
      `${web.entry}\nc4n4ry`,
      '[]',
      [/^GATEWAY_KEYS \(in .*\/keys\) .*; line 2 is not valid\.$/, /^GATEWAY_DOCUMENTS /],
    ],
    [
      'c4n4ry\n'.repeat(140_000),
      documents,
      [...Array(10).fill(/; line \d+ is not valid\.$/), /was not checked after line 10 of 140001\.$/],
    ],
  ];
  for (const [keys, manifest, issues] of broken) {
    await files.replace({ keys, documents: manifest });
    expect(await reload(gateway)).toMatchObject({
      level: 50,
      issues: issues.map((issue) => expect.stringMatching(issue)),
      msg: 'Reload failed: the earlier keys and documents stay in force',
    });
    expect([await asWeb('write'), await asApp('write'), await asApp('new')]).toEqual([
      '401 UNAUTHENTICATED',
      '200',
      '200',
    ]);
  }
  expect(gateway.stdout).not.toContain('c4n4ry');

  await files.replace({ keys: web.entry, documents });
  expect(await reload(gateway)).toMatchObject({ level: 30, keys: 1, documents: 2 });
  expect([await asWeb('read'), await asApp('new')]).toEqual(['200', '401 UNAUTHENTICATED']);
  gateway.kill('SIGTERM');
  await gateway.prints(/Shutting down/);
  expect(await gateway.ends()).toEqual({ code: 0, signal: null });
  expect(gateway.stderr).toBe('');
});

test('SIGHUP during the start ends nothing, and causes a reload after it', async () => {
  const key = newGatewayKey('web');
  await using files = await mountFiles({ keys: '' });
  const pipe = files.pathOf('pipe');
  execFileSync('mkfifo', [pipe]);
  await using gateway = await startProcess({ GATEWAY_KEYS_FILE: pipe });
  // Opens once the gateway reads the settings, which waits for the key.
  const writer = await open(pipe, 'w');
  gateway.kill('SIGHUP');
  await writer.writeFile(key.entry);
  await writer.close();

  const origin = await gateway.origin();
  await gateway.prints(/it is not a regular file.*"msg":"Reload failed/);
  expect(await post(origin, new Agent(), key.key, { query: read })).toBe('200');
});

test('no request is lost or answered wrongly during 50 reloads under load', async () => {
  const [web, app] = [newGatewayKey('web'), newGatewayKey('app')];
  await using files = await mountFiles({ keys: web.entry });
  await using sandbox = await startSandbox();
  await using gateway = await startProcess(environment(sandbox, files));
  const origin = await gateway.origin();

  let isDone = false;
  const send = async (key: string) => {
    const agent = keepAlive();
    const seen = new Set<string>();
    while (!isDone) {
      const outcome = await post(origin, agent, key, { query: read });
      seen.add(outcome);
      // Leaves the processor to the reloads.
      await sleep(1);
    }
    agent.destroy();
    return seen;
  };
  const load = [web, web, app].map(({ key }) => send(key));
  const probe = keepAlive();
  for (let round = 0; round < 50; round++) {
    const hasApp = round % 2 === 0;
    await files.replace({ keys: hasApp ? `${app.entry}\n${web.entry}` : web.entry });
    expect(await reload(gateway)).toMatchObject({ keys: hasApp ? 2 : 1 });
    expect(await post(origin, probe, app.key, { query: read })).toBe(hasApp ? '200' : '401 UNAUTHENTICATED');
  }
  isDone = true;
  const [first, second, others] = await Promise.all(load);

  for (const seen of [first, second]) expect([...(seen ?? [])]).toEqual(['200']);
  expect([...(others ?? [])].toSorted()).toEqual(['200', '401 UNAUTHENTICATED']);
  expect(gateway.stderr).toBe('');
});
