import { createServer } from 'node:net';
import { beforeAll, expect, test, vi } from 'vitest';
import { findOrInstall, installTimeoutMs } from '../support/programs.ts';
import {
  crashReplicas,
  createChat,
  createChatUntilAnswered,
  startReplicas,
  startSingle,
} from '../support/replicas.ts';

beforeAll(async () => {
  await findOrInstall('redis-server');
  await findOrInstall('nginx');
}, installTimeoutMs);

test('200 concurrent requests over 20 keys through two replicas create 20 chats', async () => {
  await using replicas = await startReplicas({ timeoutMs: 5_000 });
  replicas.sandbox.always('POST /v1/chats', { delayMs: 100 });
  const before = replicas.sandbox.chats.size;
  const keys = Array.from({ length: 20 }, (_, index) => `key-number-${index}`);

  const results = await Promise.all(
    Array.from({ length: 200 }, (_, index) => createChat(replicas.origin, keys[index % 20] ?? '')),
  );

  expect(replicas.sandbox.chats.size).toBe(before + 20);
  expect(new Set(results.map(({ chatID }) => chatID)).size).toBe(20);
  expect(results.map(({ __typename }) => __typename)).toEqual(Array(200).fill('CreateChatPayload'));
}, 120_000);

// The next five tests run at the same time: most of them spend most of their time waiting for leases to end.

// `bench/crashes.ts` does the same 50 times.
for (const [what, startProcesses, kills] of [
  ['two replicas with a Redis', startReplicas, 6],
  ['a gateway with the default store', startSingle, 4],
] as const) {
  test.concurrent(`no second chat after ${kills} kills at random moments of writes: ${what}`, async () => {
    await using processes = await startProcesses({ timeoutMs: 1_000 });

    const writes = await crashReplicas(processes, kills);

    expect(writes).toHaveLength(5 * kills);
    for (const { key, result, chats } of writes) {
      expect(chats, key).toBeLessThanOrEqual(1);
      if (result === 'CreateChatPayload') expect(chats, key).toBe(1);
      else expect(result, key).toBe('BeeperOutcomeUnknownError');
    }
  }, 120_000);
}

const repeating = 'error timeout non_idempotent';

test.concurrent.each([
  { what: 'without a key: Beeper gets it twice', key: null, posts: 2 },
  { what: 'with a key: Beeper gets it once', key: 'sent-on-by-nginx', posts: 1 },
])(
  'nginx with non_idempotent sends a write on when its replica is killed, $what',
  async ({ key, posts }) => {
    await using replicas = await startReplicas({ timeoutMs: 6_000, nextUpstream: repeating });
    const { sandbox, origin } = replicas;
    sandbox.always('POST /v1/chats', { delayMs: 4_000 });
    const sent = () => sandbox.calls.filter(({ method }) => method === 'POST');
    const chatsBefore = sandbox.chats.size;

    const answer = createChat(origin, key);
    await vi.waitFor(() => expect(sent()).toHaveLength(1), 10_000);
    // One of them has sent the write. nginx sends it on to the other one.
    await replicas.replace(0);
    if (!sent()[0]?.aborted) await replicas.replace(1);
    const { __typename } = await answer;

    expect(sent()).toHaveLength(posts);
    expect(sandbox.chats.size - chatsBefore).toBe(posts);
    expect(__typename).toBe(key === null ? 'CreateChatPayload' : 'BeeperOutcomeUnknownError');
  },
  120_000,
);

test.concurrent('behind nginx with non_idempotent, replicas that are killed 5 times double no write with a key', async () => {
  await using replicas = await startReplicas({ timeoutMs: 1_000, nextUpstream: repeating });

  const writes = await crashReplicas(replicas, 5);

  expect(writes).toHaveLength(25);
  for (const { key, result, chats } of writes) {
    expect(chats, key).toBeLessThanOrEqual(1);
    if (result === 'CreateChatPayload') expect(chats, key).toBe(1);
    else expect(result, key).toBe('BeeperOutcomeUnknownError');
  }
}, 120_000);

test('while the store is down a write with a key is not sent, and a write without a key is', async () => {
  await using replicas = await startReplicas({ timeoutMs: 2_000 });
  const { origin, sandbox } = replicas;
  const first = await createChat(origin, 'before-the-stop');
  await replicas.redis.stop();
  const callsBefore = sandbox.calls.length;

  const withKey = await createChat(origin, 'during-the-stop');
  const callsWithKey = sandbox.calls.length - callsBefore;
  const withoutKey = await createChat(origin, null);
  await replicas.redis.start();
  const afterwards = await createChatUntilAnswered(origin, 'during-the-stop');
  const replayed = await createChatUntilAnswered(origin, 'before-the-stop');

  expect(withKey).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
  expect(callsWithKey).toBe(0);
  expect(withoutKey).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(afterwards).toMatchObject({ __typename: 'CreateChatPayload', replayed: false });
  expect(replayed).toMatchObject({ chatID: first.chatID, replayed: true });
}, 120_000);

test('each replica logs the loss of the store once, and its return once', async () => {
  await using replicas = await startReplicas({ timeoutMs: 2_000 });
  const countLines = (message: string) => replicas.logLines().filter((line) => line.includes(message)).length;

  await replicas.redis.stop();
  await expect.poll(() => countLines('The store can’t be used'), { timeout: 10_000 }).toBe(2);
  await rejectConnections(new URL(replicas.redis.url), 6);
  const lost = countLines('The store can’t be used');
  const backBefore = countLines('The store can be used again');
  await replicas.redis.start();
  await expect.poll(() => countLines('The store can be used again'), { timeout: 10_000 }).toBe(2);

  expect(lost).toBe(2);
  expect(backBefore).toBe(0);
}, 120_000);

/** Listens in place of the store, and ends once it has closed `count` connections. */
async function rejectConnections({ hostname, port }: URL, count: number): Promise<void> {
  let closed = 0;
  const server = createServer((socket) => {
    socket.destroy();
    closed += 1;
  });
  await new Promise<void>((resolve) => server.listen(Number(port), hostname, resolve));
  await expect.poll(() => closed, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
  await new Promise((resolve) => server.close(resolve));
}
