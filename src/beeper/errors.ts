import { ExpectedError } from '../failures.ts';

/** What went wrong with a call to Beeper, as seen on the wire. `failureOf.ts` turns each error into a failure. */

/** Thrown by the transport when no complete answer arrived. */
export class NetworkError extends ExpectedError {
  /**
   * `deadline`: the call's time to be sent, or its deadline, passed; `caller-gone`: the caller disconnected;
   * `connection`: refused, reset, cut off, or not HTTP; `circuit-open`: not tried, because recent calls found no
   * connection; `too-busy`: not tried, because the queue for a place is full, or no place was free in time.
   */
  readonly reason: 'deadline' | 'caller-gone' | 'connection' | 'circuit-open' | 'too-busy';
  /** True from the moment the request was handed to a socket: Beeper may have read it. */
  readonly sent: boolean;

  constructor(reason: NetworkError['reason'], sent: boolean, cause: unknown) {
    super(`No complete answer: ${reason}`, { cause });
    this.name = 'NetworkError';
    this.reason = reason;
    this.sent = sent;
  }

  /** The code of the underlying error, as `ECONNREFUSED` or `UND_ERR_SOCKET`; null where it has none. */
  get networkCode(): string | null {
    const { cause } = this;
    return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
      ? cause.code
      : null;
  }
}

/** Thrown for an answer with a status other than 2xx. */
export class StatusError extends ExpectedError {
  readonly status: number;
  /** Beeper's JSON error; null where the body is anything else. */
  readonly body: ErrorBody | null;
  /** False where the body was cut off, so that only the status is known. */
  readonly complete: boolean;
  /** The app version that introduced the route, where that is known. */
  readonly since: string | null;
  /** Whole seconds to wait, or null. */
  readonly retryAfterSeconds: number | null;

  constructor(fields: Pick<StatusError, 'status' | 'body' | 'complete' | 'since' | 'retryAfterSeconds'>) {
    super(`Status ${fields.status}`);
    this.name = 'StatusError';
    this.status = fields.status;
    this.body = fields.body;
    this.complete = fields.complete;
    this.since = fields.since;
    this.retryAfterSeconds = fields.retryAfterSeconds;
  }
}

/**
 * Whether the server refuses every call because nobody is logged in to it, as EasyMatrix does. The answer has the code of
 * every other 403, so only its message tells.
 */
export const isLoggedOut = ({ status, body }: Pick<StatusError, 'status' | 'body'>): boolean =>
  status === 403 && /logged-in (\w+ )?Matrix session/i.test(body?.message ?? '');

/** Thrown for a 2xx answer without the expected content: HTML, invalid JSON, no ID. */
export class UnreadableError extends ExpectedError {
  readonly status: number;

  constructor(status: number) {
    super(`Status ${status} with an unreadable body`);
    this.name = 'UnreadableError';
    this.status = status;
  }
}

/** Beeper's error body, in either of its shapes. */
export interface ErrorBody {
  /**
   * Whether the body has the form of Beeper's errors alone. Proxies and frameworks send a message without a code, a
   * numeric code, or fields of their own.
   */
  readonly isBeepers: boolean;
  readonly message: string;
  readonly code: string | null;
  readonly issues: readonly BodyIssue[];
}

/** One validation issue in Beeper's own terms; `path` as in `["body", "participantIDs", 0]`. */
export interface BodyIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly code: string | null;
}
