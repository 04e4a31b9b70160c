import { Agent, get } from 'node:http';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { ada, request, sdk5, whatsapp } from './clients.ts';
import { sendRaw } from './sendRaw.ts';

test('a call is recorded with its raw path, route, headers and body', async () => {
  await using sandbox = await startSandbox();
  await request(sandbox, '/v1/chats/imsg%23%23thread%3A9f2c?maxParticipantCount=1');
  await request(sandbox, '/v1/chats', { accountID: whatsapp, type: 'single', participantIDs: [ada] });
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
      body: `{"accountID":"${whatsapp}","type":"single","participantIDs":["${ada}"]}`,
      json: { type: 'single' },
    },
  ]);
});

test('a call has no route if no app version has one, but has a route that only newer apps have', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.600' });
  await request(sandbox, '/v1/elsewhere');
  await request(sandbox, '/v1/chats/start', {});
  expect(sandbox.calls.map((call) => call.route)).toEqual([null, 'POST /v1/chats/start']);
});

test('a call is recorded when its head arrives, before its body', async () => {
  await using sandbox = await startSandbox();
  const body = '{"accountID":"matrix"}';
  sandbox.next('POST /v1/chats', { reset: 'before', delayMs: 200 });
  const done = sendRaw(sandbox, { method: 'POST', path: '/v1/chats', body });
  await expect.poll(() => sandbox.calls.length).toBe(1);
  expect(sandbox.calls[0]?.body).toBe('');
  await done;
});

test('recorded calls can be cleared', async () => {
  await using sandbox = await startSandbox();
  await request(sandbox, '/v1/info');
  sandbox.calls.length = 0;
  await request(sandbox, '/v1/accounts');
  expect(sandbox.calls.map((call) => call.path)).toEqual(['/v1/accounts']);
});

test('a call is marked as aborted if the client disconnects before the response', async () => {
  await using sandbox = await startSandbox();
  sandbox.next('GET /v1/accounts', { delayMs: 2_000 });
  await sendRaw(sandbox, { path: '/v1/accounts' }, { timeoutMs: 100 });
  await expect.poll(() => sandbox.calls[0]?.aborted).toBe(true);
});

test('a call is marked as aborted and has no effect if the client disconnects while sending the body', async () => {
  await using sandbox = await startSandbox();
  const before = sandbox.chats.size;
  const body = JSON.stringify({ accountID: whatsapp, type: 'single', participantIDs: [ada] });
  await sendRaw(sandbox, { method: 'POST', path: '/v1/chats', body, length: 1_000 }, { timeoutMs: 100 });
  await expect.poll(() => sandbox.calls[0]?.aborted).toBe(true);
  expect(sandbox.chats.size).toBe(before);
  expect((await request(sandbox, '/v1/info')).status).toBe(200);
});

test('the sandbox counts open sockets and accepted connections', async () => {
  await using sandbox = await startSandbox();
  await sendRaw(sandbox, { path: '/v1/info' });
  await sendRaw(sandbox, { path: '/v1/info' });
  await expect.poll(() => sandbox.openSockets).toBe(0);
  expect(sandbox.connections).toBe(2);
});

test('an idle connection closes after keepAliveTimeoutMs, which the response announces', async () => {
  await using sandbox = await startSandbox({ keepAliveTimeoutMs: 1_000 });
  const received = await sendRaw(sandbox, { path: '/v1/info', close: false });
  expect(received.text).toMatch(/keep-alive: timeout=1\r\n/i);
  expect(received.endMs).toBeGreaterThanOrEqual(950);
});

test('connections are kept alive and reused', async () => {
  await using sandbox = await startSandbox();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const getInfo = () =>
    new Promise<void>((resolve, reject) => {
      get(`${sandbox.url}/v1/info`, { agent }, (response) => response.resume().on('end', resolve)).on(
        'error',
        reject,
      );
    });
  await getInfo();
  await getInfo();
  agent.destroy();
  expect(sandbox.connections).toBe(1);
});

test('close() ends every connection at once, including busy ones, and can be called again', async () => {
  const sandbox = await startSandbox();
  sandbox.always('GET /v1/accounts', { hang: true });
  const hanging = sendRaw(sandbox, { path: '/v1/accounts' });
  await expect.poll(() => sandbox.calls.length).toBe(1);
  await sandbox.close();
  await sandbox.close();
  expect((await hanging).text).toBe('');
  expect(sandbox.openSockets).toBe(0);
  expect(sandbox.calls[0]?.aborted).toBe(false);
  await expect(fetch(`${sandbox.url}/v1/info`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});

test('a sandbox can start on the port of a closed one', async () => {
  const first = await startSandbox();
  const port = Number(new URL(first.url).port);
  await first.close();
  await using second = await startSandbox({ port });
  expect(second.url).toBe(first.url);
  expect(await sdk5(second).accounts.list()).not.toHaveLength(0);
});

test('startSandbox rejects if the port is in use', async () => {
  await using sandbox = await startSandbox();
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
