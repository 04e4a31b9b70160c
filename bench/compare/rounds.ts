import type { Plan } from './plan.ts';
import { rssMiB } from './processes.ts';
import type { ContenderResult, OperationResult, RateResult } from './results.ts';
import { compareAnswers, type Exchange, measure, refusedShare, type Session, sumOf } from './session.ts';
import { median } from './statistics.ts';

interface Rounds {
  readonly exchange: Exchange;
  readonly cpu: number[];
  readonly perSecond: number[];
  readonly refused: number[];
  /** Null for a turn in which the rate was not kept. */
  readonly latencies: (Latency | null)[];
}

type Latency = NonNullable<RateResult['latency']>;

/**
 * Measures operations in rounds in which each contender has a turn at each of them, so that a slow minute of the machine strikes
 * all of them. Every server has run all operations before, as one in production has.
 */
export async function runRounds(session: Session, plan: Plan): Promise<OperationResult[]> {
  const all: Rounds[] = [];
  for (const operation of plan.operations) {
    for (const exchange of await compareAnswers(session, operation)) {
      await measure(session, exchange, plan.warmUp);
      all.push({ exchange, cpu: [], perSecond: [], refused: [], latencies: [] });
    }
  }
  for (let round = 0; round < plan.rounds; round++) {
    for (const { exchange, cpu, perSecond, refused } of all) {
      const measured = await measure(session, exchange, plan.round);
      cpu.push(measured.cpuPerRequest);
      perSecond.push(measured.done / measured.seconds);
      refused.push(refusedShare(measured));
    }
    console.log(`Round ${round + 1} of ${plan.rounds}`);
  }
  const turns = plan.phases.includes('rate') ? plan.rateTurns : 0;
  for (let turn = 0; turn < turns; turn++) {
    for (const { exchange, cpu, latencies } of all) {
      if (isAbleTo(plan, median(cpu))) latencies.push(await measureRate(session, exchange, plan));
    }
  }
  return plan.operations.map(({ id, title }) => ({
    id,
    title,
    contenders: all
      .filter(({ exchange }) => exchange.operation.id === id)
      .map((rounds) => resultOf(rounds, turns, plan)),
  }));
}

function resultOf(
  { exchange: { running, calls }, cpu, perSecond, refused, latencies }: Rounds,
  turns: number,
  plan: Plan,
): ContenderResult {
  return {
    id: running.id,
    cpu,
    perSecond,
    refused: Math.max(...refused),
    calls: sumOf(calls),
    rss: rssMiB(running.pid),
    rate: turns === 0 ? null : { perSecond: plan.rate.perSecond ?? 0, latency: medianOf(latencies) },
  };
}

/** Share of one core above which a rate is not tried: the requests would only pile up. */
const mostBusy = 0.85;
/** Share of refused requests above which a rate was not kept. */
const mostRefused = 0.01;

const isAbleTo = ({ rate: { perSecond = 0 } }: Plan, cpu: number): boolean =>
  (cpu * perSecond) / 1_000_000 <= mostBusy;

async function measureRate(session: Session, exchange: Exchange, plan: Plan): Promise<Latency | null> {
  const measured = await measure(session, exchange, plan.rate);
  return refusedShare(measured) < mostRefused ? { p50: measured.p50, p99: measured.p99 } : null;
}

/** @returns null unless the rate was kept in every turn. */
function medianOf(turns: readonly (Latency | null)[]): Latency | null {
  const kept = turns.filter((turn) => turn !== null);
  if (kept.length === 0 || kept.length < turns.length) return null;
  return { p50: median(kept.map(({ p50 }) => p50)), p99: median(kept.map(({ p99 }) => p99)) };
}
