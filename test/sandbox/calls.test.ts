import { Agent, get } from 'node:http';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { ADA, ask, sdk5, WHATSAPP } from './clients.ts';
import { speak, until } from './wire.ts';

test('A call is recorded with its raw path, route, headers and body', async () => {
  await using sandbox = await startSandbox();
  await ask(sandbox, '/v1/chats/imsg%23%23thread%3A9f2c?maxParticipantCount=1');
  await ask(sandbox, '/v1/chats', { accountID: WHATSAPP, type: 'single', participantIDs: [ADA] });
  expect(sandbox.calls).toMatchObject([
    {
      method: 'GET',
      path: '/v1/chats/imsg%23%23thread%3A9f2c?maxParticipantCount=1',
      route: 'GET /v1/chats/{chatID}',
      headers: { authorization: 'Bearer sandbox-token' },
      body: '',
      json: undefined,
      aborted: false,
    },
    {
      method: 'POST',
      route: 'POST /v1/chats',
      body: `{"accountID":"${WHATSAPP}","type":"single","participantIDs":["${ADA}"]}`,
      json: { type: 'single' },
    },
  ]);
});

test('A call of an unknown route has no route, one that only newer apps have does', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  await ask(sandbox, '/v1/elsewhere');
  await ask(sandbox, '/v1/chats/start', {});
  expect(sandbox.calls.map((call) => call.route)).toEqual([null, 'POST /v1/chats/start']);
});

test('A call is recorded when its head arrives, before its body', async () => {
  await using sandbox = await startSandbox();
  const body = '{"accountID":"matrix"}';
  const request = { method: 'POST', path: '/v1/chats', body };
  sandbox.next('POST /v1/chats', { reset: 'before', delayMs: 200 });
  const done = speak(sandbox, request);
  await until(() => sandbox.calls.length === 1);
  expect(sandbox.calls[0]?.body).toBe('');
  await done;
});

test('Calls can be cleared', async () => {
  await using sandbox = await startSandbox();
  await ask(sandbox, '/v1/info');
  sandbox.calls.length = 0;
  await ask(sandbox, '/v1/accounts');
  expect(sandbox.calls.map((call) => call.path)).toEqual(['/v1/accounts']);
});

test('A client that goes away before the answer is noted', async () => {
  await using sandbox = await startSandbox();
  sandbox.next('GET /v1/accounts', { delayMs: 2_000 });
  await speak(sandbox, { path: '/v1/accounts' }, { patience: 100 });
  await until(() => sandbox.calls[0]?.aborted === true);
});

test('A client that goes away in the middle of its body is noted, does nothing, and harms nobody', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  const body = JSON.stringify({ accountID: WHATSAPP, type: 'single', participantIDs: [ADA] });
  await speak(sandbox, { method: 'POST', path: '/v1/chats', body, length: 1_000 }, { patience: 100 });
  await until(() => sandbox.calls[0]?.aborted === true);
  expect(sandbox.chats.size).toBe(before);
  expect((await ask(sandbox, '/v1/info')).status).toBe(200);
});

test('Sockets are counted: those open now, and all that came', async () => {
  await using sandbox = await startSandbox();
  await speak(sandbox, { path: '/v1/info' });
  await speak(sandbox, { path: '/v1/info' });
  await until(() => sandbox.openSockets === 0);
  expect(sandbox.connections).toBe(2);
});

test('An idle connection is closed after the time of the options, and clients get that time as a hint', async () => {
  await using sandbox = await startSandbox({ keepAliveTimeoutMs: 1_000 });
  const log = await speak(sandbox, { path: '/v1/info', close: false });
  expect(log.text).toMatch(/keep-alive: timeout=1\r\n/i);
  expect(log.endMs).toBeGreaterThanOrEqual(950);
});

test('Connections are kept and used again', async () => {
  await using sandbox = await startSandbox();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const once = () =>
    new Promise<void>((resolve, reject) => {
      get(`${sandbox.url}/v1/info`, { agent }, (answer) => answer.resume().on('end', resolve)).on(
        'error',
        reject,
      );
    });
  await once();
  await once();
  agent.destroy();
  expect(sandbox.connections).toBe(1);
});

test('Closing ends every connection at once, the busy ones too, and may be repeated', async () => {
  const sandbox = await startSandbox();
  sandbox.always('GET /v1/accounts', { hang: true });
  const hanging = speak(sandbox, { path: '/v1/accounts' });
  await until(() => sandbox.calls.length === 1);
  await sandbox.close();
  await sandbox.close();
  expect((await hanging).text).toBe('');
  expect(sandbox.openSockets).toBe(0);
  expect(sandbox.calls[0]?.aborted).toBe(false);
  await expect(fetch(`${sandbox.url}/v1/info`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});

test('A sandbox can be started on the port that another has left', async () => {
  const first = await startSandbox();
  const port = Number(new URL(first.url).port);
  await first.close();
  await using second = await startSandbox({ port });
  expect(second.url).toBe(first.url);
  expect(await sdk5(second).accounts.list()).not.toHaveLength(0);
});

test('A taken port is an error of the start', async () => {
  await using sandbox = await startSandbox();
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
