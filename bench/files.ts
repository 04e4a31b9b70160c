import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { generatedSHA256, seedChatIDs, startSandbox } from '../src/sandbox/index.ts';
import { startBuiltGateway } from './support/builtGateway.ts';

/**
 * Loads and sends a large file through the built gateway, then loads many pictures at once beside queries and slow readers:
 * `npm run build && npx tsx bench/files.ts --bytes 500000000 --pictures 10000`. Prints times and the memory of the gateway's
 * process. Exits with 1 if a file arrives changed, if its transfer takes 64 MiB of memory, or if a picture is refused.
 */
const { values } = parseArgs({
  options: {
    bytes: { type: 'string', default: '500000000' },
    pictures: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '1000' },
  },
});
const bytes = Number(values.bytes);
const pictures = Number(values.pictures);
const maxGrowthMiB = 64;

const sandbox = await startSandbox();
const gateway = await startBuiltGateway(sandbox, { GATEWAY_MAX_CONNECTIONS: '0' });
const connect = (count: number) =>
  new Pool(gateway.origin, { connections: count, headersTimeout: 0, bodyTimeout: 0 });
const connections = connect(Number(values.connections));
const queryConnections = connect(4);

const fail = (sentence: string) => {
  console.log(`FAILED: ${sentence}`);
  process.exitCode = 1;
};

async function ask<Data>(query: string): Promise<Data> {
  const response = await queryConnections.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.body.json()) as { data: Data };
  return data;
}

const address = async (chatID: string): Promise<string> => {
  const { chat } = await ask<{ chat: { imgURL: { contentURL: string } } }>(
    `{ chat(id: "${chatID}") { imgURL { contentURL } } }`,
  );
  return new URL(chat.imgURL.contentURL).pathname;
};

/** @returns the most memory that `work` takes in the gateway's process, in MiB, and its time. */
async function watch(work: () => Promise<void>): Promise<{ growthMiB: number; seconds: number }> {
  const before = gateway.rssMiB();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, gateway.rssMiB());
  }, 20);
  const startedAt = performance.now();
  await work();
  clearInterval(timer);
  return { growthMiB: most - before, seconds: (performance.now() - startedAt) / 1_000 };
}

function report(what: string, { growthMiB, seconds }: { growthMiB: number; seconds: number }): void {
  const rate = (bytes / seconds / 1e6).toFixed(0);
  console.log(
    `${what.padEnd(30)} ${seconds.toFixed(1)} s, ${rate} MB/s, memory +${growthMiB.toFixed(1)} MiB`,
  );
  if (growthMiB >= maxGrowthMiB) fail(`${what} took ${growthMiB.toFixed(1)} MiB`);
}

const picture = await address(seedChatIDs.everyKind);

async function load(path: string): Promise<number> {
  const { statusCode, body } = await connections.request({ method: 'GET', path });
  for await (const _ of body);
  return statusCode;
}

// The code of both directions is compiled before anything is measured.
for (let times = 0; times < 500; times++) await load(picture);

const large = 'mxc://beeper.com/large';
sandbox.addFile(large, { bytes });
const chat = sandbox.chats.get(seedChatIDs.grace);
if (chat) chat.imgURL = large;
const largePath = await address(seedChatIDs.grace);

async function download(pauseMs: number): Promise<void> {
  const hash = createHash('sha256');
  const { body } = await connections.request({ method: 'GET', path: largePath });
  for await (const chunk of body) {
    hash.update(chunk);
    if (pauseMs > 0) await sleep(pauseMs);
  }
  if (hash.digest('hex') !== (await generatedSHA256({ bytes }))) fail('the file arrived changed');
}

report('download', await watch(() => download(0)));
report('download, slow reader', await watch(() => download(1)));

function* content() {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  for (let left = bytes; left > 0; left -= chunk.length)
    yield left < chunk.length ? chunk.subarray(0, left) : chunk;
}

async function upload(): Promise<void> {
  const { createUpload } = await ask<{ createUpload: { url: string } }>(
    `mutation { createUpload(input: { fileName: "large.bin", sizeBytes: ${bytes} }) { ... on CreateUploadPayload { url } } }`,
  );
  const { statusCode, body } = await connections.request({
    method: 'PUT',
    path: new URL(createUpload.url).pathname,
    headers: { 'content-length': String(bytes) },
    body: Readable.from(content()),
  });
  const answer = (await body.json()) as { sizeBytes?: number };
  if (statusCode !== 200 || answer.sizeBytes !== bytes) fail(`the upload ended with ${statusCode}`);
}

report('upload', await watch(upload));

/** @returns the time of one query in milliseconds. */
async function queryMs(): Promise<number> {
  const startedAt = performance.now();
  await ask('{ accounts { id } }');
  return performance.now() - startedAt;
}

const percentile = (times: readonly number[], part: number): string =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0).toFixed(0);

const alone: number[] = [];
for (let times = 0; times < 100; times++) alone.push(await queryMs());

const beside: number[] = [];
let isLoading = true;
const queries = (async () => {
  while (isLoading) {
    beside.push(await queryMs());
    await sleep(10);
  }
})();
const statuses = new Map<number, number>();
const many = await watch(async () => {
  await Promise.all(
    Array.from({ length: pictures }, async () => {
      const status = await load(picture);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }),
  );
});
isLoading = false;
await queries;
console.log(
  `${pictures} pictures at once        ${many.seconds.toFixed(1)} s, ${(pictures / many.seconds).toFixed(0)} a second, memory +${many.growthMiB.toFixed(1)} MiB, statuses ${JSON.stringify([...statuses])}`,
);
console.log(
  `queries                        p50 ${percentile(alone, 0.5)} ms, p99 ${percentile(alone, 0.99)} ms alone; p50 ${percentile(beside, 0.5)} ms, p99 ${percentile(beside, 0.99)} ms meanwhile`,
);
if (statuses.get(200) !== pictures) fail('not every picture arrived');

await Promise.all([connections.destroy(), queryConnections.destroy()]);
gateway.stop();
await sandbox.close();
