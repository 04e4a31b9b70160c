import { expect, test } from 'vitest';
import { createResilience } from '../../src/beeper/resilience.ts';
import { createTransport } from '../../src/beeper/transport.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { CreateChat, ReadChat } from '../support/documents.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { startPair } from '../support/pair.ts';
import { ada, kishan, whatsapp } from '../support/people.ts';

const write = { input: { single: { accountID: whatsapp, participantID: ada.id } } };

const createChat = (gateway: Gateway) =>
  gateway.query(CreateChat, write).then(({ data }) => data?.createChat);

/** Each read is attempted three times, and six attempts without a connection open the circuit. */
async function openCircuit(gateway: Gateway) {
  for (let turn = 0; turn < 3; turn++) await gateway.query(ReadChat, { id: kishan.chatID });
}

test('while Beeper can’t be reached, an open circuit fails calls without a connection', async () => {
  const sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, api: 'split', circuitOpenMs: 60_000 });
  await sandbox.close();
  await openCircuit(gateway);
  await using restarted = await startSandbox({ port: Number(new URL(sandbox.url).port) });

  const result = await createChat(gateway);

  expect(result).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
  expect(gateway.log.at(-1)).toMatchObject({
    operation: 'createChat',
    network: 'circuit-open',
    sent: false,
  });
  expect(restarted.calls).toEqual([]);
});

test('after a while, an open circuit closes once /v1/info answers, and calls are sent again', async () => {
  const sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, api: 'split', circuitOpenMs: 100 });
  await sandbox.close();
  await openCircuit(gateway);
  await using restarted = await startSandbox({ port: Number(new URL(sandbox.url).port) });

  await expect
    .poll(async () => (await createChat(gateway))?.__typename, { interval: 20 })
    .toBe('CreateChatPayload');

  expect(restarted.calls.map(({ path }) => path)).toEqual(['/v1/info', '/v1/chats']);
});

test('statuses never open the circuit', async () => {
  await using pair = await startPair({ api: 'split', circuitOpenMs: 60_000 });
  pair.sandbox.always('GET /v1/chats/{chatID}', { status: 500, body: { message: 'Broken', code: 'x' } });
  for (let turn = 0; turn < 20; turn++) await pair.gateway.query(ReadChat, { id: kishan.chatID });

  expect(await createChat(pair.gateway)).toMatchObject({ __typename: 'CreateChatPayload' });
});

test('calls run up to the limit of concurrency, four times as many wait, and the rest is unavailable', async () => {
  await using pair = await startPair({ api: 'split', maxConcurrency: 2 });
  pair.sandbox.always('POST /v1/chats', { hang: true });
  const results: unknown[] = [];

  const calls = Array.from({ length: 20 }, async () => {
    const { errors } = await pair.gateway.query(CreateChat, write);
    results.push(errors?.[0]?.extensions?.code);
  });
  await expect.poll(() => results).toEqual(Array(10).fill('UNAVAILABLE'));
  await expect.poll(() => pair.writes()).toHaveLength(2);
  expect(pair.sandbox.connections).toBeLessThanOrEqual(2);

  await pair.sandbox.close();
  await Promise.all(calls);
});

test('a write whose deadline passes while it waits for a place is not sent', async () => {
  await using sandbox = await startSandbox();
  const transport = createResilience(
    createTransport({ origin: sandbox.url, deadlineMs: 5_000, maxConnections: 1 }),
    { deadlineMs: 5_000, maxConcurrency: 1 },
  );
  sandbox.always('POST /v1/chats', { delayMs: 500 });
  const call = { method: 'POST', path: '/v1/chats', body: {}, effect: 'creates', token: 'x' } as const;

  const first = transport.call(call);
  const second = transport.call({ ...call, deadlineMs: 200 });

  await expect(second).rejects.toMatchObject({ reason: 'deadline', sent: false });
  expect((await first).status).toBe(401);
  expect(sandbox.calls).toHaveLength(1);
  await transport.close();
});
