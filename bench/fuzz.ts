import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../src/sandbox/index.ts';
import { type Hostile, hostileRequest, randomOf, shapes } from '../test/support/hostileRequests.ts';
import { startMeasuredGateway } from '../test/support/measuredGateway.ts';

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    shape: { type: 'string', default: '' },
    graphiql: { type: 'string', default: 'off' },
    once: { type: 'boolean', default: false },
  },
});

interface Worst {
  count: number;
  heldMs: number;
  grownMiB: number;
  status: number;
  size: number;
}

const names = Object.keys(shapes).filter((name) => name.includes(options.shape));
const random = randomOf(Number(options.seed));
const sandbox = await startSandbox();
let gateway = await start();
const worst = new Map<string, Worst>();

function start() {
  return startMeasuredGateway({
    BEEPER_URL: sandbox.url,
    BEEPER_ACCESS_TOKEN: sandbox.token,
    GRAPHIQL: options.graphiql,
    GATEWAY_REQUESTS_PER_MINUTE: '0',
  });
}
for (let n = 0; n < 50; n++)
  await gateway.measure({ body: '{"query":"{ chats { nodes { id title lastMessage { id } } } }"}' });

const until = Date.now() + Number(options.minutes) * 60_000;
const sizes = [1_040_000, 1_040_000, 500_000, 60_000, 20_000, 2_000];
let index = 0;
let requests = 0;
while (Date.now() < until && (!options.once || index < names.length)) {
  const name = names[index++ % names.length] as string;
  const size = options.once ? 1_040_000 : (sizes[Math.floor(random() * sizes.length)] as number);
  const request: Hostile = hostileRequest(name, size, random);
  const effect = await gateway.measure(request);
  requests++;
  sandbox.calls.length = 0;
  const before = worst.get(name) ?? { count: 0, heldMs: 0, grownMiB: 0, status: 0, size: 0 };
  const isWorse = effect.heldMs > before.heldMs;
  const bytes = Buffer.byteLength(request.body ?? request.path ?? '');
  worst.set(name, {
    count: before.count + 1,
    heldMs: Math.max(before.heldMs, effect.heldMs),
    grownMiB: Math.max(before.grownMiB, effect.grownMiB),
    status: isWorse ? effect.status : before.status,
    size: isWorse ? bytes : before.size,
  });
  if (options.once)
    console.log(
      `${name.padEnd(42)} ${effect.heldMs.toFixed(0).padStart(6)} ms ${effect.grownMiB.toFixed(0).padStart(5)} MiB  ${effect.status} ${bytes} ${effect.body.slice(0, 90)}`,
    );
  if (isWorse || effect.grownMiB > before.grownMiB)
    writeFileSync(join(tmpdir(), `fuzz-${names.indexOf(name)}.json`), request.body ?? request.path ?? '');
  if (!gateway.isRunning()) {
    console.log(`ENDED: ${name}`);
    gateway = await start();
  }
}
console.log(requests);
for (const [name, w] of [...worst].toSorted(([, a], [, b]) => b.heldMs - a.heldMs))
  console.log(
    `${name.padEnd(42)} ${w.heldMs.toFixed(0).padStart(6)} ms ${w.grownMiB.toFixed(0).padStart(5)} MiB  ${w.count} × ${w.status} ${w.size}`,
  );
await gateway[Symbol.asyncDispose]();
await sandbox.close();
