import type { Operation } from './operations.ts';
import type { Plan } from './plan.ts';
import { rssMiB } from './processes.ts';
import type { ContenderResult, OperationResult, RateResult } from './results.ts';
import { compareAnswers, type Exchange, measure, refusedShare, type Session } from './session.ts';
import { median } from './statistics.ts';

interface Rounds {
  readonly exchange: Exchange;
  readonly cpu: number[];
  readonly perSecond: number[];
  readonly refused: number[];
}

/** Measures an operation in rounds in which each contender has a turn, so that a slow minute of the machine strikes all of them. */
export async function runRounds(
  session: Session,
  operation: Operation,
  plan: Plan,
): Promise<OperationResult> {
  const exchanges = await compareAnswers(session, operation);
  for (const exchange of exchanges) await measure(session, exchange, plan.warmUp);
  const all: Rounds[] = exchanges.map((exchange) => ({ exchange, cpu: [], perSecond: [], refused: [] }));
  for (let round = 0; round < plan.rounds; round++) {
    for (const { exchange, cpu, perSecond, refused } of all) {
      const measured = await measure(session, exchange, plan.round);
      cpu.push(measured.cpuPerRequest);
      perSecond.push(measured.done / measured.seconds);
      refused.push(refusedShare(measured));
    }
  }
  const contenders: ContenderResult[] = [];
  for (const { exchange, cpu, perSecond, refused } of all) {
    const { running, calls } = exchange;
    contenders.push({
      id: running.id,
      cpu,
      perSecond,
      refused: Math.max(...refused),
      calls: Object.values(calls).reduce((sum, count) => sum + count, 0),
      rss: rssMiB(running.pid),
      rate: plan.phases.includes('rate') ? await runRate(session, exchange, plan, median(cpu)) : null,
    });
  }
  return { id: operation.id, title: operation.title, contenders };
}

/** Share of one core above which a rate is not tried: the requests would only pile up. */
const mostBusy = 0.85;
/** Share of refused requests above which a rate was not kept. */
const mostRefused = 0.01;

async function runRate(session: Session, exchange: Exchange, plan: Plan, cpu: number): Promise<RateResult> {
  const perSecond = plan.rate.perSecond ?? 0;
  if ((cpu * perSecond) / 1_000_000 > mostBusy) return { perSecond, latency: null };
  const measured = await measure(session, exchange, plan.rate);
  const isKept = refusedShare(measured) < mostRefused;
  return { perSecond, latency: isKept ? { p50: measured.p50, p99: measured.p99 } : null };
}
