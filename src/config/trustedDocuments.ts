import { setImmediate as turn } from 'node:timers/promises';
import { isTooLarge, maxDocumentBytes } from '../common/documentBytes.ts';
import { ConfigError } from './checks.ts';
import { type NamedFile, readTextFile, readTextFileAgain } from './textFile.ts';

/** The text of each document by its hash. */
export type Documents = ReadonlyMap<string, string>;

/** Its JSON is parsed in one piece, which takes 5 ms per MiB. */
const maxManifestBytes = 16 * 1024 * 1024;

const fileAt = (path: string): NamedFile => ({
  setting: 'GATEWAY_DOCUMENTS',
  path,
  maxBytes: maxManifestBytes,
});

/**
 * Reads the manifest at GATEWAY_DOCUMENTS at start-up.
 * @throws {ConfigError} if the file can't be read or is not a manifest.
 */
export const loadDocuments = (path: string): Documents => parseManifest(path, readTextFile(fileAt(path)));

/**
 * Reads the manifest anew, in pieces of work between which the event loop has turns.
 * @throws {ConfigError} as `loadDocuments`.
 */
export async function reloadDocuments(path: string): Promise<Documents> {
  const text = await readTextFileAgain(fileAt(path));
  await turn();
  return parseManifest(path, text);
}

function parseManifest(path: string, text: string): Documents {
  const documents = documentsIn(text);
  if (documents === null) {
    throw new ConfigError([
      `GATEWAY_DOCUMENTS must be the path of a JSON file that maps hashes to documents, as GraphQL Code Generator writes it with persistedDocuments; ${path} is not valid.`,
    ]);
  }
  for (const [hash, document] of documents) {
    if (!isTooLarge(document)) continue;
    throw new ConfigError([
      `GATEWAY_DOCUMENTS must have no document of more than ${maxDocumentBytes} bytes; ${path} has one at ${hash.slice(0, 100)}.`,
    ]);
  }
  return documents;
}

/** @returns null unless `text` is a JSON object of at least one text by its hash, as the client preset writes it. */
function documentsIn(text: string): Documents | null {
  let map: unknown;
  try {
    map = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return null;
  const documents = new Map(Object.entries(map));
  const isDocument = ([hash, document]: [string, unknown]) =>
    hash !== '' && typeof document === 'string' && document !== '';
  return documents.size > 0 && [...documents].every(isDocument) ? documents : null;
}
