import type { Plugin } from 'graphql-yoga';
import { pathOf } from './requestPath.ts';

/**
 * `GET /health` is 200 while the process runs. `GET /ready` is 200 while `isReady` resolves to true, otherwise 503.
 * Yoga's own checks would answer before the guards run, and its health check sends the header `x-yoga-id`.
 */
export function useHealth({ isReady }: { isReady: () => Promise<boolean> }): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      const path = pathOf(request.url);
      if (path === '/health') {
        endResponse(new fetchAPI.Response(null, { status: 200 }));
      } else if (path === '/ready') {
        return isReady().then((ready) =>
          endResponse(new fetchAPI.Response(null, { status: ready ? 200 : 503 })),
        );
      }
    },
  };
}
