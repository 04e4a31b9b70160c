/** @returns whether a field of what was read has the value that was set; null where it does not tell. */
export const isShown = <Value>(found: Value | null, set: Value): boolean | null =>
  found === null ? null : found === set;

/** As `isShown`, for a text: networks trim it, and write its characters and white space in another way. */
export const isTextShown = (found: string | null, set: string): boolean | null =>
  isShown(found === null ? null : plain(found), plain(set));

const plain = (text: string): string => text.normalize().replaceAll(/\s+/g, ' ').trim();
