import { Arrivals } from '../common/arrivals.ts';
import { NetworkError } from './errors.ts';
import type { Wait } from './waitFor.ts';

/** A bounded number of calls at a time, with a bounded queue in front. */
export interface Places {
  /**
   * Runs `task` once a place is free: first come, first served. A wait that ends leaves the queue at once.
   * @throws {NetworkError} `too-busy` where the queue is full or no place was free in time, and `caller-gone`;
   * `task` did not run then.
   */
  run<T>(task: () => Promise<T>, wait: Wait): Promise<T>;
  /** @returns whether the queue is full, or its first call has waited for more than 250 ms. */
  isBacklogged(): boolean;
  /** @returns how many calls run and wait at the moment. */
  load(): Load;
}

/** How many calls or requests run and wait at the moment. */
export interface Load {
  readonly running: number;
  readonly waiting: number;
}

interface Waiting {
  readonly since: number;
  enter(): void;
}

const backlogMs = 250;

/** Not Cockatiel's bulkhead: what waits there can't leave, and keeps its place in the queue when its time is up. */
export function createPlaces(count: number, maxWaiting: number): Places {
  let taken = 0;
  // In the order of arrival.
  const queue = new Arrivals<Waiting>();

  function enter({ until, signal }: Wait): Promise<void> | undefined {
    if (signal?.aborted) throw new NetworkError('caller-gone', false, undefined);
    if (taken < count) {
      taken++;
      return;
    }
    if (queue.size >= maxWaiting) throw new NetworkError('too-busy', false, undefined);
    return new Promise((resolve, reject) => {
      const now = performance.now();
      const leave = () => {
        queue.delete(waiting);
        clearTimeout(timer);
        signal?.removeEventListener('abort', onCallerGone);
      };
      const giveUp = (reason: 'too-busy' | 'caller-gone') => {
        leave();
        reject(new NetworkError(reason, false, undefined));
      };
      const onCallerGone = () => giveUp('caller-gone');
      const timer = setTimeout(giveUp, Math.max(0, Math.ceil(until - now)), 'too-busy');
      signal?.addEventListener('abort', onCallerGone, { once: true });
      const waiting: Waiting = {
        since: now,
        enter() {
          leave();
          resolve();
        },
      };
      queue.add(waiting);
    });
  }

  /** The place goes to the first in the queue, so that nobody who comes later can take it. */
  function release(): void {
    if (queue.first) queue.first.enter();
    else taken--;
  }

  return {
    async run(task, wait) {
      const waiting = enter(wait);
      // A call that finds a place does not wait for a turn.
      if (waiting) await waiting;
      try {
        return await task();
      } finally {
        release();
      }
    },
    load: () => ({ running: taken, waiting: queue.size }),
    isBacklogged() {
      if (queue.size >= maxWaiting) return true;
      const { first } = queue;
      return first !== undefined && performance.now() - first.since > backlogMs;
    },
  };
}
