import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { kishan } from '../test/support/people.ts';
import { startReplicas, startSingle } from '../test/support/replicas.ts';

/**
 * Kills replicas of the built server with SIGKILL at random moments of `sendMessage` with idempotency keys, and counts the
 * messages of each key: `npm run build && npx tsx bench/crashedSends.ts --kills 50`. Runs two replicas with redis-server,
 * or with `--store default` one gateway with the default store, behind nginx.
 * Exit code 1 if a key has two messages, or none although its client was told that it was sent.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, store: { type: 'string', default: 'redis' } },
});

const sendsPerKill = 5;
const route = 'POST /v1/chats/{chatID}/messages';

const query = `mutation ($input: SendMessageInput!, $key: String) {
  sendMessage(input: $input, idempotencyKey: $key) { __typename ... on SendMessagePayload { resolvedByLooking } }
}`;

interface Result {
  readonly __typename: string;
  readonly resolvedByLooking?: boolean;
}

const textOf = (key: string) => `Message of ${key}`;

async function send(origin: string, key: string): Promise<Result> {
  const input = { chatID: kishan.chatID, content: { text: textOf(key) } };
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input, key } }),
  });
  const { data } = (await response.json()) as { data: { sendMessage: Result } };
  return data.sendMessage;
}

/** Repeats a request with its key, as a client may, until it is answered; an unknown outcome is asked for five times. */
async function sendUntilAnswered(origin: string, key: string): Promise<Result> {
  let unknown = 0;
  for (const end = Date.now() + 100_000; Date.now() < end; ) {
    const result = await send(origin, key).catch(() => null);
    if (result?.__typename === 'BeeperOutcomeUnknownError' && ++unknown < 5) await sleep(500);
    else if (result && result.__typename !== 'BeeperUnavailableError') return result;
    else await sleep(100);
  }
  throw new Error(`No answer for the key ${key}`);
}

await using replicas = await (values.store === 'default' ? startSingle : startReplicas)({ timeoutMs: 1_000 });
replicas.sandbox.always(route, { delayMs: 60 });
const writes: Promise<{ key: string; result: Result }>[] = [];
for (let kill = 0; kill < Number(values.kills); kill++) {
  for (let n = 0; n < sendsPerKill; n++) {
    const key = `crash-${kill}-send-${n}`;
    writes.push(sendUntilAnswered(replicas.origin, key).then((result) => ({ key, result })));
  }
  await sleep(Math.random() * (replicas.count === 1 ? 1_000 : 120));
  await replicas.replace(kill % replicas.count);
}
const answered = await Promise.all(writes);
const messages = replicas.sandbox.chats.get(kishan.chatID)?.messages ?? [];
const counted = answered.map(({ key, result }) => ({
  ...result,
  key,
  messages: messages.filter(({ text }) => text === textOf(key)).length,
}));
const sent = counted.filter(({ __typename }) => __typename === 'SendMessagePayload');
const unknown = counted.filter(({ __typename }) => __typename === 'BeeperOutcomeUnknownError');
const wrong = [
  ...sent.filter((one) => one.messages !== 1),
  ...unknown.filter((one) => one.messages > 1),
  ...counted.filter((one) => !sent.includes(one) && !unknown.includes(one)),
];

console.log(`kills      ${values.kills}`);
console.log(
  `sends      ${counted.length}: ${sent.length} sent, ${sent.filter((one) => one.resolvedByLooking).length} of them found by looking, ${unknown.length} unknown`,
);
console.log(`duplicates ${counted.filter((one) => one.messages > 1).length}`);
for (const one of wrong) console.log('wrong     ', one);
process.exitCode = wrong.length === 0 ? 0 : 1;
