import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SavedToken } from '../../config/savedToken.ts';
import { LoginError } from './loginError.ts';

/**
 * Creates the directory of a token file, which only its owner can enter.
 * @throws {LoginError} if it can't be created.
 */
export async function prepareFolder(path: string): Promise<void> {
  await told(path, async () => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await chmod(dirname(path), 0o700);
  });
}

/**
 * Writes the file at once and as a whole, so that no reader finds a part of it. Only its owner can read it.
 * @throws {LoginError} if it can't be written.
 */
export async function writeTokenFile(path: string, token: SavedToken): Promise<void> {
  const temporary = `${path}.${randomUUID()}`;
  await told(path, async () => {
    try {
      await writeFile(temporary, `${JSON.stringify(token, null, 2)}\n`, {
        mode: 0o600,
        flag: 'wx',
        flush: true,
      });
      await rename(temporary, path);
    } finally {
      await rm(temporary, { force: true });
    }
  });
}

/** @returns the text of the file, also if others can read it; null if there is none. A pipe has none: reading it may wait. */
export async function readTokenFile(path: string): Promise<string | null> {
  try {
    return (await stat(path)).isFile() ? await readFile(path, 'utf8') : '';
  } catch {
    return null;
  }
}

/** @throws {LoginError} if the file is there and can't be deleted. */
export const deleteTokenFile = (path: string): Promise<void> => told(path, () => rm(path, { force: true }));

async function told(path: string, action: () => Promise<void>): Promise<void> {
  await action().catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new LoginError(`${path} can't be written${code}. Check the permissions of its directory.`, error);
  });
}
