import type { FailureData } from '../failures/Failure.ts';

/** By type of failure. The compiler rejects the table if one is missing. docs/errors.md has the same sentences. */
const table: Record<FailureData['__typename'], string> = {
  BeeperInvalidInputError:
    'Show each of `issues` next to its form field: `path` names it. The rules of the gateway have the codes that `BeeperInputIssue.code` lists; translate by these.',
  BeeperUnauthenticatedError:
    'Ask for a new token, and keep what the person typed. With a token in the gateway itself, only its operator can help: `beeper-graphql login`.',
  BeeperForbiddenError:
    'Show `message` and `remedy`: check the token, reach the person another way, or log in. For a chat that takes no messages, `viewerCanSend` tells before.',
  BeeperNotFoundError: 'It is gone, or the ID is wrong: show `message`, and read the list again.',
  BeeperConflictError: 'Show `message` and `remedy`, and look at `account { status statusText }`.',
  BeeperIdempotencyError:
    'A mistake of the page: make a new key whenever the input changes, and keep it for repeats of the same input.',
  BeeperRateLimitedError:
    'Count `retryAfterSeconds` down, then offer the same request again, with the same key. Do not repeat it without a pause.',
  BeeperUnavailableError:
    'Offer the same request again, after `retryAfterSeconds` where it is known, with the same key.',
  BeeperUnsupportedError:
    'Hide what does not work: `beeper { features { name isSupported } }` tells before. `remedy` is for the operator: update Beeper Desktop, or correct `BEEPER_URL` or `BEEPER_API`.',
  BeeperUpstreamError:
    'It may have been done, or partly done: let the person look before they send it again.',
  BeeperOutcomeUnknownError:
    'If `retryable` is true, repeating has the same effect: offer it, with the same key. Otherwise let the person look first, and use a new key only if it is not there.',
  BeeperDraftClearedError: 'Keep the text of the new draft, and send it again if `retryable` is true.',
  NoAnswer: 'Send the same request again, with the same key: what was done is not done twice.',
};

/** @returns what a page does about a type of failure. One that is newer than this page has the fields that all have. */
export function whatToDo(typename: string): string {
  const known: Readonly<Record<string, string>> = table;
  return known[typename] ?? 'Show `message` and `remedy`. Repeat it only if `retryable`.';
}
