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
    if (error?.networkError || !data) return onEnd(error ?? null);
    onResult({ data, errors: error?.graphQLErrors });
    if (!hasNext) onEnd(null);
  });
  return unsubscribe;
};
