import type { Plugin } from 'graphql-yoga';

/**
 * On every answer: it is what it says it is, it is kept nowhere, since it holds somebody's conversations, and links in
 * it tell nobody where they stood.
 */
export function useResponseHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      headers.set('x-content-type-options', 'nosniff');
      headers.set('referrer-policy', 'no-referrer');
      headers.set('cache-control', 'no-store');
    },
  };
}
