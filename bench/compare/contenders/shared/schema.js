/** The part of the gateway's schema that the operations use. */
const errorFields = `
  code: BeeperErrorCode!
  message: String!
  remedy: String
  requestID: ID!
  retryable: Boolean!
  upstreamCode: String
`;

const errors = [
  'BeeperConflictError',
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
];

export const typeDefs = `
scalar DateTime

type Query {
  accounts: [BeeperAccount!]
  chats(first: Int = 25): BeeperChatConnection
}

type Mutation {
  startChat(input: StartChatInput!, idempotencyKey: String): StartChatResult
  createChat(input: CreateChatInput!, idempotencyKey: String): CreateChatResult
  sendMessage(input: SendMessageInput!, idempotencyKey: String): SendMessageResult
}

input StartChatInput {
  accountID: ID!
  user: StartChatUserInput!
  allowInvite: Boolean
  messageText: String
}

input StartChatUserInput @oneOf {
  contact: StartChatContactInput
  email: String
  id: ID
  phoneNumber: String
  username: String
}

input StartChatContactInput {
  email: String
  fullName: String
  id: ID
  phoneNumber: String
  username: String
}

input CreateChatInput @oneOf {
  group: CreateGroupChatInput
  single: CreateSingleChatInput
}

input CreateGroupChatInput {
  accountID: ID!
  participantIDs: [ID!]!
  messageText: String
  title: String
}

input CreateSingleChatInput {
  accountID: ID!
  participantID: ID!
  messageText: String
  title: String
}

input SendMessageInput {
  chatID: ID!
  content: MessageContentInput!
  replyToMessageID: ID
}

input MessageContentInput @oneOf {
  attachment: AttachmentInput
  text: String
}

input AttachmentInput {
  uploadID: ID!
  caption: String
}

type StartChatPayload {
  chatID: ID!
  status: BeeperStartStatus
  chat: BeeperChat
}

type CreateChatPayload {
  chatID: ID!
  chat: BeeperChat
}

type SendMessagePayload {
  chatID: ID!
  pendingMessageID: ID!
}

enum BeeperStartStatus { CREATED EXISTING }

union StartChatResult = StartChatPayload | ${errors.join(' | ')}
union SendMessageResult = SendMessagePayload | ${errors.join(' | ')}
union CreateChatResult = CreateChatPayload | ${errors.join(' | ')}

enum BeeperErrorCode {
  CONFLICT
  FORBIDDEN
  IDEMPOTENCY_MISMATCH
  INVALID_INPUT
  NOT_FOUND
  OUTCOME_UNKNOWN
  RATE_LIMITED
  UNAUTHENTICATED
  UNAVAILABLE
  UNSUPPORTED
  UPSTREAM_ERROR
}

interface BeeperError {${errorFields}}
${errors.map((name) => `type ${name} implements BeeperError {${errorFields}}`).join('\n')}

type BeeperChatConnection {
  nodes: [BeeperChat]!
  pageInfo: PageInfo!
}

type PageInfo {
  hasNextPage: Boolean!
}

type BeeperChat {
  id: ID!
  accountID: ID!
  account: BeeperAccount
  title: String
  type: BeeperChatType
  unreadCount: Int
  isMuted: Boolean
  lastActivity: DateTime
  participants: BeeperParticipants
  lastMessage: BeeperMessage
}

enum BeeperChatType { GROUP OTHER SINGLE }

type BeeperParticipants {
  total: Int
  hasMore: Boolean
  items: [BeeperParticipant!]!
}

type BeeperParticipant {
  userID: ID!
  fullName: String
  isSelf: Boolean
}

type BeeperMessage {
  id: ID!
  plainText: String
  timestamp: DateTime
  isSender: Boolean
  sender: BeeperUser
}

type BeeperUser {
  userID: ID!
  fullName: String
  isSelf: Boolean
}

type BeeperAccount {
  id: ID!
  network: String
  status: BeeperAccountStatus
  user: BeeperUser
}

enum BeeperAccountStatus {
  ATTENTION_REQUIRED
  BACKFILLING
  CONNECTED
  CONNECTING
  CONNECTION_REQUIRED
  DISABLED
  DISCONNECTED
  OTHER
  RECONNECT_REQUIRED
}
`;
