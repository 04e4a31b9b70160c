/** What docs/errors.md says of an error type beyond its description in the schema. */
export interface Advice {
  readonly code: string;
  /** When it happens, with Beeper's statuses. */
  readonly when: string;
  readonly retryable: 'always' | 'never' | 'sometimes';
  /** What a page does. */
  readonly page: string;
  /** The username of the playground, or another way to get the example. */
  readonly example: { readonly username: string } | { readonly text: string };
}

export const advice: Record<string, Advice> = {
  BeeperInvalidInputError: {
    code: 'INVALID_INPUT',
    when: 'The input breaks a rule of the gateway or of Beeper (400, 414, 422, 431).',
    retryable: 'never',
    page: 'Show each of `issues` next to its form field: `path` names it. The rules of the gateway have the codes that `BeeperInputIssue.code` lists; translate by these.',
    example: { username: 'invalid' },
  },
  BeeperUnauthenticatedError: {
    code: 'UNAUTHENTICATED',
    when: 'No token, or Beeper rejects it (401), as it does for a mutation with a token made without “Allow sensitive actions”.',
    retryable: 'never',
    page: 'Ask for a new token, and keep what the person typed. With a token in the gateway itself, only its operator can help: `beeper-graphql login`.',
    example: { username: 'token-expired' },
  },
  BeeperForbiddenError: {
    code: 'FORBIDDEN',
    when: 'The token lacks a scope, the person can’t be messaged, or nobody is logged in to the server (403).',
    retryable: 'never',
    page: 'Show `message` and `remedy`: check the token, reach the person another way, or log in. For a chat that takes no messages, `viewerCanSend` tells before.',
    example: { username: 'may-not-be-messaged' },
  },
  BeeperNotFoundError: {
    code: 'NOT_FOUND',
    when: 'No such account, person, chat or message (404).',
    retryable: 'never',
    page: 'It is gone, or the ID is wrong: read the list again.',
    example: { username: 'unknown-user' },
  },
  BeeperConflictError: {
    code: 'CONFLICT',
    when: 'The state of the account or chat does not allow it (409), for example because the chat has a draft.',
    retryable: 'never',
    page: 'Show `message` and `remedy`, and look at `account { status statusText }`.',
    example: { username: 'conflict' },
  },
  BeeperIdempotencyError: {
    code: 'IDEMPOTENCY_MISMATCH',
    when: 'The idempotency key was used for a different request.',
    retryable: 'never',
    page: 'A mistake of the page: make a new key whenever the input changes, and keep it for repeats of the same input.',
    example: { text: 'One key, first for the username `works` and then for `existing`:' },
  },
  BeeperRateLimitedError: {
    code: 'RATE_LIMITED',
    when: 'Too many requests (429), or the write budget of the caller is used up.',
    retryable: 'always',
    page: 'Offer the same request again after `retryAfterSeconds`, with the same key. Do not repeat it without a pause.',
    example: { username: 'rate-limited' },
  },
  BeeperUnavailableError: {
    code: 'UNAVAILABLE',
    when: 'Beeper can’t be reached or says that it is starting (503; for a message that is `OUTCOME_UNKNOWN`), the store is down, or too many calls wait.',
    retryable: 'always',
    page: 'Offer the same request again, after `retryAfterSeconds` where it is known, with the same key.',
    example: { username: 'unavailable' },
  },
  BeeperUnsupportedError: {
    code: 'UNSUPPORTED',
    when: 'This version of Beeper, or this server, lacks the operation (405, 501; for queries also 404 without Beeper’s error).',
    retryable: 'never',
    page: 'Hide what does not work: `beeper { features { name isSupported } }` tells before. `remedy` is for the operator: update Beeper Desktop, or correct `BEEPER_URL` or `BEEPER_API`.',
    example: { text: '`markChatRead`, with `SANDBOX_APP_VERSION=4.2.557`:' },
  },
  BeeperUpstreamError: {
    code: 'UPSTREAM_ERROR',
    when: 'Beeper or the network behind it failed (500, 502, any other status), or something else than Beeper answered a mutation with 404, 405, 501 or 503.',
    retryable: 'never',
    page: 'It may be done, or partly done: let the person look before they send it again.',
    example: { username: 'crash' },
  },
  BeeperOutcomeUnknownError: {
    code: 'OUTCOME_UNKNOWN',
    when: 'It was sent, and no usable answer came, or to a message an error that may come after it was sent (500, 502, 503 …).',
    retryable: 'sometimes',
    page: 'If `retryable` is true, repeating has the same effect: offer it, with the same key. Otherwise let the person look in `chats` first.',
    example: { username: 'cut' },
  },
  BeeperDraftClearedError: {
    code: 'that of `failure`',
    when: 'Only `saveChatDraft` with `overwrite: true`: the earlier draft was cleared, or may have been, and the new one is not known to be saved.',
    retryable: 'sometimes',
    page: 'Keep the text of the new draft, and send it again if `retryable` is true.',
    example: { text: 'Beeper clears the earlier draft, and then answers 409 to the new one:' },
  },
};
