import { Readable } from 'node:stream';

/** A part of what a body brings. */
export interface Part {
  /** Bytes in front of it. */
  readonly skip: number;
  /** Its length in bytes; null for all that come. */
  readonly length: number | null;
  /** Whether there may be more behind it, which is not loaded. */
  readonly isCut: boolean;
}

/**
 * @param head what was taken from the body before.
 * @returns the part as a stream, as fast as it is read. It ends with an error, never early, where the body breaks off or has
 * another length than it should: a caller must not take a piece of a file for the file.
 */
export function sendPart(head: Buffer, body: Readable, { skip, length, isCut }: Part): Readable {
  let toSkip = skip;
  let left = length;
  let isDone = false;
  const out = new Readable({
    highWaterMark: 64 * 1024,
    read: () => body.resume(),
    destroy(error, callback) {
      body.destroy();
      callback(error);
    },
  });

  function pass(received: Buffer): void {
    if (isDone) return;
    let chunk = received.subarray(toSkip);
    toSkip -= received.length - chunk.length;
    if (left !== null) {
      if (chunk.length > left && !isCut) return void out.destroy(new Error('Longer than announced'));
      chunk = chunk.subarray(0, left);
      left -= chunk.length;
    }
    if (chunk.length > 0 && !out.push(chunk)) body.pause();
    if (isCut && left === 0) finish();
  }

  function finish(): void {
    isDone = true;
    out.push(null);
    body.destroy();
  }

  function onEnd(): void {
    if (isDone) return;
    if (toSkip > 0 || (left ?? 0) > 0) out.destroy(new Error('Shorter than announced'));
    else finish();
  }

  function onClose(): void {
    if (!isDone && !body.readableEnded) out.destroy(body.errored ?? new Error('The body was closed'));
  }

  body.on('end', onEnd);
  body.on('close', onClose);
  body.on('data', pass);
  pass(head);
  if (body.readableEnded) onEnd();
  else if (body.closed) onClose();
  return out;
}
