import { graphql } from './graphql/index.js';

/** What the tests of reading ask, typed by codegen. */

export const Inbox = graphql(`
  query Inbox($first: Int, $after: String, $last: Int, $before: String, $accountIDs: [ID!]) {
    chats(first: $first, after: $after, last: $last, before: $before, accountIDs: $accountIDs) {
      nodes {
        id
        title
        account {
          id
          network
        }
        participants {
          items {
            id
            fullName
          }
        }
        lastMessage {
          id
          plainText
          sender {
            id
            fullName
          }
        }
      }
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

export const People = graphql(`
  query People($accountID: ID!, $query: String, $first: Int, $after: String) {
    contacts(accountID: $accountID, query: $query, first: $first, after: $after) {
      nodes {
        id
        fullName
        phoneNumber
        cannotMessage
        imgURL {
          url
          isLocal
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const Messages = graphql(`
  query Messages($chatID: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    chat(id: $chatID) {
      id
      messages(first: $first, after: $after, last: $last, before: $before) {
        edges {
          cursor
          node {
            id
            sortKey
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`);

export const Search = graphql(`
  query Search($filter: BeeperChatFilter!, $first: Int, $after: String) {
    searchChats(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        title
        type
        accountID
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
