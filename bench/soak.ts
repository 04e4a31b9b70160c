import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { type Sandbox, startSandbox } from '../src/sandbox/index.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * Runs load with upstream faults against the built server: `npm run build && npx tsx bench/soak.ts --seconds 600`.
 * Ends after `--seconds` or `--requests`, whichever comes first. All traffic stays on this machine (Linux only).
 * Exit code 1 if a chat was created twice or a message sent twice.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    requests: { type: 'string', default: '1000000' },
    clients: { type: 'string', default: '16' },
  },
});
const deadline = performance.now() + Number(values.seconds) * 1000;
const maxRequests = Number(values.requests);

const sandbox = await startSandbox();
const gateway = await startBuiltGateway(sandbox, { BEEPER_TIMEOUT_MS: '500' });

const faults: Parameters<Sandbox['next']>[1][] = [
  { reset: 'before' },
  { reset: 'after', performs: true },
  { cut: true },
  { html: true, performs: true },
  { status: 500 },
  { status: 502 },
  { status: 503 },
  { status: 429, headers: { 'retry-after': '0' } },
  { status: 404, body: 'Not Found' },
  { delayMs: 700, performs: true },
];
const routes = ['POST /v1/chats/start', 'GET /v1/chats/{chatID}', 'GET /v1/chats'] as const;
const faultAt = (index: number) => faults[index % faults.length] ?? {};

const whatsapp = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';
const documents = [
  `mutation ($key: String, $title: String) { result: createChat(idempotencyKey: $key, input: { group: { accountID: "${whatsapp}", participantIDs: ["@15550101002:local-whatsapp.localhost"], title: $title, messageText: $title } }) { __typename } }`,
  `mutation ($key: String) { result: startChat(idempotencyKey: $key, input: { accountID: "${whatsapp}", user: { phoneNumber: "+15550101003" } }) { __typename } }`,
  '{ result: chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { __typename title } }',
  '{ result: chats(first: 10, accountIDs: ["telegram"]) { __typename nodes { title lastMessage { plainText } } } }',
];

/** Few requests create chats, so that the sandbox's memory and response times stay constant. */
const requestsPerKey = 400;
/** Sent at the same time by different clients. */
const writesPerKey = 4;

const outcomes: Record<string, number> = {};
const latencies: number[] = [];
let sent = 0;
const connections = new Pool(gateway.origin, { connections: Number(values.clients) });

/** Injects a fault into one call in ten, and into the first write of every second key. */
function injectFault(requestIndex: number): void {
  if (requestIndex % 10 === 5) {
    const faultIndex = Math.floor(requestIndex / 10);
    const route = routes[faultIndex % routes.length] ?? routes[0];
    sandbox.next(route, faultAt(Math.floor(faultIndex / routes.length)));
  }
  if (requestIndex % (2 * requestsPerKey) === 0) {
    sandbox.next('POST /v1/chats', faultAt(requestIndex / (2 * requestsPerKey)));
  }
}

async function runClient(): Promise<void> {
  while (performance.now() < deadline && sent < maxRequests) {
    const requestIndex = sent++;
    injectFault(requestIndex);
    const isWrite = requestIndex % requestsPerKey < writesPerKey;
    const key = `soak-key-${Math.floor(requestIndex / requestsPerKey)}`;
    const query = isWrite ? documents[0] : documents[1 + (requestIndex % 3)];
    const startedAt = performance.now();
    const outcome = await send(JSON.stringify({ query, variables: isWrite ? { key, title: key } : {} }));
    if (requestIndex % 20 === 19) latencies.push(performance.now() - startedAt);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (sandbox.calls.length > 10_000) sandbox.calls.length = 0;
  }
}

/** @returns the type of the result, the code of the GraphQL error, or the name of the network error. */
async function send(body: string): Promise<string> {
  try {
    const response = await connections.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { data, errors } = (await response.body.json()) as {
      data?: { result?: { __typename: string } };
      errors?: { extensions?: { code?: string } }[];
    };
    return data?.result?.__typename ?? errors?.[0]?.extensions?.code ?? `HTTP ${response.statusCode}`;
  } catch (error) {
    return (error as Error).name;
  }
}

await Promise.all(Array.from({ length: 50 }, () => fetch(`${gateway.origin}/graphql?query={__typename}`)));
const rssAtStart = gateway.rssMiB();
const rss: number[] = [];
const sampling = setInterval(() => rss.push(Math.round(gateway.rssMiB())), 10_000);
const startedAt = performance.now();
await Promise.all(Array.from({ length: Number(values.clients) }, runClient));
clearInterval(sampling);
const seconds = (performance.now() - startedAt) / 1000;

// A chat that was created twice has its title twice. A message that was sent twice is in its chat twice.
const created = [...sandbox.chats.values()].filter(({ title }) => title?.startsWith('soak-key-'));
const titles = new Set(created.map(({ title }) => title));
const messages = created.map((chat) => chat.messages.length);
const duplicates = created.length - titles.size + messages.filter((count) => count > 1).length;
latencies.sort((a, b) => a - b);
const at = (quantile: number) => `${(latencies[Math.floor(latencies.length * quantile)] ?? 0).toFixed(1)} ms`;

console.log(`requests    ${sent} in ${seconds.toFixed(0)} s (${(sent / seconds).toFixed(0)} per second)`);
console.log('results    ', outcomes);
console.log(
  `keys        ${created.length} chats created for ${Math.ceil(sent / requestsPerKey)} keys; duplicates ${duplicates}`,
);
console.log(`latency     p50 ${at(0.5)}, p99 ${at(0.99)}`);
console.log(
  `RSS         ${rssAtStart.toFixed(0)} MiB at start, ${gateway.rssMiB().toFixed(0)} MiB at the end`,
);
console.log(`            every 10 s: ${rss.join(' ')}`);

await connections.close();
gateway.stop();
await sandbox.close();
process.exit(duplicates === 0 ? 0 : 1);
