const concreteTypes = [
  'AddReactionPayload',
  'BeeperUser',
  'CreateChatPayload',
  'CreateUploadPayload',
  'MarkChatReadPayload',
  'MarkChatUnreadPayload',
  'RemoveReactionPayload',
  'SendMessagePayload',
  'StartChatPayload',
];

/**
 * Which types implement which interfaces: without it, Apollo Client drops what `... on BeeperError` selects. A pattern also
 * matches types that a later version of the gateway adds.
 */
export const possibleTypes: Record<string, string[]> = {
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
    'Beeper\\w+Error',
  ],
  BeeperLiveEvent: [
    'BeeperChatDeleted',
    'BeeperChatUpserted',
    'BeeperLiveEnded',
    'BeeperLiveGap',
    'BeeperLiveStarted',
    'BeeperMessageDeleted',
    'BeeperMessageUpserted',
    'BeeperLive\\w+',
    'Beeper\\w+(Upserted|Deleted)',
  ],
  // Types that fragments name beside others of a union. Without an entry, Apollo Client warns of each other one.
  ...Object.fromEntries(concreteTypes.map((type) => [type, []])),
  BeeperPerson: ['BeeperParticipant', 'BeeperUser'],
};
