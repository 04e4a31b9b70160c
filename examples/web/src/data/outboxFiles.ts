import { holdLock, isHeld } from './locks.ts';
import { upload } from './upload.ts';

/** The files of messages on their way. They do not survive a reload, and other tabs do not have them. */

interface HeldFile {
  readonly file: File;
  readonly cancelled: AbortController;
  readonly release: () => void;
}

const files = new Map<string, HeldFile>();

/** Held by the tab that has the file of a message. */
const lockOf = (key: string): string => `outbox-file:${key}`;

/** Keeps a file until it is uploaded, or its message is forgotten. */
export function holdFile(key: string, file: File): void {
  files.set(key, { file, cancelled: new AbortController(), release: holdLock(lockOf(key)) });
}

/**
 * Ends the upload of a file.
 *
 * @returns the file, if this tab has it.
 */
export function releaseFile(key: string): File | undefined {
  const held = files.get(key);
  files.delete(key);
  held?.cancelled.abort();
  held?.release();
  return held?.file;
}

export const hasFile = (key: string): boolean => files.has(key);

/** @returns whether another tab has the file of a message. */
export const isFileElsewhere = (key: string): Promise<boolean> => isHeld(lockOf(key));

/**
 * Uploads a file that this tab has.
 *
 * @returns the `uploadID` to send it with.
 * @throws {UploadError}
 */
export function uploadHeld(key: string, onProgress: (part: number) => void): Promise<string> {
  const { file, cancelled } = files.get(key) as HeldFile;
  return upload(file, { signal: cancelled.signal, onProgress });
}
