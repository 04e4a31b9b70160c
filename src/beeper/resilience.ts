import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { sleep } from '../common/sleep.ts';
import { NetworkError } from './errors.ts';
import { createPlaces, type Load, type Places } from './places.ts';
import { infoPath, infoProbe } from './probe.ts';
import { createRetryBudget } from './retryBudget.ts';
import type { Answer, Call, Transport } from './transport.ts';
import { type Wait, waitFor } from './waitFor.ts';

export interface ResilientTransport extends Transport, Pick<Places, 'isBacklogged'> {
  /** @returns what the calls of all callers do at the moment, and did so far. */
  state(): ResilienceState;
}

export interface ResilienceState {
  readonly circuit: 'closed' | 'open' | 'half-open';
  /** Calls at a time that have a place. */
  readonly places: Load & { readonly limit: number };
  /** Slow calls at a time; each also takes a place. */
  readonly slowPlaces: Load & { readonly limit: number };
  /** Attempts that repeated an earlier one. */
  readonly repeats: number;
  /** Calls that were not sent, by the reason. */
  readonly rejected: Readonly<Record<Rejection, number>>;
}

type Rejection = 'circuit-open' | 'too-busy';

export interface ResilienceOptions {
  /** Calls at a time. Four times as many wait; more are rejected. */
  readonly maxConcurrency: number;
  /** Milliseconds that the circuit stays open before a probe tests the connection; default 1000. */
  readonly circuitOpenMs?: number;
}

/** Attempts in a row without a connection that open the circuit: two calls with their repeats. */
const failuresToOpen = 6;
const queuePerPlace = 4;
/** The part of the places that slow calls can take: one network that hangs must not keep all others waiting. */
const slowShare = 0.25;
const maxRepeats = 2;
const pauseMs = { first: 50, max: 1_000 };
/** With less time left, an attempt is not started. */
const minAttemptMs = 20;
/** Statuses of a proxy, or of an app that is starting. */
const passingStatuses = [502, 503, 504];

/**
 * Wraps a transport with everything that waits, repeats and gives up, within the call's one deadline:
 * 1. Retry. Reads are repeated at most twice after a connection failure, 502, 503, 504, or 429 with Retry-After.
 *    Idempotent writes are repeated once after a connection failure. Any other write is repeated only where no
 *    connection was made, so that nothing was sent.
 * 2. Circuit. While Beeper can't be reached, calls fail at once; `/v1/info` finds out whether it is back.
 * 3. Places. At most `maxConcurrency` calls run at a time, and a bounded number waits: reads until their deadline,
 *    writes until they must be sent. Slow calls take a fourth of the places, also between their repeats, and as many
 *    wait.
 */
export function createResilience(
  transport: Transport,
  { maxConcurrency, circuitOpenMs = 1_000 }: ResilienceOptions,
): ResilientTransport {
  const budget = createRetryBudget();
  const circuit = circuitBreaker(handleWhen(isConnectionFailure), {
    halfOpenAfter: circuitOpenMs,
    breaker: new ConsecutiveBreaker(failuresToOpen),
  });
  const places = createPlaces(maxConcurrency, maxConcurrency * queuePerPlace);
  const slowCount = Math.max(1, Math.floor(maxConcurrency * slowShare));
  const slowPlaces = createPlaces(slowCount, slowCount);

  /** Whether the circuit has been told of a failure, and of no success since. */
  let hasFailed = false;

  let repeated = 0;
  const rejected: Record<Rejection, number> = { 'circuit-open': 0, 'too-busy': 0 };
  const countRejection = (error: unknown) => {
    if (error instanceof NetworkError && !error.sent && error.reason in rejected)
      rejected[error.reason as Rejection] += 1;
  };

  /** A call that began before the circuit opened says nothing about the time after: only a probe closes it. */
  function tell(outcome: () => Promise<Answer>): void {
    if (circuit.state === CircuitState.Closed) circuit.execute(outcome).catch(() => {});
  }

  async function sendProbe(wait: Wait): Promise<void> {
    try {
      await waitFor(
        circuit.execute(() => transport.call(infoProbe(wait.until))),
        wait,
      );
    } catch (error) {
      if (!(error instanceof NetworkError) || error.reason === 'caller-gone') throw error;
      // Whatever failed was the probe: the call itself is not sent.
      throw new NetworkError('circuit-open', false, error.cause);
    }
  }

  async function attempt(call: Call): Promise<Answer> {
    const { signal, deadline, sendBy = deadline } = call;
    const wait = { until: Math.min(sendBy, deadline - minAttemptMs), signal };
    if (circuit.state !== CircuitState.Closed && call.path !== infoPath) await sendProbe(wait);
    if (performance.now() >= wait.until) throw new NetworkError('deadline', false, undefined);
    const run = () => places.run(transport.call.bind(transport, call), wait);
    if (circuit.state !== CircuitState.Closed) return circuit.execute(run);
    // A closed circuit lets every call through. To ask it anyway costs as much as the rest of this file, 15 µs of a call.
    try {
      const answer = await run();
      if (hasFailed) {
        hasFailed = false;
        tell(async () => answer);
      }
      return answer;
    } catch (error) {
      if (isConnectionFailure(error)) {
        hasFailed = true;
        tell(() => Promise.reject(error));
      }
      throw error;
    }
  }

  const resilient: ResilientTransport = {
    async call(call) {
      const { deadline, signal } = call;
      if (call.isSlow) {
        const admitted = { ...call, isSlow: false };
        let isAdmitted = false;
        const run = () => {
          isAdmitted = true;
          return resilient.call(admitted);
        };
        const admission = slowPlaces.run(run, { until: deadline - minAttemptMs, signal });
        return admission.catch((error: unknown) => {
          if (!isAdmitted) countRejection(error);
          throw error;
        });
      }
      budget.earn();
      // Whether any attempt may have reached Beeper.
      let wasSent = false;
      for (let repeats = 0; ; repeats++) {
        let outcome: Outcome;
        try {
          outcome = { answer: await attempt(repeats > 0 ? repeatOf(call, repeats, wasSent) : call) };
        } catch (error) {
          const failed = toNetworkError(error);
          countRejection(failed);
          wasSent ||= failed instanceof NetworkError && failed.sent;
          outcome = { error: failed };
        }
        const pause = repeats < maxRepeats ? pauseBeforeRepeat(repeats, call, outcome) : null;
        const until = wasSent ? deadline : (call.sendBy ?? deadline);
        const isRepeated =
          pause !== null && performance.now() + pause < until && !signal?.aborted && budget.spend();
        // The next attempt fails where the caller has disconnected in the meantime.
        if (isRepeated) {
          repeated++;
          await sleep(pause, signal);
        } else return resultOf(outcome, wasSent && call.effect !== 'reads', call);
      }
    },
    isBacklogged: places.isBacklogged,
    state: () => ({
      circuit: circuitNames[circuit.state],
      places: { ...places.load(), limit: maxConcurrency },
      slowPlaces: { ...slowPlaces.load(), limit: slowCount },
      repeats: repeated,
      rejected,
    }),
    close: () => transport.close(),
  };
  return resilient;
}

/** What was sent before can't end as "not sent" any more. */
const repeatOf = (call: Call, resends: number, wasSent: boolean): Call =>
  wasSent ? { ...call, resends, sendBy: call.deadline } : { ...call, resends };

/** An isolated circuit was opened by hand, which nobody does here. */
const circuitNames = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
} as const;

const isConnectionFailure = (error: unknown): boolean =>
  error instanceof NetworkError && error.reason === 'connection';

function toNetworkError(error: unknown): unknown {
  if (error instanceof BrokenCircuitError) return new NetworkError('circuit-open', false, error);
  return error;
}

/** @param mayBeDone whether an attempt of a write was sent. A later attempt that was not, or was rejected, can't tell. */
function resultOf(outcome: Outcome, mayBeDone: boolean, { conflictsOnceDone }: Call): Answer {
  if ('error' in outcome) {
    const { error } = outcome;
    if (!mayBeDone || !(error instanceof NetworkError) || error.sent) throw error;
    throw new NetworkError(error.reason, true, error.cause);
  }
  const { answer } = outcome;
  const isTelling = isSuccess(answer) || (conflictsOnceDone && answer.complete && answer.status === 409);
  if (mayBeDone && !isTelling) {
    throw new NetworkError('connection', true, undefined);
  }
  return answer;
}

const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

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

function isWorthRepeating(repeats: number, { effect }: Call, error: unknown): boolean {
  if (!(error instanceof NetworkError) || error.reason !== 'connection') return false;
  // The answer would be as large again.
  if (error.networkCode === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return false;
  if (!error.sent || effect === 'reads') return true;
  return effect === 'idempotent' && repeats === 0;
}
