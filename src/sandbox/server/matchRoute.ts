import type { Route } from './route.ts';
import { atLeast } from './version.ts';

export interface RouteMatch<R extends Route = Route> {
  route: R;
  /** The percent-decoded values of the `{…}` segments of the path. */
  params: Record<string, string>;
}

/**
 * Finds the route for a method and a raw path (percent-encoded, with or without a query), whatever the app version.
 * Decodes each segment on its own, so that an encoded slash stays part of its ID. A segment that cannot be decoded
 * matches no route. A literal segment wins over a parameter.
 */
export function matchRoute<R extends Route>(
  routes: readonly R[],
  method: string,
  rawPath: string,
): RouteMatch<R> | null {
  const segments = (rawPath.split('?', 1)[0] ?? '').split('/');
  const matches = routes.flatMap((route): RouteMatch<R>[] => {
    const params = route.method === method ? readParams(route.path.split('/'), segments) : null;
    return params ? [{ route, params }] : [];
  });
  const paramCount = ({ params }: RouteMatch<R>) => Object.keys(params).length;
  return matches.toSorted((a, b) => paramCount(a) - paramCount(b))[0] ?? null;
}

/** Whether an app of this version has the route. */
export function hasRoute({ since, until }: Route, appVersion: string): boolean {
  const arrived = since === undefined || atLeast(appVersion, since);
  const removed = until !== undefined && atLeast(appVersion, until);
  return arrived && !removed;
}

function readParams(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
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
