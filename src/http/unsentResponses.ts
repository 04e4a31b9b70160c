import type { ServerResponse } from 'node:http';

/** Smaller ones fit into the buffers of the system, as a rule. */
const largeBytes = 64 * 1024;
const maxBytes = 64 * 1024 * 1024;

interface UnsentOptions {
  /** A reader that takes nothing for this long is gone, or means harm; 10 s by default. */
  readonly stalledMs?: number;
}

type WatchedResponse = ServerResponse & { readonly isEventStream?: boolean };

/**
 * Bounds the memory of responses that their clients do not read. Beyond 64 MiB together, the connection of the oldest one
 * is closed. In any case one is closed whose client takes nothing for 10 s while much of it is unsent, or any of it if it is
 * an event stream, which has a place among the open ones.
 * @returns a function that takes a response after something was written to it.
 */
export function createUnsentResponses({
  stalledMs = 10_000,
}: UnsentOptions = {}): (response: WatchedResponse) => void {
  /** With their bytes, the oldest first. */
  const unsent = new Map<ServerResponse, number>();
  const watched = new WeakSet<ServerResponse>();
  let total = 0;

  const forget = (response: ServerResponse) => {
    total -= unsent.get(response) ?? 0;
    unsent.delete(response);
  };

  const watch = (response: ServerResponse) => {
    watched.add(response);
    for (const event of ['finish', 'close', 'drain']) response.on(event, () => forget(response));
    // An event stream goes on, and may have nothing to send for longer.
    response.on('timeout', () => {
      if (response.writableLength > 0) response.destroy();
    });
  };

  return (response) => {
    const { writableLength: bytes, socket, isEventStream, destroyed } = response;
    if (destroyed || (bytes < largeBytes && !isEventStream)) return;
    if (!watched.has(response)) watch(response);
    // It is the time without progress, but each call would begin it anew. Once the response is sent, Node sets that for idle ones.
    if (socket?.timeout !== stalledMs) socket?.setTimeout(stalledMs);
    if (bytes < largeBytes) return;
    total += bytes - (unsent.get(response) ?? 0);
    unsent.set(response, bytes);
    for (const oldest of unsent.keys()) {
      if (total <= maxBytes) return;
      forget(oldest);
      // One that waits behind another has no socket of its own.
      oldest.req.socket.destroy();
    }
  };
}
