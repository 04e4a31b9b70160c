import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { print } from 'graphql';
import { startPair } from '../test/support/pair.ts';
import { kishan } from '../test/support/people.ts';
import { Inbox, MessageValues } from '../test/support/queryDocuments.ts';

/**
 * Measures what it costs to compress answers of the gateway, by coding, level and size: processor time of all threads,
 * the time for which the event loop is held, and the size. Run it on an idle machine: npx tsx bench/compression.ts
 */

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
const brotliOptions = (quality: number, size: number) => ({
  params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: size },
});

interface Coding {
  readonly name: string;
  readonly sync: (body: Buffer) => Buffer;
  readonly async: (body: Buffer) => Promise<Buffer>;
}

const codings: readonly Coding[] = [
  ...[1, 2, 3, 4, 5].map((quality) => ({
    name: `br ${quality}`,
    sync: (body: Buffer) => brotliCompressSync(body, brotliOptions(quality, body.length)),
    async: (body: Buffer) => promisify(brotliCompress)(body, brotliOptions(quality, body.length)),
  })),
  ...[1, 4, 6].map((level) => ({
    name: `gzip ${level}`,
    sync: (body: Buffer) => gzipSync(body, { level }),
    async: (body: Buffer) => promisify(gzip)(body, { level }),
  })),
];

/** Answers of about these sizes in bytes, from the sandbox; those beyond its data hold an answer several times. */
async function answers(): Promise<Buffer[]> {
  await using pair = await startPair();
  const ask = async (document: typeof Inbox | typeof MessageValues, variables: object) =>
    Buffer.from(await (await pair.gateway.send(print(document), variables)).arrayBuffer());
  const inboxes: Buffer[] = [];
  for (const first of [1, 2, 4, 10, 25, 100]) inboxes.push(await ask(Inbox, { first }));
  const messages = await ask(MessageValues, { chatID: kishan.chatID, first: 100 });
  const large = Buffer.concat(Array(10).fill(inboxes.at(-1)));
  return [
    Buffer.from(JSON.stringify({ data: { beeper: { sandbox: true } } })),
    ...inboxes,
    messages,
    large,
    Buffer.concat(Array(8).fill(large)),
  ];
}

function measure(body: Buffer, { sync }: Coding): { cpuUs: number; size: number } {
  const times = Math.max(3, Math.min(2_000, Math.floor(4_000_000 / body.length)));
  for (let index = 0; index < times / 4; index++) sync(body);
  const before = process.cpuUsage();
  let size = 0;
  for (let index = 0; index < times; index++) size = sync(body).length;
  const { user, system } = process.cpuUsage(before);
  return { cpuUs: (user + system) / times, size };
}

async function measureAsync(body: Buffer, { async }: Coding): Promise<{ cpuUs: number; heldUs: number }> {
  const times = Math.max(3, Math.min(1_000, Math.floor(4_000_000 / body.length)));
  for (let index = 0; index < times / 4; index++) await async(body);
  const before = process.cpuUsage();
  const loop = performance.eventLoopUtilization();
  for (let index = 0; index < times; index++) await async(body);
  const { user, system } = process.cpuUsage(before);
  const { active } = performance.eventLoopUtilization(loop);
  return { cpuUs: (user + system) / times, heldUs: (active * 1_000) / times };
}

for (const body of await answers()) {
  console.log(`\n${body.length} bytes`);
  for (const coding of codings) {
    const { cpuUs, size } = measure(body, coding);
    const pool = await measureAsync(body, coding);
    const saved = body.length - size;
    console.log(
      coding.name.padEnd(8),
      `${size} bytes (${Math.round((100 * size) / body.length)} %)`.padEnd(24),
      `on the event loop ${cpuUs.toFixed(0)} µs`.padEnd(30),
      `in the pool ${pool.cpuUs.toFixed(0)} µs, of it on the event loop ${pool.heldUs.toFixed(0)} µs`.padEnd(
        58,
      ),
      `${((1_000 * cpuUs) / saved).toFixed(1)} µs per KB saved`,
    );
  }
}
