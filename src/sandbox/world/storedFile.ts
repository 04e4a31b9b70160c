import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** A file that GET /v1/assets/serve can send. */
export interface StoredFile {
  /** In bytes. */
  readonly size: number;
  /** With its quotes. */
  readonly etag: string;
  readonly modified: Date;
  /** Reads from `start` up to `end`, which is excluded. */
  read(start: number, end: number): Readable;
}

/** Seed data has fixed times. */
const seedTime = new Date('2026-08-14T08:00:00.000Z');

/** The file with these bytes, which must not change. */
export function fileOfBytes(bytes: Uint8Array, modified = seedTime): StoredFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    etag: etagOf(createHash('sha256').update(buffer).digest('hex')),
    modified,
    read: (start, end) => Readable.from(start < end ? [buffer.subarray(start, end)] : []),
  };
}

/** The file on the disk. `identity` differs for files with different content. */
export function fileAt(path: string, size: number, identity: string, modified = seedTime): StoredFile {
  return {
    size,
    etag: etagOf(identity),
    modified,
    read: (start, end) => (start < end ? createReadStream(path, { start, end: end - 1 }) : Readable.from([])),
  };
}

let folder: string | undefined;

/** A file of `src/sandbox/files/`. Nothing is read before the first call. */
export function sampleFile(name: string): StoredFile {
  // The build copies the folder to dist/sandbox/files, and this module into a chunk in dist/.
  folder ??= ['../files', 'sandbox/files', 'files']
    .map((path) => join(import.meta.dirname, path))
    .find((path) => existsSync(path));
  const path = join(folder ?? '', name);
  const { size } = statSync(path);
  return fileAt(path, size, `${name}-${size}`);
}

function etagOf(identity: string): string {
  return `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
}
