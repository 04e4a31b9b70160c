import type { IncomingHttpHeaders } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { LaneRequest } from '../laneRequest.ts';

type Hook = (payload: object) => unknown;

export interface GuardedRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Asks plugins that refuse requests by their heads, without an answer.
 * @returns a function that tells whether all of them let a request pass.
 */
export function createGuard(plugins: readonly object[]): (request: GuardedRequest) => boolean {
  const hooks = (plugins as readonly Plugin[]).flatMap(({ onRequest }) => onRequest ?? []) as readonly Hook[];
  return ({ method, url, headers }) => {
    let isRefused = false;
    const payload = {
      request: new LaneRequest({ method, url, headers }),
      serverContext: {},
      fetchAPI: { Response },
      endResponse() {
        isRefused = true;
      },
    };
    return hooks.every((hook) => {
      hook(payload);
      return !isRefused;
    });
  };
}
