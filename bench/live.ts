import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Agent } from 'undici';
import { seedChatIDs, startSandbox } from '../src/sandbox/index.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * Measures live events: many subscribers with a few tokens, to whom somebody writes. A part of them reads slowly.
 * `npm run build && npx tsx bench/live.ts --minutes 10 --subscribers 1000 --tokens 20 --writes 1 --slow 5`; `--writes` is
 * how many messages are written in a second, each of which is two events for every subscriber, and `--slow` a percentage.
 * Exits with 1 if there is not one socket to Beeper for each token. Sandbox and subscribers share this process: its own
 * time is part of what is measured.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    subscribers: { type: 'string', default: '1000' },
    tokens: { type: 'string', default: '20' },
    writes: { type: 'string', default: '1' },
    slow: { type: 'string', default: '5' },
  },
});
const minutes = Number(values.minutes);
const count = Number(values.subscribers);
const writesPerSecond = Number(values.writes);
const slowCount = Math.round((count * Number(values.slow)) / 100);

const query = `subscription {
  chatEvents {
    __typename
    ... on BeeperLiveEvent { position index }
    ... on BeeperLiveGap { reason }
    ... on BeeperMessageUpserted { chatID messageID message { id plainText } }
  }
}`;

const sandbox = await startSandbox();
const tokens = Array.from({ length: Number(values.tokens) }, (_, index) => `bench-token-${index}`);
for (const token of tokens) sandbox.addToken(token);
const perCaller = String(Math.ceil(count / tokens.length));
const gateway = await startBuiltGateway(sandbox, {
  GATEWAY_STREAMS: String(count),
  GATEWAY_STREAMS_PER_CALLER: perCaller,
});
const agent = new Agent({ connections: null, headersTimeout: 0, bodyTimeout: 0 });

/** From the send of an event to its receipt, in milliseconds. */
const delays: number[] = [];
let started = 0;
let gaps = 0;
const leaving = new AbortController();
setMaxListeners(0, leaving.signal);
/** Why subscriptions ended, and how often. */
const ends = new Map<string, number>();
const noteEnd = (reason: string) => ends.set(reason, (ends.get(reason) ?? 0) + 1);

async function subscribe(index: number): Promise<void> {
  const token = tokens[index % tokens.length] ?? '';
  const { statusCode, body } = await agent.request({
    origin: gateway.origin,
    path: '/graphql',
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  const isSlow = index < slowCount;
  let rest = '';
  for await (const chunk of body) {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) note(part, isSlow);
    if (isSlow) await sleep(3_000);
  }
  noteEnd(statusCode === 200 ? 'completed' : `status ${statusCode}`);
}

function note(part: string, isSlow: boolean): void {
  if (part.includes('BeeperLiveStarted')) started++;
  else if (part.includes('BeeperLiveGap')) gaps++;
  const sentAt = /"at ([\d.]+)"/.exec(part)?.[1];
  if (sentAt !== undefined && !isSlow) delays.push(performance.now() - Number(sentAt));
}

const subscriptions = Array.from({ length: count }, (_, index) =>
  subscribe(index).catch((error: Error) => noteEnd(error.name)),
);
const begun = performance.now();
while (started + sum(ends.values()) < count && performance.now() - begun < 60_000) await sleep(100);
const sockets = sandbox.live.sockets.length;
console.log(
  `${started} of ${count} subscriptions began in ${seconds(performance.now() - begun)} s, with ${sockets} sockets to Beeper.\n`,
);

const part = (sorted: readonly number[], share: number) =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
console.log('| seconds | deliveries/s | p50 ms | p99 ms | CPU % | RSS MiB |\n|---|---|---|---|---|---|');
const end = performance.now() + minutes * 60_000;
const all: number[] = [];
const first = performance.now();
while (performance.now() < end) {
  const rowStart = performance.now();
  const cpuStart = gateway.cpuMs();
  const rowEnd = Math.min(end, rowStart + (minutes > 2 ? 60_000 : 10_000));
  while (performance.now() < rowEnd) {
    sandbox.people.write(seedChatIDs.grace, `at ${performance.now()}`);
    await sleep(1_000 / writesPerSecond);
  }
  const sorted = delays.splice(0).sort((a, b) => a - b);
  for (const delay of sorted) all.push(delay);
  const took = performance.now() - rowStart;
  console.log(
    `| ${seconds(performance.now() - first)} | ${Math.round(sorted.length / (took / 1_000))} | ${part(sorted, 0.5).toFixed(1)} | ${part(sorted, 0.99).toFixed(1)} | ${Math.round(((gateway.cpuMs() - cpuStart) / took) * 100)} | ${Math.round(gateway.rssMiB())} |`,
  );
}
const sorted = all.sort((a, b) => a - b);
console.log(
  `\n${sorted.length} deliveries: p50 ${part(sorted, 0.5).toFixed(1)} ms, p99 ${part(sorted, 0.99).toFixed(1)} ms. ${gaps} gaps. Ended early: ${JSON.stringify(Object.fromEntries(ends))}`,
);
if (sockets !== tokens.length || started !== count) process.exitCode = 1;

leaving.abort();
await Promise.all(subscriptions);
gateway.stop();
await agent.close();
await sandbox.close();

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(0);
}
