import { graphql } from 'relay-runtime';

// What relay-compiler reads. No code runs here: openInbox.ts imports what it has written to __generated__. With
// babel-plugin-relay, or a plugin of your bundler that does the same, the tags can stay beside the code that uses them.

export const InboxQuery = graphql`
  query InboxQuery($after: String) {
    chats(first: 20, after: $after) @connection(key: "Inbox_chats", filters: []) {
      edges {
        node {
          id
          title
          network
          unreadCount
          lastActivity
          account {
            id
            isUsable
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;

export const InboxSendMutation = graphql`
  mutation InboxSendMutation($chatID: ID!, $text: String!, $key: String!) {
    sendMessage(input: { chatID: $chatID, content: { text: $text } }, idempotencyKey: $key) {
      __typename
      ... on SendMessagePayload {
        pendingMessageID
      }
      ... on BeeperError {
        code
        message
        remedy
        retryable
        requestID
      }
      ... on BeeperInvalidInputError {
        issues {
          path
          message
        }
      }
      ... on BeeperRateLimitedError {
        retryAfterSeconds
      }
      ... on BeeperUnavailableError {
        retryAfterSeconds
      }
    }
  }
`;

export const InboxEventsSubscription = graphql`
  subscription InboxEventsSubscription($after: String) {
    chatEvents(after: $after) {
      __typename
      ... on BeeperLiveEvent {
        position
      }
      ... on BeeperLiveStarted {
        isResumed
      }
      ... on BeeperLiveGap {
        needsReload
      }
      ... on BeeperChatUpserted {
        chat {
          id
          title
          network
          unreadCount
          lastActivity
          account {
            id
            isUsable
          }
        }
      }
      ... on BeeperMessageUpserted {
        chat {
          id
          title
          network
          unreadCount
          lastActivity
          account {
            id
            isUsable
          }
        }
      }
      ... on BeeperChatDeleted {
        chatID
      }
      ... on BeeperLiveEnded {
        error {
          code
          message
          remedy
          retryable
          ... on BeeperRateLimitedError {
            retryAfterSeconds
          }
          ... on BeeperUnavailableError {
            retryAfterSeconds
          }
        }
      }
    }
  }
`;
