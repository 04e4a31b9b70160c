import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { createRequestCounter } from '../../src/http/limits/requestCounter.ts';
import { startPair } from '../support/pair.ts';
import { startProcess } from '../support/process.ts';
import { newGatewayKey } from './gatewayKey.ts';

test('requests beyond the budget of a caller get 429 and the time to wait, without a call to Beeper', async () => {
  await using pair = await startPair({ requestsPerMinute: 2 });
  const ask = (token: string) =>
    pair.gateway.send('{ chat(id: "x") { id } }', {}, { headers: { authorization: `Bearer ${token}` } });

  const statuses = [];
  for (let n = 0; n < 4; n++) statuses.push((await ask('sandbox-token')).status);
  expect(statuses).toEqual([200, 200, 429, 429]);
  expect(pair.sandbox.calls).toHaveLength(2);

  const refused = await ask('sandbox-token');
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await refused.json()).toMatchObject({
    errors: [
      {
        message: 'The gateway allows 2 requests per minute for each caller.',
        extensions: {
          code: 'RATE_LIMITED',
          retryable: true,
          remedy: expect.stringContaining(`${seconds} s`),
        },
      },
    ],
  });
  expect((await ask('another-token')).status).toBe(200);
});

test('two keys with the same token are two callers, and other paths are not counted', async () => {
  const [web, screen] = [newGatewayKey('web'), newGatewayKey('screen')];
  await using pair = await startPair({ requestsPerMinute: 1, keys: [web.stored, screen.stored] });
  const ask = async (key: string) =>
    (await pair.gateway.send('{ __typename }', {}, { headers: { 'x-gateway-key': key } })).status;

  expect([await ask(web.key), await ask(web.key), await ask(screen.key)]).toEqual([200, 429, 200]);
  for (let n = 0; n < 3; n++) expect((await fetch(`${pair.gateway.origin}/health`)).status).toBe(200);
});

test('a caller can send again in the next minute', () => {
  let now = 0;
  const count = createRequestCounter(2, () => now);
  expect([count('a'), count('a'), count('a')]).toEqual([0, 0, 60]);
  now = 59_500;
  expect([count('a'), count('b')]).toEqual([1, 0]);
  now = 60_000;
  expect([count('a'), count('b')]).toEqual([0, 0]);
});

test('callers that are invented push out others and do not add up', () => {
  const count = createRequestCounter(1, () => 0);
  for (let n = 0; n < 20_000; n++) count(`caller ${n}`);
  expect([count('caller 0'), count('caller 19999')]).toEqual([0, 60]);
});

test('connections beyond GATEWAY_MAX_CONNECTIONS are closed, told once a second, and accepted again later', async () => {
  await using gateway = await startProcess({ GATEWAY_MAX_CONNECTIONS: '3' });
  const { port } = new URL(await gateway.origin());
  const open = async () => {
    const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    return socket;
  };
  const held = [await open(), await open(), await open()];
  for (let n = 0; n < 5; n++) {
    const refused = await open();
    await once(refused, 'close');
  }
  await gateway.prints(/Connections refused/);
  expect(gateway.stdout.match(/"refused":\d+,"maxConnections":3/g)).toEqual([
    '"refused":5,"maxConnections":3',
  ]);
  for (const socket of held) socket.destroy();
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${port}/health`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
});
