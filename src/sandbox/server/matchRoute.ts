import { atLeast, SINCE } from './version.ts';

/** The routes that the sandbox knows; those that an app version lacks are here too, so that a call of one is seen. */
export type SandboxRoute = (typeof ROUTES)[number];

/** A request's route, if there is one, and the values of the `{…}` in its path, percent-decoded. */
export interface Match {
  route: SandboxRoute;
  params: Record<string, string>;
}

// Order matters only where a fixed segment competes with a parameter: the fixed one goes first.
const ROUTES = [
  'GET /v1/info',
  'GET /v1/accounts',
  'GET /v1/accounts/{accountID}',
  'GET /v1/accounts/{accountID}/contacts',
  'GET /v1/accounts/{accountID}/contacts/list',
  'GET /v1/chats',
  'GET /v1/chats/search',
  'GET /v1/chats/{chatID}',
  'GET /v1/chats/{chatID}/messages',
  'GET /v1/chats/{chatID}/messages/{messageID}',
  'GET /v1/messages/search',
  'POST /v1/chats',
  'POST /v1/chats/start',
] as const;

const TABLE = ROUTES.map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return { route, method, segments: path.split('/') };
});

const ARRIVED_WITH: Partial<Record<SandboxRoute, string>> = {
  'GET /v1/info': SINCE.union,
  'POST /v1/chats/start': SINCE.split,
  'GET /v1/accounts/{accountID}': SINCE.accountStatus,
};

/** Whether an app of this version has the route. */
export function hasRoute(route: SandboxRoute, appVersion: string): boolean {
  return atLeast(appVersion, ARRIVED_WITH[route] ?? '0.0');
}

/**
 * The route for a method and a raw path (query allowed, still percent-encoded), or null. Each segment is decoded
 * by itself, so an encoded slash stays inside its ID. A segment that can't be decoded matches no route.
 */
export function matchRoute(method: string, rawPath: string): Match | null {
  const segments = (rawPath.split('?', 1)[0] ?? '').split('/');
  for (const entry of TABLE) {
    if (entry.method !== method || entry.segments.length !== segments.length) continue;
    const params = readSegments(entry.segments, segments);
    if (params) return { route: entry.route, params };
  }
  return null;
}

function readSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!part.startsWith('{')) {
      if (part !== segment) return null;
      continue;
    }
    const value = decodeSegment(segment);
    if (!value) return null;
    params[part.slice(1, -1)] = value;
  }
  return params;
}

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
