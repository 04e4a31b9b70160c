import { graphql } from './graphql/index.js';

/** Documents of the contract tests, typed by codegen. */

export const CreateChat = graphql(`
  mutation CreateChat($input: CreateChatInput!) {
    createChat(input: $input) {
      __typename
      ... on CreateChatPayload {
        chatID
      }
      ...AnyFailure
    }
  }
`);

export const StartChat = graphql(`
  mutation StartChat($input: StartChatInput!) {
    startChat(input: $input) {
      __typename
      ... on StartChatPayload {
        chatID
        status
        firstMessage
      }
      ...AnyFailure
    }
  }
`);

export const CreateChatAndReadIt = graphql(`
  mutation CreateChatAndReadIt($input: CreateChatInput!, $more: Boolean!) {
    createChat(input: $input) {
      __typename
      ... on CreateChatPayload {
        chatID
        chat {
          id
          __typename
          ... on BeeperChat @include(if: $more) {
            accountID
            title
            type
            participants {
              total
              items {
                userID
                fullName
              }
            }
          }
        }
      }
      ... on BeeperError {
        code
        message
      }
    }
  }
`);

export const ReadChat = graphql(`
  query ReadChat($id: ID!) {
    chat(id: $id) {
      id
      accountID
      title
      type
      rawType
      network
      unreadCount
      lastActivity
      imgURL {
        url
        isLocal
      }
      participants {
        total
        hasMore
        items {
          userID
        }
      }
    }
  }
`);

export const AboutBeeper = graphql(`
  query AboutBeeper {
    beeper {
      appName
      appVersion
      dialect
      sandbox
      reachable
    }
  }
`);

export const StartChatOnce = graphql(`
  mutation StartChatOnce($input: StartChatInput!, $key: String) {
    startChat(input: $input, idempotencyKey: $key) {
      __typename
      ... on StartChatPayload {
        chatID
        status
        firstMessage
        replayed
      }
      ... on BeeperError {
        code
        message
        remedy
        retryable
      }
      ... on BeeperInvalidInputError {
        issues {
          path
          code
        }
      }
      ... on BeeperRateLimitedError {
        retryAfterSeconds
      }
    }
  }
`);

export const CreateChatOnce = graphql(`
  mutation CreateChatOnce($input: CreateChatInput!, $key: String) {
    createChat(input: $input, idempotencyKey: $key) {
      __typename
      ... on CreateChatPayload {
        chatID
        replayed
        firstMessage
        chat {
          id
          title
        }
      }
      ... on BeeperError {
        code
        message
        remedy
        retryable
      }
      ... on BeeperUnavailableError {
        retryAfterSeconds
      }
    }
  }
`);

export const Picture = graphql(`
  query Picture($chatID: ID!) {
    chat(id: $chatID) {
      imgURL {
        url
        isLocal
        contentURL
      }
    }
  }
`);

export const Files = graphql(`
  query Files($chatID: ID!) {
    chat(id: $chatID) {
      messages(first: 100) {
        nodes {
          attachments {
            fileName
            srcURL {
              contentURL
            }
          }
        }
      }
    }
  }
`);
