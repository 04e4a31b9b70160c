import type { Caller } from '../beeper/call.ts';
import type { CreatedChat } from '../beeper/decode.ts';
import { Failure, RateLimitedFailure } from '../failures.ts';
import { createIdempotency, hash, type WrittenChat } from './idempotency.ts';
import { createMemoryStore } from './store/memory.ts';
import type { Store } from './store/store.ts';

/** What stands between a mutation and Beeper: the caller's budget, and their idempotency key. */
export interface Writes {
  /**
   * Does `work` within the caller's budget, and where a key is given, once for that key.
   * @throws {RateLimitedFailure} where the caller's budget is used up: nothing is sent then.
   * @throws what `Idempotency.claim` throws, where a key is given, and whatever `work` throws.
   */
  perform(write: Write): Promise<WrittenChat>;
}

export interface Write {
  readonly key: string | null | undefined;
  /** The mutation's name, and what is sent. */
  readonly intent: readonly [mutation: string, body: object];
  readonly work: () => Promise<CreatedChat>;
}

export interface WriteLimits {
  /** Writes of one caller in a minute; 0 for no limit. Networks suspend accounts that write too much. */
  readonly perMinute: number;
  /** Milliseconds within which a write has ended, or whoever did it has died. */
  readonly leaseMs: number;
}

/** One for the process; `store` may be shared with other replicas. */
export function createWriteGate(store: Store, { perMinute, leaseMs }: WriteLimits) {
  // Where the shared store is down, each replica counts for itself.
  const ownCount = createMemoryStore();

  /** @throws {RateLimitedFailure} where this one would be too many. */
  async function spend(caller: string): Promise<void> {
    if (perMinute === 0) return;
    const count = (by: Store) => by.count(caller, perMinute);
    const seconds = await count(store).catch(() => count(ownCount));
    if (seconds === 0) return;
    throw new RateLimitedFailure(`This gateway lets a caller write ${perMinute} times in a minute.`, {
      remedy: `Nothing was done. Send it again in ${seconds} s.`,
      retryAfterSeconds: seconds,
    });
  }

  return {
    /** Binds the gate to one caller, for one request. */
    for({ token, signal, log }: Caller): Writes {
      return {
        async perform({ key, intent, work }) {
          // Without a token nothing is sent: the work says so itself.
          if (token === null) return { ...(await work()), replayed: false };
          const caller = hash(token);
          const [operation] = intent;
          /** The gate's own failures are logged here; what happens at Beeper is logged at its door. */
          const logged = async <T>(part: Promise<T>): Promise<T> =>
            part.catch((failure: unknown) => {
              if (failure instanceof Failure)
                log.warn({ operation, code: failure.code }, 'A write was not let through');
              throw failure;
            });
          const budgeted = async () => {
            await logged(spend(caller));
            return work();
          };
          if (key == null) return { ...(await budgeted()), replayed: false };
          const idempotency = createIdempotency(store, caller, leaseMs, signal);
          const claim = await logged(idempotency.claim({ key, intent }));
          return claim.replayed ?? claim.perform(budgeted);
        },
      };
    },
  };
}

export type WriteGate = ReturnType<typeof createWriteGate>;
