import { isDeepStrictEqual } from 'node:util';
import { type Load, startLoad, startUpstream, type Upstream } from './children.ts';
import { type Contender, firstAnswer, prepare, type Running, start } from './contenders.ts';
import type { Job, Result } from './load.ts';
import { bodyOf, type Operation } from './operations.ts';
import { cpuMicroseconds, threadTimes } from './processes.ts';

/** Upstream, load and the started contenders. */
export interface Session {
  readonly upstream: Upstream;
  readonly load: Load;
  readonly running: readonly Running[];
  stop(): Promise<void>;
}

export async function startSession(chosen: readonly Contender[]): Promise<Session> {
  const upstream = await startUpstream();
  const load = startLoad();
  const prepared = await Promise.all(chosen.map((contender) => prepare(contender, upstream.url)));
  const running = await Promise.all(prepared.map(start));
  return {
    upstream,
    load,
    running,
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
      load.stop();
      upstream.stop();
    },
  };
}

/** An operation as it is sent to one contender, and the only answer that counts. */
export interface Exchange {
  readonly running: Running;
  readonly operation: Operation;
  readonly body: string;
  readonly expected: string;
  /** Upstream calls of one request, by route. */
  readonly calls: Readonly<Record<string, number>>;
}

/**
 * Asks each contender once.
 * @throws {Error} where the answers differ in more than the order of their fields, or the number of upstream calls does.
 */
export async function compareAnswers(
  { upstream, running }: Session,
  operation: Operation,
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const one of running) {
    if (one.documents && !one.documents[operation.id]) continue;
    const body = bodyOf(operation, one.documents?.[operation.id]);
    const expected = await firstAnswer(one, body);
    let calls = await upstream.takeCalls();
    // The first request of a process may make calls of its own, such as the gateway's for the version. A cluster has several.
    for (let asked = 1; asked < mostFirstRequests && sumOf(calls) !== operation.calls; asked++) {
      await firstAnswer(one, body);
      calls = await upstream.takeCalls();
    }
    exchanges.push({ running: one, operation, body, expected, calls });
  }
  for (const exchange of exchanges) check(exchange, exchanges[0]);
  return exchanges;
}

/** How often a contender is asked until each of its processes has made the calls of its start. */
const mostFirstRequests = 10;

/** @returns how many calls there are in all. */
export const sumOf = (calls: Exchange['calls']): number =>
  Object.values(calls).reduce((total, count) => total + count, 0);

function check(exchange: Exchange, first: Exchange | undefined): void {
  const { running, operation, calls } = exchange;
  const sum = sumOf(calls);
  if (sum !== operation.calls) {
    throw new Error(`${running.id} makes ${sum} upstream calls for ${operation.id}, not ${operation.calls}.`);
  }
  if (!first || isDeepStrictEqual(answerOf(exchange), answerOf(first))) return;
  throw new Error(
    `The answers to ${operation.id} differ:\n${first.running.id}: ${first.expected}\n${running.id}: ${exchange.expected}`,
  );
}

/** @returns the answer under the names of the gateway's schema. */
function answerOf({ running, operation, expected }: Exchange): object {
  const answer = JSON.parse(expected) as { data?: object };
  const own = running.documents?.[operation.id];
  return own && answer.data ? { ...answer, data: own.toAnswer(answer.data) } : answer;
}

/** How much is sent; what ends first counts. */
export interface Amount {
  readonly callers: number;
  readonly requests: number;
  readonly maxSeconds: number;
  readonly perSecond?: number;
}

export interface Measured extends Result {
  /** Of the server process, with all threads, per request that was done: what refusals cost is part of it. */
  readonly cpuPerRequest: number;
}

/** @throws {Error} for an answer that is neither as expected nor a refusal: it must not count as a fast one. */
export async function measure(
  { load }: Session,
  { running, operation, body, expected }: Exchange,
  { perSecond, ...amount }: Amount,
): Promise<Measured> {
  const job: Job = {
    port: running.port,
    path: running.path,
    body,
    expected,
    perSecond: perSecond ?? null,
    ...amount,
  };
  const before = threadTimes(running.pid);
  const result = await load.run(job);
  const cpuPerRequest = cpuMicroseconds(running.pid, before) / result.done;
  if (result.fault === null) return { ...result, cpuPerRequest };
  throw new Error(
    `${running.id}, operation ${operation.id}: ${result.failed} answers were wrong, the first: ${result.fault}`,
  );
}

/** @returns the share of requests that were refused. */
export const refusedShare = ({ refused, done }: Result): number => refused / (done + refused);
