import type { FailureData } from '../failures/Failure.ts';

/** What a page does about each type of failure. The compiler rejects the table if one is missing. */
const table: Record<FailureData['__typename'], string> = {
  BeeperInvalidInputError: 'Show each of `issues` at the field of its `path`. Send again what was corrected.',
  BeeperUnauthenticatedError: 'Show `remedy` to whoever runs the gateway: no other request will work either.',
  BeeperForbiddenError: 'Show `message` and `remedy`. Offer no button: the same request fails again.',
  BeeperNotFoundError: 'Show it, and read the list again that the ID was from.',
  BeeperConflictError: 'Show `remedy`, read the chat or account again, and let the person decide.',
  BeeperIdempotencyError: 'A mistake of the page: use a new key for a new input.',
  BeeperRateLimitedError: 'Count `retryAfterSeconds` down, then offer to try again, with the same key.',
  BeeperUnavailableError: 'Offer to try again, with the same key. Nothing was done.',
  BeeperUnsupportedError: 'Show `remedy`. Hide the button where `beeper { features }` says so.',
  BeeperUpstreamError: 'Lead the person to where it would show. Offer no button to repeat it.',
  BeeperOutcomeUnknownError:
    'Lead the person to where it would show. If `retryable`, offer to try again, with the same key. Use a new one only after the person has looked and it is not there.',
  BeeperDraftClearedError: 'Keep the text of the new draft, and save it again if `retryable`.',
  NoAnswer: 'Try again with the same key: whatever was done is not done twice.',
};

/** @returns what a page should do. A type that is newer than this page is shown with the fields that all have. */
export function whatToDo({ __typename }: FailureData): string {
  return table[__typename] ?? 'Show `message` and `remedy`. Repeat it only if `retryable`.';
}
