import type { Server } from 'node:http';

/**
 * Stops accepting, lets running requests end, and after `deadlineMs` cuts what still runs. Keep-alive connections are
 * closed as soon as they fall idle, or a client that keeps one open would hold the process.
 * @returns when every connection is closed.
 */
export function drain(server: Server, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(deadline);
      resolve();
    });
    server.closeIdleConnections();
  });
}
