import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { createCache } from './cache.ts';
import { trackQueries } from './runningQueries.ts';

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
  link: ApolloLink.from([trackQueries, new HttpLink({ uri: gatewayPath })]),
  cache: createCache(),
  // A field that can't be read is null, and the rest of the answer is shown.
  defaultOptions: {
    // `merge` keeps the pages that were loaded when the first one is read again.
    watchQuery: { errorPolicy: 'all', refetchWritePolicy: 'merge' },
    query: { errorPolicy: 'all' },
    mutate: { errorPolicy: 'all' },
  },
});
