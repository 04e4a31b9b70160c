import type { Change, Gap } from './events.ts';
import type { Unnumbered } from './stream.ts';

/** What a stream that is resumed has to be told. */
export type Kept = Unnumbered<Change> | Unnumbered<Gap>;

interface Entry {
  readonly number: number;
  readonly event: Kept;
  /** On the clock of `performance.now()`. */
  readonly at: number;
}

const keptMs = 60_000;
const maxKept = 500;
/** With more chats of which events were dropped, they count as one. */
const maxChats = 1_000;

/** The last event of each chat and message, for a minute, so that a stream can go on where it was interrupted. */
export class Ring {
  /** In order of their numbers. */
  readonly #entries = new Map<string, Entry>();
  /** The number of the last event of each chat that was dropped. */
  readonly #dropped = new Map<string, number>();
  /** Of all chats. */
  #lastDropped = 0;
  /** What is earlier may be missing, of any chat. */
  #floor = 0;

  add(key: string, number: number, event: Kept): void {
    this.#entries.delete(key);
    this.#entries.set(key, { number, event, at: performance.now() });
    this.#trim();
  }

  /**
   * @param chatIDs the chats that count; null for all.
   * @returns what came after the event with this number; null where a part of that is not kept any more.
   */
  since(number: number, chatIDs: ReadonlySet<string> | null): readonly Kept[] | null {
    this.#trim();
    if (number < this.#floor || (chatIDs === null && number < this.#lastDropped)) return null;
    for (const id of chatIDs ?? []) if (number < (this.#dropped.get(id) ?? 0)) return null;
    return [...this.#entries.values()].filter((entry) => entry.number > number).map(({ event }) => event);
  }

  /** Keeps nothing up to this number. */
  forget(number: number): void {
    this.#entries.clear();
    this.#dropped.clear();
    this.#floor = number + 1;
  }

  #trim(): void {
    const oldest = performance.now() - keptMs;
    for (const [key, { number, event, at }] of this.#entries) {
      if (at >= oldest && this.#entries.size <= maxKept) return;
      this.#entries.delete(key);
      this.#lastDropped = number;
      if (event.kind === 'gap' || this.#dropped.size >= maxChats) {
        this.#dropped.clear();
        this.#floor = number;
      } else this.#dropped.set(event.chatID, number);
    }
  }
}
