import type { Readable } from 'node:stream';

/** More than the body of an error has. */
const maxBytes = 64 * 1024;
const maxMs = 1_000;

/** Reads a short body to its end, so that its connection can be used again; closes the connection of a long or slow one. */
export function discard(body: Readable): void {
  let bytes = 0;
  const timer = setTimeout(() => body.destroy(), maxMs);
  body.on('close', () => clearTimeout(timer));
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBytes) body.destroy();
  });
  if (body.closed) clearTimeout(timer);
}
