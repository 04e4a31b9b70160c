import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { StoredFile } from './storedFile.ts';

const blockSize = 65_536;

/** What a generated file is like. */
export interface GeneratedContent {
  /** Its size. */
  bytes: number;
  /** What it begins with, such as the first bytes of a film, so that its type can be told. */
  beginning?: Uint8Array;
}

/**
 * A file of any size that takes no memory and no disk. Its content is always the same: no part of it repeats, so that a
 * wrong range shows.
 */
export function generatedFile({ bytes, beginning = new Uint8Array() }: GeneratedContent): StoredFile {
  const pattern = makePattern();
  async function* pieces(start: number, end: number) {
    let at = start;
    while (at < end) {
      const block = Math.floor(at / blockSize);
      const from = block * blockSize;
      const piece = makeBlock(pattern, block, beginning).subarray(at - from, Math.min(end - from, blockSize));
      yield piece;
      at += piece.length;
    }
  }
  const identity = createHash('sha256').update(beginning).digest('hex').slice(0, 16);
  return {
    size: bytes,
    etag: `"generated-${bytes}-${identity}"`,
    modified: new Date('2026-08-14T08:00:00.000Z'),
    // An object's highWaterMark counts pieces: one is enough.
    read: (start, end) => Readable.from(pieces(start, Math.min(end, bytes)), { highWaterMark: 1 }),
  };
}

/** Returns the SHA-256 of a generated file in hexadecimal digits. It takes a second for 500 MB. */
export async function generatedSHA256(content: GeneratedContent): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of generatedFile(content).read(0, content.bytes)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

function makePattern(): Buffer {
  const hashes = Array.from({ length: blockSize / 32 }, (_, n) =>
    createHash('sha256').update(String(n)).digest(),
  );
  return Buffer.concat(hashes);
}

/** A block is the pattern with its own number at the start of each kilobyte. */
function makeBlock(pattern: Buffer, number: number, beginning: Uint8Array): Buffer {
  const block = Buffer.from(pattern);
  for (let at = 0; at < blockSize; at += 1024) block.writeUInt32BE(number, at);
  if (number * blockSize < beginning.length)
    block.set(beginning.subarray(number * blockSize, (number + 1) * blockSize));
  return block;
}
