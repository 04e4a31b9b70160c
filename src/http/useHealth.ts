import type { Plugin } from 'graphql-yoga';
import type { NodeContext } from './requestBody.ts';
import { pathOf } from './requestPath.ts';
import { recordOf } from './requestRecords.ts';
import type { SideResponse } from './sideListener.ts';

/** What `/ready` tells anyone who asks: no versions, no addresses. */
export interface ReadinessReport {
  readonly ready: boolean;
  /** The state of each part that the gateway needs, in one word. */
  readonly parts: Readonly<Record<string, string>>;
}

/**
 * `/health` is 200 while the process runs. `/ready` is 200 while `readiness` says so, otherwise 503; its body is JSON with
 * the state of each part.
 * @returns what the two paths answer.
 */
export const healthRoutes = (
  readiness: () => Promise<ReadinessReport>,
): Readonly<Record<string, () => SideResponse | Promise<SideResponse>>> => ({
  '/health': () => ({ status: 200 }),
  '/ready': async () => {
    const { ready, parts } = await readiness();
    return {
      status: ready ? 200 : 503,
      contentType: 'application/json; charset=utf-8',
      body: JSON.stringify({ ready, ...parts }),
    };
  },
});

/** Serves `healthRoutes` behind the guards. Yoga's own checks would answer before them, and its health check sends the header `x-yoga-id`. */
export function useHealth({
  readiness,
}: {
  readonly readiness: () => Promise<ReadinessReport>;
}): Plugin<object, NodeContext> {
  const routes = healthRoutes(readiness);
  return {
    onRequest({ request, serverContext, fetchAPI, endResponse }) {
      const route = routes[pathOf(request.url)];
      if (route === undefined) return;
      const record = recordOf(serverContext);
      if (record) record.isProbe = true;
      const answer = ({ status, contentType, body }: SideResponse) => {
        const headers = contentType === undefined ? {} : { 'content-type': contentType };
        endResponse(new fetchAPI.Response(body ?? null, { status, headers }));
      };
      const response = route();
      return response instanceof Promise ? response.then(answer) : answer(response);
    },
  };
}
