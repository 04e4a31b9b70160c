/** What docs/errors.md says of an error type beyond its description in the schema. */
export interface Advice {
  /** In the place of the code of the example, where others are possible. */
  readonly code?: string;
  /** When it happens, with Beeper's statuses. */
  readonly when: string;
  readonly retryable: 'always' | 'never' | 'sometimes';
  /** The username of the playground, or another way to get the example. */
  readonly example: { readonly username: string } | { readonly text: string };
}

export const advice: Record<string, Advice> = {
  BeeperInvalidInputError: {
    when: 'The input breaks a rule of the gateway or of Beeper (400, 414, 422, 431).',
    retryable: 'never',
    example: { username: 'invalid' },
  },
  BeeperUnauthenticatedError: {
    when: 'No token, or Beeper rejects it (401), as it does for a mutation with a token made without “Allow sensitive actions”.',
    retryable: 'never',
    example: { username: 'token-expired' },
  },
  BeeperForbiddenError: {
    when: 'The token lacks a scope, the person can’t be messaged, or nobody is logged in to the server (403).',
    retryable: 'never',
    example: { username: 'may-not-be-messaged' },
  },
  BeeperNotFoundError: {
    when: 'No such account, person, chat or message (404).',
    retryable: 'never',
    example: { username: 'unknown-user' },
  },
  BeeperConflictError: {
    when: 'The state of the account or chat does not allow it (409), for example because the chat has a draft.',
    retryable: 'never',
    example: { username: 'conflict' },
  },
  BeeperIdempotencyError: {
    when: 'The idempotency key was used for a different request.',
    retryable: 'never',
    example: { text: 'One key, first for the username `works` and then for `existing`:' },
  },
  BeeperRateLimitedError: {
    when: 'Too many requests (429), or the write budget of the caller is used up.',
    retryable: 'always',
    example: { username: 'rate-limited' },
  },
  BeeperUnavailableError: {
    when: 'Beeper can’t be reached or says that it is starting (503; for a message that is `OUTCOME_UNKNOWN`), the store is down, or too many calls wait.',
    retryable: 'always',
    example: { username: 'unavailable' },
  },
  BeeperUnsupportedError: {
    when: 'This version of Beeper, or this server, lacks the operation (405, 501; for queries also 404 without Beeper’s error).',
    retryable: 'never',
    example: { text: '`markChatRead`, with `SANDBOX_APP_VERSION=4.2.557`:' },
  },
  BeeperUpstreamError: {
    when: 'Beeper or the network behind it failed (500, 502, any other status), or something else than Beeper answered a mutation with 404, 405, 501 or 503.',
    retryable: 'never',
    example: { username: 'crash' },
  },
  BeeperOutcomeUnknownError: {
    when: 'It was sent, and no usable answer came, or to a message an error that may come after it was sent (500, 502, 503 …).',
    retryable: 'sometimes',
    example: { username: 'cut' },
  },
  BeeperDraftClearedError: {
    code: 'that of `failure`',
    when: 'Only `saveChatDraft` with `overwrite: true`: the earlier draft was cleared, or may have been, and the new one is not known to be saved.',
    retryable: 'sometimes',
    example: { text: 'Beeper clears the earlier draft, and then answers 409 to the new one:' },
  },
};
