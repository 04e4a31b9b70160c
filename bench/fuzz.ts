import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../src/sandbox/index.ts';
import { type Hostile, hostileRequest, randomOf, shapes } from '../test/support/hostileRequests.ts';
import { type Effect, startMeasuredGateway } from '../test/support/measuredGateway.ts';

/**
 * Sends random hostile requests of up to 1 MiB, one at a time, to the built server with a heap of 512 MB (Linux only):
 * `npm run build && npx tsx bench/fuzz.ts --minutes 10 --seed 1`. For each shape it prints the longest time for which the
 * event loop stood still, and how far the memory rose; the request of the longest time is in a file. `--requests 10000`
 * sends that many in the same time, four at a time and each document different, and measures only the whole. It exits with 1 if the server ends, or after a request
 * beyond the goals of 200 ms and 64 MiB.
 */
const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    requests: { type: 'string' },
    seed: { type: 'string', default: '1' },
    /** Part of the names of the shapes to send. */
    shape: { type: 'string', default: '' },
    graphiql: { type: 'string', default: 'off' },
  },
});

interface Worst {
  count: number;
  heldMs: number;
  grownMiB: number;
  status: number;
  bytes: number;
}

const goals = { heldMs: 200, grownMiB: 64 };
const sizes = [1_040_000, 1_040_000, 500_000, 60_000, 20_000, 2_000];
const names = Object.keys(shapes).filter((name) => name.includes(options.shape));
const random = randomOf(Number(options.seed));
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const sandbox = await startSandbox();
const gateway = await startMeasuredGateway({
  BEEPER_URL: sandbox.url,
  BEEPER_ACCESS_TOKEN: sandbox.token,
  GRAPHIQL: options.graphiql,
});
const worst = new Map<string, Worst>();

function note(name: string, request: Hostile, effect: Effect): void {
  const known = worst.get(name) ?? { count: 0, heldMs: 0, grownMiB: 0, status: 0, bytes: 0 };
  known.count++;
  known.grownMiB = Math.max(known.grownMiB, effect.grownMiB);
  if (effect.heldMs > known.heldMs) {
    const text = request.body ?? request.path ?? '';
    Object.assign(known, {
      heldMs: effect.heldMs,
      status: effect.status,
      bytes: Buffer.byteLength(text),
    });
    writeFileSync(join(tmpdir(), `fuzz-${name.replaceAll(/\W+/g, '-')}.txt`), text);
  }
  worst.set(name, known);
}

async function sendOne({ body: base, path = '/graphql' }: Hostile, number: number): Promise<void> {
  const body = base?.replace('"query":"', `"query":"#${number}\\n`);
  const response = await fetch(`${gateway.origin}${path}`, {
    ...(body !== undefined && { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
  });
  await response.arrayBuffer();
}

if (options.requests === undefined) {
  // Code is slow when it runs for the first time.
  for (const name of names) await gateway.measure(hostileRequest(name, 60_000, random));
  const until = Date.now() + Number(options.minutes) * 60_000;
  while (Date.now() < until && gateway.isRunning()) {
    const name = pick(names);
    const request = hostileRequest(name, pick(sizes), random);
    note(name, request, await gateway.measure(request));
    sandbox.calls.length = 0;
  }
  for (const [name, { count, heldMs, grownMiB, status, bytes }] of [...worst].toSorted(
    ([, a], [, b]) => b.heldMs - a.heldMs,
  )) {
    console.log(
      `${name.padEnd(42)} ${heldMs.toFixed(0).padStart(5)} ms ${grownMiB.toFixed(0).padStart(4)} MiB  ${count} requests; the longest: ${bytes} bytes, status ${status}`,
    );
  }
} else {
  // Writing them takes longer than answering them.
  const requests = Array.from({ length: 300 }, () => hostileRequest(pick(names), pick(sizes), random));
  const until = Date.now() + Number(options.minutes) * 60_000;
  let [sent, largestMiB] = [0, 0];
  const sendSome = async () => {
    while (sent < Number(options.requests) && Date.now() < until && gateway.isRunning()) {
      sent++;
      await sendOne(pick(requests), sent).catch(() => {});
      largestMiB = Math.max(largestMiB, gateway.isRunning() ? gateway.rssMiB() : 0);
      sandbox.calls.length = 0;
    }
  };
  await Promise.all([sendSome(), sendSome(), sendSome(), sendSome()]);
  console.log(`${sent} requests; at most ${largestMiB.toFixed(0)} MiB of resident memory`);
}

const failed =
  !gateway.isRunning() ||
  [...worst.values()].some(({ heldMs, grownMiB }) => heldMs > goals.heldMs || grownMiB > goals.grownMiB);
if (!gateway.isRunning()) console.log('The server ended.');
await gateway[Symbol.asyncDispose]();
await sandbox.close();
process.exitCode = failed ? 1 : 0;
