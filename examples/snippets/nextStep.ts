import type { SendTextMutation } from './gql/graphql.js';

export type NextStep =
  /** It is done. */
  | { readonly kind: 'done' }
  /** Nothing was done: offer the same request again, with the same key. */
  | { readonly kind: 'retry'; readonly message: string; readonly afterSeconds: number | null }
  /** Show the problems next to the form. */
  | { readonly kind: 'correct'; readonly problems: readonly string[] }
  /** Ask for another access token. */
  | { readonly kind: 'logIn'; readonly message: string }
  /** It may have been done: let the person check before they send it again. */
  | { readonly kind: 'look'; readonly message: string }
  /** Show what happened, and what helps. */
  | { readonly kind: 'show'; readonly message: string; readonly remedy: string | null };

/** What a page does with the result of a mutation. The compiler checks that each member of the union has a case. */
export function nextStep(result: SendTextMutation['sendMessage'] | undefined): NextStep {
  // Only on an unexpected error; the answer has `errors` then. It may have been done.
  if (!result) return { kind: 'look', message: 'Unexpected error.' };
  switch (result.__typename) {
    case 'SendMessagePayload':
      return { kind: 'done' };
    case 'BeeperInvalidInputError':
      return { kind: 'correct', problems: result.issues.map(({ message }) => message) };
    case 'BeeperUnauthenticatedError':
      return { kind: 'logIn', message: result.message };
    case 'BeeperRateLimitedError':
    case 'BeeperUnavailableError':
      return { kind: 'retry', message: result.message, afterSeconds: result.retryAfterSeconds };
    case 'BeeperUpstreamError':
      return { kind: 'look', message: result.message };
    case 'BeeperOutcomeUnknownError':
      if (result.retryable) return { kind: 'retry', message: result.message, afterSeconds: null };
      return { kind: 'look', message: result.message };
    case 'BeeperConflictError':
    case 'BeeperForbiddenError':
    case 'BeeperIdempotencyError':
    case 'BeeperNotFoundError':
    case 'BeeperUnsupportedError':
      return { kind: 'show', message: result.message, remedy: result.remedy };
    default:
      return ofLaterVersion(result satisfies never);
  }
}

/** A later version of the gateway can add an error type: it has the fields that all have. */
function ofLaterVersion({ retryable, message, remedy }: Failure): NextStep {
  return retryable ? { kind: 'retry', message, afterSeconds: null } : { kind: 'show', message, remedy };
}

interface Failure {
  readonly message: string;
  readonly remedy: string | null;
  readonly retryable: boolean;
}
