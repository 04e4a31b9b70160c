/**
 * Everything that can go wrong in a way that a caller is told about, in our own words. No HTTP and no GraphQL
 * here: `beeper/normalize.ts` decides when each is thrown, `schema/failures.ts` how each is shown.
 *
 * `message` and `remedy` are safe to show by construction; whatever else is known rides on `cause`.
 */

/** The vocabulary that clients switch on: the same in result unions and in `extensions.code`. */
export type FailureCode =
  | 'INVALID_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'IDEMPOTENCY_MISMATCH'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'UNSUPPORTED'
  | 'UPSTREAM_ERROR'
  | 'OUTCOME_UNKNOWN';

/** One thing wrong with the input: where (GraphQL argument path), what (a sentence), and which rule (a code). */
export interface InputIssue {
  readonly path: readonly string[];
  readonly message: string;
  readonly code: string;
}

interface Explanation {
  readonly remedy?: string | null;
  readonly cause?: unknown;
}

/** The root of all failures. `retryable` is true only where nothing can have been done. */
export abstract class Failure extends Error {
  abstract readonly code: FailureCode;
  readonly retryable: boolean = false;
  readonly remedy: string | null;

  constructor(message: string, { remedy = null, cause }: Explanation = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.remedy = remedy;
  }
}

/** Thrown when the input breaks a rule of ours, or one of Beeper's. Nothing was done. */
export class InvalidInputFailure extends Failure {
  readonly code = 'INVALID_INPUT';
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[], { cause }: { cause?: unknown } = {}) {
    const [first] = issues;
    super(
      issues.length === 1 && first ? first.message : `${issues.length} things in the input are not valid.`,
      {
        remedy: 'Correct what `issues` names, each by its `path`, and send the request again.',
        cause,
      },
    );
    this.issues = issues;
  }
}

/** Thrown when there is no usable token to ask Beeper with, or when Beeper refuses the one there is. */
export class UnauthenticatedFailure extends Failure {
  readonly code = 'UNAUTHENTICATED';
}

/** Thrown when the token lacks the scope for this, or when the person can't be messaged from this account. */
export class ForbiddenFailure extends Failure {
  readonly code = 'FORBIDDEN';
}

/** Thrown when Beeper knows no such account, person or chat. */
export class NotFoundFailure extends Failure {
  readonly code = 'NOT_FOUND';
}

/** Thrown when the account or chat is in a state that does not allow this now. */
export class ConflictFailure extends Failure {
  readonly code = 'CONFLICT';
}

/** Thrown when an idempotency key comes again with another input. Nothing was done. */
export class IdempotencyFailure extends Failure {
  readonly code = 'IDEMPOTENCY_MISMATCH';
}

/** Thrown when Beeper, or the gateway's own write budget, asks for fewer requests. Nothing was done. */
export class RateLimitedFailure extends Failure {
  readonly code = 'RATE_LIMITED';
  override readonly retryable = true;
  /** Whole seconds to wait, or null where Beeper does not say. */
  readonly retryAfterSeconds: number | null;

  constructor(message: string, options: Explanation & { retryAfterSeconds: number | null }) {
    super(message, options);
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** Thrown when Beeper could not be asked at all, so that nothing can have been done. */
export class UnavailableFailure extends Failure {
  readonly code = 'UNAVAILABLE';
  override readonly retryable = true;
}

/** Thrown when this version of Beeper, or this server that speaks its API, can't do it. Nothing was done. */
export class UnsupportedFailure extends Failure {
  readonly code = 'UNSUPPORTED';
  /** The oldest app version that can, as `4.2.557`; null where no version is known to. */
  readonly requiredVersion: string | null;
  /** The app version that was asked; null where it is not known. */
  readonly actualVersion: string | null;

  constructor(
    message: string,
    options: Explanation & { requiredVersion: string | null; actualVersion: string | null },
  ) {
    super(message, options);
    this.requiredVersion = options.requiredVersion;
    this.actualVersion = options.actualVersion;
  }
}

/** Thrown when Beeper, or the chat network behind it, answered with a failure of its own. */
export class UpstreamFailure extends Failure {
  readonly code = 'UPSTREAM_ERROR';
  /** The HTTP status that Beeper answered with. */
  readonly status: number;
  /** Beeper's own error code, of no published set; null where it gives none. */
  readonly upstreamCode: string | null;

  constructor(message: string, options: Explanation & { status: number; upstreamCode: string | null }) {
    super(message, options);
    this.status = options.status;
    this.upstreamCode = options.upstreamCode;
  }
}

/** Thrown when a write was sent and no usable answer came: it may have been done, or not. Never sent again by us. */
export class OutcomeUnknownFailure extends Failure {
  readonly code = 'OUTCOME_UNKNOWN';
}
