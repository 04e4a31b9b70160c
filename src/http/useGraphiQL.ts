import { type GraphiQLOptions, type Plugin, shouldRenderGraphiQL } from 'graphql-yoga';

/** The page has inline scripts and styles, embeds its fonts and workers, and sends requests only to the gateway. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** @returns whether a browser requests the page of GraphiQL, not a GraphQL response. */
export function isPageRequest(request: Request): boolean {
  return shouldRenderGraphiQL(request) && /^https?:\/\/[^/]+\/graphql\/?(\?|$)/.test(request.url);
}

/** Serves GraphiQL to browsers at `/graphql`. Yoga's own GraphiQL would answer before the guards run. */
export function useGraphiQL(options: GraphiQLOptions): Plugin {
  let page: Promise<string> | undefined;
  // The module is 9 MB: it is loaded when the first browser requests the page.
  const load = async () => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options);
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (!isPageRequest(request)) return;
      page ??= load();
      return page.then((html) =>
        endResponse(
          new fetchAPI.Response(html, {
            headers: {
              'content-type': 'text/html; charset=utf-8',
              'content-security-policy': contentSecurityPolicy,
              'x-frame-options': 'DENY',
            },
          }),
        ),
      );
    },
  };
}
