import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { type PageData, query, show } from './show.ts';

await show(async (uri, variables) => {
  const client = new ApolloClient({ link: new HttpLink({ uri }), cache: new InMemoryCache() });
  await client.query({ query: gql(query), variables });
  const { data } = await client.query<PageData>({ query: gql(query), variables, fetchPolicy: 'cache-only' });
  if (!data) throw new Error('Nothing is in the cache');
  return data;
});
