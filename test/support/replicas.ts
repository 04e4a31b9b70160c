import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { freePort } from './freePort.ts';
import { startNginx } from './nginx.ts';
import { ada, whatsapp } from './people.ts';
import { startReplica } from './process.ts';
import { type Redis, startRedis } from './redis.ts';

/** Processes of the built gateway behind a balancer, in front of a sandbox. */
interface Crashable extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** The origin of the balancer. */
  readonly origin: string;
  readonly count: number;
  /** Kills a process with SIGKILL and starts another one on the same port. */
  replace(index: number): Promise<void>;
}

export interface Replicas extends Crashable {
  readonly redis: Redis;
  /** The log lines of both replicas. */
  logLines(): string[];
}

interface ReplicasOptions {
  /** As `BEEPER_TIMEOUT_MS`. */
  readonly timeoutMs: number;
  /** When nginx sends a request to the other replica, as of `startNginx`. */
  readonly nextUpstream?: string;
}

/** Starts a sandbox, redis-server, two processes of the built gateway, and nginx in front of them. */
export async function startReplicas({ timeoutMs, nextUpstream }: ReplicasOptions): Promise<Replicas> {
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
  const balancer = await startNginx(ports, nextUpstream);
  return {
    sandbox,
    redis,
    origin: balancer.origin,
    count: ports.length,
    logLines: () => replicas.flatMap(({ stdout }) => stdout.split('\n')),
    async replace(index) {
      await replicas[index]?.[Symbol.asyncDispose]();
      replicas[index] = await startReplica(ports[index] ?? 0, env);
    },
    async [Symbol.asyncDispose]() {
      await balancer[Symbol.asyncDispose]();
      await Promise.all(replicas.map((replica) => replica[Symbol.asyncDispose]()));
      await redis[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

/** Starts a sandbox and one process of the built gateway with the default store, which survives it, and nginx in front. */
export async function startSingle({ timeoutMs }: { timeoutMs: number }): Promise<Crashable> {
  const sandbox = await startSandbox();
  const state = await mkdtemp(join(tmpdir(), 'state-'));
  const port = await freePort();
  const env = {
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    BEEPER_TIMEOUT_MS: String(timeoutMs),
    GATEWAY_WRITES_PER_MINUTE: '0',
    XDG_STATE_HOME: state,
  };
  let gateway = await startReplica(port, env);
  const balancer = await startNginx([port]);
  return {
    sandbox,
    origin: balancer.origin,
    count: 1,
    async replace() {
      await gateway[Symbol.asyncDispose]();
      gateway = await startReplica(port, env);
    },
    async [Symbol.asyncDispose]() {
      await balancer[Symbol.asyncDispose]();
      await gateway[Symbol.asyncDispose]();
      await sandbox.close();
      await rm(state, { recursive: true, force: true });
    },
  };
}

export interface CreateChatResult {
  readonly __typename: string;
  readonly chatID?: string;
  readonly replayed?: boolean;
  readonly retryable?: boolean;
}

const query = `mutation ($input: CreateChatInput!, $key: String) {
  createChat(input: $input, idempotencyKey: $key) {
    __typename
    ... on CreateChatPayload { chatID replayed }
    ... on BeeperError { retryable }
  }
}`;

const titleOf = (key: string | null) => `chat ${key}`;

/** Creates a group chat. The title tells the chats of several writes apart; by default it contains the key. */
export async function createChat(
  origin: string,
  key: string | null,
  title = titleOf(key),
): Promise<CreateChatResult> {
  const input = { group: { accountID: whatsapp, participantIDs: [ada.id], title } };
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input, key } }),
  });
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  const { data } = (await response.json()) as { data: { createChat: CreateChatResult } };
  return data.createChat;
}

/** Repeats a request with the same key, as a client should, until the result is not `BeeperUnavailableError`. */
export async function createChatUntilAnswered(origin: string, key: string): Promise<CreateChatResult> {
  // While one process is killed again and again, it is up for a tenth of a second at a time.
  for (const end = Date.now() + 100_000; Date.now() < end; ) {
    const result = await createChat(origin, key).catch(() => null);
    if (result && result.__typename !== 'BeeperUnavailableError') return result;
    await sleep(100);
  }
  throw new Error(`No answer for the key ${key}`);
}

export interface CrashedWrite {
  /** The idempotency key; for writes without one, what stands in its place in the title. */
  readonly key: string;
  /** The type of the result that the client received in the end; null if it received none. */
  readonly result: string | null;
  /** How many chats the sandbox has for this write. */
  readonly chats: number;
}

/** So many that a kill is likely to hit at least one write, whichever replica the balancer chose. */
const writesPerKill = 5;

/**
 * Kills replicas in turn, `kills` times in all, each at a random moment of several writes.
 * @param keyed whether each write has a key of its own, with which its client repeats it until it is answered. Writes
 * without a key are sent once.
 */
export async function crashReplicas(
  replicas: Crashable,
  kills: number,
  { keyed = true }: { readonly keyed?: boolean } = {},
): Promise<CrashedWrite[]> {
  replicas.sandbox.always('POST /v1/chats', { delayMs: 60 });
  const writes: Promise<Omit<CrashedWrite, 'chats'>>[] = [];
  for (let kill = 0; kill < kills; kill++) {
    for (let write = 0; write < writesPerKill; write++) {
      const key = `crash-${kill}-write-${write}`;
      const answer = keyed
        ? createChatUntilAnswered(replicas.origin, key)
        : createChat(replicas.origin, null, titleOf(key)).catch(() => null);
      writes.push(answer.then((result) => ({ key, result: result?.__typename ?? null })));
    }
    // A process that has just started needs some time for its first request. The other replica has started before.
    await sleep(Math.random() * (replicas.count === 1 ? 1_000 : 120));
    await replicas.replace(kill % replicas.count);
  }
  const answered = await Promise.all(writes);
  const titles = [...replicas.sandbox.chats.values()].map(({ title }) => title);
  return answered.map(({ key, result }) => ({
    key,
    result,
    chats: titles.filter((title) => title === titleOf(key)).length,
  }));
}
