import type { Plugin } from 'graphql-yoga';
import { refusal } from '../refusal.ts';
import { asksForPage } from '../useGraphiQL.ts';
import type { RequestIDContext } from '../useRequestID.ts';
import { hostOf } from './useHosts.ts';

interface OriginsOptions {
  /** Exactly as browsers write them: `https://app.example`. */
  readonly origins: ReadonlySet<string>;
  /** Whether GraphiQL is served: a link from elsewhere may open it. */
  readonly graphiql: boolean;
}

/**
 * Web pages of other origins than ours and those listed get 403, whatever the method and before anything is read.
 * CORS alone would only keep their answers from them. Requests that no page made have no origin, and pass.
 */
export function useOrigins({ origins, graphiql }: OriginsOptions): Plugin<object, RequestIDContext> {
  const allows = (request: Request): boolean => {
    const origin = request.headers.get('origin');
    if (origin !== null) return origins.has(origin) || origin === ownOrigin(request);
    return !comesFromElsewhere(request) || (graphiql && opensPage(request));
  };
  return {
    onRequest({ request, serverContext, fetchAPI, endResponse }) {
      if (!allows(request)) {
        const { requestID } = serverContext;
        endResponse(
          refusal(fetchAPI, {
            status: 403,
            code: 'FORBIDDEN',
            message: 'A web page of this origin may not use this gateway.',
            remedy:
              'Have its origin, as https://app.example, added to the setting GATEWAY_ORIGINS, and send requests with fetch in the mode cors.',
            requestID,
          }),
        );
      } else if (isPreflight(request) && isListed(request, origins)) {
        endResponse(new fetchAPI.Response(null, { status: 204, headers: preflightAnswer }));
      }
    },
    onResponse({ request, response }) {
      if (origins.size === 0) return;
      response.headers.append('vary', 'Origin');
      if (!isListed(request, origins)) return;
      response.headers.set('access-control-allow-origin', request.headers.get('origin') ?? '');
      response.headers.set('access-control-allow-credentials', 'true');
      response.headers.set('access-control-expose-headers', 'x-request-id, retry-after');
    },
  };
}

const preflightAnswer = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, x-gateway-key, x-request-id',
  'access-control-max-age': '600',
};

const isListed = ({ headers }: Request, origins: ReadonlySet<string>): boolean =>
  origins.has(headers.get('origin') ?? '');

const isPreflight = ({ method, headers }: Request): boolean =>
  method === 'OPTIONS' && headers.has('access-control-request-method');

/** We speak plain HTTP: behind a proxy that adds TLS, even our own origin has to be listed. */
const ownOrigin = (request: Request): string => `http://${hostOf(request).toLowerCase()}`;

/**
 * Images, scripts and `no-cors` GETs of a page carry no Origin, but browsers say where they come from
 * (https://www.w3.org/TR/fetch-metadata/).
 */
const comesFromElsewhere = ({ headers }: Request): boolean =>
  /^(cross|same)-site$/.test(headers.get('sec-fetch-site') ?? '');

/** Somebody follows a link to GraphiQL. The page runs nothing by itself. */
const opensPage = (request: Request): boolean =>
  asksForPage(request) &&
  request.headers.get('sec-fetch-mode') === 'navigate' &&
  request.headers.get('sec-fetch-dest') === 'document';
