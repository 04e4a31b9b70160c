import { type Dispatcher, Pool } from 'undici';
import { nestsDeeper } from '../nesting.ts';
import { NetworkFault } from './faults.ts';

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
      const deadline = AbortSignal.timeout(call.deadlineMs ?? deadlineMs);
      const signal = call.signal ? AbortSignal.any([call.signal, deadline]) : deadline;
      const trace: Trace = { sent: false };
      const fault = (cause: unknown) =>
        new NetworkFault(
          deadline.aborted ? 'deadline' : call.signal?.aborted ? 'caller-gone' : 'connection',
          trace.sent,
          cause,
        );

      let response: Dispatcher.ResponseData<Trace>;
      try {
        signal.throwIfAborted();
        response = await dispatcher.request({
          method: call.method,
          path: call.path,
          headers: {
            accept: 'application/json',
            ...(call.body && { 'content-type': 'application/json' }),
            ...(call.token !== null && { authorization: `Bearer ${call.token}` }),
          },
          body: call.body ? JSON.stringify(call.body) : null,
          signal,
          opaque: trace,
        });
      } catch (error) {
        throw fault(error);
      }

      const { statusCode: status, headers } = response;
      const head = {
        status,
        appVersion: firstOf(headers['x-beeper-desktop-version']),
        retryAfter: firstOf(headers['retry-after']),
      };
      try {
        return { ...head, complete: true, body: parseJSON(await response.body.text()) };
      } catch (error) {
        // A status that says "not done" says so without its body; a success without its body says nothing.
        if (status >= 200 && status < 300) throw fault(error);
        return { ...head, complete: false, body: undefined };
      }
    },
    close: () => pool.close(),
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
