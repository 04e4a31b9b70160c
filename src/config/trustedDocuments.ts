import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from './settings.ts';

/** What codegen's client preset writes with `persistedDocuments`: hash → document. */
const manifest = z.record(z.string().min(1), z.string().min(1)).refine((map) => Object.keys(map).length > 0);

/**
 * Reads the manifest of the documents that may be run.
 * @returns each document's text by its hash.
 * @throws {ConfigError} where the file can't be read, or is no manifest.
 */
export function loadDocuments(path: string): ReadonlyMap<string, string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new ConfigError([`GATEWAY_DOCUMENTS names a file that can't be read${code}: ${path}`]);
  }
  try {
    return new Map(Object.entries(manifest.parse(JSON.parse(text))));
  } catch {
    throw new ConfigError([
      `GATEWAY_DOCUMENTS must name a JSON object from hash to document, as codegen's client preset writes it with persistedDocuments: ${path} is none.`,
    ]);
  }
}
