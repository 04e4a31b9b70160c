import type { Socket } from 'node:net';
import type { GatewayResponse } from './gatewayResponse.ts';
import type { Connection } from './httpServer.ts';

export interface SlowRequestOptions {
  /** For receiving the body of a request, after its head; 30 s by default. */
  readonly requestTimeoutMs?: number | undefined;
  /** For which an upload may send nothing, however long it takes as a whole; 30 s by default. */
  readonly uploadSilenceMs?: number | undefined;
}

/**
 * Finds requests whose bodies take too long. Node's own limit is the same for all requests, and the upload of a film takes
 * longer than that of a document may.
 * @returns a function that calls `refuse` with the connection of each such request of `connections`; to be called every
 * second or so, with the time of `performance.now()`.
 */
export function createSlowRequests(
  connections: ReadonlyMap<Socket, Connection>,
  refuse: (socket: Socket) => void,
  { requestTimeoutMs = 30_000, uploadSilenceMs = 30_000 }: SlowRequestOptions = {},
): (now: number) => void {
  /** How much had arrived when an upload was last found to go on. */
  const heard = new WeakMap<GatewayResponse, { readonly bytes: number; readonly at: number }>();

  const isSilent = (response: GatewayResponse, { bytesRead: bytes }: Socket, now: number) => {
    const last = heard.get(response) ?? { bytes: -1, at: now };
    // Where the upload waits to be read, its sender can't send more.
    const goesOn = bytes !== last.bytes || response.req.readableLength > 0;
    if (goesOn) heard.set(response, { bytes, at: now });
    return !goesOn && now - last.at >= uploadSilenceMs;
  };

  return (now) => {
    for (const [socket, { running, unread }] of connections) {
      // The requests before it are complete.
      const response = running.last ?? unread;
      if (!response || response.req.complete) continue;
      const isSlow = response.isUpload
        ? isSilent(response, socket, now)
        : now - response.arrivedAt >= requestTimeoutMs;
      if (isSlow) refuse(socket);
    }
  };
}
