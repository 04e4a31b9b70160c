/** What a request asks for: bytes from `first` to `last` inclusive, all from `first`, or the last `suffix` bytes. */
export type RequestedRange =
  | { readonly first: number; readonly last: number | null }
  | { readonly suffix: number };

/** Bytes of a file of `total` bytes, or of an unknown number, from `first` to `last` inclusive. */
export interface ContentRange {
  readonly first: number;
  readonly last: number;
  readonly total: number | null;
}

/**
 * @param header `Range`.
 * @returns null for what is ignored: no header, another unit, several ranges, and what is no range (RFC 9110, 14.2).
 */
export function parseRange(header: string | null): RequestedRange | null {
  const [, from = '', to = ''] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '') ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) return null;
  if (from === '') return to === '' ? null : { suffix: last };
  if (to === '') return { first, last: null };
  return last < first ? null : { first, last };
}

/** @returns the value of `Range` for Beeper. */
export const formatRange = (range: RequestedRange): string =>
  'suffix' in range ? `bytes=-${range.suffix}` : `bytes=${range.first}-${range.last ?? ''}`;

/** @returns the part of a file of `total` bytes that is asked for; null where it has none of these bytes. */
export function partOf(range: RequestedRange, total: number): ContentRange | null {
  const first = 'suffix' in range ? Math.max(0, total - range.suffix) : range.first;
  const last = Math.min('suffix' in range ? total - 1 : (range.last ?? total - 1), total - 1);
  return first > last ? null : { first, last, total };
}

/** @param header `Content-Range` of a 206. @returns null for what is not valid. */
export function parseContentRange(header: string | null): ContentRange | null {
  const [, from, to, of] = /^bytes\s+(\d+)-(\d+)\/(\d+|\*)$/i.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || of === undefined) return null;
  const [first, last] = [Number(from), Number(to)];
  const total = of === '*' ? null : Number(of);
  const isValid =
    [first, last, total ?? 0].every(Number.isSafeInteger) &&
    first <= last &&
    (total === null || last < total);
  return isValid ? { first, last, total } : null;
}

/** @param header `Content-Range` of a 416. @returns the length of the file; null where it does not say. */
export function parseTotal(header: string | null): number | null {
  const [, total] = /^bytes\s+\*\/(\d+)$/i.exec(header?.trim() ?? '') ?? [];
  return total === undefined ? null : parseLength(total);
}

/** @param header `Content-Length`. @returns null where there is none. */
export function parseLength(header: string | null): number | null {
  const length = header !== null && /^\d+$/.test(header) ? Number(header) : Number.NaN;
  return Number.isSafeInteger(length) ? length : null;
}

export const formatContentRange = ({ first, last, total }: ContentRange): string =>
  `bytes ${first}-${last}/${total ?? '*'}`;

/** @returns whether `part` is what `range` asks for. A server may send less than that, from the same start. */
export function answers(range: RequestedRange, { first, last, total }: ContentRange): boolean {
  if (total !== null) {
    const part = partOf(range, total);
    return part !== null && first === part.first && last <= part.last;
  }
  if ('suffix' in range) return last - first < range.suffix;
  return first === range.first && last <= (range.last ?? last);
}
