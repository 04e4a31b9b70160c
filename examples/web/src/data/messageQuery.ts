import { graphql } from '../gql/index.ts';

/** One message, as a conversation shows it. */
export const MessageQuery = graphql(`
  query Message($chatID: ID!, $id: ID!) {
    message(chatID: $chatID, id: $id) { id ...MessageRow }
  }
`);
