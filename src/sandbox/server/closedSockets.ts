import type { Socket } from 'node:net';

const closedByServer = new WeakSet<Socket>();

/** Call before closing a connection, so that the call does not count as aborted by the client. */
export function markClosedByServer(socket: Socket): void {
  closedByServer.add(socket);
}

export function isClosedByServer(socket: Socket): boolean {
  return closedByServer.has(socket);
}
