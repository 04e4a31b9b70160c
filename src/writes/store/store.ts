/**
 * Small entries with a time to live, shared by all replicas of the gateway or kept in one process. Every method throws
 * whatever the store throws where it can't be reached; none waits longer than about a second.
 */
export interface Store {
  /**
   * Takes `name` for the caller where nobody has it, in one step: writes `entry`, and a lease beside it.
   * @returns null where it was free and is taken now; else the entry that stands there, and whether its lease still runs.
   */
  claim(name: string, entry: string, times: Times): Promise<Taken | null>;
  /** Replaces the entry. */
  put(name: string, entry: string, ttlMs: number): Promise<void>;
  /** Frees the name. */
  remove(name: string): Promise<void>;
  /**
   * Counts one more for `name` in a window of a minute.
   * @returns 0 where that is within `limit`; else the seconds until the window ends.
   */
  count(name: string, limit: number): Promise<number>;
  close(): Promise<void>;
}

export interface Times {
  /** Milliseconds that the entry is kept. */
  readonly ttlMs: number;
  /** Milliseconds after which whoever claimed the name must have given up, or died. */
  readonly leaseMs: number;
}

export interface Taken {
  readonly entry: string;
  readonly leased: boolean;
}
