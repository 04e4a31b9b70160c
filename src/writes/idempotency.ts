import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { CreatedChat } from '../beeper/decode.ts';
import {
  Failure,
  IdempotencyFailure,
  OutcomeUnknownFailure,
  UnavailableFailure,
  UpstreamFailure,
} from '../failures.ts';
import type { Store, Taken } from './store/store.ts';

/**
 * Exactly one write for each idempotency key, as with Stripe's: the intent is stored before Beeper is asked, and the
 * result after. A key stands for one caller and one input, for 24 hours.
 */

export interface WrittenChat extends CreatedChat {
  /** True where this was done by an earlier request with the same key. */
  readonly replayed: boolean;
}

/** A key that is ours to use, or what came of it before. */
export interface Claim {
  /** What an earlier request with this key did; null where the key is ours now. */
  readonly replayed: WrittenChat | null;
  /**
   * Does the work and stores what became of it.
   * @throws whatever `work` throws. What has done nothing frees the key; what may have done something keeps it.
   */
  perform(work: () => Promise<CreatedChat>): Promise<WrittenChat>;
}

export interface Idempotency {
  /**
   * Stores the intent to write, before anything is sent. Waits where another request is at it.
   * @param write.intent the mutation's name and all that is sent: the same key must mean the same write.
   * @throws {IdempotencyFailure} where the key was used for another write.
   * @throws {OutcomeUnknownFailure} where it was begun before and nobody can tell how it ended.
   * @throws {UpstreamFailure} where it was sent before and Beeper answered with a failure of its own.
   * @throws {UnavailableFailure} where the store can't be asked, or the caller goes away while this waits.
   */
  claim(write: { readonly key: string; readonly intent: readonly unknown[] }): Promise<Claim>;
}

const aDay = 24 * 60 * 60 * 1000;
const pollMs = { first: 20, most: 250 };

/** What is kept of a success: no titles, no people. A chat that is asked for on a replay is read. */
const kept = z.object({ chatID: z.string(), status: z.enum(['existing', 'created']).nullable() });

const entry = z.discriminatedUnion('state', [
  z.object({ state: z.literal('begun'), intent: z.string() }),
  z.object({ state: z.literal('done'), intent: z.string(), result: kept }),
  z.object({ state: z.literal('unknown'), intent: z.string() }),
  z.object({
    state: z.literal('failed'),
    intent: z.string(),
    status: z.int(),
    upstreamCode: z.string().nullable(),
  }),
]);
type Entry = z.output<typeof entry>;

/**
 * @param caller tells callers apart; stored as it is, so a hash.
 * @param leaseMs milliseconds within which a write has ended, or whoever did it has died.
 * @param signal ends the waiting for another request.
 */
export function createIdempotency(
  store: Store,
  caller: string,
  leaseMs: number,
  signal: AbortSignal,
): Idempotency {
  /** @returns null once the name is ours, or the entry once it tells how the write ended. */
  async function take(name: string, intent: string): Promise<Entry | null> {
    const begun = JSON.stringify({ state: 'begun', intent } satisfies Entry);
    for (let pause = pollMs.first; ; pause = Math.min(pause * 2, pollMs.most)) {
      const taken = await store.claim(name, begun, { ttlMs: aDay, leaseMs }).catch(storeIsDown);
      if (!taken) return null;
      const standing = readEntry(taken);
      if (standing.intent !== intent || standing.state !== 'begun') return standing;
      // Begun, and whoever began it is gone: the intent was stored, so it may have been sent.
      if (!taken.leased) return { state: 'unknown', intent };
      await wait(pause, null, { signal }).catch(callerIsGone);
    }
  }

  return {
    async claim({ key, intent: write }) {
      const name = `once:${caller}:${hash(key)}`;
      const intent = hash(JSON.stringify(write));
      const standing = await take(name, intent);
      const put = (value: Entry) => store.put(name, JSON.stringify(value), aDay);

      const settle = (failure: unknown): Promise<void> => {
        if (failure instanceof UpstreamFailure) {
          const { status, upstreamCode } = failure;
          return put({ state: 'failed', intent, status, upstreamCode });
        }
        const maybeDone = failure instanceof OutcomeUnknownFailure || !(failure instanceof Failure);
        return maybeDone ? put({ state: 'unknown', intent }) : store.remove(name);
      };

      return {
        replayed: standing && { ...toResult(standing, intent), chat: null, replayed: true },
        async perform(work) {
          // Where the store is lost meanwhile, the key stays "begun": it will say "unknown", and never write again.
          const ignore = () => {};
          try {
            const result = await work();
            const { chatID, status } = result;
            await put({ state: 'done', intent, result: { chatID, status } }).catch(ignore);
            return { ...result, replayed: false };
          } catch (failure) {
            await settle(failure).catch(ignore);
            throw failure;
          }
        },
      };
    },
  };
}

function toResult(standing: Entry, intent: string): z.output<typeof kept> {
  if (standing.intent !== intent) {
    throw new IdempotencyFailure('This idempotency key was used before, for another request.', {
      remedy: 'Take a new key for each thing that you want done, and the same key only to repeat it.',
    });
  }
  switch (standing.state) {
    case 'done':
      return standing.result;
    case 'failed':
      throw new UpstreamFailure(`Beeper answered with status ${standing.status} when this was sent.`, {
        remedy: 'Look in Beeper whether it was done all the same. To send it again, take a new key.',
        status: standing.status,
        upstreamCode: standing.upstreamCode,
      });
    default:
      throw new OutcomeUnknownFailure('This was sent to Beeper before, and how it ended is not known.', {
        remedy: 'Look at your chats whether it was done. Only if it was not, send it again, with a new key.',
      });
  }
}

/** An entry of a version that we can't read tells at least that something was begun. */
function readEntry({ entry: text }: Taken): Entry {
  try {
    return entry.parse(JSON.parse(text));
  } catch {
    return { state: 'unknown', intent: '' };
  }
}

/** Nobody reads it, but it is no surprise either. */
function callerIsGone(cause: unknown): never {
  throw new UnavailableFailure('The caller went away while another request with this key was at it.', {
    remedy: 'Send it again with the same key to hear what became of it.',
    cause,
  });
}

function storeIsDown(cause: unknown): never {
  throw new UnavailableFailure('The store of idempotency keys can’t be reached, so nothing was sent.', {
    remedy: 'Send it again with the same key later.',
    cause,
  });
}

/** @returns SHA-256, base64url. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
