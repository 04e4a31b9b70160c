import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Fault, startSandbox } from '../../src/sandbox/index.ts';
import { startGateway } from '../support/gateway.ts';

test('/health and /ready are 200 while Beeper responds', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, readinessKeptMs: 0 });
  expect((await fetch(`${gateway.origin}/health`)).status).toBe(200);
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});

test('/health makes no upstream call; /ready makes one if the gateway has no token, and sends none', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, accessToken: null });
  await fetch(`${gateway.origin}/health`);
  expect(sandbox.calls).toEqual([]);
  await fetch(`${gateway.origin}/ready`, { headers: { authorization: 'Bearer caller-token' } });
  expect(sandbox.calls.map(({ route }) => route)).toEqual(['GET /v1/info']);
  expect(sandbox.calls[0]?.headers).not.toHaveProperty('authorization');
});

test('with a token of the gateway, /ready makes a second call with it, and twenty requests share both', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, readinessKeptMs: 0 });
  sandbox.next('GET /v1/info', { delayMs: 300 });
  const headers = { authorization: 'Bearer caller-token' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => fetch(`${gateway.origin}/ready`, { headers })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(sandbox.calls.map(({ route, headers }) => [route, headers.authorization])).toEqual([
    ['GET /v1/info', undefined],
    ['GET /v1/accounts', `Bearer ${sandbox.token}`],
  ]);
});

const loggedOut = {
  status: 403,
  body: { message: 'A logged-in Matrix session is required', code: 'FORBIDDEN' },
};
const noScope = { status: 403, body: { message: 'Missing scope: read', code: 'FORBIDDEN' } };

for (const [what, fault, status] of [
  ['rejects the token of the gateway', { status: 401 }, 503],
  ['has nobody logged in', loggedOut, 503],
  ['answers with a page', { html: true }, 503],
  ['answers with a redirect', { status: 302, body: '' }, 503],
  ['lacks the route', { status: 404, body: 'Not Found' }, 503],
  ['does not let the token read accounts', noScope, 200],
  ['fails once', { status: 500 }, 200],
  ['is busy', { hang: true }, 200],
] as const satisfies [string, Fault, number][]) {
  test(`/ready is ${status} if GET /v1/accounts ${what}`, async () => {
    await using sandbox = await startSandbox();
    await using gateway = await startGateway({ beeper: sandbox.url, readinessKeptMs: 0 });
    sandbox.always('GET /v1/accounts', fault);
    const answer = await fetch(`${gateway.origin}/ready`, { signal: AbortSignal.timeout(8_000) });
    expect(answer.status).toBe(status);
    sandbox.always('GET /v1/accounts', null);
    expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
  });
}

for (const [what, fault] of [
  ['a plain 404', { status: 404, body: 'Not Found' }],
  ['a page', { html: true }],
  ['a refusal', { status: 403, body: 'Forbidden' }],
  ['an error of a proxy', { status: 502, body: 'Bad Gateway' }],
] as const satisfies [string, Fault][]) {
  test(`/ready is 503 if what answers sends ${what}, and the token is not sent there`, async () => {
    // A version that sends no version header.
    await using sandbox = await startSandbox({ appVersion: '4.1.200' });
    await using gateway = await startGateway({ beeper: sandbox.url, readinessKeptMs: 0 });
    for (const route of ['GET /v1/info', 'GET /v1/accounts'] as const) sandbox.always(route, fault);
    expect((await fetch(`${gateway.origin}/ready`)).status).toBe(503);
    expect(sandbox.calls.length).toBeGreaterThan(0);
    expect(sandbox.calls.filter(({ headers }) => headers.authorization)).toEqual([]);
  });
}

test('a server without GET /v1/info is ready if BEEPER_API names its dialect and the token works', async () => {
  await using sandbox = await startSandbox();
  const headers = { 'x-beeper-desktop-version': '' };
  const missing = { status: 404, body: 'Not Found', headers };
  const refused = { status: 401, body: 'Unauthorized', headers };
  sandbox.always('GET /v1/info', missing);
  await using gateway = await startGateway({ beeper: sandbox.url, api: 'union', readinessKeptMs: 0 });
  await using detecting = await startGateway({ beeper: sandbox.url, readinessKeptMs: 0 });
  const statusOf = async ({ origin }: { origin: string }) => (await fetch(`${origin}/ready`)).status;

  // The call without a token, then the one with it.
  sandbox.next('GET /v1/accounts', refused);
  expect(await statusOf(gateway)).toBe(200);
  expect(sandbox.calls.map(({ headers }) => headers.authorization)).toEqual([
    undefined,
    undefined,
    `Bearer ${sandbox.token}`,
  ]);
  sandbox.next('GET /v1/accounts', refused);
  expect(await statusOf(detecting)).toBe(503);
  sandbox.always('GET /v1/accounts', missing);
  expect(await statusOf(gateway)).toBe(503);
});

test('/ready is 503 while Beeper is closed and 200 when it is back; /health stays 200', async () => {
  const sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, readinessKeptMs: 0 });
  await sandbox.close();
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(503);
  expect((await fetch(`${gateway.origin}/health`)).status).toBe(200);
  await using _back = await startSandbox({ port: Number(new URL(sandbox.url).port) });
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});

test('/ready is 503 after three seconds while Beeper hangs', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, timeoutMs: 60_000 });
  sandbox.always('GET /v1/info', { hang: true });
  const answer = await fetch(`${gateway.origin}/ready`, { signal: AbortSignal.timeout(8_000) });
  expect(answer.status).toBe(503);
  await expect.poll(() => sandbox.calls[0]?.aborted).toBe(true);
});

test('/ready is 200 if Beeper takes one second, even beyond BEEPER_TIMEOUT_MS', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, timeoutMs: 200 });
  sandbox.next('GET /v1/info', { delayMs: 1_000 });
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});

test('/ready is 200 for an old Beeper without GET /v1/info', async () => {
  await using sandbox = await startSandbox({ appVersion: '4.2.500' });
  await using gateway = await startGateway({ beeper: sandbox.url, readinessKeptMs: 0 });
  expect((await fetch(`${gateway.origin}/ready`)).status).toBe(200);
});

const readyOf = async ({ origin }: { origin: string }) => {
  // A result that is kept for 0 ms is forgotten by the next timer.
  await sleep(2);
  const response = await fetch(`${origin}/ready`);
  return { type: response.headers.get('content-type'), status: response.status, body: await response.json() };
};

test('the body of /ready names the state of each part, and no versions and addresses', async () => {
  const type = 'application/json; charset=utf-8';
  const sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, readinessKeptMs: 0 });
  expect(await readyOf(gateway)).toEqual({ type, status: 200, body: { ready: true, beeper: 'ready' } });
  sandbox.next('GET /v1/accounts', { status: 401 });
  expect(await readyOf(gateway)).toEqual({
    type,
    status: 503,
    body: { ready: false, beeper: 'token-rejected' },
  });
  await sandbox.close();
  expect(await readyOf(gateway)).toEqual({ type, status: 503, body: { ready: false, beeper: 'silent' } });
});

test('the result of /ready is kept for a second', async () => {
  const sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  expect((await readyOf(gateway)).status).toBe(200);
  await sandbox.close();
  const closedAt = performance.now();

  expect((await readyOf(gateway)).status).toBe(200);
  await expect.poll(async () => (await readyOf(gateway)).status, { interval: 20 }).toBe(503);

  expect(performance.now() - closedAt).toBeLessThan(1_500);
  expect(sandbox.calls.map(({ path }) => path)).toEqual(['/v1/info', '/v1/accounts']);
});

test('with a token, a check is one call once the server has identified itself, until something else answers', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, readinessKeptMs: 0 });
  const paths = () => sandbox.calls.map(({ path }) => path);

  for (let turn = 0; turn < 3; turn++) expect((await readyOf(gateway)).status).toBe(200);
  expect(paths()).toEqual(['/v1/info', '/v1/accounts', '/v1/accounts', '/v1/accounts']);

  for (const route of ['GET /v1/info', 'GET /v1/accounts'] as const) {
    sandbox.always(route, { status: 200, body: '<html>' });
  }
  expect((await readyOf(gateway)).body).toEqual({ ready: false, beeper: 'not-beeper' });
  expect(paths().slice(4)).toEqual(['/v1/accounts', '/v1/info']);
});

test('/ready is 503 within 3 s, also where a Beeper that was ready hangs', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, readinessKeptMs: 0 });
  expect((await readyOf(gateway)).status).toBe(200);
  for (const route of ['GET /v1/info', 'GET /v1/accounts'] as const) sandbox.always(route, { hang: true });
  const askedAt = performance.now();

  expect((await readyOf(gateway)).body).toEqual({ ready: false, beeper: 'silent' });
  expect(performance.now() - askedAt).toBeLessThan(4_000);
});

test('/ready takes no place from callers, and waits for none', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, api: 'split', maxConcurrency: 1 });
  sandbox.always('GET /v1/chats/{chatID}', { hang: true });
  const read = '{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { title } }';
  const caller = new AbortController();
  const busy = Array.from({ length: 5 }, () =>
    gateway.send(read, {}, { signal: caller.signal }).catch(() => {}),
  );
  await expect.poll(() => sandbox.calls.length).toBe(1);

  expect((await readyOf(gateway)).status).toBe(200);

  caller.abort();
  await Promise.all(busy);
  for (const route of ['GET /v1/info', 'GET /v1/accounts'] as const) sandbox.always(route, { hang: true });
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  const probe = readyOf(gateway);
  await expect.poll(() => sandbox.calls.filter(({ path }) => path === '/v1/accounts').length).toBe(2);
  sandbox.always('GET /v1/chats/{chatID}', null);
  const answer = await gateway.send(read);
  expect(await answer.json()).toMatchObject({ data: { chat: { title: 'Kishan' } } });
  expect((await probe).status).toBe(503);
});

test('/ready spends nothing of the retry budget, and does not open the circuit', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({
    beeper: sandbox.url,
    readinessKeptMs: 0,
    circuitOpenMs: 60_000,
  });
  sandbox.always('GET /v1/info', { reset: 'after' });
  for (let turn = 0; turn < 20; turn++) expect((await readyOf(gateway)).status).toBe(503);
  expect(sandbox.calls).toHaveLength(20);

  sandbox.next('GET /v1/chats/{chatID}', { reset: 'after' });
  sandbox.next('GET /v1/chats/{chatID}', { reset: 'after' });
  const answer = await gateway.send('{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { title } }');

  expect(await answer.json()).toMatchObject({ data: { chat: { title: 'Kishan' } } });
});

test('beeper { reachable } costs one call per request, however often it is selected', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  const query = '{ a: beeper { reachable again: reachable } b: beeper { reachable } }';

  for (const turn of [1, 2]) {
    const answer = await gateway.send(query);
    expect(await answer.json()).toEqual({
      data: { a: { reachable: true, again: true }, b: { reachable: true } },
    });
    expect(sandbox.calls.map(({ path }) => path)).toEqual(Array(turn).fill('/v1/info'));
  }
});
