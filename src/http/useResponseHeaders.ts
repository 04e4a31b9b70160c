import type { Plugin } from 'graphql-yoga';

/** Responses contain conversations, so no cache may store them. */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** Sets the security headers of every response. */
export function useResponseHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
    },
  };
}
