import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { Pool } from 'undici';
import { startSandbox } from '../src/sandbox/index.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * Strangers ask /ready in a loop while callers read chats: `npm run build && npx tsx bench/ready.ts --seconds 10`.
 * Prints what that costs Beeper and the callers. Strangers pause between requests, so that this measures the calls to
 * Beeper and not the processor; without a pause they compete for it with every other request. Exits with 1 if Beeper
 * gets more than one call a second for `/ready`.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    strangers: { type: 'string', default: '300' },
    callers: { type: 'string', default: '8' },
    pauseMs: { type: 'string', default: '1000' },
  },
});
const seconds = Number(values.seconds);
const body = JSON.stringify({ query: '{ chat(id: "!NCdzlIaMjZUmvmvyHU:beeper.com") { title } }' });

const sandbox = await startSandbox();
const gateway = await startBuiltGateway(sandbox);
const connections = new Pool(gateway.origin, { connections: Number(values.callers) });

/** @returns queries per second and their 99th percentile in milliseconds. */
async function runCallers(): Promise<{ rate: number; p99: number }> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const runCaller = async () => {
    while (performance.now() - startedAt < seconds * 1_000) {
      const sentAt = performance.now();
      const response = await connections.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { errors } = (await response.body.json()) as { errors?: unknown };
      if (errors) throw new Error(`The response has errors: ${JSON.stringify(errors)}`);
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: Number(values.callers) }, runCaller));
  latencies.sort((a, b) => a - b);
  return {
    rate: latencies.length / seconds,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
  };
}

/** The strangers run in a thread of their own. */
const strangers = `
  const { parentPort, workerData: { origin, count, pauseMs } } = require('node:worker_threads');
  const { Agent, request } = require('node:http');
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  let asked = 0;
  const ask = () => request(origin + '/ready', { agent }, (response) => {
    asked++;
    response.resume().on('end', () => setTimeout(ask, pauseMs));
  }).on('error', () => setTimeout(ask, pauseMs)).end();
  for (let stranger = 0; stranger < count; stranger++) setTimeout(ask, Math.random() * pauseMs);
  parentPort.on('message', () => parentPort.postMessage(asked));
`;

const show = (name: string, { rate, p99 }: { rate: number; p99: number }) =>
  console.log(`callers ${name}: ${rate.toFixed(0)} queries per second, p99 ${p99.toFixed(1)} ms`);

await runCallers();
show('alone', await runCallers());

const worker = new Worker(strangers, {
  eval: true,
  workerData: {
    origin: gateway.origin,
    count: Number(values.strangers),
    pauseMs: Number(values.pauseMs),
  },
});
sandbox.calls.length = 0;
show(`beside ${values.strangers} strangers`, await runCallers());
const asked = await new Promise<number>((resolve) => {
  worker.once('message', resolve);
  worker.postMessage('count');
});
await worker.terminate();

const perSecond = (path: string) => sandbox.calls.filter((call) => call.path === path).length / seconds;
console.log(`strangers: ${(asked / seconds).toFixed(0)} requests per second`);
console.log(
  `Beeper: ${perSecond('/v1/info').toFixed(1)} calls of /v1/info and ${perSecond('/v1/accounts').toFixed(1)} of /v1/accounts per second`,
);
if (perSecond('/v1/info') + perSecond('/v1/accounts') > 1.2) process.exitCode = 1;

await connections.close();
gateway.stop();
await sandbox.close();
