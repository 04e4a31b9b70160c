import { neverAborts } from '../common/callerSignal.ts';
import { UnsupportedFailure } from '../failures.ts';
import { type Caller, type Connection, call } from './call.ts';
import { whileCollecting } from './dropped.ts';
import type { Read, Remedies, Sent, Write } from './operation.ts';

/** Beeper on behalf of one caller, for one GraphQL request. `read` and `send` throw a `Failure`, logged once. */
export interface BeeperClient {
  /** @returns what `decode` reads in an answer that is already there; it counts what it leaves out, as a read does. */
  decode<Value>(decode: (body: unknown) => Value, body: unknown): Value;
  /** Reads a path. The same path is one call for as long as nothing is written. */
  read<Value>(read: Read<Value>): Promise<Value>;
  /** @returns the value of a path that was read before, so that the items of a list need not wait for it; otherwise null. */
  known<Value extends object>(read: Read<Value>): Value | null;
  /** @returns the read of a path that has begun for another field; null where there is none. Begins none. */
  begun<Value>(read: Read<Value>): Promise<Value> | null;
  /**
   * Sends a write. One that Beeper may have received is repeated only if it is idempotent.
   * @param options.detached whether it goes on when the caller disconnects after it was sent, so that its result can be
   * stored.
   */
  send<Result extends object>(
    write: Write<Result>,
    options: { readonly detached: boolean },
  ): Promise<Sent<Result>>;
  /**
   * Must be called when a write begins to wait for anything. The time of the first write runs from the arrival of the
   * request, that of each later one from here.
   */
  beginWrite(): void;
  /** Must be called when it has ended. The time of the reads that follow runs from here. */
  endWrite(): void;
  /** @returns whether Beeper's API answers within 3 s. Asks once per request, and never throws. */
  reachable(): Promise<boolean>;
}

/** Reads of one request at a time. A page of 25 accounts with contacts must not occupy all of Beeper. */
const maxConcurrentReads = 6;

/**
 * Reads of one request in total. The cost limit keeps requests well below it, except where it can't know the number: of
 * the pages that a server needs for a list, or of the chats that are merged.
 */
const maxReads = 1_000;

const tooManyReads = () =>
  new UnsupportedFailure(`This request needs more than ${maxReads} calls to Beeper.`, {
    remedy: 'Request less at once: use a smaller `first`, or split the request.',
    requiredVersion: null,
    actualVersion: null,
  });

/** What failures of reads advise. */
export const readRemedies: Remedies = {
  unknown: 'Try again.',
  forbidden: 'The token may lack the "read" scope.',
  notFound: 'Check the ID. IDs are opaque and differ between Beeper installations.',
};

/** For a read that has no input of the caller. */
export const noInput = () => ({ '': [] });

/** Not p-limit: to make a limiter for each request took 7 % of a query for accounts, and most requests make one call. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  async take<Value>(read: () => Promise<Value>): Promise<Value> {
    if (this.#running === maxConcurrentReads) await new Promise<void>((start) => this.#waiting.push(start));
    else this.#running++;
    try {
      return await read();
    } finally {
      const startNext = this.#waiting.shift();
      if (startNext) startNext();
      else this.#running--;
    }
  }
}

/** Makes no call by itself. */
export function createClient(connection: Connection, caller: Caller): BeeperClient {
  const pending = new Map<string, Promise<unknown>>();
  const values = new Map<string, unknown>();
  const turns = new Turns();
  const slowTurns = new Turns();
  let startedAt = caller.arrivedAt;
  let isWritten = false;
  let reached: Promise<boolean> | null = null;
  let reads = 0;

  const start = <Value>({ path, since, inputPaths = noInput, ...read }: Read<Value>): Promise<Value> => {
    const { operation } = read;
    reads++;
    if (reads > maxReads) {
      // Once per request: hundreds of fields can be affected.
      if (reads === maxReads + 1)
        caller.log.warn({ operation, code: 'UNSUPPORTED' }, 'Too many upstream calls');
      return Promise.reject(tooManyReads());
    }
    return (read.timeoutMs === undefined ? turns : slowTurns).take(() =>
      call(connection, caller, {
        effect: 'reads',
        request: since === undefined ? { method: 'GET', path } : { method: 'GET', path, since },
        remedies: readRemedies,
        inputPaths,
        detached: false,
        startedAt,
        ...read,
      }),
    );
  };

  return {
    decode: (decode, body) => whileCollecting(caller.dropped, () => decode(body)),
    read<Value>(read: Read<Value>) {
      const { path } = read;
      const earlier = pending.get(path) as Promise<Value> | undefined;
      if (earlier) return earlier;
      const reading = start(read).then((value) => {
        if (pending.get(path) === reading) values.set(path, value);
        return value;
      });
      pending.set(path, reading);
      return reading;
    },
    begun: <Value>({ path }: Read<Value>) => (pending.get(path) as Promise<Value> | undefined) ?? null,
    known: <Value extends object>({ path }: Read<Value>) => (values.get(path) as Value | undefined) ?? null,
    send<Result extends object>(write: Write<Result>, { detached }: { detached: boolean }) {
      // What was read before may have changed.
      pending.clear();
      values.clear();
      const isUnattended = write.step === 'further';
      return call<Sent<Result>>(connection, isUnattended ? { ...caller, signal: neverAborts } : caller, {
        detached: detached || write.step !== undefined,
        startedAt,
        decode: (answer) => {
          const result = write.result(answer);
          return result ? { result, answer } : null;
        },
        ...write,
      });
    },
    beginWrite() {
      if (isWritten) startedAt = performance.now();
      isWritten = true;
    },
    endWrite() {
      startedAt = performance.now();
    },
    reachable() {
      reached ??= connection.serverInfo.reachable();
      return reached;
    },
  };
}
