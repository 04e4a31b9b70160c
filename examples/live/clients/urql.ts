import { Client, fetchExchange } from '@urql/core';
import type { Listen } from './listen.ts';

export const listen: Listen = ({ url, headers, query, variables, onResult, onEnd }) => {
  // fetchExchange reads event streams itself.
  const client = new Client({
    url,
    exchanges: [fetchExchange],
    fetchSubscriptions: true,
    preferGetMethod: false,
    fetchOptions: { headers },
  });
  const { unsubscribe } = client.subscription(query, variables).subscribe(({ data, error, hasNext }) => {
    // At the end it gives the last result again.
    if (hasNext) onResult({ data, errors: error?.graphQLErrors });
    else onEnd(error?.networkError ?? null);
  });
  return unsubscribe;
};
