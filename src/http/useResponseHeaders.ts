import type { Plugin } from 'graphql-yoga';

/** Responses contain conversations, so no cache may store them. */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

const securityEntries = Object.entries(securityHeaders);

/**
 * Sets the security headers of every response, and removes two that Yoga gives streams: `none` is no content coding, and
 * whether the connection stays open is for the server to say.
 */
export function useResponseHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      if (headers.get('content-encoding') === 'none') headers.delete('content-encoding');
      if (headers.get('connection') === 'keep-alive') headers.delete('connection');
      for (const [name, value] of securityEntries) headers.set(name, value);
    },
  };
}
