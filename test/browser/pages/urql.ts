import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { type PageData, query, show } from './show.ts';

await show(async (url, variables) => {
  const client = new Client({ url, preferGetMethod: false, exchanges: [cacheExchange({}), fetchExchange] });
  await client.query(query, variables).toPromise();
  const { data, error } = await client
    .query<PageData>(query, variables, { requestPolicy: 'cache-only' })
    .toPromise();
  if (!data) throw error ?? new Error('Nothing is in the cache');
  return data;
});
