import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';

/** For so long an idle connection stays: a balancer may be sending on it just now, and learns by the answer to stop. */
const idleGraceMs = 500;

/**
 * Stops accepting, lets running requests end, and after `deadlineMs` cuts what still runs. Answers ask for their
 * connection to be closed, so that a client or balancer that keeps connections open moves on and loses nothing.
 * @returns when every connection is closed.
 */
export function drain(server: Server, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener('request', (_request, response: ServerResponse) => {
      response.setHeader('connection', 'close');
    });
    let idle: NodeJS.Timeout | undefined;
    const grace = setTimeout(() => {
      idle = setInterval(() => server.closeIdleConnections(), 50);
    }, idleGraceMs);
    const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
    // The HTTP server's own close would cut idle connections at once.
    NetServer.prototype.close.call(server, () => {
      clearTimeout(grace);
      clearInterval(idle);
      clearTimeout(deadline);
      resolve();
    });
  });
}
