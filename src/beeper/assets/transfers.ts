import { Readable } from 'node:stream';
import { LRUCache } from 'lru-cache';
import type { CallerSignal } from '../../common/callerSignal.ts';
import { entryLimit } from '../../common/entryLimit.ts';
import type { RequestRecord } from '../../common/requestRecord.ts';
import type { UpstreamCall } from '../../common/upstreamCall.ts';
import { createPool, type PoolOptions } from '../pool.ts';
import { routeOf } from '../routes.ts';
import { createFairPlaces, type FairPlaces, type Place } from './fairPlaces.ts';
import { TransferHandler } from './transfer.ts';

/** One request for a file, or with one. */
export interface TransferRequest {
  readonly method: 'GET' | 'POST';
  /** Path with query, percent-encoded. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string | null;
  /** Whether that is the caller's own, which nobody has checked, and not that of the gateway. */
  readonly isCallersToken: boolean;
  /** Names the caller; those that share a token and have keys of their own are several. */
  readonly owner: string;
  /** Left out for none. It ends early where the request is given up. */
  readonly body?: AsyncIterable<Uint8Array>;
  /** Aborts when the caller disconnects: then the transfer ends, also in the middle of its body. */
  readonly signal: CallerSignal;
  /** Of the request that it serves; null where nothing is recorded. */
  readonly record: RequestRecord | null;
}

/** What came back, whatever its status. */
export interface TransferAnswer {
  readonly status: number;
  /** @returns null for a header that is absent. */
  readonly header: (name: string) => string | null;
  /** Must be read or destroyed. It is destroyed with an error where the connection is lost. */
  readonly body: Readable;
}

/** Files on their way from and to Beeper, over connections of their own: films must not keep GraphQL waiting. */
export interface Transfers {
  /**
   * @returns the answer as soon as its head is there; redirects are not followed, and nothing is repeated.
   * @throws {NetworkError} where no head arrived.
   */
  send(request: TransferRequest): Promise<TransferAnswer>;
}

export interface TransferOptions extends PoolOptions {
  /** Transfers at a time, half of them for one owner; three times as many long ones go on beside them. */
  readonly maxConnections: number;
  /** Milliseconds that a transfer waits for a connection; 30 s by default. */
  readonly waitMs?: number | undefined;
  /** Milliseconds to the head of an answer; 30 s by default. */
  readonly headTimeoutMs?: number | undefined;
  /** Milliseconds from the last byte of an upload to the head of the answer; 60 s by default. */
  readonly uploadHeadTimeoutMs?: number | undefined;
  /** Milliseconds in which nothing of a body arrives although it is read; 30 s by default. */
  readonly silenceMs?: number | undefined;
  /** Milliseconds after which a transfer is a long one; 5 s by default. */
  readonly shortMs?: number | undefined;
  /** Is told of each transfer that has ended; by default nobody is. */
  readonly onCall?: ((call: UpstreamCall) => void) | undefined;
}

/** Downloads that wait for a connection; more are refused. */
const maxWaiting = 2_000;
/** Long transfers for each connection: films that are watched or paused, and slow readers. */
const longPerConnection = 3;

/** Files on their way to Beeper, half of them of one owner; more are refused, as none of them ends soon. */
const maxUploads = 16;
/** As many more of owners whose token Beeper has not accepted yet: anybody can invent tokens. */
const maxStrangers = 8;
/** Owners that are remembered. */
const maxKnown = 10_000;

/** Nothing is connected before the first transfer. */
export function createTransfers({
  waitMs = 30_000,
  headTimeoutMs = 30_000,
  uploadHeadTimeoutMs = 60_000,
  silenceMs = 30_000,
  shortMs = 5_000,
  onCall,
  maxConnections: count,
  ...options
}: TransferOptions): Transfers {
  const longCount = count * longPerConnection;
  const pool = createPool({ ...options, maxConnections: count + longCount }, { headTimeoutMs, silenceMs });
  const uploadPool = createPool(
    { ...options, maxConnections: maxUploads + maxStrangers },
    { headTimeoutMs: uploadHeadTimeoutMs, silenceMs },
  );
  const places = createFairPlaces({ count, longCount, maxWaiting });
  const uploadPlaces = createFairPlaces({ count: maxUploads, longCount: 0, maxWaiting: 0 });
  const strangerPlaces = createFairPlaces({ count: maxStrangers, longCount: 0, maxWaiting: 0 });
  const known = new LRUCache<string, true>(entryLimit(maxKnown));

  function lineFor({ method, owner, isCallersToken }: TransferRequest): FairPlaces {
    if (method === 'GET') return places;
    return isCallersToken && !known.has(owner) ? strangerPlaces : uploadPlaces;
  }

  function start({ method, path, headers, token, body, signal }: TransferRequest): TransferHandler {
    const handler = new TransferHandler(signal);
    const authorization = token !== null && { authorization: `Bearer ${token}` };
    const content = body === undefined ? null : Readable.from(body, { objectMode: false });
    // undici reports why it ended.
    content?.on('error', () => {});
    const request = {
      method,
      path,
      headers: { ...headers, ...authorization },
      body: content,
    };
    try {
      (method === 'POST' ? uploadPool : pool).dispatch(request, handler);
    } catch (error) {
      handler.onResponseError(null, error as Error);
    }
    return handler;
  }

  /** Gives the place back when the transfer has ended, and lends it before where that takes long. */
  async function watch(
    handler: TransferHandler,
    place: Place,
    { method, path, owner, record }: TransferRequest,
  ) {
    const startedAt = performance.now();
    const timer = setTimeout(place.lend, shortMs).unref();
    const error = await handler.ended;
    clearTimeout(timer);
    place.leave();
    const { status, sent } = handler;
    if (status !== null && status < 400) known.set(owner, true);
    const endedAt = performance.now();
    const call = { method, route: routeOf(path), status, error, sent, resends: 0, startedAt, endedAt };
    record?.addCall(call);
    onCall?.(call);
  }

  return {
    async send(request) {
      const { owner, signal } = request;
      const place = await lineFor(request).enter(owner, { until: performance.now() + waitMs, signal });
      const handler = start(request);
      void watch(handler, place, request);
      return handler.head;
    },
  };
}
