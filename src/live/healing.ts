import { Failure, ForbiddenFailure, UnauthenticatedFailure } from '../failures.ts';
import { catchUp, readChats } from './catchUp.ts';
import type { GapReason } from './events.ts';
import type { Feed } from './feed.ts';
import type { LineReads } from './reads.ts';
import type { Shadow } from './shadow.ts';
import { isSilent } from './silent.ts';

export interface HealingOptions {
  readonly reads: LineReads;
  readonly shadow: Shadow;
  readonly feed: Feed;
  /** @returns the time on Beeper's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** @returns the chats that listeners name. */
  readonly named: () => ReadonlySet<string>;
  /** Tells listeners of a gap; `NOT_HEALED` with the chats that it is about, or null for all. */
  readonly onGap: (reason: GapReason, chatIDs?: readonly string[] | null) => void;
  /** The token is not valid any more, or something unexpected happened. */
  readonly onFailed: (error: unknown) => void;
  /** Milliseconds between two healings, at least. */
  readonly pauseMs: number;
}

/** Chats with events in this time are read after a gap. */
const recentMs = 10 * 60_000;
const maxHeld = 5_000;

/** Finds what happened without an event: after a gap, and where there are no events. */
export class Healing {
  readonly #options: HealingOptions;
  /** Until when everything was known, in milliseconds since 1970. */
  #knownUntil = 0;
  /** Set while it heals. */
  #running: Promise<void> | null = null;
  /** Why to heal once more afterwards. */
  #again: GapReason | null = null;
  /** What waits for its end. */
  #held: (() => void)[] = [];
  #isLooking = false;
  #isDown = false;

  constructor(options: HealingOptions) {
    this.#options = options;
  }

  /** Runs `handle` now, or after the healing: what that finds comes before anything newer. */
  inTurn(handle: () => void): void {
    if (this.#running === null) {
      this.#knownUntil = this.#options.now();
      handle();
    } else if (this.#held.length < maxHeld) this.#held.push(handle);
    else this.#again ??= 'EVENTS_LOST';
  }

  /**
   * Learns the newest chats, with which later states are compared.
   * @throws {Failure} where they can't be read.
   */
  async prepare(): Promise<void> {
    const { shadow, reads, now } = this.#options;
    this.#knownUntil = now();
    const readAt = shadow.now;
    const { chats } = await readChats(reads.client());
    for (const chat of chats) shadow.learnChat(chat, readAt);
  }

  /** Tells of a gap and then of what it has hidden, as far as that can be read. */
  heal(reason: GapReason): void {
    if (this.#running !== null) {
      this.#again ??= reason;
      return;
    }
    const { onFailed } = this.#options;
    this.#running = this.#heal(reason)
      .catch(onFailed)
      .finally(() => {
        this.#running = null;
        const again = this.#again;
        const held = this.#held;
        this.#again = null;
        this.#held = [];
        if (again) this.heal(again);
        for (const handle of held) this.inTurn(handle);
      });
  }

  async #heal(reason: GapReason): Promise<void> {
    const { onGap, onFailed, pauseMs, now } = this.#options;
    onGap(reason);
    const readAt = now();
    const failure = await this.#look();
    if (failure === null) this.#knownUntil = readAt;
    else if (isRejection(failure)) return onFailed(failure);
    else onGap('NOT_HEALED', null);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }

  /**
   * Looks for changes of which there are no events.
   * @param isEverything whether there are no events at all; otherwise, those of iMessage are missing.
   */
  poll(isEverything: boolean): void {
    if (this.#running !== null || this.#isLooking) return;
    this.#poll(isEverything).catch(this.#options.onFailed);
  }

  async #poll(isEverything: boolean): Promise<void> {
    const { now, onGap, onFailed } = this.#options;
    const readAt = now();
    this.#isLooking = true;
    const failure = await this.#look(!isEverything).finally(() => {
      this.#isLooking = false;
    });
    if (failure && isRejection(failure)) return onFailed(failure);
    if (!isEverything) return;
    if (failure === null) this.#knownUntil = readAt;
    if ((failure !== null) === this.#isDown) return;
    this.#isDown = failure !== null;
    onGap(this.#isDown ? 'DISCONNECTED' : 'RECONNECTED');
  }

  /** @returns why the chats can't be read; null where they can. */
  async #look(onlySilent = false): Promise<Failure | null> {
    const { reads, shadow, named, feed, onGap } = this.#options;
    try {
      const { differences, unhealed } = await catchUp({
        client: reads.client(),
        shadow,
        since: this.#knownUntil,
        named: named(),
        activeSince: performance.now() - recentMs,
        only: onlySilent ? isSilent : undefined,
      });
      for (const difference of differences) feed.onDifference(difference);
      if (unhealed.length > 0) onGap('NOT_HEALED', unhealed);
      return null;
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }
}

/** @returns whether the failure is one of the token, so that no other read can succeed. */
export const isRejection = (error: unknown): error is Failure =>
  error instanceof UnauthenticatedFailure || error instanceof ForbiddenFailure;
