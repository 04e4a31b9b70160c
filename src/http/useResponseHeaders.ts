import type { Plugin } from 'graphql-yoga';

/** Sets the security headers of every response. Responses contain conversations, so no cache may store them. */
export function useResponseHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      headers.set('x-content-type-options', 'nosniff');
      headers.set('referrer-policy', 'no-referrer');
      headers.set('cache-control', 'no-store');
    },
  };
}
