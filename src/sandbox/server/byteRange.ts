/** A part of a file: from `start` up to `end`, which is excluded. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads a Range header that asks for one part.
 *
 * @returns null if the header is to be ignored: it has another unit, several parts, or is no range at all. 'unsatisfiable'
 *   if the file has none of the bytes.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return null;
  if (first === '') {
    const start = Math.max(0, size - Number(last));
    return start < size ? { start, end: size } : 'unsatisfiable';
  }
  if (last !== '' && Number(last) < Number(first)) return null;
  const end = last === '' ? size : Math.min(size, Number(last) + 1);
  return Number(first) < size ? { start: Number(first), end } : 'unsatisfiable';
}
