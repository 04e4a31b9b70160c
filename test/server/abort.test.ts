import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { type Gateway, startGateway } from '../support/gateway.ts';

const write =
  'mutation { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }';
const read = '{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { title } }';

const operations: [string, (gateway: Gateway, signal: AbortSignal) => Promise<Response>][] = [
  ['a write', (gateway, signal) => gateway.send(write, {}, { signal })],
  ['a read', (gateway, signal) => gateway.send(read, {}, { signal })],
  [
    'a read sent by GET',
    ({ origin }, signal) => fetch(`${origin}/graphql?query=${encodeURIComponent(read)}`, { signal }),
  ],
];

test.each(operations)(
  'when the caller disconnects during %s, the upstream call is aborted',
  async (_what, ask) => {
    await using sandbox = await startSandbox();
    await using gateway = await startGateway({ beeper: sandbox.url, timeoutMs: 60_000 });
    sandbox.always('POST /v1/chats/start', { hang: true });
    sandbox.always('GET /v1/chats/{chatID}', { hang: true });
    const caller = new AbortController();
    const asked = ask(gateway, caller.signal).catch((error: Error) => error.name);
    await expect.poll(() => sandbox.calls.at(-1)?.route, { timeout: 5_000 }).toMatch(/chats/);
    expect(sandbox.calls.at(-1)?.aborted).toBe(false);
    caller.abort();
    expect(await asked).toBe('AbortError');
    await expect.poll(() => sandbox.calls.at(-1)?.aborted, { timeout: 5_000 }).toBe(true);
  },
);

test.each(operations)(
  'a caller that disconnects during %s is logged as such, below level error',
  async (_what, ask) => {
    await using sandbox = await startSandbox();
    await using gateway = await startGateway({ beeper: sandbox.url, timeoutMs: 60_000 });
    sandbox.always('POST /v1/chats/start', { hang: true });
    sandbox.always('GET /v1/chats/{chatID}', { hang: true });
    const caller = new AbortController();
    const asked = ask(gateway, caller.signal).catch(() => {});
    await expect.poll(() => sandbox.calls.at(-1)?.route, { timeout: 5_000 }).toMatch(/chats/);
    caller.abort();
    await asked;
    await expect.poll(() => gateway.log.length, { timeout: 5_000 }).toBe(1);
    expect(gateway.log).toMatchObject([{ network: 'caller-gone', sent: true }]);
    expect(Number(gateway.log[0]?.level)).toBeLessThan(50);
  },
);

test('a caller that disconnects does not cause a new version probe', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, timeoutMs: 60_000 });
  sandbox.next('POST /v1/chats/start', { hang: true });
  const caller = new AbortController();
  const asked = gateway.send(write, {}, { signal: caller.signal }).catch(() => {});
  await expect.poll(() => sandbox.calls.length, { timeout: 5_000 }).toBe(2);
  caller.abort();
  await asked;
  await expect.poll(() => sandbox.calls.at(-1)?.aborted, { timeout: 5_000 }).toBe(true);
  await gateway.send(write);
  expect(sandbox.calls.map(({ route }) => route)).toEqual([
    'GET /v1/info',
    'POST /v1/chats/start',
    'POST /v1/chats/start',
  ]);
});

test('a caller that disconnects does not abort a version probe that another caller waits for', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url });
  sandbox.next('GET /v1/info', { delayMs: 700 });
  const first = new AbortController();
  const gone = gateway.send(write, {}, { signal: first.signal }).catch((error: Error) => error.name);
  await expect.poll(() => sandbox.calls.length, { timeout: 5_000 }).toBe(1);
  const second = gateway.send(write);
  first.abort();
  expect(await gone).toBe('AbortError');
  expect(await (await second).json()).toEqual({ data: { startChat: { __typename: 'StartChatPayload' } } });
  expect(sandbox.calls.map(({ route }) => route)).toEqual(['GET /v1/info', 'POST /v1/chats/start']);
});

test('ten callers that disconnect do not open the circuit', async () => {
  await using sandbox = await startSandbox();
  await using gateway = await startGateway({ beeper: sandbox.url, api: 'split', timeoutMs: 60_000 });
  sandbox.always('POST /v1/chats/start', { hang: true });
  for (let calls = 1; calls <= 10; calls += 1) {
    const caller = new AbortController();
    const asked = gateway.send(write, {}, { signal: caller.signal }).catch(() => {});
    await expect.poll(() => sandbox.calls.length, { timeout: 5_000 }).toBe(calls);
    caller.abort();
    await asked;
  }
  await expect.poll(() => sandbox.calls.at(-1)?.aborted, { timeout: 5_000 }).toBe(true);
  sandbox.always('POST /v1/chats/start', null);
  const answer = await gateway.send(write);
  expect(await answer.json()).toEqual({ data: { startChat: { __typename: 'StartChatPayload' } } });
});
