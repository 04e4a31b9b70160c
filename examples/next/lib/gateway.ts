import { type App, createApp } from 'beeper-graphql-gateway';

/** One for all routes and pages: Next.js gives each of them a module of its own. */
const shared = globalThis as { gateway?: Promise<App> };

function gateway(): Promise<App> {
  shared.gateway ??= createApp({ ...process.env, GATEWAY_PATH: '/api/graphql' }, { log: process.stdout });
  return shared.gateway;
}

/** Answers a request of a browser: the handler of all three routes. */
export async function handle(request: Request): Promise<Response> {
  const { fetch } = await gateway();
  return fetch(request);
}

/**
 * Runs a query for a server component, without a way over the network.
 * @param host of the request that the page answers: addresses of pictures begin with it.
 * @returns the answer as it is on the wire.
 */
export async function query<Data>(
  document: string,
  { host, variables = {} }: { host: string; variables?: object },
): Promise<{ data?: Data | null; errors?: readonly { message: string }[] }> {
  const response = await handle(
    new Request(`http://${host}/api/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    }),
  );
  return (await response.json()) as { data?: Data | null };
}
