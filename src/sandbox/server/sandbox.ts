import type { IncomingHttpHeaders } from 'node:http';
import type { WorldChat } from '../world/model.ts';
import type { Fault } from './fault.ts';
import type { SandboxRoute } from './matchRoute.ts';

/** The token that a sandbox takes unless told otherwise. */
export const SANDBOX_TOKEN = 'sandbox-token';

/** How a sandbox is started. */
export interface SandboxOptions {
  /** Decides the dialect; default '4.3.73', which is `split`. Below 4.2.808 `union`, below 4.2.557 `create-only`. */
  appVersion?: string;
  /** `app.name` of GET /v1/info; default 'Beeper'. Other names stand for other servers of the same API. */
  appName?: string;
  /** Default 0: any free port. */
  port?: number;
  /** The only bearer token that is good; default `SANDBOX_TOKEN`. */
  token?: string;
  /** How long an idle connection stays open, in milliseconds; clients get it as a hint in seconds. Default 5000. */
  keepAliveTimeoutMs?: number;
}

/** One request as it arrived. */
export interface SandboxCall {
  method: string;
  /** Raw, with the query, still percent-encoded. */
  path: string;
  /** Null if no version of the app has a route for it. */
  route: SandboxRoute | null;
  headers: IncomingHttpHeaders;
  /** As UTF-8; '' until it has been read, and if there is none. */
  body: string;
  /** The parsed body; undefined if it is not JSON. */
  json: unknown;
  /** True once the client went away before it had the whole answer. */
  aborted: boolean;
}

/** A running stand-in for Beeper Desktop. */
export interface Sandbox extends AsyncDisposable {
  /** http://127.0.0.1:PORT */
  readonly url: string;
  readonly token: string;
  /** May be set while it runs, as when the app updates itself: dialect, /v1/info and the version header follow. */
  appVersion: string;
  /** May be set while it runs. */
  appName: string;
  /** All that arrived, in order, those that a fault answered included. `calls.length = 0` clears it. */
  readonly calls: SandboxCall[];
  /** The chats as they stand, by ID. */
  readonly chats: ReadonlyMap<string, WorldChat>;
  /** Sockets that are open now. */
  readonly openSockets: number;
  /** Connections accepted so far. */
  readonly connections: number;
  /** Queues a fault for one call of the route, first in, first out. */
  next(route: SandboxRoute, fault: Fault): void;
  /** Sets the fault of each call of the route that finds no queued one; null takes it away. */
  always(route: SandboxRoute, fault: Fault | null): void;
  /** Stops listening and destroys every socket at once, as when the app is killed. May be called again. */
  close(): Promise<void>;
}
