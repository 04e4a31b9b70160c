import { type Dispatcher, Pool } from 'undici';
import { nestsDeeper } from '../common/jsonDepth.ts';
import { NetworkFault } from './errors.ts';

/** One HTTP call to Beeper, before anything of HTTP is decided but method, path and body. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** Path with query, every segment percent-encoded. */
  readonly path: string;
  readonly body?: object;
  readonly token: string | null;
  /** Aborts when the caller goes away. */
  readonly signal?: AbortSignal;
  /** Milliseconds until the call is given up; the transport's own deadline when left out. */
  readonly deadlineMs?: number;
}

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  /** The parsed JSON body; `undefined` where the body is not JSON, nests without end, or was cut off. */
  readonly body: unknown;
  /** False where the body broke off: only the status is sure then. */
  readonly complete: boolean;
  /** `X-Beeper-Desktop-Version`, or null. */
  readonly appVersion: string | null;
  /** `Retry-After` as sent, or null. */
  readonly retryAfter: string | null;
}

export interface Transport {
  /**
   * Sends one call and never repeats it.
   * @returns the answer, complete, with any status, redirects included: they are not followed.
   * @throws {NetworkFault} where no complete answer came; its `sent` tells whether Beeper may have read the call.
   */
  call(call: Call): Promise<Answer>;
  /** Closes all connections once the running calls have ended. */
  close(): Promise<void>;
}

/** A chat with 500 participants is about 150 kB, a page of messages about 50 kB. */
const maxAnswerBytes = 16 * 1024 * 1024;
/** A chat nests about ten deep. Nobody means well who sends more than this, and it is read as no JSON. */
const maxAnswerLevels = 1_000;
/**
 * An idle socket is given up this long before Beeper would (its `Keep-Alive: timeout` hint), and after
 * `idleSocketMs` where Beeper gives no hint: a write on a socket that the other side is closing has an
 * unknown outcome. Node's servers close after 5 s by default.
 */
const keepAliveMarginMs = 2_000;
const idleSocketMs = 3_000;

/**
 * Opens the one pool of keep-alive connections to the Beeper at `origin`. Nothing is connected before the first call.
 * @param maxConnections sockets at a time: calls beyond that wait for one.
 * @param deadlineMs milliseconds that one call may take, from its start to the end of its answer.
 */
export function createTransport({
  origin,
  deadlineMs,
  maxConnections,
}: {
  origin: string;
  deadlineMs: number;
  maxConnections: number;
}): Transport {
  const pool = new Pool(origin, {
    connections: maxConnections,
    pipelining: 1,
    connect: { timeout: deadlineMs },
    keepAliveTimeout: idleSocketMs,
    keepAliveTimeoutThreshold: keepAliveMarginMs,
    maxResponseSize: maxAnswerBytes,
    // The net below the deadline: undici's own timers are coarse.
    headersTimeout: deadlineMs + 5_000,
    bodyTimeout: deadlineMs + 5_000,
  });

  const dispatcher = pool.compose(markSent);

  return {
    async call(call) {
      const trace: Trace = { sent: false };
      const patience = startPatience(call.deadlineMs ?? deadlineMs, call.signal);
      try {
        patience.signal.throwIfAborted();
        const response = await dispatcher.request({
          method: call.method,
          path: call.path,
          headers: {
            accept: 'application/json',
            ...(call.body && { 'content-type': 'application/json' }),
            ...(call.token !== null && { authorization: `Bearer ${call.token}` }),
          },
          body: call.body ? JSON.stringify(call.body) : null,
          signal: patience.signal,
          opaque: trace,
        });
        return await read(response);
      } catch (cause) {
        throw new NetworkFault(patience.lostBy() ?? 'connection', trace.sent, cause);
      } finally {
        patience.end();
      }
    },
    close: () => pool.close(),
  };
}

/** @throws what the body broke off with, where the status alone says nothing. */
async function read({
  statusCode: status,
  headers,
  body,
}: Dispatcher.ResponseData<unknown>): Promise<Answer> {
  const head = {
    status,
    appVersion: firstOf(headers['x-beeper-desktop-version']),
    retryAfter: firstOf(headers['retry-after']),
  };
  try {
    return { ...head, complete: true, body: parseJSON(await body.text()) };
  } catch (error) {
    // A status that says "not done" says so without its body; a success without its body says nothing.
    if (status >= 200 && status < 300) throw error;
    return { ...head, complete: false, body: undefined };
  }
}

/** How long one call is waited for. */
interface Patience {
  /** Aborts once it is lost. */
  readonly signal: AbortSignal;
  /** @returns what it was lost by, or null while it lasts. */
  lostBy(): 'deadline' | 'caller-gone' | null;
  /** Stops the clock. To be called once the call has ended. */
  end(): void;
}

/** One controller and one timer, ended with the call: what joins signals in node leaves much for the collector. */
function startPatience(deadlineMs: number, caller: AbortSignal | undefined): Patience {
  const controller = new AbortController();
  let lost: ReturnType<Patience['lostBy']> = null;
  const lose = (by: typeof lost) => {
    lost ??= by;
    controller.abort();
  };
  const timer = setTimeout(lose, deadlineMs, 'deadline');
  const goAway = () => lose('caller-gone');
  if (caller?.aborted) goAway();
  else caller?.addEventListener('abort', goAway, { once: true });
  return {
    signal: controller.signal,
    lostBy: () => lost,
    end() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', goAway);
    },
  };
}

interface Trace {
  sent: boolean;
}

/** Notes, in the request's own trace, when it leaves the pool's queue for a socket: from then on Beeper may have read it. */
const markSent: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
  dispatch(options, {
    onRequestStart(controller, context) {
      const { opaque } = options as { opaque?: Trace };
      if (opaque) opaque.sent = true;
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

function parseJSON(text: string): unknown {
  if (nestsDeeper(text, maxAnswerLevels)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
