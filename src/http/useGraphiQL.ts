import { type GraphiQLOptions, type Plugin, shouldRenderGraphiQL } from 'graphql-yoga';

/** What GraphiQL's one page needs: its own inline script and style, workers and fonts out of itself, and our answers. */
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

/** @returns whether a browser asks for GraphiQL's page, rather than a client for an answer. */
export function asksForPage(request: Request): boolean {
  return shouldRenderGraphiQL(request) && /^https?:\/\/[^/]+\/graphql\/?(\?|$)/.test(request.url);
}

/** Serves GraphiQL to browsers at `/graphql`. Yoga's own comes before all plugins, those that guard us included. */
export function useGraphiQL(options: GraphiQLOptions): Plugin {
  let page: Promise<string> | undefined;
  // 9 MB of page: loaded by the first browser that asks for it.
  const load = async () => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options);
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (!asksForPage(request)) return;
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
