import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { startSandbox } from '../src/sandbox/index.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * What one query costs the built server, without faults: `npx tsx bench/queries.ts --seconds 5`, for each of the
 * queries below. The sandbox and the clients run in this process, so a machine with two cores is busy with both.
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

async function ask(body: string): Promise<void> {
  const answer = await connections.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { errors } = (await answer.body.json()) as { errors?: unknown };
  if (errors) throw new Error(`The answer has errors: ${JSON.stringify(errors)}`);
}

for (const [name, query] of Object.entries(queries)) {
  const body = JSON.stringify({ query });
  for (let turn = 0; turn < 200; turn++) await ask(body);
  const cpuAtStart = gateway.cpuMs();
  const startedAt = performance.now();
  const latencies: number[] = [];
  const client = async () => {
    while (performance.now() - startedAt < Number(values.seconds) * 1000) {
      const askedAt = performance.now();
      await ask(body);
      latencies.push(performance.now() - askedAt);
      if (sandbox.calls.length > 10_000) sandbox.calls.length = 0;
    }
  };
  await Promise.all(Array.from({ length: Number(values.clients) }, client));
  const seconds = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => (latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1);
  const cpu = ((gateway.cpuMs() - cpuAtStart) / latencies.length).toFixed(2);
  console.log(
    `${name.padEnd(20)} ${(latencies.length / seconds).toFixed(0)} a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${cpu} ms of the processor each`,
  );
}

await connections.close();
gateway.stop();
await sandbox.close();
