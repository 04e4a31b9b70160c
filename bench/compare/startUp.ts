import { setTimeout as sleep } from 'node:timers/promises';
import { startLoad, startUpstream } from './children.ts';
import { type Contender, firstAnswer, prepare, type Running, start } from './contenders.ts';
import { bodyOf, type Operation } from './operations.ts';
import type { Plan } from './plan.ts';
import { rssMiB } from './processes.ts';
import type { MemoryResult, StartUpResult } from './results.ts';
import { compareAnswers, measure } from './session.ts';
import { median } from './statistics.ts';

/** Until the garbage of the start or of the load is collected, and helper threads have ended. */
const restMs = 1_000;

/** Starts each contender several times. */
export async function measureStartUp(plan: Plan, operation: Operation): Promise<StartUpResult[]> {
  const upstream = await startUpstream();
  const results: StartUpResult[] = [];
  for (const contender of plan.contenders) {
    const body = bodyOf(operation, contender.documents?.[operation.id]);
    const prepared = await prepare(contender, upstream.url);
    const ms: number[] = [];
    const rss: number[] = [];
    for (let count = 0; count < plan.startUps; count++) {
      const startedAt = performance.now();
      const running = await start(prepared);
      await firstAnswer(running, body);
      ms.push(performance.now() - startedAt);
      await sleep(restMs);
      rss.push(rssMiB(running.pid));
      await running.stop();
    }
    results.push({ id: contender.id, ms, rss: median(rss) });
  }
  upstream.stop();
  return results;
}

/** Sends many requests to a fresh process of each contender that is asked for. */
export async function measureMemory(
  plan: Plan,
  operation: Operation,
  chosen: readonly Contender[],
): Promise<MemoryResult[]> {
  const upstream = await startUpstream();
  const load = startLoad();
  const results: MemoryResult[] = [];
  for (const contender of chosen) {
    const prepared = await prepare(contender, upstream.url);
    const running: Running = await start(prepared);
    const session = { upstream, load, running: [running], stop: () => running.stop() };
    const [exchange] = await compareAnswers(session, operation);
    if (!exchange) continue;
    await sleep(restMs);
    const idle = rssMiB(running.pid);
    const samples: { requests: number; rss: number }[] = [];
    for (const part of [1, 2]) {
      const amount = { callers: 32, requests: plan.memoryRequests, maxSeconds: 600 };
      await measure(session, exchange, amount);
      await sleep(restMs);
      samples.push({ requests: part * plan.memoryRequests, rss: rssMiB(running.pid) });
    }
    await running.stop();
    results.push({ id: contender.id, idle, samples });
  }
  load.stop();
  upstream.stop();
  return results;
}
