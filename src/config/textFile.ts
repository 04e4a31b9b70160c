import { isUtf8 } from 'node:buffer';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { ConfigError } from './checks.ts';

/** A file that a setting names. */
export interface NamedFile {
  /** The name of the setting. */
  readonly setting: string;
  readonly path: string;
  readonly maxBytes: number;
}

/**
 * Reads a file at start-up. It may be a pipe, such as a shell's `<(pass show token)`.
 * @returns its text, without a byte order mark.
 * @throws {ConfigError} with one sentence that names the setting and the file, and has nothing of its content.
 */
export function readTextFile(file: NamedFile): string {
  return checked(file, () => {
    const found = statSync(file.path);
    if (found.isFIFO()) return readFileSync(file.path);
    checkStats(file, found);
    return readFileSync(file.path);
  });
}

/**
 * Reads a file without holding the event loop. The path is resolved anew, because Kubernetes replaces a link in it. A pipe
 * is refused: it may never end.
 * @returns as `readTextFile`.
 * @throws {ConfigError} as `readTextFile`.
 */
export async function readTextFileAgain(file: NamedFile): Promise<string> {
  let bytes: Buffer;
  try {
    checkStats(file, await stat(file.path));
    bytes = await readFile(file.path);
  } catch (error) {
    throw toConfigError(file, error);
  }
  return checked(file, () => bytes);
}

function checked(file: NamedFile, read: () => Buffer): string {
  try {
    const bytes = read();
    if (bytes.length > file.maxBytes) throw new Fault(`it has more than ${file.maxBytes} bytes`);
    if (!isUtf8(bytes)) throw new Fault('it is not UTF-8');
    return bytes.toString('utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw toConfigError(file, error);
  }
}

function checkStats({ maxBytes }: NamedFile, found: Stats): void {
  if (found.isDirectory()) throw new Fault('it is a directory');
  if (!found.isFile()) throw new Fault('it is not a regular file');
  if (found.size > maxBytes) throw new Fault(`it has more than ${maxBytes} bytes`);
}

class Fault extends Error {}

function toConfigError({ setting, path }: NamedFile, error: unknown): ConfigError {
  const reason = error instanceof Error && 'code' in error ? error.code : (error as Error).message;
  return new ConfigError([`${setting} must be the path of a readable file; can't read ${path} (${reason}).`]);
}
