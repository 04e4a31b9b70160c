import { type Dispatcher, Pool } from 'undici';

export type { Dispatcher } from 'undici';

export interface PoolOptions {
  /** Scheme, host and port of Beeper. */
  readonly origin: string;
  /** Milliseconds after which a connection that is not established is given up. */
  readonly connectTimeoutMs: number;
  /** Sockets at a time; requests beyond that wait for one. */
  readonly maxConnections: number;
  /**
   * Milliseconds after which an idle socket is closed where Beeper sends no `Keep-Alive: timeout` hint; default 3000.
   * Node's servers close theirs after 5 s: a write on a socket that the other side is closing has an unknown outcome.
   */
  readonly idleSocketMs?: number | undefined;
}

interface ResponseLimits {
  /** Bytes; no limit by default. */
  readonly maxResponseBytes?: number;
  /** Milliseconds to the head of a response, from when its request was sent; 0 for no limit. */
  readonly headTimeoutMs: number;
  /** Milliseconds in which nothing of a body arrives although it is read; 0 for no limit. */
  readonly silenceMs: number;
}

/** An idle socket is closed this long before the time that Beeper's hint names. */
const keepAliveMarginMs = 2_000;

/** Makes a pool of keep-alive connections to Beeper. Nothing is connected before the first request. */
export const createPool = (
  { origin, connectTimeoutMs, maxConnections, idleSocketMs = 3_000 }: PoolOptions,
  { maxResponseBytes = -1, headTimeoutMs, silenceMs }: ResponseLimits,
): Dispatcher =>
  new Pool(origin, {
    connections: maxConnections,
    pipelining: 1,
    connect: { timeout: connectTimeoutMs },
    keepAliveTimeout: idleSocketMs,
    keepAliveTimeoutThreshold: keepAliveMarginMs,
    maxResponseSize: maxResponseBytes,
    headersTimeout: headTimeoutMs,
    bodyTimeout: silenceMs,
  });
