import type { Plugin } from 'graphql-yoga';
import type { NodeContext } from './requestBody.ts';
import { pathOf } from './requestPath.ts';
import { recordOf } from './requestRecords.ts';

/** What `/ready` tells anyone who asks: no versions, no addresses. */
export interface ReadinessReport {
  readonly ready: boolean;
  /** The state of each part that the gateway needs, in one word. */
  readonly parts: Readonly<Record<string, string>>;
}

/**
 * `GET /health` is 200 while the process runs. `GET /ready` is 200 while `readiness` says so, otherwise 503; its body is
 * JSON with the state of each part. Yoga's own checks would answer before the guards run, and its health check sends the
 * header `x-yoga-id`.
 */
export function useHealth({
  readiness,
}: {
  readiness: () => Promise<ReadinessReport>;
}): Plugin<object, NodeContext> {
  return {
    onRequest({ request, serverContext, fetchAPI, endResponse }) {
      const path = pathOf(request.url);
      const record = recordOf(serverContext.res);
      if (record) record.isProbe = path === '/health' || path === '/ready';
      if (path === '/health') {
        endResponse(new fetchAPI.Response(null, { status: 200 }));
      } else if (path === '/ready') {
        return readiness().then(({ ready, parts }) =>
          endResponse(fetchAPI.Response.json({ ready, ...parts }, { status: ready ? 200 : 503 })),
        );
      }
    },
  };
}
