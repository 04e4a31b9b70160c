import type { Failure } from '../failures.ts';
import type { Gap, LiveEvent, LiveStream } from './events.ts';

/** An event without its number in a stream. */
export type Unnumbered<Event extends LiveEvent = LiveEvent> = Event extends LiveEvent
  ? Omit<Event, 'index'>
  : never;

type Result = IteratorResult<LiveEvent | Failure, undefined>;

export interface StreamOptions {
  /** Called once, when nobody takes events any more. */
  readonly onLeave: () => void;
  /** Events that can wait; with more, all are dropped for a gap. Default 1000. */
  readonly maxPending?: number | undefined;
}

const ended: Result = { done: true, value: undefined };

/**
 * What one subscriber is given. Of the events that wait to be taken, the last one of each chat and message is kept, so that a
 * slow reader gets every chat and message in its last state.
 *
 * Not an async generator: its `return` waits until the pending `next` has a value, so that a stream whose reader has left
 * would stay open until something happens.
 */
export class EventStream implements LiveStream {
  readonly #onLeave: () => void;
  readonly #maxPending: number;
  /** In order of their positions. */
  readonly #pending = new Map<string, Unnumbered>();
  #waiting: ((result: Result) => void) | null = null;
  #failure: Failure | null = null;
  #isEnded = false;
  #delivered = 0;

  constructor({ onLeave, maxPending = 1_000 }: StreamOptions) {
    this.#onLeave = onLeave;
    this.#maxPending = maxPending;
  }

  /** @param key replaces what waits under the same key. */
  push(key: string, event: Unnumbered): void {
    if (this.#isEnded) return;
    if (this.#waiting) {
      this.#settle(this.#numbered(event));
      return;
    }
    this.#pending.delete(key);
    this.#pending.set(key, event);
    if (this.#pending.size > this.#maxPending) this.#drop(event);
  }

  /** Delivers what waits, then the failure, and ends. */
  end(failure: Failure | null): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#failure = failure;
    if (this.#waiting) this.#settle(this.#last());
    this.#onLeave();
  }

  next(): Promise<Result> {
    const [first] = this.#pending;
    if (first) {
      this.#pending.delete(first[0]);
      return Promise.resolve(this.#numbered(first[1]));
    }
    if (this.#isEnded) return Promise.resolve(this.#last());
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  return(): Promise<Result> {
    this.#pending.clear();
    this.end(null);
    this.#failure = null;
    return Promise.resolve(ended);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #numbered(event: Unnumbered): Result {
    return { done: false, value: { ...event, index: this.#delivered++ } as LiveEvent };
  }

  #last(): Result {
    const failure = this.#failure;
    this.#failure = null;
    return failure ? { done: false, value: failure } : ended;
  }

  #settle(result: Result): void {
    const resolve = this.#waiting;
    this.#waiting = null;
    resolve?.(result);
  }

  /** Keeps the event that begins the stream. */
  #drop({ position }: Unnumbered): void {
    const started = this.#pending.get('started');
    this.#pending.clear();
    if (started) this.#pending.set('started', started);
    const gap: Unnumbered<Gap> = {
      kind: 'gap',
      reason: 'TOO_SLOW',
      needsReload: true,
      chatIDs: null,
      position,
      occurredAt: new Date(),
    };
    this.#pending.set('gap', gap);
  }
}
