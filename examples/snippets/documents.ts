import { graphql } from './gql/gql.ts';

/** What the page shows of a chat: the same in queries and events, so that one can replace the other. */
export const ChatRow = graphql(`
  fragment ChatRow on BeeperChat {
    id
    title
    network
    unreadCount
    lastActivity
    account { id isUsable }
  }
`);

export const Inbox = graphql(`
  query Inbox($after: String) {
    chats(first: 20, after: $after) {
      edges { node { ...ChatRow } }
      pageInfo { endCursor hasNextPage }
    }
  }
`);

export const SendText = graphql(`
  mutation SendText($chatID: ID!, $text: String!, $key: String!) {
    sendMessage(input: { chatID: $chatID, content: { text: $text } }, idempotencyKey: $key) {
      __typename
      ... on SendMessagePayload { pendingMessageID }
      ... on BeeperError { code message remedy retryable requestID }
      ... on BeeperInvalidInputError { issues { path message } }
      ... on BeeperRateLimitedError { retryAfterSeconds }
      ... on BeeperUnavailableError { retryAfterSeconds }
    }
  }
`);

export const ChatEvents = graphql(`
  subscription ChatEvents($after: String) {
    chatEvents(after: $after) {
      __typename
      ... on BeeperLiveEvent { position }
      ... on BeeperLiveStarted { isResumed }
      ... on BeeperLiveGap { needsReload }
      ... on BeeperChatUpserted { chat { ...ChatRow } }
      ... on BeeperMessageUpserted { chat { ...ChatRow } }
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
`);
