/** What the page shows of a chat and of a message: the same in queries and events, so that one can replace the other. */
const parts = /* GraphQL */ `
  fragment ChatParts on BeeperChat {
    id
    title
    network
    unreadCount
    lastActivity
    isArchived
    mergedInto { id }
    merge { chatIDs }
  }
  fragment MessageParts on BeeperMessage {
    id
    chatID
    timestamp
    plainText
    senderName
    isSender
    isDeleted
    isHidden
    sentWithKey
    reactions { reactionID reactionKey }
    sendStatus { status }
  }`;

export const chatEvents = /* GraphQL */ `
  subscription ChatEvents($after: String) {
    chatEvents(after: $after) {
      __typename
      ... on BeeperLiveEvent { position index }
      ... on BeeperLiveStarted { isResumed isPolled }
      ... on BeeperLiveGap { reason needsReload chatIDs }
      ... on BeeperMessageUpserted { chatID messageID message { ...MessageParts } chat { ...ChatParts } }
      ... on BeeperMessageDeleted { chatID messageID }
      ... on BeeperChatUpserted { chatID chat { ...ChatParts } }
      ... on BeeperChatDeleted { chatID }
      ... on BeeperLiveEnded {
        error {
          code message remedy retryable
          ... on BeeperRateLimitedError { retryAfterSeconds }
          ... on BeeperUnavailableError { retryAfterSeconds }
        }
      }
    }
  }
  ${parts}`;

export const inbox = /* GraphQL */ `
  query Inbox { chats(first: 50) { nodes { ...ChatParts } } }
  ${parts.slice(0, parts.indexOf('fragment MessageParts'))}`;

export const conversation = /* GraphQL */ `
  query Conversation($id: ID!, $isOpen: Boolean!) {
    chat(id: $id) {
      ...ChatParts
      messages(first: 50) @include(if: $isOpen) {
        nodes { ...MessageParts }
        pageInfo { hasNextPage }
      }
    }
  }
  ${parts}`;

export const sendMessage = /* GraphQL */ `
  mutation Send($chatID: ID!, $text: String!, $key: String!) {
    sendMessage(input: { chatID: $chatID, content: { text: $text } }, idempotencyKey: $key) {
      __typename
      ... on BeeperError { failure: message remedy }
    }
  }`;
