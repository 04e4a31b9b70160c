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

/** The gateway answers within a minute, or not at all. */
const answerMs = 60_000;

/** The connection of a computer that slept looks open: without a limit, its requests would wait for ever, and events for them. */
const fetchInTime: typeof fetch = (input, init) => {
  const signals = [AbortSignal.timeout(answerMs), ...(init?.signal ? [init.signal] : [])];
  return fetch(input, { ...init, signal: AbortSignal.any(signals) });
};

/** The client for queries and mutations. The stream of events writes into its cache. */
export const client = new ApolloClient({
  link: ApolloLink.from([trackQueries, new HttpLink({ uri: gatewayPath, fetch: fetchInTime })]),
  cache: createCache(),
  // A field that can't be read is null, and the rest of the answer is shown.
  defaultOptions: {
    // `merge` keeps the pages that were loaded when the first one is read again.
    watchQuery: { errorPolicy: 'all', refetchWritePolicy: 'merge' },
    query: { errorPolicy: 'all' },
    mutate: { errorPolicy: 'all' },
  },
});
