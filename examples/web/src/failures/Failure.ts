import { type DocumentType, graphql } from '../gql/index.ts';

/** What every error of the gateway has. Spread it as `... on BeeperError { ...Failure }`. */
export const FailureFragment = graphql(`
  fragment Failure on BeeperError {
    __typename
    code
    message
    remedy
    retryable
    requestID
    ... on BeeperInvalidInputError { issues { path message code } }
    ... on BeeperRateLimitedError { retryAfterSeconds }
    ... on BeeperUnavailableError { retryAfterSeconds }
  }
`);

/** A typed error of the gateway, or one of the way to it: no connection, a refused request. */
export type FailureData = DocumentType<typeof FailureFragment> | NoAnswer;

/** The request did not get an answer that can be used. */
export interface NoAnswer {
  readonly __typename: 'NoAnswer';
  readonly code: string | null;
  readonly message: string;
  readonly remedy: string | null;
  readonly retryable: boolean;
  readonly requestID: string | null;
}

/** What the page offers for a failure. */
export interface Advice {
  /** A few words. */
  readonly title: string;
  readonly canRetry: boolean;
  /** Whether what was asked for may be done: the person has to look first. */
  readonly lookFirst: boolean;
}

/** @returns what the page offers. The compiler rejects the function if a type of failure is missing. */
export function adviceOf(failure: FailureData): Advice {
  const { retryable: canRetry } = failure;
  switch (failure.__typename) {
    case 'BeeperInvalidInputError':
      return { title: 'Please correct this', canRetry, lookFirst: false };
    case 'BeeperUnauthenticatedError':
      return { title: 'Beeper does not accept the access token', canRetry, lookFirst: false };
    case 'BeeperForbiddenError':
      return { title: 'Not allowed', canRetry, lookFirst: false };
    case 'BeeperNotFoundError':
      return { title: 'Not found', canRetry, lookFirst: false };
    case 'BeeperConflictError':
      return { title: 'Not possible now', canRetry, lookFirst: false };
    case 'BeeperIdempotencyError':
      return { title: 'This was sent with another content before', canRetry, lookFirst: false };
    case 'BeeperRateLimitedError':
      return { title: 'Too many requests', canRetry, lookFirst: false };
    case 'BeeperUnavailableError':
      return { title: 'Beeper can’t be reached', canRetry, lookFirst: false };
    case 'BeeperUnsupportedError':
      return { title: 'This version of Beeper can’t do that', canRetry, lookFirst: false };
    case 'BeeperUpstreamError':
      return { title: 'Beeper failed', canRetry, lookFirst: true };
    case 'BeeperOutcomeUnknownError':
      return { title: 'It may be done', canRetry, lookFirst: true };
    case 'BeeperDraftClearedError':
      return { title: 'The earlier draft is gone', canRetry, lookFirst: false };
    case 'NoAnswer':
      return { title: 'No answer', canRetry, lookFirst: false };
    default:
      failure satisfies never;
      // A type that is newer than this page.
      return { title: 'It failed', canRetry, lookFirst: true };
  }
}

/** @returns what was thrown instead of an answer as a failure. */
export function failureOfError(error: unknown): NoAnswer {
  const message = error instanceof Error ? error.message : String(error);
  return { __typename: 'NoAnswer', code: null, message, remedy: null, retryable: true, requestID: null };
}
