import { Arrivals } from '../../common/arrivals.ts';
import { NetworkError } from '../errors.ts';
import type { Wait } from '../waitFor.ts';

/** A bounded number of transfers at a time, half of them for one owner, with a bounded queue in front. */
export interface FairPlaces {
  /**
   * Waits for a place. Owners that wait take turns.
   * @throws {NetworkError} `too-busy` where the queue is full or no place was free in time, and `caller-gone`.
   */
  enter(owner: string, wait: Wait): Promise<Place>;
}

/** The place of a transfer that runs. */
export interface Place {
  /** Makes room for the next, while this transfer goes on: it turned out to be long. Without effect where too many are. */
  lend(): void;
  /** The transfer has ended. */
  leave(): void;
}

interface FairPlacesOptions {
  readonly count: number;
  /** How many long transfers go on beside them. */
  readonly longCount: number;
  readonly maxWaiting: number;
}

/** What one owner has. */
interface Line {
  running: number;
  long: number;
  readonly queue: Arrivals<Waiting>;
}

interface Waiting {
  enter(): void;
  refuse(): void;
}

const tooBusy = () => new NetworkError('too-busy', false, undefined);

export function createFairPlaces({ count, longCount, maxWaiting }: FairPlacesOptions): FairPlaces {
  const share = Math.max(1, Math.floor(count / 2));
  const longShare = Math.floor(longCount / 2);
  /** In the order of their turns. */
  const lines = new Map<string, Line>();
  let running = 0;
  let long = 0;
  let waiting = 0;

  const hasRoom = (line: Line): boolean => running < count && line.running < share;

  function lineOf(owner: string): Line {
    const line = lines.get(owner) ?? { running: 0, long: 0, queue: new Arrivals<Waiting>() };
    lines.set(owner, line);
    return line;
  }

  function forgetIfEmpty(owner: string, { running, long, queue }: Line): void {
    if (running + long + queue.size === 0) lines.delete(owner);
  }

  function admitNext(): void {
    for (const [owner, line] of lines) {
      if (line.queue.first === undefined || !hasRoom(line)) continue;
      lines.delete(owner);
      lines.set(owner, line);
      line.queue.first.enter();
      return;
    }
  }

  function takePlace(owner: string, line: Line): Place {
    let state: 'running' | 'long' | 'left' = 'running';
    running += 1;
    line.running += 1;
    const free = () => {
      running -= 1;
      line.running -= 1;
    };
    return {
      lend() {
        if (state !== 'running' || long >= longCount || line.long >= longShare) return;
        state = 'long';
        free();
        long += 1;
        line.long += 1;
        admitNext();
      },
      leave() {
        if (state === 'running') free();
        else if (state === 'long') {
          long -= 1;
          line.long -= 1;
        } else return;
        state = 'left';
        forgetIfEmpty(owner, line);
        admitNext();
      },
    };
  }

  /** @returns whether another owner gave up the last place of its queue. */
  function makeRoom({ queue }: Line): boolean {
    let longest = queue;
    for (const line of lines.values()) if (line.queue.size > longest.size) longest = line.queue;
    if (longest.size <= queue.size + 1) return false;
    longest.last?.refuse();
    return true;
  }

  function waitInLine(owner: string, line: Line, { until, signal }: Wait): Promise<Place> {
    return new Promise((resolve, reject) => {
      const leaveQueue = () => {
        line.queue.delete(entry);
        waiting -= 1;
        clearTimeout(timer);
        signal?.removeEventListener('abort', onCallerGone);
      };
      const giveUp = (error: NetworkError) => {
        leaveQueue();
        forgetIfEmpty(owner, line);
        reject(error);
      };
      const onCallerGone = () => giveUp(new NetworkError('caller-gone', false, undefined));
      const entry: Waiting = {
        enter() {
          leaveQueue();
          resolve(takePlace(owner, line));
        },
        refuse: () => giveUp(tooBusy()),
      };
      const timer = setTimeout(entry.refuse, Math.max(0, Math.ceil(until - performance.now())));
      signal?.addEventListener('abort', onCallerGone, { once: true });
      line.queue.add(entry);
      waiting += 1;
    });
  }

  return {
    async enter(owner, wait) {
      if (wait.signal?.aborted) throw new NetworkError('caller-gone', false, undefined);
      const line = lineOf(owner);
      if (hasRoom(line)) return takePlace(owner, line);
      if (waiting >= maxWaiting && !makeRoom(line)) {
        forgetIfEmpty(owner, line);
        throw tooBusy();
      }
      return waitInLine(owner, line, wait);
    },
  };
}
