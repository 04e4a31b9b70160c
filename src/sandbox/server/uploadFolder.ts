import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a sandbox keeps the files that it received: a folder of its own, made when the first one comes. */
export interface UploadFolder {
  /** Returns the path for a new file. */
  newPath(): string;
  /** Number of files in it. */
  count(): number;
  /** Deletes the folder with all its files. The exit of the process does so, too. */
  remove(): void;
}

export function createUploadFolder(): UploadFolder {
  let folder: string | undefined;
  function remove(): void {
    process.off('exit', remove);
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  }
  return {
    newPath() {
      if (!folder) {
        folder = mkdtempSync(join(tmpdir(), 'beeper-sandbox-'));
        process.on('exit', remove);
      }
      return join(folder, randomUUID());
    },
    count: () => (folder ? readdirSync(folder).length : 0),
    remove,
  };
}
