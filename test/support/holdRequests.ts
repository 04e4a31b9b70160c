import type { BrowserContext, Request } from 'playwright-core';

/** @returns the name of the GraphQL operation that a request asks for. */
export function operationOf(request: Request): string | undefined {
  return JSON.parse(request.postData() ?? '{}').operationName;
}

/**
 * Holds requests of pages back.
 *
 * @param url a pattern of addresses.
 * @param isHeld all of them by default.
 * @returns a function that lets them go on.
 */
export async function holdRequests(
  context: BrowserContext,
  url: string,
  isHeld: (request: Request) => boolean = () => true,
): Promise<() => void> {
  let letGo = () => {};
  const mayGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await context.route(url, async (route, request) => {
    if (isHeld(request)) await mayGo;
    await route.continue();
  });
  return letGo;
}

/** As `holdRequests`, for one GraphQL operation. */
export const holdOperation = (context: BrowserContext, name: string): Promise<() => void> =>
  holdRequests(context, '**/graphql', (request) => operationOf(request) === name);

/** Lets the gateway do what the next operation of a name asks for. Its answer never arrives. */
export async function loseAnswer(context: BrowserContext, name: string): Promise<void> {
  let isLost = false;
  await context.route('**/graphql', async (route, request) => {
    if (isLost || operationOf(request) !== name) return route.continue();
    isLost = true;
    await route.fetch().catch(() => {});
  });
}
