import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { startSandbox } from '../src/sandbox/index.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * Measures latency and processor time of single queries against the built server, without faults:
 * `npm run build && npx tsx bench/queries.ts --seconds 5`, for each of the queries below (Linux only).
 * The sandbox and the clients run in this process, so use a machine with at least two cores.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, clients: { type: 'string', default: '8' } },
});

const queries = {
  'no call to Beeper': '{ __typename }',
  'one chat': '{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { title } }',
  'titles of 25 chats': '{ chats { nodes { title } } }',
  'inbox of 25 chats':
    '{ chats { nodes { title account { network } participants { items { fullName } } lastMessage { plainText sender { fullName } } } } }',
};

const sandbox = await startSandbox();
const gateway = await startBuiltGateway(sandbox);
const connections = new Pool(gateway.origin, { connections: Number(values.clients) });

async function send(body: string): Promise<void> {
  const response = await connections.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { errors } = (await response.body.json()) as { errors?: unknown };
  if (errors) throw new Error(`The response has errors: ${JSON.stringify(errors)}`);
}

for (const [name, query] of Object.entries(queries)) {
  const body = JSON.stringify({ query });
  for (let warmUp = 0; warmUp < 200; warmUp++) await send(body);
  const cpuAtStart = gateway.cpuMs();
  const startedAt = performance.now();
  const latencies: number[] = [];
  const runClient = async () => {
    while (performance.now() - startedAt < Number(values.seconds) * 1000) {
      const sentAt = performance.now();
      await send(body);
      latencies.push(performance.now() - sentAt);
      if (sandbox.calls.length > 10_000) sandbox.calls.length = 0;
    }
  };
  await Promise.all(Array.from({ length: Number(values.clients) }, runClient));
  const seconds = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (quantile: number) => (latencies[Math.floor(latencies.length * quantile)] ?? 0).toFixed(1);
  const cpu = ((gateway.cpuMs() - cpuAtStart) / latencies.length).toFixed(2);
  console.log(
    `${name.padEnd(20)} ${(latencies.length / seconds).toFixed(0)} per second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${cpu} ms of processor time per query`,
  );
}

await connections.close();
gateway.stop();
await sandbox.close();
