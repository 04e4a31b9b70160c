import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from '../src/sandbox/index.ts';

/**
 * Bounded load with faults against the built server: `npx tsx bench/soak.ts --seconds 600 --requests 1000000`.
 * Ends by itself at whichever comes first; talks to this machine only. Exit code 1 where a chat was made twice.
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
const port = 4200;
const gateway = spawn(process.execPath, [fileURLToPath(new URL('../dist/server.js', import.meta.url))], {
  env: {
    PATH: process.env.PATH,
    PORT: String(port),
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    BEEPER_TIMEOUT_MS: '500',
    GATEWAY_WRITES_PER_MINUTE: '0',
    LOG_LEVEL: 'fatal',
  },
  stdio: 'ignore',
});
const origin = `http://127.0.0.1:${port}`;
while (!(await fetch(`${origin}/health`).catch(() => null))?.ok) await wait(50);

const rssMiB = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${gateway.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

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
const routes = ['POST /v1/chats', 'POST /v1/chats/start', 'GET /v1/chats/{chatID}', 'GET /v1/chats'] as const;

const whatsapp = 'local-whatsapp_ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc';
const documents = [
  `mutation ($key: String, $title: String) { result: createChat(idempotencyKey: $key, input: { group: { accountID: "${whatsapp}", participantIDs: ["@15550101002:local-whatsapp.localhost"], title: $title } }) { __typename } }`,
  `mutation ($key: String) { result: startChat(idempotencyKey: $key, input: { accountID: "${whatsapp}", user: { phoneNumber: "+15550101003" } }) { __typename } }`,
  '{ result: chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { __typename title } }',
  '{ result: chats(first: 10, accountIDs: ["telegram"]) { __typename nodes { title lastMessage { plainText } } } }',
];

const outcomes: Record<string, number> = {};
const latencies: number[] = [];
let sent = 0;

async function client(): Promise<void> {
  while (performance.now() < deadline && sent < mostRequests) {
    const turn = sent++;
    if (turn % 10 === 0)
      sandbox.next(routes[(turn / 10) % 4] ?? routes[0], faults[(turn / 10) % faults.length] ?? {});
    // Few chats are made, so that the sandbox's own memory and time stay the same; each key comes up to four times.
    const write = turn % 400 < 4;
    const key = `soak-key-${Math.floor(turn / 400)}`;
    const query = write ? documents[0] : documents[1 + (turn % 3)];
    const startedAt = performance.now();
    const outcome = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: write ? { key, title: key } : {} }),
    })
      .then(async (response) => {
        const { data, errors } = (await response.json()) as {
          data?: { result?: { __typename: string } };
          errors?: { extensions?: { code?: string } }[];
        };
        return data?.result?.__typename ?? errors?.[0]?.extensions?.code ?? `HTTP ${response.status}`;
      })
      .catch((error: Error) => error.name);
    if (turn % 20 === 0) latencies.push(performance.now() - startedAt);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (sandbox.calls.length > 10_000) sandbox.calls.length = 0;
  }
}

await Promise.all(Array.from({ length: 50 }, () => fetch(`${origin}/graphql?query={__typename}`)));
const rssAtStart = rssMiB();
const rss: number[] = [];
const sampling = setInterval(() => rss.push(Math.round(rssMiB())), 10_000);
const startedAt = performance.now();
await Promise.all(Array.from({ length: Number(values.clients) }, client));
clearInterval(sampling);
const seconds = (performance.now() - startedAt) / 1000;

const titles = new Map<string, number>();
for (const { title } of sandbox.chats.values()) {
  if (title?.startsWith('soak-key-')) titles.set(title, (titles.get(title) ?? 0) + 1);
}
const duplicates = [...titles.values()].filter((count) => count > 1).length;
latencies.sort((a, b) => a - b);
const at = (share: number) => `${(latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1)} ms`;

console.log(`requests    ${sent} in ${seconds.toFixed(0)} s (${(sent / seconds).toFixed(0)} a second)`);
console.log('answers    ', outcomes);
console.log(`keys        ${titles.size} chats made; duplicates ${duplicates}`);
console.log(`latency     p50 ${at(0.5)}, p99 ${at(0.99)}`);
console.log(`RSS         ${rssAtStart.toFixed(0)} MiB at start, ${rssMiB().toFixed(0)} MiB at the end`);
console.log(`            every 10 s: ${rss.join(' ')}`);

gateway.kill('SIGTERM');
await sandbox.close();
process.exit(duplicates === 0 ? 0 : 1);
