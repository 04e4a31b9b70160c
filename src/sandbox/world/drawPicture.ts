import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const cells = 5;

const largest = 2_000;

/**
 * Returns a PNG with a pattern that depends on the seed alone, mirrored left and right.
 * @param size in pixels. By default, or where it makes no picture, 96 by 96.
 */
export function drawPicture(seed: string, size: { width?: number; height?: number } = {}): Buffer {
  const [width, height] = [size.width, size.height].map((length = 96) =>
    length >= 1 ? Math.min(Math.floor(length), largest) : 96,
  ) as [number, number];
  const hash = createHash('sha256').update(seed).digest();
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, each the number of a colour in the palette.
  header.set([8, 3], 8);
  const palette = Buffer.from([236, 239, 243, ...hash.subarray(0, 3).map((part) => 60 + (part % 140))]);
  const pixels = deflateSync(Buffer.concat(rowsOf(hash, width, height)));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row begins with the number of its filter, 0. */
function rowsOf(hash: Buffer, width: number, height: number): Buffer[] {
  return Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(width + 1);
    for (let x = 0; x < width; x++) {
      const column = Math.floor((x * cells) / width);
      const mirrored = Math.min(column, cells - 1 - column);
      const cell = Math.floor((y * cells) / height) * cells + mirrored;
      row[x + 1] = (hash[4 + cell] ?? 0) & 1;
    }
    return row;
  });
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
