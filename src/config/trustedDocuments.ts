import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { isTooLarge, maxDocumentBytes } from '../common/documentBytes.ts';
import { ConfigError } from './checks.ts';

/** Hash → document, as GraphQL Code Generator's client preset writes it with `persistedDocuments`. */
const manifest = z.record(z.string().min(1), z.string().min(1)).refine((map) => Object.keys(map).length > 0);

/**
 * Reads the manifest at GATEWAY_DOCUMENTS.
 * @returns the text of each document by its hash.
 * @throws {ConfigError} if the file can't be read or is not a manifest.
 */
export function loadDocuments(path: string): ReadonlyMap<string, string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new ConfigError([
      `GATEWAY_DOCUMENTS must be the path of a readable file; can't read ${path}${code}.`,
    ]);
  }
  let documents: ReadonlyMap<string, string>;
  try {
    documents = new Map(Object.entries(manifest.parse(JSON.parse(text))));
  } catch {
    throw new ConfigError([
      `GATEWAY_DOCUMENTS must be the path of a JSON file that maps hashes to documents, as GraphQL Code Generator writes it with persistedDocuments; ${path} is not valid.`,
    ]);
  }
  const [tooLarge] = [...documents].find(([, document]) => isTooLarge(document)) ?? [];
  if (tooLarge !== undefined) {
    throw new ConfigError([
      `GATEWAY_DOCUMENTS must have no document of more than ${maxDocumentBytes} bytes; ${path} has one at ${tooLarge.slice(0, 100)}.`,
    ]);
  }
  return documents;
}
