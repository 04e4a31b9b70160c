/** The interfaces of the schema, and the types that implement them. The plugin `fragment-matcher` of codegen writes such a file. */
export const possibleTypes = {
  BeeperError: [
    'BeeperConflictError',
    'BeeperDraftClearedError',
    'BeeperForbiddenError',
    'BeeperIdempotencyError',
    'BeeperInvalidInputError',
    'BeeperNotFoundError',
    'BeeperOutcomeUnknownError',
    'BeeperRateLimitedError',
    'BeeperUnauthenticatedError',
    'BeeperUnavailableError',
    'BeeperUnsupportedError',
    'BeeperUpstreamError',
  ],
  BeeperLiveEvent: [
    'BeeperChatDeleted',
    'BeeperChatUpserted',
    'BeeperLiveEnded',
    'BeeperLiveGap',
    'BeeperLiveStarted',
    'BeeperMessageDeleted',
    'BeeperMessageUpserted',
  ],
  BeeperPerson: ['BeeperParticipant', 'BeeperUser'],
};
