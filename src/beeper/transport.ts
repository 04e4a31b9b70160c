import type { IncomingHttpHeaders } from 'node:http';
import type { RequestRecord } from '../common/requestRecord.ts';
import type { UpstreamCall } from '../common/upstreamCall.ts';
import { type CallLimits, CallTimer } from './callTimer.ts';
import { decompress } from './decompress.ts';
import { NetworkError } from './errors.ts';
import type { Effect, Request } from './operation.ts';
import { parseBody } from './parseBody.ts';
import { createPool, type Dispatcher, type PoolOptions } from './pool.ts';
import { parseRetryAfter } from './retryAfter.ts';
import { routeOf } from './routes.ts';

/** One HTTP call to Beeper. Its times are on the clock of `performance.now()`. */
export interface Call extends Omit<Request, 'since'>, CallLimits {
  /** Decides when the call may be repeated. */
  readonly effect: Effect;
  /** Whether a complete 409 to a repeat is an answer; any other refusal tells nothing of the attempt before it. */
  readonly conflictsOnceDone?: true | undefined;
  /** Whether it may take longer than all others, so that they must not wait for it. */
  readonly isSlow?: boolean;
  /** How often it was made before; left out for the first time. */
  readonly resends?: number;
  /** Bearer token; null for none. */
  readonly token: string | null;
  /** Of the request that it serves; left out or null where nothing is recorded. */
  readonly record?: RequestRecord | null;
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
  /** The `Date` header as it came, or null. */
  readonly date?: string | null;
}

/** What is known of an answer before its body. */
type AnswerHead = Pick<Answer, 'status' | 'appVersion' | 'retryAfterSeconds' | 'date'>;

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

export interface TransportOptions extends PoolOptions {
  /** Is told of each call that has ended, also of those that serve no request; by default nobody is. */
  readonly onCall?: ((call: UpstreamCall) => void) | undefined;
}

/** A chat with 500 participants has about 150 kB, a page of messages about 50 kB. */
const maxAnswerBytes = 16 * 1024 * 1024;

/** Opens the one pool of keep-alive connections to Beeper. Nothing is connected before the first call. */
export function createTransport({ onCall, ...options }: TransportOptions): Transport {
  // Every call has a deadline of its own, and undici's timers are coarse.
  const pool = createPool(options, { maxResponseBytes: maxAnswerBytes, headTimeoutMs: 0, silenceMs: 0 });

  return {
    call: (call) =>
      new Promise((resolve, reject) => {
        const handler = new AnswerHandler(call, { resolve, reject, onCall });
        const { method, path, body, token } = call;
        const headers = ['accept', 'application/json'];
        if (body) headers.push('content-type', 'application/json');
        if (token !== null) headers.push('authorization', `Bearer ${token}`);
        if (handler.isEnded) return;
        try {
          pool.dispatch({ method, path, headers, body: body ? JSON.stringify(body) : null }, handler);
        } catch (error) {
          handler.onResponseError(null, error);
        }
      }),
    close: () => pool.close(),
  };
}

/**
 * Collects one answer. undici's own `request` makes a stream for each body and needs a signal for each call, which cost a
 * third of the call.
 */
class AnswerHandler implements Dispatcher.DispatchHandler {
  readonly #call: Call;
  readonly #startedAt = performance.now();
  readonly #timer: CallTimer;
  readonly #on: CallListeners;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | null = null;
  #head: AnswerHead | null = null;
  #encodings: string | null = null;
  isEnded = false;

  constructor(call: Call, listeners: CallListeners) {
    this.#call = call;
    this.#on = listeners;
    this.#timer = new CallTimer(call, () => this.#giveUp());
    if (this.#timer.reason !== null) this.#giveUp();
  }

  /** undici reports the abort of a request that waits for a connection only once there is one; then it sends nothing. */
  #giveUp(): void {
    const reason = new Error(`Given up: ${this.#timer.reason}`);
    this.#controller?.abort(reason);
    if (!this.#timer.sent) this.#fail(reason);
  }

  /** Beeper may read the call from now on. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#timer.reason === null) this.#timer.onSocket();
    else this.#giveUp();
  }

  onResponseStart(_: unknown, status: number, headers: IncomingHttpHeaders): void {
    // An interim response: the final one follows.
    if (status < 200) return;
    this.#head = {
      status,
      appVersion: firstOf(headers['x-beeper-desktop-version']) || null,
      retryAfterSeconds: parseRetryAfter(firstOf(headers['retry-after'])),
      date: headers.date ?? null,
    };
    const encodings = headers['content-encoding'];
    this.#encodings = encodings === undefined ? null : String(encodings);
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first = Buffer.alloc(0)] = this.#chunks;
    const bytes = this.#chunks.length > 1 ? Buffer.concat(this.#chunks) : first;
    if (this.#encodings === null) this.#answer(bytes);
    else this.#decompress(bytes, this.#encodings);
  }

  onResponseError(_: unknown, cause: unknown): void {
    this.#fail(cause);
  }

  #decompress(bytes: Buffer, encodings: string): void {
    const throwIfAborted = () => {
      if (this.#timer.reason !== null) throw new Error(`Given up: ${this.#timer.reason}`);
    };
    decompress(bytes, encodings, { maxBytes: maxAnswerBytes, signal: { throwIfAborted } })
      .then((decoded) => this.#answer(decoded))
      .catch((error) => this.#fail(error));
  }

  /** @param bytes null where the body can't be decompressed. */
  #answer(bytes: Buffer | null): void {
    const head = this.#head;
    const body = bytes === null ? undefined : parseBody(bytes.toString('utf8'));
    if (head === null) this.#fail(undefined);
    else this.#succeed({ complete: bytes !== null, body, ...head });
  }

  /** Of a body that was cut off, the status is enough where it is not that of a success. */
  #fail(cause: unknown): void {
    const head = this.#head;
    const { sent, reason } = this.#timer;
    if (head !== null && !isSuccess(head)) this.#succeed({ complete: false, body: undefined, ...head });
    else if (!this.isEnded) {
      this.#end(reason ?? 'connection');
      this.#on.reject(new NetworkError(reason ?? 'connection', sent, cause));
    }
  }

  #succeed(answer: Answer): void {
    if (this.isEnded) return;
    this.#end(null);
    this.#on.resolve(answer);
  }

  #end(error: NetworkError['reason'] | null): void {
    this.isEnded = true;
    this.#timer.stop();
    const { record = null, method, path } = this.#call;
    const { onCall } = this.#on;
    if (record === null && !onCall) return;
    const call = {
      method,
      route: routeOf(path),
      status: this.#head?.status ?? null,
      error,
      sent: this.#timer.sent,
      resends: this.#call.resends ?? 0,
      startedAt: this.#startedAt,
      endedAt: performance.now(),
    };
    record?.addCall(call);
    onCall?.(call);
  }
}

interface CallListeners extends Pick<TransportOptions, 'onCall'> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: NetworkError) => void;
}

const isSuccess = ({ status }: Pick<Answer, 'status'>): boolean => status >= 200 && status < 300;

function firstOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
