/**
 * Small entries with a time to live, shared by all replicas or kept in one process. Every method throws the store's
 * own error where the store can't be reached; none waits longer than about a second.
 */
export interface Store {
  /**
   * Claims `name` in one step where it is free: writes `entry`, and a lease beside it.
   * @returns null where the name was free; else the existing entry, and whether its lease still runs.
   */
  claim(name: string, entry: string, times: Times): Promise<Entry | null>;
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
  /** Milliseconds after which the holder of the claim has finished or died. */
  readonly leaseMs: number;
}

export interface Entry {
  readonly entry: string;
  readonly leased: boolean;
}
