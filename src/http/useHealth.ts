import type { Plugin } from 'graphql-yoga';

/**
 * `GET /health` is 200 while the process runs. `GET /ready` is 200 while `isReady` resolves to true, otherwise 503.
 * Yoga's own checks would answer before the guards run, and its health check sends the header `x-yoga-id`.
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
