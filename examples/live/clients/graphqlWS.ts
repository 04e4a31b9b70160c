import { createClient } from 'graphql-ws';
import type { Listen } from './listen.ts';

export const listen: Listen = ({ url, headers, query, variables, onResult, onEnd }) => {
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    // Browsers send no headers with a WebSocket, so they go into the first message.
    connectionParams: { headers },
    retryAttempts: 0,
  });
  const leave = client.subscribe(
    { query, variables },
    { next: onResult, error: (error) => onEnd(error), complete: () => onEnd(null) },
  );
  return () => {
    leave();
    client.dispose();
  };
};
