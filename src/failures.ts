/**
 * Expected failures, which are reported to the caller. No HTTP and no GraphQL here:
 * `beeper/failureOf.ts` decides when each failure is thrown, `schema/errors.ts` how each is shown.
 *
 * `message` and `remedy` are safe to show by construction. Everything else is in `cause`.
 */

/** The codes that clients switch on: the same in result unions and in `extensions.code`. */
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

/** One problem with the input: where (GraphQL argument path), what (a sentence), and which rule (a code). */
export interface InputIssue {
  readonly path: readonly string[];
  readonly message: string;
  readonly code: string;
}

interface Explanation {
  readonly remedy?: string | null;
  /** Beeper's own error code. */
  readonly upstreamCode?: string | null;
  readonly cause?: unknown;
}

/**
 * An error without a stack: it is expected, so that nobody looks for its place in the code, and to write a stack down takes
 * longer than the rest of a failed call.
 */
export class ExpectedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message, options);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The root of all failures. */
export abstract class Failure extends ExpectedError {
  abstract readonly code: FailureCode;
  /** True only if sending the same request again is safe: nothing was done, or a repeat has the same effect. */
  readonly retryable: boolean = false;
  readonly remedy: string | null;
  /** Beeper's own error code, from an unpublished set; null where no error of Beeper caused this, or it has none. */
  readonly upstreamCode: string | null;

  constructor(message: string, { remedy = null, upstreamCode = null, cause }: Explanation = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.remedy = remedy;
    this.upstreamCode = upstreamCode;
  }
}

/** How many problems with an input are listed. */
export const maxIssues = 20;

/** Thrown when the input breaks a rule of the gateway or of Beeper. Nothing was done. Lists the first `maxIssues`. */
export class InvalidInputFailure extends Failure {
  readonly code = 'INVALID_INPUT';
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[], options: Explanation = {}) {
    super(summaryOf(issues), {
      remedy: 'Correct each problem listed in `issues`, then send the request again.',
      ...options,
    });
    this.issues = issues.slice(0, maxIssues);
  }
}

function summaryOf(issues: readonly InputIssue[]): string {
  const [first] = issues;
  if (issues.length === 1 && first) return first.message;
  return issues.length > maxIssues
    ? `The input has more than ${maxIssues} problems. The first ${maxIssues} are listed.`
    : `The input has ${issues.length} problems.`;
}

/** Thrown when there is no usable token for Beeper, or Beeper rejects it. Nothing was done. */
export class UnauthenticatedFailure extends Failure {
  readonly code = 'UNAUTHENTICATED';
}

/** Thrown when the token lacks the required scope, or the person can't be messaged from this account. */
export class ForbiddenFailure extends Failure {
  readonly code = 'FORBIDDEN';
}

/** Thrown when Beeper does not know the account, person, chat or message. */
export class NotFoundFailure extends Failure {
  readonly code = 'NOT_FOUND';
}

/** Thrown when the state of the account or chat does not allow the operation. */
export class ConflictFailure extends Failure {
  readonly code = 'CONFLICT';
}

/** Thrown when an idempotency key is reused with different input. Nothing was done. */
export class IdempotencyFailure extends Failure {
  readonly code = 'IDEMPOTENCY_MISMATCH';
}

/** Thrown when Beeper, or the gateway's own write budget, limits the rate. Nothing was done. */
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

/** Thrown when Beeper, or the store of idempotency keys, is unavailable. Nothing was changed. */
export class UnavailableFailure extends Failure {
  readonly code = 'UNAVAILABLE';
  override readonly retryable = true;
  /** Whole seconds to wait, or null where nobody knows. */
  readonly retryAfterSeconds: number | null;

  constructor(
    message: string,
    { retryAfterSeconds = null, ...explanation }: Explanation & { retryAfterSeconds?: number | null } = {},
  ) {
    super(message, explanation);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Thrown when this version of Beeper, or this server that implements its API, lacks the operation. Nothing was done. */
export class UnsupportedFailure extends Failure {
  readonly code = 'UNSUPPORTED';
  /** The oldest app version that supports the operation, as `4.2.557`; null where none is known. */
  readonly requiredVersion: string | null;
  /** The version of the app that was asked; null where it is unknown. */
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

/** Thrown when Beeper, or the chat network behind it, answered with an error. Part of the work may be done. */
export class UpstreamFailure extends Failure {
  readonly code = 'UPSTREAM_ERROR';
  /** The HTTP status of Beeper's answer. */
  readonly httpStatus: number;

  constructor(message: string, options: Explanation & { httpStatus: number }) {
    super(message, options);
    this.httpStatus = options.httpStatus;
  }
}

/** Thrown when a draft was to be replaced, and the chat may be left without the earlier and the new one. */
export class DraftClearedFailure extends Failure {
  /** That of the step that failed. */
  readonly code: FailureCode;
  /** Replacing the draft again has the same effect as replacing it once. */
  override readonly retryable: boolean;
  /** What failed. Its remedy is about that step alone. */
  readonly failure: Failure;
  /** The draft that was there; null where it was not read. */
  readonly clearedDraft: unknown;

  /** @param step which step failed. Before the failure of `clear`, it is not known whether there was a draft or is one. */
  constructor(step: 'clear' | 'save', failure: Failure, clearedDraft: unknown) {
    super(`${whatIsLeft(step, failure)} ${failure.message}`, {
      remedy: remedyAfterClearing(failure),
      upstreamCode: failure.upstreamCode,
      cause: failure,
    });
    this.code = failure.code;
    this.retryable = failure.retryable;
    this.failure = failure;
    this.clearedDraft = clearedDraft;
  }
}

function whatIsLeft(step: 'clear' | 'save', failure: Failure): string {
  if (step === 'clear') return 'The earlier draft may have been cleared, and the new one was not saved.';
  return mayBeDone(failure)
    ? 'The earlier draft was cleared, and the new one may not have been saved.'
    : 'The earlier draft was cleared, and the new one was not saved.';
}

/** @returns whether a write that failed in this way may have had its effect, or a part of it. */
export const mayBeDone = (failure: Failure): boolean =>
  failure instanceof OutcomeUnknownFailure || failure instanceof UpstreamFailure;

/** Remedies of what can be retried say that nothing was done, or that it has no effect: the old draft is gone. */
function remedyAfterClearing(failure: Failure): string {
  const keep = 'Keep the text of the new draft';
  if (failure instanceof InvalidInputFailure)
    return `${keep}. Correct each problem that \`failure\` lists in \`issues\`, then send the request again.`;
  if (!failure.retryable) return `${keep}. ${failure.remedy ?? 'Send the request again to save it.'}`;
  const seconds = failure instanceof RateLimitedFailure ? failure.retryAfterSeconds : null;
  return `${keep}, and send the request again in ${seconds === null ? 'a moment' : `${seconds} s`}.`;
}

/** Thrown when a write was sent and no usable answer came: it may be done or not. */
export class OutcomeUnknownFailure extends Failure {
  readonly code = 'OUTCOME_UNKNOWN';
  override readonly retryable: boolean;
  /** What may be the effect of the write; null where it was not looked for, or could not be. */
  readonly candidates: readonly unknown[] | null;

  /** @param options.retryable whether sending the request again has no further effect. */
  constructor(
    message: string,
    {
      retryable,
      candidates = null,
      ...explanation
    }: Explanation & { retryable: boolean; candidates?: readonly unknown[] | null },
  ) {
    super(message, explanation);
    this.retryable = retryable;
    this.candidates = candidates;
  }
}
