import { setTimeout as sleep } from 'node:timers/promises';
import { within } from '../../common/within.ts';
import { createAbandonedClaims } from './abandonedClaims.ts';
import { type Store, StoreError } from './store.ts';

/** No caller waits longer than this for the store. */
const callTimeoutMs = 1_000;
const checkEveryMs = 1_000;

export interface StoreEvents {
  /** The store can't be used any more, or for another reason than before. */
  readonly failed: (error: StoreError) => void;
  /** It can be used again. */
  readonly restored: () => void;
}

export interface WatchedStore extends Store {
  /** @returns null while the store can be used, else what is wrong with it; it is checked if it has not been used lately. */
  fault(): Promise<StoreError | null>;
  /** @returns what is known without asking the store. */
  state(): StoreState;
}

export interface StoreState {
  readonly isUsable: boolean;
  /** Failed calls and checks so far, by the kind of their `StoreError`. */
  readonly errors: ReadonlyMap<string, number>;
}

/** For a store that learns by itself that it can't be used, or can again. */
export interface StoreSignals {
  failed(error: unknown): void;
  connected(): void;
}

/**
 * Bounds every call of a store to one second, by a timer of its own: a store that hangs must not hang its callers. After
 * a failure further calls fail at once, while the store is checked every second until it can be used. A claim whose
 * answer did not arrive is released, because its caller sends nothing.
 * @param open creates the store.
 */
export function watchStore(
  open: (signals: StoreSignals) => Store,
  on: StoreEvents,
  { timeoutMs = callTimeoutMs } = {},
): WatchedStore {
  let fault: StoreError | null = null;
  let usedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<void> | null = null;
  let isRecovering = false;
  let isClosed = false;
  const errors = new Map<string, number>();

  const fail = (error: unknown): StoreError => {
    const found = error instanceof StoreError ? error : new StoreError('ERROR', { cause: error });
    errors.set(found.kind, (errors.get(found.kind) ?? 0) + 1);
    if (isClosed || found.isFull) return found;
    if (fault === null || isOther(found, fault)) on.failed(found);
    fault = found;
    if (!isRecovering) void checkUntilUsable();
    return found;
  };

  const succeed = () => {
    usedAt = performance.now();
    if (fault === null || isClosed) return;
    fault = null;
    on.restored();
  };

  const check = (): Promise<void> => {
    checking ??= inTime(timeoutMs, store.check())
      .then(succeed, (error) => void fail(error))
      .finally(() => {
        checking = null;
      });
    return checking;
  };

  const checkUntilUsable = async () => {
    isRecovering = true;
    while (fault !== null && !isClosed) {
      await sleep(checkEveryMs, null, { ref: false });
      if (!isClosed) await check();
    }
    isRecovering = false;
  };

  const store = open({ failed: fail, connected: () => void check() });
  const abandoned = createAbandonedClaims((name, entry) => inTime(timeoutMs, store.release(name, entry)));

  /** @throws {StoreError} */
  async function run<Result>(call: () => Promise<Result>): Promise<Result> {
    if (fault !== null) throw fault;
    try {
      const result = await inTime(timeoutMs, call());
      usedAt = performance.now();
      return result;
    } catch (error) {
      throw fail(error);
    }
  }

  return {
    async claim(name, entry, times) {
      if (fault !== null) throw fault;
      return run(() => store.claim(name, entry, times)).catch((error: StoreError) => {
        if (!error.isFull) abandoned.add(name, entry);
        throw error;
      });
    },
    put: (name, entry, ttlMs) => run(() => store.put(name, entry, ttlMs)),
    release: (name, entry) =>
      run(() => store.release(name, entry)).catch((error: unknown) => {
        abandoned.add(name, entry);
        throw error;
      }),
    append: (name, item, bounds) => run(() => store.append(name, item, bounds)),
    lists: (names) => run(() => store.lists(names)),
    count: (name, limit) => run(() => store.count(name, limit)),
    check,
    state: () => ({ isUsable: fault === null, errors }),
    async fault() {
      if (performance.now() - usedAt > checkEveryMs) await check();
      return fault;
    },
    async close() {
      isClosed = true;
      abandoned.close();
      await store.close();
    },
  };
}

/** A store that does not answer is told once, however that shows. */
const isOther = (found: StoreError, { kind }: StoreError): boolean =>
  found.kind !== kind && !(unanswered.has(found.kind) && unanswered.has(kind));

const unanswered = new Set(['TIMEOUT', 'UNREACHABLE']);

/** @throws {StoreError} of the kind TIMEOUT after `ms`; the call goes on, and what becomes of it is ignored. */
const inTime = <Result>(ms: number, call: Promise<Result>): Promise<Result> =>
  within(ms, call, () => new StoreError('TIMEOUT', { remedy: `The store did not answer within ${ms} ms.` }));
