import type { Socket } from 'node:net';
import type { Connection } from './httpServer.ts';

/**
 * Finds requests whose bodies take too long. Node's own limit is the same for all requests, and the upload of a film takes
 * longer than that of a document may: `files/incomingFile.ts` has the limits of uploads.
 * @param refuse is called with the connection of each such request.
 * @param requestTimeoutMs for receiving the body of a request, after its head; 30 s by default.
 * @returns a function to be called every second or so, with the time of `performance.now()`.
 */
export const createSlowRequests =
  (
    connections: ReadonlyMap<Socket, Connection>,
    refuse: (socket: Socket) => void,
    requestTimeoutMs = 30_000,
  ): ((now: number) => void) =>
  (now) => {
    for (const [socket, { running, unread }] of connections) {
      // The requests before it are complete.
      const response = running.last ?? unread;
      if (!response || response.req.complete || response.isUpload) continue;
      if (now - response.arrivedAt >= requestTimeoutMs) refuse(socket);
    }
  };
