import type { Caller } from '../beeper/call.ts';
import type { BeeperClient } from '../beeper/client.ts';
import type { Write } from '../beeper/operation.ts';
import { Arrivals, type Present } from '../common/arrivals.ts';
import { callerScope } from '../common/callerScope.ts';
import { Failure, OutcomeUnknownFailure, UnavailableFailure } from '../failures.ts';
import { createBudget } from './budget.ts';
import { createIdempotency, type IdempotencyOptions } from './idempotency.ts';
import { createJournal } from './journal.ts';
import { countFailure, createKeyCounts, type KeyCounts } from './keyCounts.ts';
import type { Look } from './looking.ts';
import { createSearch } from './search.ts';
import { createSentKeys, type SentKeys } from './sentKeys.ts';
import { type Store, StoreError } from './store/store.ts';

export type { Look, Sighting } from './looking.ts';
export type { SentKeys } from './sentKeys.ts';

/** As the caller sent it: null and absent are the same. */
export type IdempotencyKey = string | null | undefined;

export type Written<Result extends object> = Result & {
  /** The parsed body of Beeper's response, for what `result` leaves out; null for an empty body, and on a replay. */
  readonly answer: unknown;
  /** True where an earlier request with the same key did this. */
  readonly replayed: boolean;
};

/**
 * Writes to Beeper, within the caller's budget, and with a key at most once for that key.
 * @throws {RateLimitedFailure} where the budget is used up; nothing is sent then.
 * @throws what `Idempotency.claim` throws, where a key is given, and what `BeeperClient.send` throws.
 */
export interface RunWrite {
  <Result extends object>(write: Write<Result, 'idempotent' | 'changes'>): Promise<Written<Result>>;
  /** @param look how to find out an unknown outcome of a write with a key; without it, that stays unknown. */
  <Result extends object>(
    write: Write<Result, 'creates'>,
    key: IdempotencyKey,
    look?: Look<Result>,
  ): Promise<Written<Result>>;
}

export interface WritesOptions extends IdempotencyOptions {
  /** Writes of one caller in a minute; 0 for no limit. */
  readonly perMinute: number;
}

/** The write pipeline of the process, bound to a caller per request. */
export type Writes = ReturnType<typeof createWrites>;

/** @param store may be shared with other replicas. */
export function createWrites(store: Store, { perMinute, ...lease }: WritesOptions) {
  const budget = createBudget(store, perMinute);
  const idempotency = createIdempotency(store, lease);
  const journal = createJournal(store);
  const running = new Arrivals<Promise<unknown>>();
  const counts = createKeyCounts();
  let endsAt = Number.POSITIVE_INFINITY;
  let unknownOutcomes = 0;

  return {
    /** The writes that have not ended, also those of callers that disconnected. */
    running: running as Present<Promise<unknown>>,
    /** What became of idempotency keys so far. */
    counts: counts as Readonly<KeyCounts>,
    /** @returns the number of writes with and without a key, repeats included, whose outcome is unknown. */
    unknownOutcomes: (): number => unknownOutcomes,
    /** Begins no write any more that could still run after `ms` milliseconds. */
    endWithin(ms: number): void {
      endsAt = performance.now() + ms;
    },
    /** @returns the keys that the caller has written with. */
    keysFor: ({ token }: Pick<Caller, 'token'>, keyHolder: string | null): SentKeys =>
      createSentKeys(journal, callerScope(keyHolder, token)),
    /** @param keyHolder the name of the caller's gateway key; null where none is required. */
    for(caller: Caller, client: BeeperClient, keyHolder: string | null): RunWrite {
      const run = async <Result extends object>(
        write: Write<Result>,
        key?: IdempotencyKey,
        look?: Look<Result>,
      ) => {
        // Without a token nothing is sent: `send` throws.
        if (caller.token === null) {
          const { result, answer } = await client.send(write, attached);
          return { answer, replayed: false, ...result };
        }
        if (write.step !== 'further' && performance.now() + lease.deadlineMs > endsAt) {
          await logRejection(caller, write, Promise.reject(shuttingDown()));
        }
        const scope = callerScope(keyHolder, caller.token);

        // 1. Idempotency key: answers with the stored result, or claims the key before anything is sent.
        const claim =
          key == null
            ? null
            : await logRejection(
                caller,
                write,
                idempotency.claim(write, {
                  scope,
                  key,
                  signal: caller.signal,
                  look,
                }),
              );
        if (claim?.replayed) {
          counts.replayed++;
          return { answer: null, replayed: true, ...claim.replayed };
        }
        const search =
          claim && look && key != null
            ? createSearch(
                { look, claim, scope, key, client, log: caller.log, operation: write.operation },
                { journal, store },
              )
            : null;
        if (claim?.isUnresolved && search) {
          const found = await search.find(null);
          counts.found++;
          return { answer: null, replayed: true, ...found };
        }
        if (claim) counts.claimed++;
        try {
          write.check?.();
          // 2. Budget of the caller. A replay costs nothing, and neither does a state that is set: marking chats as read
          //    must not use up what sending needs.
          if (write.effect !== 'idempotent') await logRejection(caller, write, budget.spend(scope));
          if (search) await logRejection(caller, write, search.begin());
          claim?.confirm();
          // 3. Dialect, retry, circuit, place, failure mapping: see `beeper/call.ts` and `beeper/resilience.ts`.
          //    With a key the write goes on when the caller disconnects, so that its result can be stored.
          const { result, answer } = await client.send(write, claim ? detached : attached);
          // 4. Result or failure, stored under the key.
          if (claim) await Promise.all([claim.keep(result), search?.done(result)]);
          return { answer, replayed: false, ...result };
        } catch (failure) {
          // 5. An unknown outcome is looked for, once.
          if (search && failure instanceof OutcomeUnknownFailure) {
            const found = await search.find(failure.upstreamCode);
            counts.found++;
            return { answer: null, replayed: false, ...found };
          }
          await Promise.all([claim?.settle(failure), failure instanceof Failure && search?.undone()]);
          throw failure;
        }
      };

      return async <Result extends object>(
        write: Write<Result>,
        key?: IdempotencyKey,
        look?: Look<Result>,
      ) => {
        client.beginWrite();
        const written = run(write, key, look);
        running.add(written);
        try {
          return await written;
        } catch (failure) {
          if (failure instanceof OutcomeUnknownFailure) unknownOutcomes++;
          if (key != null) countFailure(counts, failure);
          throw failure;
        } finally {
          running.delete(written);
          client.endWrite();
        }
      };
    },
  };
}

const shuttingDown = () =>
  new UnavailableFailure('The gateway is shutting down, so nothing was sent.', {
    remedy: 'Send the request again, with the same idempotency key if it has one.',
    retryAfterSeconds: 1,
  });

const attached = { detached: false };
const detached = { detached: true };

/** Failures of upstream calls are logged by `beeper/call.ts`. */
async function logRejection<T>({ log }: Caller, { operation }: Write<object>, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (failure) {
    if (failure instanceof Failure) {
      const { code, cause } = failure;
      log.warn(
        { operation, code, ...(cause instanceof StoreError && { store: cause.kind }) },
        'Write rejected',
      );
    }
    throw failure;
  }
}
