import { setTimeout as wait } from 'node:timers/promises';
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { NetworkFault } from './errors.ts';
import { createRetryBudget } from './retryBudget.ts';
import type { Answer, Call, Transport } from './transport.ts';

/** Attempts in a row without a connection, after which Beeper is taken for gone: two calls with their repeats. */
const failuresToOpen = 6;
/** A desktop app that is started again should be found again at once, and a probe costs nothing. */
const openMs = 1_000;
/** Calls that wait for one of the `maxConcurrency` places, for each of these. */
const queuePerPlace = 4;
const mostRepeats = 2;
const pauseMs = { first: 50, most: 1_000 };

/** What a proxy or an app that starts says for "not now". */
const passing = [502, 503, 504];

/**
 * The one layer that waits, repeats and gives up; all inside the call's one deadline.
 * - Reads are repeated at most twice after a connection failure, 502, 503, 504, or 429 with Retry-After.
 * - Writes are repeated only where the connection was never made, so that nothing can have been sent.
 * - While Beeper can't be reached, calls fail at once; `/v1/info` finds out whether it is back.
 * - At most `maxConcurrency` calls run at a time, and a bounded number waits.
 * @param deadlineMs milliseconds that one call may take with all its repeats, unless it brings a deadline of its own.
 */
export function createResilience(
  transport: Transport,
  { deadlineMs, maxConcurrency }: { deadlineMs: number; maxConcurrency: number },
): Transport {
  const budget = createRetryBudget();
  const places = bulkhead(maxConcurrency, maxConcurrency * queuePerPlace);
  const circuit = circuitBreaker(
    handleWhen((fault) => fault instanceof NetworkFault && fault.reason === 'connection'),
    { halfOpenAfter: openMs, breaker: new ConsecutiveBreaker(failuresToOpen) },
  );

  /** One attempt, through the circuit and into a free place. */
  async function attempt(call: Call, until: number): Promise<Answer> {
    try {
      if (circuit.state !== CircuitState.Closed && call.path !== probe.path) {
        await circuit.execute(() => transport.call(withDeadline(probe, until))).catch(notSent);
      }
      return await circuit.execute(() => places.execute(() => transport.call(withDeadline(call, until))));
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw new NetworkFault('circuit-open', false, error);
      if (error instanceof BulkheadRejectedError) throw new NetworkFault('too-busy', false, error);
      throw error;
    }
  }

  return {
    async call(call) {
      const until = performance.now() + (call.deadlineMs ?? deadlineMs);
      budget.earn();
      for (let repeats = 0; ; repeats++) {
        const outcome = await settle(attempt(call, until));
        const pause = repeats < mostRepeats ? pauseBefore(repeats, call, outcome) : null;
        const repeat =
          pause !== null && performance.now() + pause < until && !call.signal?.aborted && budget.spend();
        if (!repeat) return unwrap(outcome);
        await wait(pause);
      }
    },
    close: () => transport.close(),
  };
}

const probe: Call = { method: 'GET', path: '/v1/info', token: null, deadlineMs: 3_000 };

/** With less time left than this a call is not begun: a write would only become one whose outcome nobody knows. */
const leastMs = 20;

/** Waiting for a place counts as well. */
function withDeadline(call: Call, until: number): Call {
  const deadlineMs = Math.floor(until - performance.now());
  if (deadlineMs < leastMs) throw new NetworkFault('deadline', false, undefined);
  return { ...call, deadlineMs: Math.min(deadlineMs, call.deadlineMs ?? deadlineMs) };
}

/** Whatever became of the probe: the call itself was not sent. */
function notSent(error: unknown): never {
  if (error instanceof NetworkFault) throw new NetworkFault('circuit-open', false, error.cause);
  throw error;
}

type Outcome = { readonly answer: Answer } | { readonly fault: unknown };

const settle = (answer: Promise<Answer>): Promise<Outcome> =>
  answer.then(
    (answer) => ({ answer }),
    (fault: unknown) => ({ fault }),
  );

function unwrap(outcome: Outcome): Answer {
  if ('answer' in outcome) return outcome.answer;
  throw outcome.fault;
}

/** @returns milliseconds to wait before the call is repeated, or null where it must not be, or need not. */
function pauseBefore(repeats: number, { method }: Call, outcome: Outcome): number | null {
  // Full jitter: whoever failed together does not come back together.
  const pause = Math.random() * Math.min(pauseMs.first * 2 ** repeats, pauseMs.most);
  if ('fault' in outcome) {
    const { fault } = outcome;
    if (!(fault instanceof NetworkFault) || fault.reason !== 'connection') return null;
    // It would be as large again.
    if (fault.networkCode === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return null;
    return method === 'GET' || !fault.sent ? pause : null;
  }
  if (method !== 'GET') return null;
  const { status, retryAfter } = outcome.answer;
  if (status === 429)
    return retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 + pause : null;
  return passing.includes(status) ? pause : null;
}
