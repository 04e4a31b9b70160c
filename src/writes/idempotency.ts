import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Write } from '../beeper/operation.ts';
import { sha256 } from '../common/sha256.ts';
import {
  Failure,
  IdempotencyFailure,
  OutcomeUnknownFailure,
  UnavailableFailure,
  UpstreamFailure,
} from '../failures.ts';
import type { Store, Entry as StoreEntry } from './store/store.ts';

/**
 * One write per idempotency key: the key is stored before Beeper is called, the result after. A key belongs to one
 * caller and one input, for 24 hours.
 */
export interface Idempotency {
  /**
   * Claims a key before anything is sent. Waits while another request with the key is running.
   * @param request.scope tells callers apart; stored as given, so a hash.
   * @throws {IdempotencyFailure} where the key was used for other input.
   * @throws {OutcomeUnknownFailure} where an earlier write with the key has an unknown outcome.
   * @throws {UpstreamFailure} where Beeper answered an earlier write with the key with an error.
   * @throws {UnavailableFailure} where the store can't be reached, or the caller disconnects while this waits.
   */
  claim<Result extends object>(
    write: Write<Result>,
    request: { readonly scope: string; readonly key: string; readonly signal: AbortSignal },
  ): Promise<Claim<Result>>;
}

export interface Claim<Result extends object> {
  /** The result of an earlier request with this key; null where the key is claimed now. */
  readonly replayed: Result | null;
  /** Stores what `write.result` names. Never throws. */
  keep(result: Result): Promise<void>;
  /** Frees the key after a failure that did nothing, and keeps it after any other. Never throws. */
  settle(failure: unknown): Promise<void>;
}

const ttlMs = 24 * 60 * 60 * 1_000;
const pollMs = { first: 20, max: 250 };

const entry = z.discriminatedUnion('state', [
  z.object({ state: z.literal('begun'), intent: z.string() }),
  z.object({ state: z.literal('done'), intent: z.string(), result: z.unknown() }),
  // Without an intent: an entry that this version can't read.
  z.object({ state: z.literal('unknown'), intent: z.string().nullable() }),
  z.object({
    state: z.literal('failed'),
    intent: z.string(),
    status: z.int(),
    upstreamCode: z.string().nullable(),
  }),
]);
type Entry = z.output<typeof entry>;

/** @param leaseMs milliseconds after which a write has ended or its process has died. */
export function createIdempotency(store: Store, leaseMs: number): Idempotency {
  /** @returns null once the key is claimed, or the entry of an earlier request once that has ended. */
  async function take(name: string, intent: string, signal: AbortSignal): Promise<Entry | null> {
    const begun = JSON.stringify({ state: 'begun', intent } satisfies Entry);
    for (let pause = pollMs.first; ; pause = Math.min(pause * 2, pollMs.max)) {
      const existing = await store.claim(name, begun, { ttlMs, leaseMs }).catch(storeUnavailable);
      if (!existing) return null;
      const earlier = readEntry(existing);
      if (earlier.intent !== intent || earlier.state !== 'begun') return earlier;
      // The process that claimed the key died, and may have sent the write.
      if (!existing.leased) return { state: 'unknown', intent };
      await sleep(pause, null, { signal }).catch(callerGone);
    }
  }

  return {
    async claim(write, { scope, key, signal }) {
      const name = `once:${scope}:${sha256(key).toString('base64url')}`;
      const intent = sha256(JSON.stringify([write.operation, write.sends])).toString('base64url');
      const earlier = await take(name, intent, signal);
      // Where the store is lost, the entry stays "begun": later requests with the key get an unknown outcome.
      const ignore = () => {};
      const put = (value: Entry) => store.put(name, JSON.stringify(value), ttlMs).catch(ignore);

      return {
        replayed: earlier && resultOf(earlier, intent, write),
        keep: (result) => put({ state: 'done', intent, result }),
        async settle(failure) {
          if (failure instanceof UpstreamFailure) {
            const { httpStatus: status, upstreamCode } = failure;
            return put({ state: 'failed', intent, status, upstreamCode });
          }
          const mayBeDone = failure instanceof OutcomeUnknownFailure || !(failure instanceof Failure);
          return mayBeDone ? put({ state: 'unknown', intent }) : store.remove(name).catch(ignore);
        },
      };
    },
  };
}

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
  const result = earlier.state === 'done' ? write.result.safeParse(earlier.result).data : undefined;
  if (result) return result;
  throw new OutcomeUnknownFailure('This request was sent to Beeper before, and its outcome is unknown.', {
    remedy: `${write.remedies.unknown} To send it again, use a new idempotency key.`,
    retryable: false,
  });
}

/** An entry that this version can't read still shows that a write was begun. */
function readEntry({ entry: text }: StoreEntry): Entry {
  try {
    return entry.parse(JSON.parse(text));
  } catch {
    return { state: 'unknown', intent: null };
  }
}

/** A failure of its own, because an abort would be logged as an unexpected error. */
function callerGone(cause: unknown): never {
  throw new UnavailableFailure('The caller disconnected while another request with this key was running.', {
    remedy: 'Send the request again with the same key to get its result.',
    cause,
  });
}

function storeUnavailable(cause: unknown): never {
  throw new UnavailableFailure('The store of idempotency keys can’t be reached, so nothing was sent.', {
    remedy: 'Send the request again later with the same key.',
    cause,
  });
}
