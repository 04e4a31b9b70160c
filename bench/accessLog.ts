import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { startSandbox } from '../src/sandbox/index.ts';
import { freePort } from '../test/support/freePort.ts';
import { type BuiltGateway, startBuiltGateway } from './support/builtGateway.ts';

/**
 * Measures what the access log and metrics add to the processor time of `startChat`:
 * `npm run build && npx tsx bench/accessLog.ts --rounds 9` (Linux only). The three gateways run at the same time and take
 * turns in each round, so that what else the machine does affects all of them.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, requests: { type: 'string', default: '2000' } },
});
const rounds = Number(values.rounds);
const requests = Number(values.requests);

const common = { NODE_ENV: 'production', GATEWAY_STORE: 'memory:' };
const settings: Readonly<Record<string, Record<string, string>>> = {
  neither: { ...common, LOG_LEVEL: 'warn' },
  'access log': { ...common, LOG_LEVEL: 'info' },
  metrics: { ...common, LOG_LEVEL: 'warn', METRICS_PORT: String(await freePort()) },
};

interface Measured {
  readonly gateway: BuiltGateway;
  readonly connections: Pool;
  /** Microseconds of processor time per request, by round. */
  readonly costs: number[];
}

const sandbox = await startSandbox();
const measured = new Map<string, Measured>();
for (const [name, env] of Object.entries(settings)) {
  const gateway = await startBuiltGateway(sandbox, env);
  measured.set(name, { gateway, connections: new Pool(gateway.origin, { connections: 8 }), costs: [] });
}

const query =
  'mutation StartChat { startChat(input: { accountID: "matrix", user: { id: "@kishan:beeper.com" } }) { __typename } }';

async function send({ connections }: Measured, count: number): Promise<void> {
  let left = count;
  const runClient = async () => {
    while (left-- > 0) {
      const { body } = await connections.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      if (!(await body.text()).includes('StartChatPayload')) throw new Error('startChat failed');
    }
  };
  await Promise.all(Array.from({ length: 8 }, runClient));
  sandbox.calls.length = 0;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

for (const one of measured.values()) await send(one, 3_000);
for (let round = 0; round < rounds; round++) {
  for (const one of measured.values()) {
    const before = one.gateway.cpuMs();
    await send(one, requests);
    one.costs.push(((one.gateway.cpuMs() - before) / requests) * 1_000);
  }
}

const base = measured.get('neither')?.costs ?? [];
for (const [name, { costs }] of measured) {
  const ratio = median(costs.map((cost, round) => cost / (base[round] ?? Number.NaN)));
  console.log(`${name.padEnd(10)} ${median(costs).toFixed(0)} µs, ${ratio.toFixed(3)} × neither`);
}

for (const { gateway, connections } of measured.values()) {
  await connections.close();
  gateway.stop();
}
await sandbox.close();
