interface Size {
  width: number;
  height: number;
}

/** Returns the size in pixels of a PNG, GIF, JPEG or WebP by its first bytes; undefined for other files. */
export function pictureSizeOf(mimeType: string | undefined, head: Buffer): Size | undefined {
  try {
    return mimeType === undefined ? undefined : readers[mimeType]?.(head);
  } catch {
    // The file ends too early.
    return undefined;
  }
}

const readers: Readonly<Record<string, (head: Buffer) => Size | undefined>> = {
  'image/png': (head) => ({ width: head.readUInt32BE(16), height: head.readUInt32BE(20) }),
  'image/gif': (head) => ({ width: head.readUInt16LE(6), height: head.readUInt16LE(8) }),
  'image/jpeg': readJPEG,
  'image/webp': readWebP,
};

/** Looks for the segment that starts a frame. Other segments, such as EXIF data, are skipped. */
function readJPEG(head: Buffer): Size | undefined {
  let at = 2;
  while (at < head.length) {
    const marker = head.readUInt16BE(at);
    const startsFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (startsFrame) return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    at += 2 + head.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The three kinds of WebP: extended, lossless and lossy. */
function readWebP(head: Buffer): Size | undefined {
  const kind = head.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: 1 + head.readUIntLE(24, 3), height: 1 + head.readUIntLE(27, 3) };
  if (kind === 'VP8L') {
    const bits = head.readUInt32LE(21);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (kind !== 'VP8 ') return undefined;
  return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
}
