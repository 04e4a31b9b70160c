import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { startSandbox } from '../src/sandbox/index.ts';
import { startCollector } from '../test/support/collector.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * Measures what spans cost: `npm run build && npx tsx bench/traces.ts` prints the processor time of a request in three
 * gateways, without traces, with a hundredth of them, and with all (Linux only). Their rounds take turns, so that a busy
 * machine is equally busy for each; compare the differences, not the sums.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, requests: { type: 'string', default: '2000' } },
});

const queries = {
  'no call to Beeper': '{ __typename }',
  'one call': '{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { title } }',
};

const collector = await startCollector();
const sandbox = await startSandbox();
const sampled = (ratio: string) => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  OTEL_TRACES_SAMPLER: 'traceidratio',
  OTEL_TRACES_SAMPLER_ARG: ratio,
  OTEL_BSP_MAX_QUEUE_SIZE: '100000',
});
const contenders = await Promise.all(
  [
    { name: 'off', settings: {} },
    { name: '0.01', settings: sampled('0.01') },
    { name: '1', settings: sampled('1') },
  ].map(async ({ name, settings }) => {
    // With the log of requests, as in production: spans and its lines are made from the same record.
    const gateway = await startBuiltGateway(sandbox, { LOG_LEVEL: 'info', ...settings });
    return { name, gateway, pool: new Pool(gateway.origin, { connections: 4 }), rounds: [] as number[] };
  }),
);

async function sendMany(pool: Pool, body: string, count: number): Promise<void> {
  let left = count;
  const headers = { 'content-type': 'application/json' };
  const runClient = async () => {
    while (left-- > 0)
      await (await pool.request({ method: 'POST', path: '/graphql', headers, body })).body.dump();
  };
  await Promise.all(Array.from({ length: 4 }, runClient));
  sandbox.calls.length = 0;
  collector.exports.length = 0;
  collector.spans.length = 0;
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const requests = Number(values.requests);
for (const [name, query] of Object.entries(queries)) {
  const body = JSON.stringify({ query });
  for (const { pool, rounds } of contenders) {
    rounds.length = 0;
    await sendMany(pool, body, requests);
  }
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { gateway, pool, rounds } of contenders) {
      const before = gateway.cpuMs();
      await sendMany(pool, body, requests);
      rounds.push(((gateway.cpuMs() - before) / requests) * 1_000);
    }
  }
  for (const { name: ratio, gateway, rounds } of contenders) {
    const more = median(rounds.map((us, round) => us - (contenders[0]?.rounds[round] ?? 0)));
    console.log(
      `${name.padEnd(18)} traces ${ratio.padEnd(5)} ${median(rounds).toFixed(0)} µs per request, ${more.toFixed(0)} more than without, ${gateway.rssMiB().toFixed(0)} MiB`,
    );
  }
}

for (const { gateway, pool } of contenders) {
  await pool.close();
  gateway.stop();
}
await sandbox.close();
await collector[Symbol.asyncDispose]();
