import { createClient } from 'graphql-sse';
import type { Listen } from './listen.ts';

export const listen: Listen = ({ url, headers, query, variables, onResult, onEnd }) => {
  // The page subscribes again itself, with a new `after`: the client would repeat the old one.
  const client = createClient({ url, headers, retryAttempts: 0 });
  return client.subscribe(
    { query, variables },
    { next: onResult, error: (error) => onEnd(error), complete: () => onEnd(null) },
  );
};
