import { defaultSize, type Size } from './bodies.ts';
import { type Contender, contenders, gatewaySettings } from './contenders.ts';
import type { Operation } from './operations.ts';
import type { Plan } from './plan.ts';
import { rssMiB } from './processes.ts';
import type { ClusterResult, ScalingResult } from './results.ts';
import {
  compareAnswers,
  type Exchange,
  measure,
  refusedShare,
  type Session,
  startSession,
} from './session.ts';
import { median } from './statistics.ts';

interface Series {
  readonly title: string;
  readonly quantity: string;
  readonly values: readonly number[];
  /** @returns the size of the upstream's answers, and the number of callers. */
  readonly at: (value: number) => { readonly size?: Partial<Size>; readonly callers?: number };
}

const byCallers = { quantity: 'callers', values: [1, 8, 32, 128], at: (callers: number) => ({ callers }) };

const listSeries: readonly Series[] = [
  {
    title: 'The list against the number of chats',
    quantity: 'chats',
    values: [1, 25, 100, 200],
    at: (items) => ({ size: { items } }),
  },
  {
    title: 'The list of 25 chats against the number of participants of each',
    quantity: 'participants',
    values: [2, 20, 100],
    at: (participants) => ({ size: { participants } }),
  },
  { title: 'The list of 25 chats against the number of callers', ...byCallers },
];

const startSeries: Series = { title: 'startChat against the number of callers', ...byCallers };

const compared = ['floor', 'gateway', 'mercurius'];

/** Measures how the cost grows, for the gateway, the floor and the cheapest peer. */
export async function measureScaling(
  plan: Plan,
  list: Operation,
  start: Operation,
): Promise<ScalingResult[]> {
  const session = await startSession(plan.contenders.filter(({ id }) => compared.includes(id)));
  try {
    const results: ScalingResult[] = [];
    for (const series of listSeries) results.push(await runSeries(session, series, list, plan));
    results.push(await runSeries(session, startSeries, start, plan));
    return results;
  } finally {
    await session.stop();
  }
}

async function runSeries(
  session: Session,
  { title, quantity, values, at }: Series,
  operation: Operation,
  plan: Plan,
): Promise<ScalingResult> {
  const rows: ScalingResult['rows'][number][] = [];
  for (const value of values) {
    const { size, callers = 32 } = at(value);
    const resized = { ...defaultSize, ...size };
    await session.upstream.resize(resized);
    const variables = { ...operation.variables, ...(size?.items && { first: size.items }) };
    const exchanges = await compareAnswers(session, { ...operation, variables });
    rows.push({ value, contenders: await runRow(session, exchanges, { ...plan.scaling, callers }, plan) });
  }
  await session.upstream.resize(defaultSize);
  return { title, quantity, rows };
}

async function runRow(
  session: Session,
  exchanges: readonly Exchange[],
  amount: Parameters<typeof measure>[2],
  plan: Plan,
): Promise<ScalingResult['rows'][number]['contenders']> {
  const rows = exchanges.map((exchange) => ({ exchange, cpu: [] as number[], refused: [] as number[] }));
  // The first round warms up.
  for (let round = 0; round <= plan.scalingRounds; round++) {
    for (const { exchange, cpu, refused } of rows) {
      const measured = await measure(session, exchange, amount);
      if (round === 0) continue;
      cpu.push(measured.cpuPerRequest);
      refused.push(refusedShare(measured));
    }
  }
  return rows.map(({ exchange, cpu, refused }) => ({
    id: exchange.running.id,
    cpu: median(cpu),
    refused: Math.max(...refused),
  }));
}

const inMemory = { ...gatewaySettings, GATEWAY_STORE: 'memory:' };

/** The default store belongs to one process, so both have a store in memory, which is not used without keys. */
const clusters: readonly (Contender & { readonly processes: number })[] = contenders
  .filter(({ id }) => id === 'gateway')
  .flatMap((gateway) => [
    { ...gateway, env: inMemory, processes: 1 },
    { ...gateway, id: 'cluster', script: 'contenders/cluster.js', env: inMemory, processes: 2 },
  ]);

/** Measures one and two processes of the gateway. */
export async function measureCluster(
  plan: Plan,
  measuredOperations: readonly Operation[],
): Promise<ClusterResult[]> {
  const session = await startSession(clusters);
  try {
    const results: ClusterResult[] = [];
    for (const operation of measuredOperations) {
      const exchanges = await compareAnswers(session, operation);
      for (const exchange of exchanges) await measure(session, exchange, plan.warmUp);
      for (const [index, exchange] of exchanges.entries()) {
        const { cpuPerRequest, done, seconds } = await measure(session, exchange, plan.round);
        results.push({
          title: operation.title,
          processes: clusters[index]?.processes ?? 1,
          cpu: cpuPerRequest,
          perSecond: done / seconds,
          rss: rssMiB(exchange.running.pid),
        });
      }
    }
    return results;
  } finally {
    await session.stop();
  }
}
