import type { Plugin } from 'graphql-yoga';
import { isLoopback } from '../../common/loopback.ts';
import { Refusal, type RefusalContext, refuseWith } from '../refusal.ts';
import { isPageRequest } from '../useGraphiQL.ts';
import { createHeaderRule } from './corsHeaders.ts';
import { corsResponseHeaders } from './corsResponse.ts';
import { hostOf, nameOf } from './useHosts.ts';

const foreignOrigin = new Refusal({
  status: 403,
  code: 'FORBIDDEN',
  reason: 'origin',
  message: 'Web pages of this origin are not allowed to use this gateway.',
  remedy:
    'Ask the operator of the gateway to add the origin, such as https://app.example, to GATEWAY_ORIGINS, and send requests with fetch in cors mode.',
});

const behindProxy = new Refusal({
  status: 403,
  code: 'FORBIDDEN',
  reason: 'origin',
  message: foreignOrigin.message,
  remedy:
    'If a development proxy passes the request on, it must keep the Host header (`changeOrigin: false` in Vite), because the gateway compares Origin with Host. If the page asks the gateway itself, add the origin of the page to GATEWAY_ORIGINS.',
});

/**
 * @param origin as in the `Origin` header; null if there is none.
 * @param host as in the `Host` header.
 * @returns the refusal of a page's request. Between two servers of this machine, it names the likely cause.
 */
export function originRefusal(origin: string | null, host: string): Refusal {
  const [, page = ''] = /^https?:\/\/([^/?#]+)$/.exec(origin ?? '') ?? [];
  return isLoopback(nameOf(page)) && isLoopback(nameOf(host)) ? behindProxy : foreignOrigin;
}

interface OriginsOptions {
  /** As in the `Origin` header: `https://app.example`. */
  readonly origins: ReadonlySet<string>;
  /** Headers that requests from `origins` may have, besides those of `corsHeaders.ts`. */
  readonly corsHeaders: readonly string[];
  /** The path of GraphiQL, which links on other sites may open; null if it is not served. */
  readonly graphiqlPath: string | null;
}

/**
 * Rejects requests from web pages of other origins with 403, for every method and before the body is read. CORS alone
 * would only hide the responses. The gateway's own origin and `origins` are allowed. Requests without an `Origin` are
 * allowed unless `Sec-Fetch-Site` shows that a page of another site sent them.
 */
export function useOrigins({
  origins,
  corsHeaders,
  graphiqlPath,
}: OriginsOptions): Plugin<object, RefusalContext> {
  const allowedHeaders = createHeaderRule(corsHeaders);
  const allows = (request: Request): boolean => {
    const origin = request.headers.get('origin');
    if (origin !== null) return isWelcome(origin, hostOf(request), origins);
    return !isFromAnotherSite(request) || (graphiqlPath !== null && opensGraphiQL(request, graphiqlPath));
  };
  return {
    onRequest(hook) {
      const { request, fetchAPI, endResponse } = hook;
      if (!allows(request)) {
        refuseWith(hook, originRefusal(request.headers.get('origin'), hostOf(request)));
      } else if (isPreflight(request) && isListed(request, origins)) {
        const requested = request.headers.get('access-control-request-headers');
        const headers = { ...preflightHeaders, 'access-control-allow-headers': allowedHeaders(requested) };
        endResponse(new fetchAPI.Response(null, { status: 204, headers }));
      }
    },
    onResponse({ request, response }) {
      const headers = corsResponseHeaders(request.headers.get('origin'), origins);
      // `append` because a preflight response has a `vary` of its own.
      for (const [name, value] of Object.entries(headers)) response.headers.append(name, value);
    },
  };
}

const preflightHeaders = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-max-age': '600',
  vary: 'Access-Control-Request-Headers',
};

const isListed = ({ headers }: Request, origins: ReadonlySet<string>): boolean =>
  origins.has(headers.get('origin') ?? '');

const isPreflight = ({ method, headers }: Request): boolean =>
  method === 'OPTIONS' && headers.has('access-control-request-method');

/**
 * The gateway serves plain HTTP. Behind a proxy that adds TLS, its own origin must be listed, or that of GATEWAY_PUBLIC_URL.
 * @param host as in the `Host` header.
 * @returns whether pages of the origin may use the gateway.
 */
export const isWelcome = (origin: string, host: string, origins: ReadonlySet<string>): boolean =>
  origins.has(origin) || origin === `http://${host.toLowerCase()}`;

/**
 * Images, scripts and `no-cors` GET requests have no `Origin`, but browsers send `Sec-Fetch-Site` with them:
 * https://www.w3.org/TR/fetch-metadata/
 */
const isFromAnotherSite = ({ headers }: Request): boolean =>
  /^(cross|same)-site$/.test(headers.get('sec-fetch-site') ?? '');

/** A link to GraphiQL is harmless: the page runs no operation until the user asks for it. */
const opensGraphiQL = (request: Request, path: string): boolean =>
  isPageRequest(request, path) &&
  request.headers.get('sec-fetch-mode') === 'navigate' &&
  request.headers.get('sec-fetch-dest') === 'document';
