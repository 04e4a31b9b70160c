import type { ClusterResult, MemoryResult, Results, ScalingResult, StartUpResult } from './results.ts';
import { spreadOf } from './statistics.ts';
import { operationHead, operationRows, table } from './tables.ts';
import { isReached, type Target, targetsOf } from './targets.ts';

/** @returns docs/performance.md. */
export function report(results: Results): string {
  const { machine, contenders, operations } = results;
  const titleOf = (id: string) => contenders.find((one) => one.id === id)?.title ?? id;
  return `${[
    '# Performance',
    'Written by `npm run bench`; do not edit it by hand.',
    intro,
    '![CPU time per request as a multiple of a hand-written proxy](performance.svg)',
    '## Machine',
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB; ${machine.system}; Node.js ${machine.node}; ${machine.date}; commit ${machine.commit}. The upstream, the load and the server share the cores. Before the run, the load average of the machine over one minute was ${machine.loadBefore.toFixed(1)}. ${machine.rounds} interleaved rounds of up to ${machine.requestsPerRound} requests.`,
    machine.isQuick
      ? 'This was a short run (`--quick`): processes were warmed up for at most 3 s, and the values spread more than those of a full one.'
      : '',
    machine.loadBefore > machine.cores / 2
      ? '**Other programs were using the machine: these values are a rough indication, and latencies say nothing.**'
      : '',
    'CPU times depend on the machine and on what else it runs. Compare ratios within one run.',
    '## Targets',
    'Ratios of medians of this run.',
    targetTable(targetsOf(results)),
    '## Operations',
    columns,
    ...operations.flatMap((operation) => [
      `### ${operation.title}`,
      table(operationHead, operationRows(operation, titleOf)),
    ]),
    ...startUpPart(results.startUp, titleOf),
    ...memoryPart(results.memory, titleOf),
    ...scalingPart(results, titleOf),
    repeat,
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

const intro = `What a request costs in this gateway, next to a hand-written proxy that makes the same calls and builds the same answer (the floor), and to other GraphQL servers.

All servers are Node.js processes with \`NODE_ENV=production\` in front of one upstream, which imitates Beeper Desktop 4.3 with prepared answers that were taken from this project's sandbox. Before anything is timed, the answers of all servers are compared with the floor's: they must be equal except for the order of fields. During the load every answer must be exactly that one.

- **Floor:** node:http and undici without GraphQL. It picks the operation by its name.
- **This gateway:** \`dist/server.js\` with its production settings and a log that goes to a file. All protections are on. \`GATEWAY_REQUESTS_PER_MINUTE\` and \`GATEWAY_WRITES_PER_MINUTE\` are set to their maximum, because their defaults would refuse the load: both still count each request.
- **Yoga, Mercurius, Apollo Server:** the part of the schema that the operations use, and one set of resolvers. Yoga and Mercurius call the upstream with undici, Apollo Server with RESTDataSource. They have their defaults, so none of this gateway's validation, limits, retries, deadlines or logs.
- **GraphQL Mesh:** a supergraph that Mesh Compose makes from an OpenAPI document of the upstream, in Hive Gateway. Its schema has other names for the same data, so it has documents of its own, and its answers are renamed before they are compared. Its clients look up accounts and senders themselves, and this work is not measured: it does less here than the others.

The upstream answers startChat with the ID and the status alone, as apps before 4.2.808 do, so that a title costs a second call. Apps from 4.2.808 on answer with the whole chat. Each operation makes the same number of upstream calls in all servers.`;

const columns =
  'Each round gives every server a turn at every operation, so that all of them have the same minutes, and every server has run all operations before. CPU time is that of the server process with all its threads, for 32 callers that send their next request as soon as they are answered. “min–max” is the range over the rounds; a ratio is that of one round. “refused” are requests that a server rejected with status 503 because it was overloaded; the CPU time of refusals counts to the requests that were answered. p50 and p99 are latencies at a fixed rate of 500 requests per second, each from the time at which the request was due, and the median of several turns; “too slow” means that this rate would take more than 85 % of a core, or that it was not kept. RSS is that of a process that has run all operations.';

const repeat = `## How to repeat it

\`npm run bench\` installs the peers in \`bench/\`, builds the gateway, measures for about 20 minutes, and writes this page, \`performance.svg\`, and the raw values as JSON to the folder \`results\` of the package. It needs Linux. \`npm run bench -- --quick\` takes about 3 minutes, and \`npm run bench -- --only a,d --contenders floor,gateway\` measures a part; both only print, unless \`--report\` is added.`;

function targetTable(targets: readonly Target[]): string {
  const rows = targets.map((target) => [
    target.title,
    `≤ ${target.limit}`,
    target.value === null ? 'not measured' : target.value.toFixed(2),
    verdict(target),
  ]);
  return table(['target', 'limit', 'value', ''], rows);
}

/** @returns `reached`, `missed`, or nothing for what was not measured. */
export function verdict(target: Target): string {
  const reached = isReached(target);
  if (reached === null) return '';
  return reached ? 'reached' : '**missed**';
}

type TitleOf = (id: string) => string;

function startUpPart(results: readonly StartUpResult[], titleOf: TitleOf): string[] {
  if (results.length === 0) return [];
  const rows = results.map(({ id, ms, rss }) => {
    const { min, median, max } = spreadOf(ms);
    return [titleOf(id), median.toFixed(0), `${min.toFixed(0)}–${max.toFixed(0)}`, rss.toFixed(0)];
  });
  return [
    '## Start-up',
    'From the start of the process to the end of its first answer, which is one to `accounts`, and the resident memory a second later.',
    table(['server', 'ms', 'min–max', 'RSS MiB, idle'], rows),
  ];
}

function memoryPart(results: readonly MemoryResult[], titleOf: TitleOf): string[] {
  if (results.length === 0) return [];
  const counts = results[0]?.samples.map(({ requests }) => requests.toLocaleString('en')) ?? [];
  const rows = results.map(({ id, idle, samples }) => [
    titleOf(id),
    idle.toFixed(0),
    ...samples.map(({ rss }) => rss.toFixed(0)),
  ]);
  return [
    '## Memory',
    'Resident memory of a process that answers startChat (ID only) for 32 callers: idle after its first answers, and a second after the last request.',
    table(['RSS MiB', 'idle', ...counts.map((count) => `after ${count} requests`)], rows),
  ];
}

function scalingPart({ scaling, cluster }: Results, titleOf: TitleOf): string[] {
  if (scaling.length === 0) return [];
  return [
    '## Scaling',
    'CPU µs per request, medians. Beeper itself lists at most 20 participants of a chat.',
    ...scaling.flatMap((series) => seriesPart(series, titleOf)),
    '### Two processes in a cluster',
    clusterText,
    clusterTable(cluster),
  ];
}

const clusterText =
  'Two gateways behind `node:cluster`, against one. The default store of idempotency keys belongs to one process, so `GATEWAY_STORE` is `memory:` here; no request has a key. CPU time and memory are those of all processes together, with the primary process, which only hands out connections. Upstream and load take part of the same cores, so the number of requests per second says little about a machine with more of them.';

function seriesPart({ title, quantity, rows }: ScalingResult, titleOf: TitleOf): string[] {
  const ids = rows[0]?.contenders.map(({ id }) => id) ?? [];
  const cells = rows.map(({ value, contenders }) => [
    String(value),
    ...contenders.map(({ cpu, refused }) =>
      refused > 0 ? `${cpu.toFixed(0)} (${(100 * refused).toFixed(0)} % refused)` : cpu.toFixed(0),
    ),
  ]);
  return [`### ${title}`, table([quantity, ...ids.map(titleOf)], cells)];
}

function clusterTable(results: readonly ClusterResult[]): string {
  const rows = results.map(({ title, processes, cpu, perSecond, rss }) => [
    title,
    String(processes),
    cpu.toFixed(0),
    perSecond.toFixed(0),
    rss.toFixed(0),
  ]);
  return table(['operation', 'processes', 'CPU µs per request', 'requests/s', 'RSS MiB'], rows);
}
