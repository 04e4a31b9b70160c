import type { ServerResponse } from 'node:http';

/** Smaller ones fit into the buffers of the system, as a rule. */
const largeBytes = 64 * 1024;
const maxBytes = 64 * 1024 * 1024;
/** A reader that takes nothing for this long is gone, or means harm. */
const stalledMs = 10_000;

/**
 * Bounds the memory of responses that their clients do not read. Beyond 64 MiB together, the connection of the oldest one
 * is closed, and one whose client reads nothing for 10 s is closed in any case.
 * @returns a function that takes a response after something was written to it.
 */
export function createUnsentResponses(): (response: ServerResponse) => void {
  /** With their bytes, the oldest first. */
  const unsent = new Map<ServerResponse, number>();
  let total = 0;

  const forget = (response: ServerResponse) => {
    total -= unsent.get(response) ?? 0;
    unsent.delete(response);
  };

  const watch = (response: ServerResponse) => {
    const end = () => {
      forget(response);
      response.off('finish', end).off('close', end).off('drain', drained);
    };
    // An event stream goes on, and may have nothing to send for longer.
    const drained = () => {
      end();
      response.socket?.setTimeout(0);
    };
    response.once('finish', end).once('close', end).once('drain', drained);
  };

  return (response) => {
    const bytes = response.writableLength;
    if (bytes < largeBytes || response.destroyed) return;
    if (!unsent.has(response)) watch(response);
    total += bytes - (unsent.get(response) ?? 0);
    unsent.set(response, bytes);
    // Node closes the connection then, and sets the time for idle ones once the response is sent.
    response.socket?.setTimeout(stalledMs);
    for (const oldest of unsent.keys()) {
      if (total <= maxBytes) return;
      forget(oldest);
      // One that waits behind another has no socket of its own.
      oldest.req.socket.destroy();
    }
  };
}
