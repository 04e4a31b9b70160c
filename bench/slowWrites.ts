import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { startSandbox } from '../src/sandbox/index.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * Sends many writes with keys at once to a Beeper that takes long for each, and prints their results by type:
 * `npm run build && npx tsx bench/slowWrites.ts --writes 500 --seconds 10`. Exits with 1 if an outcome is unknown, or
 * if Beeper received another number of writes than there are payloads.
 */
const { values } = parseArgs({
  options: { writes: { type: 'string', default: '500' }, seconds: { type: 'string', default: '10' } },
});
const writes = Number(values.writes);

const query = `mutation ($key: String!) {
  createChat(
    input: { single: { accountID: "telegram", participantID: "@telegram_7001001:beeper.com" } }
    idempotencyKey: $key
  ) { __typename }
}`;

const sandbox = await startSandbox();
const gateway = await startBuiltGateway(sandbox);
const connections = new Pool(gateway.origin, { connections: writes, headersTimeout: 0 });
sandbox.always('POST /v1/chats', { delayMs: Number(values.seconds) * 1_000 });

const startedAt = performance.now();
const results = new Map<string, number[]>();

async function send(index: number): Promise<void> {
  const response = await connections.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { key: `slow-write-${index}` } }),
  });
  const { data } = (await response.body.json()) as { data?: { createChat?: { __typename: string } } };
  const type = data?.createChat?.__typename ?? `status ${response.statusCode}`;
  results.set(type, [...(results.get(type) ?? []), performance.now() - startedAt]);
}

await Promise.all(Array.from({ length: writes }, (_, index) => send(index)));
// Nothing may be sent after its caller has its answer.
await sleep(1_000);

for (const [type, times] of results) {
  const [first, last] = [Math.min(...times), Math.max(...times)].map((ms) => (ms / 1_000).toFixed(1));
  console.log(`${type.padEnd(28)} ${String(times.length).padStart(4)}, after ${first} to ${last} s`);
}
const received = sandbox.calls.filter(({ method }) => method === 'POST').length;
const done = results.get('CreateChatPayload')?.length ?? 0;
console.log(`Beeper received ${received} writes.`);
if (results.has('BeeperOutcomeUnknownError') || received !== done) process.exitCode = 1;

await connections.close();
gateway.stop();
await sandbox.close();
