import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '../src/sandbox/index.ts';
import { startRedis } from '../test/support/redis.ts';
import { createChat, createChatUntilAnswered } from '../test/support/replicas.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * Stops redis-server with SIGSTOP under the built server, sends mutations with and without an idempotency key, lets it go
 * on, and repeats the keys: `npm run build && npx tsx bench/hungStore.ts`. Runs redis-server. Exit code 1 if a key has
 * more than one chat, or a write was sent after its caller was told that nothing was.
 */
const count = 50;
const hungMs = 20_000;

await using redis = await startRedis();
const sandbox = await startSandbox();
const gateway = await startBuiltGateway(sandbox, { GATEWAY_STORE: redis.url });
const posts = () => sandbox.calls.filter(({ method }) => method === 'POST').length;

interface Answer {
  readonly type: string;
  readonly ms: number;
}

async function timed(key: string | null): Promise<Answer> {
  const startedAt = performance.now();
  const { __typename: type } = await createChat(gateway.origin, key);
  return { type, ms: performance.now() - startedAt };
}

/** Sends them one after the other for as long as the store hangs, so that late ones are included. */
async function sendWhileHung(keyOf: (index: number) => string | null): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let index = 0; index < count; index++) {
    answers.push(await timed(keyOf(index)));
    await sleep(hungMs / count / 2);
  }
  return answers;
}

const describe = (answers: readonly Answer[]): string => {
  const types = new Map<string, number>();
  for (const { type } of answers) types.set(type, (types.get(type) ?? 0) + 1);
  const slowest = Math.max(...answers.map(({ ms }) => ms));
  return `${[...types].map(([type, times]) => `${times} ${type}`).join(', ')}; slowest ${Math.round(slowest)} ms`;
};

await timed('before');
redis.pause();
const postsBefore = posts();
const [keyed, keyless] = await Promise.all([
  sendWhileHung((index) => `hung-key-${index}`),
  sendWhileHung(() => null),
]);
const sentWhileHung = posts() - postsBefore;
redis.resume();
await sleep(5_000);
const sentLate = posts() - postsBefore - sentWhileHung;
const repeated = await Promise.all(
  Array.from({ length: count }, (_, index) => createChatUntilAnswered(gateway.origin, `hung-key-${index}`)),
);
const titles = [...sandbox.chats.values()].map(({ title }) => title);
const chatsOf = (index: number) => titles.filter((title) => title === `chat hung-key-${index}`).length;
const wrong = Array.from({ length: count }, (_, index) => chatsOf(index)).filter(
  (chats) => chats !== 1,
).length;

console.log(`with a key      ${describe(keyed)}`);
console.log(`without a key   ${describe(keyless)}`);
console.log(`POSTs           ${sentWhileHung} while hung, ${sentLate} in the 5 s after it went on`);
console.log(
  `keys repeated   ${repeated.filter(({ __typename }) => __typename === 'CreateChatPayload').length} created, ${wrong} without exactly one chat`,
);
gateway.stop();
await sandbox.close();
process.exitCode = wrong > 0 || sentLate > 0 ? 1 : 0;
