/** Returns the duration in seconds of an MP4, WAV or Ogg Opus by its first and last bytes; undefined for other files. */
export function durationOf(mimeType: string | undefined, head: Buffer, tail: Buffer): number | undefined {
  try {
    return mimeType === undefined ? undefined : readers[mimeType]?.(head, tail);
  } catch {
    // The file ends too early.
    return undefined;
  }
}

const readers: Readonly<Record<string, (head: Buffer, tail: Buffer) => number | undefined>> = {
  'video/mp4': readMP4,
  'audio/wav': (head) => head.readUInt32LE(40) / head.readUInt32LE(28),
  'audio/ogg': readOpus,
};

/** Reads the movie header, version 0, if it is at the beginning. */
function readMP4(head: Buffer): number | undefined {
  const at = head.indexOf('mvhd');
  return at < 0 ? undefined : head.readUInt32BE(at + 20) / head.readUInt32BE(at + 16);
}

/** The last page has the number of samples. Opus counts 48,000 a second, and the first ones are not played. */
function readOpus(head: Buffer, tail: Buffer): number | undefined {
  const [first, last] = [head.indexOf('OpusHead'), tail.lastIndexOf('OggS')];
  if (first < 0 || last < 0) return undefined;
  const samples = Number(tail.readBigUInt64LE(last + 6)) - head.readUInt16LE(first + 10);
  return samples / 48_000;
}
