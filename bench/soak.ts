import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { type Sandbox, startSandbox } from '../src/sandbox/index.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * Bounded load with faults against the built server: `npm run build && npx tsx bench/soak.ts --seconds 600`. Ends by
 * itself after that time or `--requests`, whichever comes first; talks to this machine only.
 * Exit code 1 where a chat was made, or a message sent, twice.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    requests: { type: 'string', default: '1000000' },
    clients: { type: 'string', default: '16' },
  },
});
const deadline = performance.now() + Number(values.seconds) * 1000;
const mostRequests = Number(values.requests);

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
const faultOf = (turn: number) => faults[turn % faults.length] ?? {};

const whatsapp = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';
const documents = [
  `mutation ($key: String, $title: String) { result: createChat(idempotencyKey: $key, input: { group: { accountID: "${whatsapp}", participantIDs: ["@15550101002:local-whatsapp.localhost"], title: $title, messageText: $title } }) { __typename } }`,
  `mutation ($key: String) { result: startChat(idempotencyKey: $key, input: { accountID: "${whatsapp}", user: { phoneNumber: "+15550101003" } }) { __typename } }`,
  '{ result: chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { __typename title } }',
  '{ result: chats(first: 10, accountIDs: ["telegram"]) { __typename nodes { title lastMessage { plainText } } } }',
];

const outcomes: Record<string, number> = {};
const latencies: number[] = [];
let sent = 0;
const connections = new Pool(gateway.origin, { connections: Number(values.clients) });

/** Strikes one call in ten, and of those that make a chat every second. */
function strike(turn: number): void {
  if (turn % 10 === 5) {
    const nth = Math.floor(turn / 10);
    sandbox.next(routes[nth % routes.length] ?? routes[0], faultOf(Math.floor(nth / routes.length)));
  }
  if (turn % 800 === 0) sandbox.next('POST /v1/chats', faultOf(turn / 800));
}

async function client(): Promise<void> {
  while (performance.now() < deadline && sent < mostRequests) {
    const turn = sent++;
    strike(turn);
    // Few chats are made, so that the sandbox's own memory and time stay the same; each key comes four times at once.
    const write = turn % 400 < 4;
    const key = `soak-key-${Math.floor(turn / 400)}`;
    const query = write ? documents[0] : documents[1 + (turn % 3)];
    const startedAt = performance.now();
    const outcome = await ask(JSON.stringify({ query, variables: write ? { key, title: key } : {} }));
    if (turn % 20 === 19) latencies.push(performance.now() - startedAt);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (sandbox.calls.length > 10_000) sandbox.calls.length = 0;
  }
}

/** What came of it: the type of the result, or the code of the error. */
async function ask(body: string): Promise<string> {
  try {
    const answer = await connections.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { data, errors } = (await answer.body.json()) as {
      data?: { result?: { __typename: string } };
      errors?: { extensions?: { code?: string } }[];
    };
    return data?.result?.__typename ?? errors?.[0]?.extensions?.code ?? `HTTP ${answer.statusCode}`;
  } catch (error) {
    return (error as Error).name;
  }
}

await Promise.all(Array.from({ length: 50 }, () => fetch(`${gateway.origin}/graphql?query={__typename}`)));
const rssAtStart = gateway.rssMiB();
const rss: number[] = [];
const sampling = setInterval(() => rss.push(Math.round(gateway.rssMiB())), 10_000);
const startedAt = performance.now();
await Promise.all(Array.from({ length: Number(values.clients) }, client));
clearInterval(sampling);
const seconds = (performance.now() - startedAt) / 1000;

// A chat made twice has its title twice; a message sent twice stands twice in its chat.
const made = [...sandbox.chats.values()].filter(({ title }) => title?.startsWith('soak-key-'));
const titles = new Set(made.map(({ title }) => title));
const messages = made.map((chat) => chat.messages.length);
const duplicates = made.length - titles.size + messages.filter((count) => count > 1).length;
latencies.sort((a, b) => a - b);
const at = (share: number) => `${(latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1)} ms`;

console.log(`requests    ${sent} in ${seconds.toFixed(0)} s (${(sent / seconds).toFixed(0)} a second)`);
console.log('answers    ', outcomes);
console.log(
  `keys        ${made.length} chats made for ${Math.ceil(sent / 400)} keys; duplicates ${duplicates}`,
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
