import { setImmediate } from 'node:timers/promises';
import { within } from '../common/within.ts';
import { Failure, UnavailableFailure } from '../failures.ts';

/**
 * Reads that payloads cause after a write that was done. Their failures must not become top-level errors: many clients
 * throw then, and their callers would repeat the write.
 */
export interface FollowUps {
  /**
   * Runs a read for a field of a payload, or for a field below it.
   * @returns the value; null where the read fails with a `Failure`, which is kept for `failureOf`, or takes too long.
   */
  run<Value>(place: Place, read: () => Value | Promise<Value>): Promise<Value | null>;
  /**
   * @param payload the response key of the mutation.
   * @param field the name of the payload's field.
   * @returns the first failure among its reads, once all of them have ended; null where none failed.
   */
  failureOf(payload: string, field: string): Promise<Failure | null>;
}

/** Where a read belongs, in the keys of the response. */
export interface Place {
  readonly payload: string;
  readonly key: string;
  /** The name of the payload's field; null below it, where only its key is known. */
  readonly field: string | null;
}

interface Reads {
  /** When the payload stops waiting for them, on the clock of `performance.now()`. */
  readonly endsAt: number;
  readonly payload: string;
  readonly field: string | null;
  readonly running: Set<Promise<unknown>>;
  failure: Failure | null;
}

/**
 * @param limitMs how long a payload waits for all its reads together. The caller must learn of the write before a router
 * in between gives up.
 * @returns the follow-ups of one request.
 */
export function createFollowUps(limitMs = 10_000): FollowUps {
  const endOf = new Map<string, number>();
  const places = new Map<string, Reads>();

  const readsAt = ({ payload, key, field }: Place): Reads => {
    const at = `${payload}.${key}`;
    const endsAt = endOf.get(payload) ?? performance.now() + limitMs;
    endOf.set(payload, endsAt);
    const reads = places.get(at) ?? { endsAt, payload, field, running: new Set(), failure: null };
    places.set(at, reads);
    return reads;
  };

  return {
    async run<Value>(place: Place, read: () => Value | Promise<Value>) {
      const reads = readsAt(place);
      const left = Math.max(0, reads.endsAt - performance.now());
      const running = within(left, (async () => read())(), tooLong);
      reads.running.add(running);
      try {
        return await running;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        reads.failure ??= error;
        return null;
      } finally {
        reads.running.delete(running);
      }
    },
    async failureOf(payload, field) {
      const readsOf = () =>
        [...places.values()].filter((reads) => reads.payload === payload && reads.field === field);
      let running: Promise<unknown>[];
      do {
        // Other fields of the payload, and fields below a read that has ended, begin their reads within one turn.
        await setImmediate();
        running = readsOf().flatMap((reads) => [...reads.running]);
        await Promise.allSettled(running);
      } while (running.length > 0);
      return readsOf().find(({ failure }) => failure !== null)?.failure ?? null;
    },
  };
}

const tooLong = () => new UnavailableFailure('Reading what was selected after the write takes too long.');
