import { createServer, type RequestListener, type Server } from 'node:http';

interface ServerTimeouts {
  /** For receiving one whole request. */
  readonly requestTimeoutMs?: number;
  /**
   * For idle connections. Longer than the idle timeout of common load balancers, which would otherwise send a request
   * on a connection that the gateway has just closed.
   */
  readonly keepAliveTimeoutMs?: number;
  /** How often the server looks for requests beyond their timeout. */
  readonly checkIntervalMs?: number;
}

/** @returns a server that does not listen yet. */
export function createHTTPServer(
  listener: RequestListener,
  { requestTimeoutMs = 30_000, keepAliveTimeoutMs = 65_000, checkIntervalMs = 30_000 }: ServerTimeouts = {},
): Server {
  return createServer(
    {
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: keepAliveTimeoutMs,
      connectionsCheckingInterval: checkIntervalMs,
    },
    listener,
  );
}
