import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { createMemoryStore } from '../../src/writes/store/memory.ts';
import { CreateChatOnce } from '../support/documents.ts';
import { freePort } from '../support/freePort.ts';
import { startPair } from '../support/pair.ts';
import { ada, whatsapp } from '../support/people.ts';
import { startReplica } from '../support/process.ts';
import { findOrInstall, installTimeoutMs } from '../support/programs.ts';
import { startRedis } from '../support/redis.ts';
import { createChat, createChatUntilAnswered } from '../support/replicas.ts';

beforeAll(() => findOrInstall('redis-server').then(() => {}), installTimeoutMs);

const input = { group: { accountID: whatsapp, participantIDs: [ada.id], title: 'Engines' } };

test('with too little left of its lease, a keyed write is not sent, and its key is free', async () => {
  const store = createMemoryStore();
  let pauseMs = 300;
  await using pair = await startPair({
    timeoutMs: 5_000,
    leaseMs: 5_100,
    store: {
      ...store,
      async claim(...parameters) {
        const found = await store.claim(...parameters);
        await sleep(pauseMs);
        return found;
      },
    },
  });

  const { data } = await pair.gateway.query(CreateChatOnce, { input, key: 'stood-still' });
  const writesBefore = pair.writes().length;
  pauseMs = 0;
  const again = await pair.gateway.query(CreateChatOnce, { input, key: 'stood-still' });

  expect(data?.createChat).toMatchObject({ __typename: 'BeeperUnavailableError', retryable: true });
  expect(writesBefore).toBe(0);
  expect(again.data?.createChat).toMatchObject({ __typename: 'CreateChatPayload', replayed: false });
});

test('a keyed write that was not sent ends with its caller, and its key is free', async () => {
  const store = createMemoryStore();
  const caller = new AbortController();
  await using pair = await startPair({
    store: {
      ...store,
      async claim(...parameters) {
        const found = await store.claim(...parameters);
        if (!caller.signal.aborted) {
          caller.abort();
          await sleep(900);
        }
        return found;
      },
    },
  });

  await pair.gateway
    .query(CreateChatOnce, { input, key: 'caller-gone' }, { signal: caller.signal })
    .catch(() => null);
  await sleep(500);
  const writesBefore = pair.writes().length;
  const again = await pair.gateway.query(CreateChatOnce, { input, key: 'caller-gone' });

  expect(writesBefore).toBe(0);
  expect(again.data?.createChat).toMatchObject({ __typename: 'CreateChatPayload', replayed: false });
});

test('a replica that was stopped for longer than its lease sends nothing when it goes on', async () => {
  await using redis = await startRedis();
  const sandbox = await startSandbox();
  const env = {
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    BEEPER_TIMEOUT_MS: '3000',
    BEEPER_MAX_CONCURRENCY: '1',
    GATEWAY_STORE: redis.url,
  };
  const ports = [await freePort(), await freePort()] as const;
  await using one = await startReplica(ports[0], env);
  await using _other = await startReplica(ports[1], env);
  const posts = () => sandbox.calls.filter(({ method }) => method === 'POST').length;
  // The only place is taken, so the write has its key and waits.
  sandbox.next('GET /v1/accounts', { delayMs: 2_700 });
  const query = JSON.stringify({ query: '{ accounts { id } }' });
  const headers = { 'content-type': 'application/json' };
  const url = (port: number) => `http://127.0.0.1:${port}`;
  const reading = fetch(`${url(ports[0])}/graphql`, { method: 'POST', headers, body: query });
  await sleep(900);
  const stopped = createChat(url(ports[0]), 'stopped-key');
  await expect.poll(() => redis.command('DBSIZE')).toBeGreaterThan(1);
  one.kill('SIGSTOP');

  // A lease of 11 s: the deadline and 8 s.
  const elsewhere = await createChatUntilAnswered(url(ports[1]), 'stopped-key');
  const postsWhileStopped = posts();
  one.kill('SIGCONT');

  expect(await stopped).toMatchObject({ __typename: 'BeeperUnavailableError' });
  await reading;
  await sleep(500);
  expect(elsewhere).toMatchObject({ __typename: 'BeeperOutcomeUnknownError' });
  expect(postsWhileStopped).toBe(0);
  expect(posts()).toBe(0);
  await sandbox.close();
}, 60_000);
