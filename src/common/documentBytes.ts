/** The largest document, in bytes of UTF-8. */
export const maxDocumentBytes = 64 * 1024;

/** @returns whether a document is larger than `maxDocumentBytes`. */
export const isTooLarge = (document: string): boolean =>
  // A UTF-16 code unit has at most three bytes in UTF-8.
  document.length * 3 > maxDocumentBytes && Buffer.byteLength(document) > maxDocumentBytes;
