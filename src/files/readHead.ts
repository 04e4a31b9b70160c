import type { Readable } from 'node:stream';

/** The beginning of a body, which was taken from it. */
export interface Head {
  readonly bytes: Buffer;
  /** Whether it has all bytes that were asked for, or the body has no more. */
  readonly isComplete: boolean;
}

/** Milliseconds to wait for a body that comes in small pieces. */
const patienceMs = 500;

/**
 * Takes at least `size` bytes from a body. Less where it ends, and where at least one has come and others are slow.
 * @throws the error of the body.
 */
export function readHead(body: Readable, size: number): Promise<Head> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let isLate = false;
    const stop = () => {
      clearTimeout(timer);
      body.off('readable', take);
      body.off('end', onEnd);
      body.off('close', onClose);
    };
    const finish = (isComplete: boolean) => {
      stop();
      resolve({ bytes: Buffer.concat(chunks), isComplete });
    };
    const onEnd = () => finish(true);
    const onClose = () => {
      stop();
      reject(body.errored ?? new Error('The body was closed'));
    };
    function take(): void {
      for (let chunk = body.read(); chunk !== null; chunk = length < size ? body.read() : null) {
        chunks.push(chunk);
        length += chunk.length;
      }
      if (length >= size) finish(true);
      else if (isLate && length > 0) finish(false);
    }
    const timer = setTimeout(() => {
      isLate = true;
      if (length > 0) finish(false);
    }, patienceMs);
    body.on('readable', take);
    body.once('end', onEnd);
    body.once('close', onClose);
    if (body.readableEnded) onEnd();
    else if (body.closed) onClose();
  });
}
