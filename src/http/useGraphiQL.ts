import { type GraphiQLOptions, type Plugin, shouldRenderGraphiQL } from 'graphql-yoga';
import { pathOf } from './requestPath.ts';

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

/** @returns whether a browser requests the page of GraphiQL at `path` or `/`, and not a GraphQL response. */
export function isPageRequest(request: Request, path: string): boolean {
  return shouldRenderGraphiQL(request) && ['/', path].includes(pathOf(request.url));
}

/**
 * GraphiQL's animation leaves each tab a stale `transform`, which its own style sheet cancels until the tab has the focus.
 * Pressing the mouse then moves the tab away from it, and the click is lost. The price is that a dragged tab no longer
 * follows the mouse.
 */
const styles = '<style>.graphiql-tab { transform: none !important }</style>';

/**
 * GraphiQL shows the tabs that it stored last at this address. Those of the sandbox have IDs that no real Beeper knows, so
 * each of the two setups has tabs of its own.
 */
const tabsOf = (setup: 'sandbox' | 'beeper'): string => `<script>{
  const last = localStorage.getItem('beeper-gateway:setup');
  if (last !== '${setup}') {
    const tabs = 'graphiql:tabState';
    localStorage.setItem(tabs + '@' + last, localStorage.getItem(tabs) ?? '');
    const stored = localStorage.getItem(tabs + '@${setup}');
    if (stored) localStorage.setItem(tabs, stored);
    else localStorage.removeItem(tabs);
    localStorage.setItem('beeper-gateway:setup', '${setup}');
  }
}</script>`;

interface PageOptions {
  /** Where GraphiQL is, and sends its requests. */
  readonly path: string;
  readonly sandbox: boolean;
}

/** Serves GraphiQL to browsers at `path`, and sends them there from `/`. Yoga's own GraphiQL would answer before the guards run. */
export function useGraphiQL(options: GraphiQLOptions, { path, sandbox }: PageOptions): Plugin {
  let page: Promise<string> | undefined;
  // The module is 9 MB: it is loaded when the first browser requests the page.
  const load = async () => {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    return renderGraphiQL({ ...options, endpoint: path }).replace(
      '</head>',
      () => `${styles}${tabsOf(sandbox ? 'sandbox' : 'beeper')}</head>`,
    );
  };
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (!isPageRequest(request, path)) return;
      if (pathOf(request.url) === '/') {
        const location = `${path}${url.search}`;
        endResponse(new fetchAPI.Response(null, { status: 302, headers: { location } }));
        return;
      }
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
