import type { IncomingMessage, RequestListener } from 'node:http';
import type { Log } from '../common/requestLog.ts';
import type { Admit } from './admission.ts';
import { createAnswer } from './answerRefusal.ts';
import type { FileRoutes } from './files/fileRoutes.ts';
import type { GatewayResponse } from './gatewayResponse.ts';
import { corsResponseHeaders } from './guards/corsResponse.ts';
import { createOverloadLog, overload } from './overload.ts';
import { pathOf } from './requestPath.ts';
import { recordOf } from './requestRecords.ts';
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
  readonly fileRoutes: FileRoutes;
  readonly log: Log;
}

export type Listener = RequestListener<typeof IncomingMessage, typeof GatewayResponse>;

/**
 * Refuses what must not reach Yoga: requests without a valid URL, and operations under overload. All others are passed to
 * `app`. `/health`, `/ready`, GraphiQL and preflight requests are always served.
 */
export function createListener(
  app: Listener,
  { path, graphiql, origins, isOverloaded, admit, fileRoutes, log }: ListenerOptions,
): Listener {
  const countOverload = createOverloadLog(log);
  const answerOverload = createAnswer(overload);
  return (request, response) => {
    const refusal = readTarget(request);
    if (refusal) return createAnswer(refusal)(request, response, { connection: 'close' });
    const requested = pathOf(request.url ?? '/');
    const isAtPath = requested === path;
    const record = recordOf({ res: response });
    if (record) record.isAtPath = isAtPath;
    if (!isAtPath && fileRoutes.matches(requested)) return fileRoutes.serve(requested, request, response);
    if (!isAtPath || !isOperation(request, request.headers.accept, graphiql)) return app(request, response);
    const refuse = () => {
      countOverload();
      answerOverload(request, response, corsResponseHeaders(request.headers.origin ?? null, origins));
    };
    if (isOverloaded()) return refuse();
    admit(request, response, { start: () => app(request, response), refuse });
  };
}

/** @returns whether a request to the path of GraphQL is for an operation, and not for GraphiQL's page. */
export const isOperation = (
  { method }: { readonly method?: string | undefined },
  accept: string | undefined,
  graphiql: boolean,
): boolean => method === 'POST' || (method === 'GET' && !(graphiql && accept?.includes('text/html')));
