import type { IncomingMessage, RequestListener } from 'node:http';
import type { Log } from '../common/requestLog.ts';
import type { Admit } from './admission.ts';
import { createAnswer } from './answerRefusal.ts';
import type { GatewayResponse } from './gatewayResponse.ts';
import { corsResponseHeaders } from './guards/corsResponse.ts';
import { createOverloadLog, overload } from './overload.ts';
import { pathOf } from './requestPath.ts';
import { readTarget } from './requestTarget.ts';

export interface ListenerOptions {
  /** The path of GraphQL requests. */
  readonly path: string;
  /** Whether browsers get GraphiQL there. */
  readonly graphiql: boolean;
  /** Origins whose pages may read responses. */
  readonly origins: ReadonlySet<string>;
  /** Whether to refuse operations at once. */
  readonly isOverloaded: () => boolean;
  readonly admit: Admit;
  readonly log: Log;
}

export type Listener = RequestListener<typeof IncomingMessage, typeof GatewayResponse>;

/**
 * Refuses what must not reach Yoga: requests without a valid URL, and operations under overload. All others are passed to
 * `app`. `/health`, `/ready`, GraphiQL and preflight requests are always served.
 */
export function createListener(
  app: Listener,
  { path, graphiql, origins, isOverloaded, admit, log }: ListenerOptions,
): Listener {
  const countOverload = createOverloadLog(log);
  const answerOverload = createAnswer(overload);
  return (request, response) => {
    const refusal = readTarget(request);
    if (refusal) return createAnswer(refusal)(request, response, { connection: 'close' });
    if (!isOperation(request, request.headers.accept, { path, graphiql })) return app(request, response);
    const refuse = () => {
      countOverload();
      answerOverload(request, response, corsResponseHeaders(request.headers.origin ?? null, origins));
    };
    if (isOverloaded()) return refuse();
    admit(request, response, { start: () => app(request, response), refuse });
  };
}

/** @returns whether a request is for GraphQL, and not for GraphiQL's page or anything else. */
export function isOperation(
  { method, url = '/' }: { readonly method?: string | undefined; readonly url?: string | undefined },
  accept: string | undefined,
  { path, graphiql }: Pick<ListenerOptions, 'path' | 'graphiql'>,
): boolean {
  if (pathOf(url) !== path) return false;
  return method === 'POST' || (method === 'GET' && !(graphiql && accept?.includes('text/html')));
}
