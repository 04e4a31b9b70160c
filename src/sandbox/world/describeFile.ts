import { open } from 'node:fs/promises';
import { durationOf } from './durationOf.ts';
import { pictureSizeOf } from './pictureSizeOf.ts';
import { sniffType } from './sniffType.ts';

/** What the bytes of a file tell. */
export interface MeasuredFile {
  /** Undefined if the bytes are of no kind that is known here. */
  mimeType: string | undefined;
  /** In pixels. */
  size: { width: number; height: number } | undefined;
  /** In seconds. */
  duration: number | undefined;
}

const headLength = 262_144;
const tailLength = 65_536;

/** Reads the beginning and the end of a file, and measures what they tell. */
export async function describeFile(path: string): Promise<MeasuredFile> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = async (start: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    };
    const head = await read(0, Math.min(size, headLength));
    const tail = await read(Math.max(0, size - tailLength), Math.min(size, tailLength));
    const mimeType = sniffType(head);
    return { mimeType, size: pictureSizeOf(mimeType, head), duration: durationOf(mimeType, head, tail) };
  } finally {
    await file.close();
  }
}
