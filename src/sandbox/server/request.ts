import type { World } from '../world/world.ts';

/** A request whose token was good, as a route sees it. */
export interface ApiRequest {
  /** The decoded values of the path. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** The parsed body; undefined if there was none. */
  body: unknown;
  app: App;
}

/** The app that answers, as it is at the moment of the request. */
export interface App {
  world: World;
  name: string;
  version: string;
  /** Where it listens. */
  port: number;
}
