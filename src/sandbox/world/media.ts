import { pathToFileURL } from 'node:url';
import { drawPicture } from './drawPicture.ts';
import { urlsOf } from './mediaURLs.ts';
import type { WorldAccount, WorldChat } from './model.ts';
import { lostFileURLs, sampleFileAt } from './sampleFiles.ts';
import { fileOfBytes, type StoredFile, sampleFile } from './storedFile.ts';
import { createUploads, type Upload, uploadPath, uploadURL } from './uploads.ts';

/** The files that the app can load, by URL. */
export interface Media {
  readonly uploads: ReadonlyMap<string, Upload>;
  addUpload(upload: Upload): void;
  /** Puts a file at any URL. */
  add(url: string, file: StoredFile): void;
  /** Takes the file from a URL, as if the network no longer had it. */
  remove(url: string): void;
  /**
   * Returns the file at a URL that occurs in the data. A URL of the seed data without a file of its own gets a drawn
   * picture. A path on the host is served at its file URL. Undefined for all other URLs, and for a file that is lost.
   */
  find(url: string): StoredFile | undefined;
}

/** What is searched for URLs. */
interface Data {
  accounts: readonly WorldAccount[];
  chats: ReadonlyMap<string, WorldChat>;
}

export function createMedia(data: Data): Media {
  const uploads = createUploads();
  /** Null for a file that is lost. */
  const files = new Map<string, (() => StoredFile) | null>(lostFileURLs.map((url) => [url, null]));
  for (const [url, name] of Object.entries(sampleFileAt)) files.set(url, () => sampleFile(name));
  for (const upload of uploads.values()) addFilesOf(upload);
  let known = new Map<string, Size | undefined>();

  function addFilesOf({ uploadID, open }: Upload): void {
    files.set(uploadURL(uploadID), open);
    files.set(keyOf(uploadPath(uploadID)), open);
  }

  function draw(key: string): StoredFile | undefined {
    if (!known.has(key)) known = new Map(urlsOf(data).map(({ url, size }) => [keyOf(url), size]));
    if (!known.has(key)) return undefined;
    const file = fileOfBytes(drawPicture(key, known.get(key)));
    files.set(key, () => file);
    return file;
  }

  return {
    uploads,
    addUpload(upload) {
      uploads.set(upload.uploadID, upload);
      addFilesOf(upload);
    },
    add: (url, file) => files.set(keyOf(url), () => file),
    remove: (url) => files.set(keyOf(url), null),
    find(url) {
      if (url.startsWith('/')) return undefined;
      const key = keyOf(url);
      const open = files.get(key);
      return open === undefined ? draw(key) : open?.();
    },
  };
}

interface Size {
  width?: number;
  height?: number;
}

/** A path on the host and the file URLs of this path have the same key. */
function keyOf(url: string): string {
  if (url.startsWith('/')) return pathToFileURL(url).href;
  return url.startsWith('file:') && URL.canParse(url) ? new URL(url).href : url;
}
