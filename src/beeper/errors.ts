/** How a call to Beeper went wrong, as seen on the wire. `normalize.ts` turns each into a failure. */

/** Thrown by the transport when no complete answer came. */
export class NetworkFault extends Error {
  /**
   * `deadline`: our own; `caller-gone`: nobody waits any more; `connection`: refused, reset, cut off, not HTTP;
   * `circuit-open`: not tried, since Beeper could not be reached just now; `too-busy`: too many calls wait.
   */
  readonly reason: 'deadline' | 'caller-gone' | 'connection' | 'circuit-open' | 'too-busy';
  /** True from the moment the request left for a socket: Beeper may have read it. */
  readonly sent: boolean;

  constructor(reason: NetworkFault['reason'], sent: boolean, cause: unknown) {
    super(`No complete answer: ${reason}`, { cause });
    this.name = 'NetworkFault';
    this.reason = reason;
    this.sent = sent;
  }

  /** The code of what lies beneath, as `ECONNREFUSED` or `UND_ERR_SOCKET`; null where it has none. */
  get networkCode(): string | null {
    const { cause } = this;
    return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
      ? cause.code
      : null;
  }
}

/** Thrown for an answer with a status other than 2xx. */
export class StatusFault extends Error {
  readonly status: number;
  /** Beeper's JSON error; null where the body is anything else. */
  readonly error: UpstreamError | null;
  /** False where the body broke off, so that what it would have said is not known. */
  readonly complete: boolean;
  /** The app version that brought the route, where that is known. */
  readonly since: string | null;
  /** Whole seconds to wait, or null. */
  readonly retryAfterSeconds: number | null;

  constructor(fields: Pick<StatusFault, 'status' | 'error' | 'complete' | 'since' | 'retryAfterSeconds'>) {
    super(`Status ${fields.status}`);
    this.name = 'StatusFault';
    this.status = fields.status;
    this.error = fields.error;
    this.complete = fields.complete;
    this.since = fields.since;
    this.retryAfterSeconds = fields.retryAfterSeconds;
  }
}

/** Thrown for a 2xx answer that is not what the call asks for: HTML, no JSON, no ID. */
export class UnreadableFault extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`Status ${status} with an answer that can't be read`);
    this.name = 'UnreadableFault';
    this.status = status;
  }
}

/** Beeper's error body, in either of its shapes. */
export interface UpstreamError {
  readonly message: string;
  readonly code: string | null;
  readonly issues: readonly UpstreamIssue[];
}

/** One validation issue in Beeper's own terms; `path` as in `["body", "participantIDs", 0]`. */
export interface UpstreamIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly code: string | null;
}
