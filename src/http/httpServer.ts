import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { GatewayResponse } from './gatewayResponse.ts';

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
  listener: RequestListener<typeof IncomingMessage, typeof GatewayResponse>,
  { requestTimeoutMs = 30_000, keepAliveTimeoutMs = 65_000, checkIntervalMs = 30_000 }: ServerTimeouts = {},
): Server<typeof IncomingMessage, typeof GatewayResponse> {
  const server = createServer(
    {
      ServerResponse: GatewayResponse,
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: keepAliveTimeoutMs,
      connectionsCheckingInterval: checkIntervalMs,
    },
    listener,
  );
  // Without this listener, Node would ask for a body that may be refused by the headers of its request.
  server.on('checkContinue', (request, response) => {
    response.awaitsContinue = true;
    server.emit('request', request, response);
  });
  // Otherwise a caller that closes its side of the connection after the request gets no response. Only Node's source
  // describes it: `socketOnEnd` in https://github.com/nodejs/node/blob/main/lib/_http_server.js
  return Object.assign(server, { httpAllowHalfOpen: true });
}
