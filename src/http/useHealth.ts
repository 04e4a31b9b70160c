import type { Plugin } from 'graphql-yoga';

/**
 * `GET /health` is 200 while the process lives, `GET /ready` while `isReady`, else 503. Yoga's own come before all
 * plugins, those that guard us included, and one of them names Yoga.
 */
export function useHealth({ isReady }: { isReady: () => Promise<boolean> }): Plugin {
  return {
    onRequest({ url, fetchAPI, endResponse }) {
      if (url.pathname === '/health') {
        endResponse(new fetchAPI.Response(null, { status: 200 }));
      } else if (url.pathname === '/ready') {
        return isReady().then((ready) =>
          endResponse(new fetchAPI.Response(null, { status: ready ? 200 : 503 })),
        );
      }
    },
  };
}
