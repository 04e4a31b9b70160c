import { type Dispatcher, Pool } from 'undici';
import { nestsDeeper } from '../common/jsonDepth.ts';
import { type CallLimits, type CallTimer, startCallTimer } from './callTimer.ts';
import { decompress } from './decompress.ts';
import { NetworkError } from './errors.ts';
import type { Effect, Request } from './operation.ts';
import { parseRetryAfter } from './retryAfter.ts';

/** One HTTP call to Beeper. Its times are on the clock of `performance.now()`. */
export interface Call extends Omit<Request, 'since'>, CallLimits {
  /** Decides when the call may be repeated. */
  readonly effect: Effect;
  /** Bearer token; null for none. */
  readonly token: string | null;
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  /** The parsed JSON; null for an empty body; `undefined` for a body that is not JSON, too deep, or not `complete`. */
  readonly body: unknown;
  /** False where the body was cut off or can't be decompressed: only the status is known then. */
  readonly complete: boolean;
  /** `X-Beeper-Desktop-Version`, or null. */
  readonly appVersion: string | null;
  /** `Retry-After` in whole seconds, or null. */
  readonly retryAfterSeconds: number | null;
}

export interface Transport {
  /**
   * Sends one call and never repeats it.
   * @returns the complete answer with any status; redirects are not followed.
   * @throws {NetworkError} where no complete answer arrived; `sent` tells whether Beeper may have read the call.
   */
  call(call: Call): Promise<Answer>;
  /** Closes all connections once the running calls have ended. */
  close(): Promise<void>;
}

export interface TransportOptions {
  /** Scheme, host and port of Beeper. */
  readonly origin: string;
  /** Milliseconds after which a connection that is not established is given up. */
  readonly connectTimeoutMs: number;
  /** Sockets at a time; calls beyond that wait for one. */
  readonly maxConnections: number;
  /**
   * Milliseconds after which an idle socket is closed where Beeper sends no `Keep-Alive: timeout` hint; default 3000.
   * Node's servers close theirs after 5 s: a write on a socket that the other side is closing has an unknown outcome.
   */
  readonly idleSocketMs?: number;
}

/** A chat with 500 participants has about 150 kB, a page of messages about 50 kB. */
const maxAnswerBytes = 16 * 1024 * 1024;
/** A chat nests about ten levels deep. */
const maxAnswerLevels = 1_000;
/** An idle socket is closed this long before the time that Beeper's hint names. */
const keepAliveMarginMs = 2_000;

/** Opens the one pool of keep-alive connections to Beeper. Nothing is connected before the first call. */
export function createTransport({
  origin,
  connectTimeoutMs,
  maxConnections,
  idleSocketMs = 3_000,
}: TransportOptions): Transport {
  const pool = new Pool(origin, {
    connections: maxConnections,
    pipelining: 1,
    connect: { timeout: connectTimeoutMs },
    keepAliveTimeout: idleSocketMs,
    keepAliveTimeoutThreshold: keepAliveMarginMs,
    maxResponseSize: maxAnswerBytes,
    // Every call has a deadline of its own, and undici's timers are coarse.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const dispatcher = pool.compose(markSent);

  return {
    async call(call) {
      const timer = startCallTimer(call);
      try {
        timer.signal.throwIfAborted();
        const request = dispatcher.request({
          method: call.method,
          path: call.path,
          headers: {
            accept: 'application/json',
            ...(call.body && { 'content-type': 'application/json' }),
            ...(call.token !== null && { authorization: `Bearer ${call.token}` }),
          },
          body: call.body ? JSON.stringify(call.body) : null,
          signal: timer.signal,
          opaque: timer,
        });
        return await readAnswer(await unlessNotSent(request, timer), timer.signal);
      } catch (cause) {
        throw new NetworkError(timer.abortReason() ?? 'connection', timer.sent, cause);
      } finally {
        timer.stop();
      }
    },
    close: () => pool.close(),
  };
}

/** @throws the error that cut the body off, where the status alone does not tell the outcome. */
async function readAnswer(
  { statusCode: status, headers, body }: Dispatcher.ResponseData<unknown>,
  signal: AbortSignal,
): Promise<Answer> {
  const head = {
    status,
    appVersion: firstOf(headers['x-beeper-desktop-version']) || null,
    retryAfterSeconds: parseRetryAfter(firstOf(headers['retry-after'])),
  };
  const encodings = headers['content-encoding'];
  try {
    if (encodings !== undefined) {
      const bytes = Buffer.from(await body.arrayBuffer());
      const decoded = await decompress(bytes, String(encodings), { maxBytes: maxAnswerBytes, signal });
      if (decoded === null) return { ...head, complete: false, body: undefined };
      return { ...head, complete: true, body: parseBody(new TextDecoder().decode(decoded)) };
    }
    return { ...head, complete: true, body: parseBody(await body.text()) };
  } catch (error) {
    if (status >= 200 && status < 300) throw error;
    return { ...head, complete: false, body: undefined };
  }
}

/** undici reports the abort of a request that waits for a connection only once there is one; then it sends nothing. */
const unlessNotSent = <T>(request: Promise<T>, timer: CallTimer): Promise<T> =>
  new Promise((resolve, reject) => {
    request.then(resolve, reject);
    timer.signal.addEventListener('abort', () => timer.sent || reject(timer.signal.reason), { once: true });
  });

/** Tells the call's timer when the request leaves the pool's queue for a socket: Beeper may read it from then on. */
const markSent: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
  dispatch(options, {
    onRequestStart(controller, context) {
      const { opaque } = options as { opaque?: CallTimer };
      opaque?.onSocket();
      handler.onRequestStart?.(controller, context);
    },
    onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
    onResponseStart: (...args) => handler.onResponseStart?.(...args),
    onResponseData: (...args) => handler.onResponseData?.(...args),
    onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
    onResponseError: (...args) => handler.onResponseError?.(...args),
  });

function firstOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}

function parseBody(text: string): unknown {
  if (text.trim() === '') return null;
  if (nestsDeeper(text, maxAnswerLevels)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
