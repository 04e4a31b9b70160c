import type { ServerResponse } from 'node:http';

/** Smaller ones fit into the buffers of the system, as a rule. */
const largeBytes = 64 * 1024;
const maxBytes = 64 * 1024 * 1024;

interface UnsentOptions {
  /** A reader that takes nothing for this long is gone, or means harm; 10 s by default. */
  readonly stalledMs?: number;
  /** The same for files, because browsers pause films; 30 s by default. */
  readonly stalledFileMs?: number;
}

type WatchedResponse = ServerResponse & { readonly isEventStream?: boolean; readonly isFile?: boolean };

/**
 * Bounds the memory of responses that their clients do not read. Beyond 64 MiB together, the connection of the oldest one
 * is closed. In any case one is closed whose client takes nothing for 10 s while much of it is unsent, or any of it if it is
 * an event stream, which has a place among the open ones. The reader of a file, which holds a connection to Beeper, may take
 * nothing for 30 s. Files do not count in the 64 MiB: little of each is unsent, since no more is read than is taken, and
 * many slow readers of files would close the answers of others.
 * @returns a function that takes a response after something was written to it.
 */
export function createUnsentResponses({
  stalledMs = 10_000,
  stalledFileMs = 30_000,
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
    // An event stream or a file goes on, and may have nothing to send for longer.
    response.on('timeout', () => {
      if (response.writableLength > 0) response.destroy();
    });
  };

  return (response) => {
    const { writableLength: bytes, socket, isEventStream, isFile, destroyed } = response;
    if (destroyed || (bytes < largeBytes && !isEventStream && !isFile)) return;
    if (!watched.has(response)) watch(response);
    const ms = isFile ? stalledFileMs : stalledMs;
    // It is the time without progress, but each call would begin it anew. Once the response is sent, Node sets that for idle ones.
    if (socket?.timeout !== ms) socket?.setTimeout(ms);
    if (bytes < largeBytes || isFile) return;
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
