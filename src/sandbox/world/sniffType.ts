/** At a position of the file there are these bytes, given as Latin-1 text. */
const signs: readonly [mimeType: string, ...places: [at: number, bytes: string][]][] = [
  ['image/png', [0, '\x89PNG\r\n\x1a\n']],
  ['image/jpeg', [0, '\xff\xd8\xff']],
  ['image/gif', [0, 'GIF8']],
  ['image/webp', [0, 'RIFF'], [8, 'WEBP']],
  ['image/avif', [4, 'ftypavif']],
  ['image/heic', [4, 'ftypheic']],
  ['image/tiff', [0, 'II*\0']],
  ['video/mp4', [4, 'ftyp']],
  ['video/webm', [0, '\x1a\x45\xdf\xa3']],
  ['audio/wav', [0, 'RIFF'], [8, 'WAVE']],
  ['audio/ogg', [0, 'OggS']],
  ['audio/mpeg', [0, 'ID3']],
  ['audio/mpeg', [0, '\xff\xfb']],
  ['application/pdf', [0, '%PDF-']],
  ['application/zip', [0, 'PK\x03\x04']],
];

/** Returns the MIME type of a file by its first bytes; undefined for a kind that is not known here. */
export function sniffType(head: Buffer): string | undefined {
  const has = ([at, bytes]: [number, string]) => head.toString('latin1', at, at + bytes.length) === bytes;
  return signs.find(([, ...places]) => places.every(has))?.[0];
}
