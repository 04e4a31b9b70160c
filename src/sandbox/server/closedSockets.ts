import type { Socket } from 'node:net';

const ended = new WeakSet<Socket>();

/** Notes that this connection is ended from our side, so that its end is not taken for the client's. */
export function noteOwnEnd(socket: Socket): void {
  ended.add(socket);
}

/** Whether the connection was ended from our side. */
export function isOwnEnd(socket: Socket | null): boolean {
  return socket !== null && ended.has(socket);
}
