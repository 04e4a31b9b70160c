import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';

/**
 * Idle connections stay open this long, because a load balancer may be sending a request on one. The response then
 * tells it to close the connection.
 */
const idleGraceMs = 500;

/**
 * Stops accepting connections, lets running requests finish, and closes all connections after `deadlineMs`. Responses
 * carry `Connection: close`, so that clients and load balancers reconnect elsewhere and lose no request.
 * @returns when every connection is closed.
 */
export function drain(server: Server, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener('request', (_request, response: ServerResponse) => {
      response.setHeader('connection', 'close');
    });
    let idle: NodeJS.Timeout | undefined;
    // After the event loop has read what arrived: a connection with an unread request still counts as idle.
    const closeIdle = () => setImmediate(() => server.closeIdleConnections());
    const grace = setTimeout(() => {
      idle = setInterval(closeIdle, 50);
    }, idleGraceMs);
    const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
    // http.Server.close() would close idle connections immediately.
    NetServer.prototype.close.call(server, () => {
      clearTimeout(grace);
      clearInterval(idle);
      clearTimeout(deadline);
      resolve();
    });
  });
}
