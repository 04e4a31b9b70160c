import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from './possibleTypes.ts';

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
      interface Mutate {
        errorPolicy: 'all';
      }
    }
  }
}

/** The path of the gateway, at the origin of the page: Vite passes it on, and so does a proxy in production. */
export const gatewayPath = '/graphql';

/** The client for queries and mutations. The stream of events writes into its cache. */
export const client = new ApolloClient({
  link: new HttpLink({ uri: gatewayPath }),
  cache: new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: { fields: { chats: relayStylePagination(['accountIDs', 'merged']) } },
      BeeperChat: { fields: { messages: relayStylePagination(['includeHidden']) } },
      // It has no ID, and queries select different fields of it.
      BeeperParticipants: { merge: true },
    },
  }),
  // A field that can't be read is null, and the rest of the answer is shown.
  defaultOptions: {
    watchQuery: { errorPolicy: 'all' },
    query: { errorPolicy: 'all' },
    mutate: { errorPolicy: 'all' },
  },
});
