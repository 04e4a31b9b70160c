import * as z from 'zod';
import type { Write } from '../beeper/operation.ts';
import type { CallerSignal } from '../common/callerSignal.ts';
import { sha256 } from '../common/sha256.ts';
import { sleep } from '../common/sleep.ts';
import {
  Failure,
  IdempotencyFailure,
  OutcomeUnknownFailure,
  UnavailableFailure,
  UpstreamFailure,
} from '../failures.ts';
import { type Attempt, type Look, NotFoundByLooking, newAttempt } from './looking.ts';
import { type Store, type Entry as StoreEntry, StoreError } from './store/store.ts';

/**
 * One write per idempotency key: the key is stored before Beeper is called, the result after. A key belongs to one
 * caller and one input, for 24 hours.
 */
export interface Idempotency {
  /**
   * Claims a key before anything is sent. Waits while another request with the key is running.
   * @param request.scope tells callers apart; stored as given, so a hash.
   * @throws {IdempotencyFailure} where the key was used for other input.
   * @throws {OutcomeUnknownFailure} where an earlier write with the key has an unknown outcome that can't be looked for, or
   * the store is lost while another request with the key is running.
   * @throws {UpstreamFailure} where Beeper answered an earlier write with the key with an error.
   * @throws {UnavailableFailure} where the store can't be used, or the caller disconnects before the key is claimed.
   */
  claim<Result extends object>(
    write: Write<Result>,
    request: {
      readonly scope: string;
      readonly key: string;
      readonly signal: CallerSignal;
      /** How an unknown outcome can be looked for; undefined where it can't be. */
      readonly look: Pick<Look<Result>, 'clockAheadMs'> | undefined;
    },
  ): Promise<Claim<Result>>;
}

export interface Claim<Result extends object> {
  /** The result of an earlier request with this key; null where there is none. */
  readonly replayed: Result | null;
  /** Where an earlier request with this key has an unknown outcome that can be looked for. Nothing is sent then. */
  readonly isUnresolved: boolean;
  /** The attempt that is answered: that of the earlier request, or the one that begins now. */
  readonly attempt: Attempt;
  /**
   * Must be called right before the write is sent.
   * @throws {UnavailableFailure} where the lease may end before the write does, because the process stood still: another
   * replica may have told the caller by now that the outcome is unknown.
   */
  confirm(): void;
  /** Stores what `write.result` names. Never throws. */
  keep(result: Result): Promise<void>;
  /** Frees the key after a failure that did nothing, and keeps it after any other. Never throws. */
  settle(failure: unknown): Promise<void>;
}

const ttlMs = 24 * 60 * 60 * 1_000;
const pollMs = { first: 20, max: 250 };

/** Absent in entries of versions that did not look for outcomes. */
const attempt = {
  claim: z.string().optional(),
  at: z.number().optional(),
  clockAheadMs: z.number().optional(),
  doubtful: z.array(z.string()).readonly().optional(),
};

const entry = z.discriminatedUnion('state', [
  // `claim` makes the entry of each claim unique, so that one that was given up can be released.
  z.object({ state: z.literal('begun'), intent: z.string(), ...attempt }),
  z.object({ state: z.literal('done'), intent: z.string(), result: z.unknown() }),
  // Without an intent: an entry that this version can't read.
  z.object({ state: z.literal('unknown'), intent: z.string().nullable(), ...attempt }),
  z.object({
    state: z.literal('failed'),
    intent: z.string(),
    status: z.int(),
    upstreamCode: z.string().nullable(),
  }),
]);
type Entry = z.output<typeof entry>;
type Begun = Extract<Entry, { state: 'begun' }> & Attempt;

interface Taken {
  /** The entry of an earlier request, once that has ended; null where the key is claimed now. */
  readonly earlier: Entry | null;
  /** The entry of a claim that began now. */
  readonly begun: Begun;
  /** When the lease began, at the earliest. */
  readonly startedAt: Clocks;
}

export interface IdempotencyOptions {
  /** Milliseconds after which a write has ended or its process has died. */
  readonly leaseMs: number;
  /** Milliseconds that a write can take once it is sent. */
  readonly deadlineMs: number;
}

export function createIdempotency(store: Store, { leaseMs, deadlineMs }: IdempotencyOptions): Idempotency {
  async function take(
    name: string,
    intent: string,
    clockAheadMs: number,
    signal: CallerSignal,
  ): Promise<Taken> {
    let isRunning = false;
    for (let pause = pollMs.first; ; pause = Math.min(pause * 2, pollMs.max)) {
      const startedAt = clocks();
      const begun = { state: 'begun', intent, ...newAttempt(clockAheadMs) } as const;
      const existing = await store
        .claim(name, JSON.stringify(begun), { ttlMs, leaseMs })
        .catch(isRunning ? lostWhileRunning : storeUnavailable);
      if (!existing) return { earlier: null, begun, startedAt };
      const earlier = readEntry(existing);
      if (earlier.intent !== intent || earlier.state !== 'begun') return { earlier, begun, startedAt };
      // The process that claimed the key died, and may have sent the write.
      if (!existing.leased) return { earlier: { ...earlier, state: 'unknown' }, begun, startedAt };
      isRunning = true;
      await sleep(pause, signal);
      if (signal.aborted) throw callerGone();
    }
  }

  return {
    async claim(write, { scope, key, signal, look }) {
      const name = `once:${scope}:${sha256(key).toString('base64url')}`;
      const intent = sha256(JSON.stringify([write.operation, write.sends])).toString('base64url');
      const { earlier, begun, startedAt } = await take(name, intent, look?.clockAheadMs ?? 0, signal);
      const unresolved = look ? unresolvedAttempt(earlier, intent) : null;
      const { claim, at, clockAheadMs, doubtful } = unresolved ?? begun;
      // Where the store is lost, the entry stays "begun": later requests with the key get an unknown outcome.
      const ignore = () => {};
      const put = (value: Entry) => store.put(name, JSON.stringify(value), ttlMs).catch(ignore);
      const release = () => store.release(name, JSON.stringify(begun)).catch(ignore);

      return {
        replayed: earlier === null || unresolved ? null : resultOf(earlier, intent, write),
        isUnresolved: unresolved !== null,
        attempt: { claim, at, clockAheadMs, doubtful },
        confirm() {
          if (elapsedMs(startedAt) > leaseMs - deadlineMs) throw stoodStill();
        },
        keep: (result) => put({ state: 'done', intent, result }),
        async settle(failure) {
          if (failure instanceof UpstreamFailure) {
            const { httpStatus: status, upstreamCode } = failure;
            return put({ state: 'failed', intent, status, upstreamCode });
          }
          const mayBeDone = failure instanceof OutcomeUnknownFailure || !(failure instanceof Failure);
          if (!mayBeDone) return release();
          const more = failure instanceof NotFoundByLooking ? failure.doubtful : [];
          const attempt = { claim, at, clockAheadMs, doubtful: [...new Set([...doubtful, ...more])] };
          return put({ state: 'unknown', intent, ...attempt });
        },
      };
    },
  };
}

/** One of them stands still while the computer sleeps, the other can be set back. */
interface Clocks {
  readonly monotonic: number;
  readonly wall: number;
}

const clocks = (): Clocks => ({ monotonic: performance.now(), wall: Date.now() });
const elapsedMs = (start: Clocks): number =>
  Math.max(performance.now() - start.monotonic, Date.now() - start.wall);

function resultOf<Result extends object>(earlier: Entry, intent: string, write: Write<Result>): Result {
  if (earlier.intent !== null && earlier.intent !== intent) {
    throw new IdempotencyFailure('This idempotency key was already used for a different request.', {
      remedy: 'Use a new key for each new operation, and the same key only to repeat a request.',
    });
  }
  if (earlier.state === 'failed') {
    throw new UpstreamFailure(`Beeper answered with status ${earlier.status} when this request was sent.`, {
      remedy: 'Check in Beeper whether it was done. To send it again, use a new idempotency key.',
      httpStatus: earlier.status,
      upstreamCode: earlier.upstreamCode,
    });
  }
  const result = earlier.state === 'done' ? write.result(earlier.result) : null;
  if (result) return result;
  throw new OutcomeUnknownFailure('This request was sent to Beeper before, and its outcome is unknown.', {
    remedy: `${write.remedies.unknown} To send it again, use a new idempotency key.`,
    retryable: false,
  });
}

/** @returns the attempt of an earlier request for the same, if its outcome is unknown. */
function unresolvedAttempt(earlier: Entry | null, intent: string): Attempt | null {
  if (earlier?.state !== 'unknown' || earlier.intent !== intent) return null;
  const { claim, at, clockAheadMs = 0, doubtful = [] } = earlier;
  return claim === undefined || at === undefined ? null : { claim, at, clockAheadMs, doubtful };
}

/** An entry that this version can't read still shows that a write was begun. */
function readEntry({ entry: text }: StoreEntry): Entry {
  try {
    return entry.parse(JSON.parse(text));
  } catch {
    return { state: 'unknown', intent: null };
  }
}

/** The other request may have sent its write. With the same key, this one can't send it again. */
function lostWhileRunning(cause: unknown): never {
  throw new OutcomeUnknownFailure(
    'The store of idempotency keys was lost while another request with this key was running.',
    {
      remedy: 'Send the request again later with the same key: it returns the result of the other request.',
      retryable: true,
      cause,
    },
  );
}

const stoodStill = () =>
  new UnavailableFailure('The gateway stood still for too long, so nothing was sent.', {
    remedy: 'Send the request again with the same key.',
  });

const callerGone = () =>
  new UnavailableFailure('The caller disconnected before the request was sent.', {
    remedy: 'Send the request again with the same key.',
  });

export function storeUnavailable(cause: unknown): never {
  const problem = (cause instanceof StoreError ? problems[cause.kind] : undefined) ?? 'can’t be used';
  throw new UnavailableFailure(`The store of idempotency keys ${problem}, so nothing was sent.`, {
    remedy: 'Send the request again later with the same key.',
    cause,
  });
}

/** Problems of a store that works otherwise. */
const problems: Readonly<Record<string, string>> = {
  FULL: 'is full',
  NO_LIBRARY: 'is not set up',
};
