import { setTimeout as wait } from 'node:timers/promises';
import { print } from 'graphql';
import { expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { CreateChatOnce } from '../support/documents.ts';
import { freePort } from '../support/freePort.ts';
import { type Balancer, startNginx } from '../support/nginx.ts';
import { ada, whatsapp } from '../support/people.ts';
import { type Running, startReplica } from '../support/process.ts';
import { type Redis, startRedis } from '../support/redis.ts';

/** A real Redis, two gateway processes, and nginx in front of them. */
async function startReplicas(timeoutMs: number) {
  const sandbox = await startSandbox();
  const redis = await startRedis();
  const ports = [await freePort(), await freePort()];
  const env = {
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    BEEPER_TIMEOUT_MS: String(timeoutMs),
    GATEWAY_STORE: redis.url,
    GATEWAY_WRITES_PER_MINUTE: '0',
  };
  const replicas = await Promise.all(ports.map((port) => startReplica(port, env)));
  const balancer = await startNginx(ports);
  return {
    sandbox,
    redis,
    balancer,
    /** All that the replicas have logged, line by line. */
    logged: () => replicas.flatMap(({ stdout }) => stdout.split('\n')),
    /** kill -9, and a new one in its place. */
    async replace(index: number) {
      await replicas[index]?.[Symbol.asyncDispose]();
      replicas[index] = await startReplica(ports[index] ?? 0, env);
    },
    async [Symbol.asyncDispose]() {
      await balancer[Symbol.asyncDispose]();
      await Promise.all(replicas.map((replica: Running) => replica[Symbol.asyncDispose]()));
      await redis[Symbol.asyncDispose]();
      await sandbox.close();
    },
  } satisfies AsyncDisposable & {
    sandbox: Sandbox;
    redis: Redis;
    balancer: Balancer;
    logged: unknown;
    replace: unknown;
  };
}

const input = (title: string) => ({ group: { accountID: whatsapp, participantIDs: [ada.id], title } });

async function create(origin: string, key: string | null, title = `chat ${key}`) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(CreateChatOnce), variables: { input: input(title), key } }),
  });
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  const { data } = (await response.json()) as {
    data: { createChat: { __typename: string; chatID?: string } };
  };
  return data.createChat;
}

/** As a careful client does: the same key again, until there is an answer. */
async function createUntilAnswered(origin: string, key: string) {
  for (let turn = 0; turn < 200; turn++) {
    const result = await create(origin, key).catch(() => null);
    if (result && result.__typename !== 'BeeperUnavailableError') return result;
    await wait(100);
  }
  throw new Error(`no answer for ${key}`);
}

const titled = (sandbox: Sandbox, title: string) =>
  [...sandbox.chats.values()].filter((chat) => chat.title === title).length;

test('two hundred requests at a time over twenty keys, through two replicas, make twenty chats', async () => {
  await using replicas = await startReplicas(5_000);
  replicas.sandbox.always('POST /v1/chats', { delayMs: 100 });
  const before = replicas.sandbox.chats.size;
  const keys = Array.from({ length: 20 }, (_, index) => `key-number-${index}`);

  const results = await Promise.all(
    Array.from({ length: 200 }, (_, index) => create(replicas.balancer.origin, keys[index % 20] ?? '')),
  );

  expect(replicas.sandbox.chats.size).toBe(before + 20);
  expect(new Set(results.map(({ chatID }) => chatID)).size).toBe(20);
  expect(results.map(({ __typename }) => __typename)).toEqual(Array(200).fill('CreateChatPayload'));
}, 120_000);

test('a replica killed fifty times at random moments makes no second chat', async () => {
  await using replicas = await startReplicas(1_000);
  replicas.sandbox.always('POST /v1/chats', { delayMs: 60 });
  const answers = [];
  const keys = Array.from({ length: 50 }, (_, index) => `killed-at-${index}`);

  for (const [index, key] of keys.entries()) {
    answers.push(createUntilAnswered(replicas.balancer.origin, key));
    await wait(Math.random() * 120);
    await replicas.replace(index % 2);
  }
  const results = await Promise.all(answers);

  for (const [index, key] of keys.entries()) {
    const made = titled(replicas.sandbox, `chat ${key}`);
    expect(made, key).toBeLessThanOrEqual(1);
    if (results[index]?.__typename === 'CreateChatPayload') expect(made, key).toBe(1);
    else expect(results[index]?.__typename, key).toBe('BeeperOutcomeUnknownError');
  }
}, 300_000);

test('with the store stopped, a key stops the write before it is sent, and a write without a key goes on', async () => {
  await using replicas = await startReplicas(2_000);
  const { origin } = replicas.balancer;
  const first = await create(origin, 'before-the-stop');
  await replicas.redis.stop();
  const callsThen = replicas.sandbox.calls.length;

  const keyed = await create(origin, 'during-the-stop');
  const sentWithKey = replicas.sandbox.calls.length - callsThen;
  const keyless = await create(origin, null, 'no key');
  await replicas.redis.start();
  const afterwards = await createUntilAnswered(origin, 'during-the-stop');
  const replayed = await createUntilAnswered(origin, 'before-the-stop');

  expect(keyed).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
  expect(sentWithKey).toBe(0);
  expect(keyless).toMatchObject({ __typename: 'CreateChatPayload' });
  expect(afterwards).toMatchObject({ __typename: 'CreateChatPayload', replayed: false });
  expect(replayed).toMatchObject({ chatID: first.chatID, replayed: true });
}, 120_000);

test('that the store is lost, and that it is back, is logged once by each replica', async () => {
  await using replicas = await startReplicas(2_000);
  const told = (message: string) => replicas.logged().filter((line) => line.includes(message)).length;

  await replicas.redis.stop();
  await expect.poll(() => told('The store can’t be reached'), { timeout: 10_000 }).toBe(2);
  // Time for several attempts to connect.
  await wait(3_000);
  const lost = told('The store can’t be reached');
  const backBefore = told('The store can be reached again');
  await replicas.redis.start();
  await expect.poll(() => told('The store can be reached again'), { timeout: 10_000 }).toBe(2);

  expect(lost).toBe(2);
  expect(backBefore).toBe(0);
}, 120_000);
