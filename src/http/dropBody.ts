import type { IncomingMessage } from 'node:http';

const limits = { ms: 2_000, bytes: 32 * 1024 * 1024 };

/**
 * Reads the rest of a body and drops it, so that the connection is not reset before the client has read the response.
 * @param done is called once: with true after the whole body, and with false after 2 s, 32 MiB, or the end of the
 * connection.
 */
export function dropBody(request: IncomingMessage, done: (isComplete: boolean) => void): void {
  let bytes = 0;
  const stop = (isComplete: boolean) => {
    clearTimeout(timer);
    request.off('data', count).off('end', onEnd).off('close', onClose);
    done(isComplete);
  };
  const onEnd = () => stop(true);
  const onClose = () => stop(false);
  const count = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > limits.bytes) stop(false);
  };
  const timer = setTimeout(stop, limits.ms, false);
  request.on('data', count).on('end', onEnd).on('close', onClose).resume();
}
