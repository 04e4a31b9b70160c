import { type App, createApp } from 'beeper-graphql-gateway';

/**
 * The gateway as a route of Next.js: save it as app/api/graphql/route.ts. It needs the runtime `nodejs`, the default. Pictures
 * and files have routes of their own, app/assets/[sealed]/route.ts and app/uploads/[sealed]/route.ts, that export the same.
 */

/** One for all routes: Next.js gives each file of a route a module of its own. */
const shared = globalThis as { gateway?: Promise<App> };

async function handle(request: Request): Promise<Response> {
  shared.gateway ??= createApp({ ...process.env, GATEWAY_PATH: '/api/graphql' }, { log: process.stdout });
  const { fetch } = await shared.gateway;
  return fetch(request);
}

export { handle as GET, handle as HEAD, handle as OPTIONS, handle as POST, handle as PUT };
