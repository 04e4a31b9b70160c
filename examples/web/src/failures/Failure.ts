import { type DocumentType, graphql } from '../gql/index.ts';
import type { NoAnswer } from './NoAnswer.ts';

/** What every error of the gateway has, and what single types have besides. Spread it as `... on BeeperError { ...Failure }`. */
export const FailureFragment = graphql(`
  fragment Failure on BeeperError {
    __typename
    code
    message
    remedy
    retryable
    requestID
    upstreamCode
    ... on BeeperInvalidInputError { issues { path message } }
    ... on BeeperRateLimitedError { retryAfterSeconds }
    ... on BeeperUnavailableError { retryAfterSeconds }
    ... on BeeperUnsupportedError { requiredVersion actualVersion }
    ... on BeeperUpstreamError { httpStatus }
    ... on BeeperOutcomeUnknownError { candidates { id } }
  }
`);

/** A typed error of the gateway, or why there is no answer that can be used. */
export type FailureData = DocumentType<typeof FailureFragment> | NoAnswer;

/** One problem with the input. `path` begins with the name of the argument. */
export interface Issue {
  readonly path: readonly string[];
  readonly message: string;
}

/** What the page offers for a failure. */
export interface Advice {
  /** A few words. */
  readonly title: string;
  /** For the person, where the words of the gateway are for developers. */
  readonly text?: string;
  readonly canRetry: boolean;
  /** Whether what was asked for may be done: the person can look, and has to before it is repeated in another way. */
  readonly lookFirst: boolean;
}

/** @returns what the page offers. The compiler rejects the function if a type of failure is missing. */
export function adviceOf(failure: FailureData): Advice {
  const advice = (title: string, lookFirst = false, text?: string): Advice => ({
    title,
    ...(text && { text }),
    canRetry: failure.retryable,
    lookFirst,
  });
  switch (failure.__typename) {
    case 'BeeperInvalidInputError':
      // The issues say what is wrong, here or at their fields.
      return failure.issues.length
        ? advice('Please correct this', false, 'What was entered can’t be used.')
        : advice('Please correct this');
    case 'BeeperUnauthenticatedError':
      return advice('Beeper does not accept the access token');
    case 'BeeperForbiddenError':
      return advice('Not allowed');
    case 'BeeperNotFoundError':
      return advice('Not found');
    case 'BeeperConflictError':
      return advice('Not possible now');
    case 'BeeperIdempotencyError':
      return advice('This key was used for something else');
    case 'BeeperRateLimitedError':
      return advice('Too many requests');
    case 'BeeperUnavailableError':
      return advice('Beeper can’t be reached');
    case 'BeeperUnsupportedError':
      return advice('This version of Beeper can’t do that');
    case 'BeeperUpstreamError':
      return advice('Beeper failed, but it may have been done', true);
    case 'BeeperOutcomeUnknownError':
      return advice(
        'It may have been done',
        true,
        `It is not known whether it was done.${failure.retryable ? ' Trying again is safe: it only checks.' : ''}`,
      );
    case 'BeeperDraftClearedError':
      return advice('The earlier draft is gone');
    case 'NoAnswer':
      // With issues, the remedy is for who writes the page.
      return advice(titleOf(failure), failure.mayBeDone, failure.issues.length ? failure.message : undefined);
    default:
      failure satisfies never;
      // A type that is newer than this page. It has what all have.
      return advice('It failed', true);
  }
}

/** @returns the problems with the input that a failure lists. */
export function issuesOf(failure: FailureData): readonly Issue[] {
  return 'issues' in failure ? failure.issues : [];
}

/** @returns the problems with one field of a form: with `path`, or with a part of what is there. */
export function issuesAt(failure: FailureData | null, ...path: readonly string[]): readonly Issue[] {
  return failure
    ? issuesOf(failure).filter((issue) => path.every((name, at) => issue.path[at] === name))
    : [];
}

/** @returns how long to wait before the next try. Null if that is unknown. */
export function waitSecondsOf(failure: FailureData): number | null {
  return 'retryAfterSeconds' in failure ? failure.retryAfterSeconds : null;
}

/** @returns how many milliseconds to wait before the next try. 0 if that is unknown. */
export const waitMsOf = (failure: FailureData): number => 1_000 * (waitSecondsOf(failure) ?? 0);

function titleOf({ reason }: NoAnswer): string {
  switch (reason) {
    case 'OFFLINE':
      return 'You are offline';
    case 'UNREACHABLE':
      return 'The gateway can’t be reached';
    case 'NOT_THE_GATEWAY':
      return 'Something other than the gateway answered';
    case 'REFUSED':
      return 'The gateway refused the request';
    case 'NOT_READ':
      return 'This could not be read';
    case 'UNEXPECTED':
      return 'Unexpected error';
    case 'FILE_LOST':
      return 'The file was lost';
    case 'TOO_OLD':
      return 'It waited too long';
    default:
      return reason satisfies never;
  }
}
