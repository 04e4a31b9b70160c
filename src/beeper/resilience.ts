import { setTimeout as sleep } from 'node:timers/promises';
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  wrap,
} from 'cockatiel';
import { NetworkError } from './errors.ts';
import { probe } from './probe.ts';
import { createRetryBudget } from './retryBudget.ts';
import type { Answer, Call, Transport } from './transport.ts';

export interface ResilienceOptions {
  /** Milliseconds for one call with all its repeats, unless it brings a deadline of its own. */
  readonly deadlineMs: number;
  /** Calls at a time. Four times as many wait; more are rejected. */
  readonly maxConcurrency: number;
  /** Milliseconds that the circuit stays open before a probe tests the connection; default 1000. */
  readonly circuitOpenMs?: number;
}

export interface ResilientTransport extends Transport {
  /** @returns whether calls back up: no more can wait, or one has waited for longer than 250 ms. */
  isBacklogged(): boolean;
}

/** A call to Beeper on the same machine takes a few milliseconds. */
const backlogMs = 250;

/** Attempts in a row without a connection that open the circuit: two calls with their repeats. */
const failuresToOpen = 6;
const queuePerPlace = 4;
const maxRepeats = 2;
const pauseMs = { first: 50, max: 1_000 };
/** With less time left, an attempt is not started: a write would only end with an unknown outcome. */
const minAttemptMs = 20;
/** Statuses of a proxy, or of an app that is starting. */
const passingStatuses = [502, 503, 504];

/**
 * Wraps a transport with everything that waits, repeats and gives up, within the call's one deadline:
 * 1. Retry. Reads are repeated at most twice after a connection failure, 502, 503, 504, or 429 with Retry-After.
 *    Idempotent writes other than POST are repeated once after a connection failure. Any other write is repeated only
 *    where no connection was made, so that nothing was sent.
 * 2. Circuit. While Beeper can't be reached, calls fail at once; `/v1/info` finds out whether it is back.
 * 3. Bulkhead. At most `maxConcurrency` calls run at a time, and a bounded number waits.
 */
export function createResilience(
  transport: Transport,
  { deadlineMs, maxConcurrency, circuitOpenMs = 1_000 }: ResilienceOptions,
): ResilientTransport {
  const budget = createRetryBudget();
  const circuit = circuitBreaker(
    handleWhen((error) => error instanceof NetworkError && error.reason === 'connection'),
    { halfOpenAfter: circuitOpenMs, breaker: new ConsecutiveBreaker(failuresToOpen) },
  );
  const places = bulkhead(maxConcurrency, maxConcurrency * queuePerPlace);
  const policy = wrap(circuit, places);
  /** When each call that waits for a place began to wait, in order of arrival. */
  const waiting = new Set<{ readonly since: number }>();

  async function callInTurn(call: Call, deadline: number): Promise<Answer> {
    const ticket = places.executionSlots > 0 ? null : { since: performance.now() };
    if (ticket) waiting.add(ticket);
    try {
      return await policy.execute(() => {
        if (ticket) waiting.delete(ticket);
        return transport.call(withDeadline(call, deadline));
      });
    } finally {
      if (ticket) waiting.delete(ticket);
    }
  }

  async function sendProbe(deadline: number): Promise<void> {
    try {
      await circuit.execute(() => transport.call(withDeadline(probe, deadline)));
    } catch (error) {
      // Whatever failed was the probe: the call itself is not sent.
      throw error instanceof NetworkError ? new NetworkError('circuit-open', false, error.cause) : error;
    }
  }

  return {
    async call(call) {
      const deadline = performance.now() + (call.deadlineMs ?? deadlineMs);
      budget.earn();
      // Whether any attempt may have reached Beeper.
      let wasSent = false;
      for (let repeats = 0; ; repeats++) {
        let outcome: Outcome;
        try {
          if (circuit.state !== CircuitState.Closed && call.path !== probe.path) await sendProbe(deadline);
          const answer = await callInTurn(call, deadline);
          outcome = { answer };
        } catch (error) {
          const failed = toNetworkError(error);
          wasSent ||= failed instanceof NetworkError && failed.sent;
          outcome = { error: failed };
        }
        const pause = repeats < maxRepeats ? pauseBeforeRepeat(repeats, call, outcome) : null;
        const isRepeated =
          pause !== null && performance.now() + pause < deadline && !call.signal?.aborted && budget.spend();
        if (isRepeated) await pauseFor(pause, call.signal);
        else return resultOf(outcome, wasSent && call.effect !== 'reads');
      }
    },
    isBacklogged() {
      if (places.queueSlots === 0) return true;
      const [oldest] = waiting;
      return oldest !== undefined && performance.now() - oldest.since > backlogMs;
    },
    close: () => transport.close(),
  };
}

/** Time spent waiting for a place counts as well. */
function withDeadline(call: Call, deadline: number): Call {
  const leftMs = Math.floor(deadline - performance.now());
  if (leftMs < minAttemptMs) throw new NetworkError('deadline', false, undefined);
  return { ...call, deadlineMs: Math.min(leftMs, call.deadlineMs ?? leftMs) };
}

function toNetworkError(error: unknown): unknown {
  if (error instanceof BrokenCircuitError) return new NetworkError('circuit-open', false, error);
  if (error instanceof BulkheadRejectedError) return new NetworkError('too-busy', false, error);
  return error;
}

/** An abort ends the pause: the next attempt then fails with it. */
const pauseFor = (pause: number, signal: AbortSignal | undefined): Promise<unknown> =>
  sleep(pause, undefined, signal && { signal }).catch(() => {});

/** @param mayBeDone whether an attempt of a write was sent. A later attempt that was not, or was rejected, can't tell. */
function resultOf(outcome: Outcome, mayBeDone: boolean): Answer {
  if ('error' in outcome) {
    const { error } = outcome;
    if (!mayBeDone || !(error instanceof NetworkError) || error.sent) throw error;
    throw new NetworkError(error.reason, true, error.cause);
  }
  const { answer } = outcome;
  if (mayBeDone && (answer.status < 200 || answer.status > 299)) {
    throw new NetworkError('connection', true, undefined);
  }
  return answer;
}

type Outcome = { readonly answer: Answer } | { readonly error: unknown };

/** @returns milliseconds to wait before the call is repeated; null if it is not repeated. */
function pauseBeforeRepeat(repeats: number, call: Call, outcome: Outcome): number | null {
  // Full jitter, so that calls that failed together do not come back together.
  const pause = Math.random() * Math.min(pauseMs.first * 2 ** repeats, pauseMs.max);
  if ('error' in outcome) return isWorthRepeating(repeats, call, outcome.error) ? pause : null;
  if (call.effect !== 'reads') return null;
  const { status, retryAfterSeconds } = outcome.answer;
  if (status === 429) return retryAfterSeconds === null ? null : retryAfterSeconds * 1_000 + pause;
  return passingStatuses.includes(status) ? pause : null;
}

function isWorthRepeating(repeats: number, { effect, method }: Call, error: unknown): boolean {
  if (!(error instanceof NetworkError) || error.reason !== 'connection') return false;
  // The answer would be as large again.
  if (error.networkCode === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return false;
  if (!error.sent || effect === 'reads') return true;
  return effect === 'idempotent' && method !== 'POST' && repeats === 0;
}
