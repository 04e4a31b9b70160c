/** What a file is, by its first bytes. */
export interface FileKind {
  readonly contentType: string;
  /** Whether browsers may show it instead of saving it. */
  readonly isInline: boolean;
  /** Of names of such files, the usual one first; none where every name will do. */
  readonly extensions: readonly string[];
  /** Names a file without a name. */
  readonly noun: 'picture' | 'video' | 'audio' | 'file';
}

/** As many bytes of a file tell its kind. */
export const sniffedBytes = 4_100;

/** Anything that is no raster picture, video or audio: HTML and SVG can hold scripts, so they are never shown. */
export const unknownKind: FileKind = {
  contentType: 'application/octet-stream',
  isInline: false,
  extensions: [],
  noun: 'file',
};

const shownPictures: ReadonlySet<string> = new Set(
  ['png', 'apng', 'jpeg', 'gif', 'webp', 'avif', 'bmp', 'x-icon'].map((name) => `image/${name}`),
);
const savedPictures: ReadonlySet<string> = new Set(
  ['heic', 'heic-sequence', 'heif', 'heif-sequence', 'tiff', 'jxl'].map((name) => `image/${name}`),
);

/** Names that browsers know, for those of `file-type`. */
const knownNames: Readonly<Record<string, string>> = {
  'audio/vnd.wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-flac': 'audio/flac',
  'video/x-m4v': 'video/mp4',
  'video/matroska': 'video/x-matroska',
  'video/vnd.avi': 'video/x-msvideo',
};

/** Extensions of the same files, by the one that `file-type` tells; the usual one first. */
const alike: Readonly<Record<string, readonly string[]>> = {
  jpg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  apng: ['png', 'apng'],
  bmp: ['bmp', 'dib'],
  heic: ['heic', 'heif', 'hif'],
  tif: ['tiff', 'tif'],
  mp4: ['mp4', 'm4v', 'm4a', 'mov', '3gp'],
  m4v: ['mp4', 'm4v'],
  mov: ['mov', 'qt', 'mp4'],
  mpg: ['mpg', 'mpeg'],
  mkv: ['mkv', 'mka'],
  webm: ['webm', 'weba'],
  '3gp': ['3gp', '3gpp', 'mp4'],
  '3g2': ['3g2', '3gpp2', 'mp4'],
  m4a: ['m4a', 'mp4', 'aac'],
  m4b: ['m4b', 'm4a', 'mp4'],
  mp2: ['mp2', 'mp3'],
  ogg: ['ogg', 'oga'],
  oga: ['ogg', 'oga'],
  opus: ['ogg', 'opus', 'oga'],
  spx: ['ogg', 'spx'],
  wav: ['wav', 'wave'],
  aif: ['aiff', 'aif'],
  mid: ['mid', 'midi'],
};

/**
 * @param head the first `sniffedBytes` of a file, or the whole file if it is shorter.
 * @returns the kind by which it is served, whatever its name or sender says.
 */
export async function kindOf(head: Uint8Array): Promise<FileKind> {
  // Loaded with the first file: a gateway that serves none does not need it.
  const { fileTypeFromBuffer } = await import('file-type/core');
  const bytes = head.subarray(0, sniffedBytes);
  // A broken file can be anything.
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined)) ?? tiffOf(bytes);
  if (found === undefined || (found.ext === 'bmp' && !isBMP(bytes))) return unknownKind;
  const contentType = knownNames[found.mime] ?? found.mime;
  const noun = nounOf(contentType);
  if (noun === 'file') return unknownKind;
  const isInline = noun !== 'picture' || shownPictures.has(contentType);
  return { contentType, isInline, extensions: alike[found.ext] ?? [found.ext], noun };
}

function nounOf(contentType: string): FileKind['noun'] {
  if (contentType.startsWith('video/')) return 'video';
  if (contentType.startsWith('audio/')) return 'audio';
  return shownPictures.has(contentType) || savedPictures.has(contentType) ? 'picture' : 'file';
}

/** `file-type` also looks at the tags of a TIFF, which are often at its end. */
function tiffOf(head: Uint8Array) {
  const isTIFF = /^(II\*\0|MM\0\*)/.test(String.fromCharCode(...head.subarray(0, 4)));
  return isTIFF ? { ext: 'tif', mime: 'image/tiff' } : undefined;
}

/** `file-type` looks at two letters alone, with which a text can start. The length of the second header tells more. */
const isBMP = (head: Uint8Array): boolean =>
  [12, 16, 40, 52, 56, 64, 108, 124].includes(head[14] ?? 0) && head[15] === 0 && head[16] === 0;
