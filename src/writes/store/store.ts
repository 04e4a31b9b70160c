/**
 * Small entries with a time to live, shared by all replicas or kept by one process. Every method rejects with a
 * `StoreError` where the store can't be used.
 */
export interface Store {
  /**
   * Claims `name` in one step where it is free: writes `entry` so that it survives what the store survives, and a lease
   * beside it.
   * @returns null where the name was free; else the existing entry, and whether its lease still runs.
   */
  claim(name: string, entry: string, times: Times): Promise<Entry | null>;
  /** Replaces the entry. */
  put(name: string, entry: string, ttlMs: number): Promise<void>;
  /** Frees the name if it has exactly this entry. */
  release(name: string, entry: string): Promise<void>;
  /**
   * Counts one more for `name` in a window of a minute.
   * @returns 0 where that is within `limit`; else the seconds until the window ends.
   */
  count(name: string, limit: number): Promise<number>;
  /** Adds an item to the end of the list `name`, which keeps the last `max` and lives for `ttlMs` from now. */
  append(name: string, item: string, bounds: { readonly ttlMs: number; readonly max: number }): Promise<void>;
  /** @returns the lists of these names, oldest item first; a list that does not exist is empty. */
  lists(names: readonly string[]): Promise<readonly (readonly string[])[]>;
  /** Resolves where a name could be claimed now. */
  check(): Promise<void>;
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

/** What is wrong with a store. */
export class StoreError extends Error {
  /** A word for the log, such as `TIMEOUT`, `UNREACHABLE` or `OOM`; never content. */
  readonly kind: string;
  /** What the operator can do; null where nothing is known that helps. */
  readonly remedy: string | null;
  /** Whether the store works, and only takes no further name. */
  readonly isFull: boolean;

  constructor(
    kind: string,
    {
      remedy = null,
      isFull = false,
      cause,
    }: { remedy?: string | null; isFull?: boolean; cause?: unknown } = {},
  ) {
    super(`The store of idempotency keys can’t be used: ${kind}.`, { cause });
    this.name = 'StoreError';
    this.kind = kind;
    this.remedy = remedy;
    this.isFull = isFull;
  }
}

/** Thrown at start-up where a store can't be opened. The message is for the operator. */
export class StoreOpenError extends Error {
  /** Whether another process has the store, so that it can be used once that has ended. */
  readonly isInUse: boolean;

  constructor(message: string, cause: unknown, { isInUse = false } = {}) {
    super(message, { cause });
    this.name = 'StoreOpenError';
    this.isInUse = isInUse;
  }
}
