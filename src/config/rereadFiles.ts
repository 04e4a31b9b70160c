import { ConfigError } from './checks.ts';
import { parseGatewayKeys } from './gatewayKeys.ts';
import { maxSecretBytes } from './secrets.ts';
import type { Config } from './settings.ts';
import { readTextFileAgain } from './textFile.ts';
import { type Documents, reloadDocuments } from './trustedDocuments.ts';
import type { GatewayKey } from './values.ts';

/** What can change while the gateway runs; null for a part that is in no file. */
export interface Reread {
  readonly keys: readonly GatewayKey[] | null;
  readonly documents: Documents | null;
}

/**
 * Reads the files of GATEWAY_KEYS_FILE and GATEWAY_DOCUMENTS anew.
 * @returns keys and documents, all of them valid.
 * @throws {ConfigError} with what is wrong with each file.
 */
export async function rereadFiles({
  keysFile,
  documents: manifest,
}: Pick<Config, 'keysFile' | 'documents'>): Promise<Reread> {
  const [keys, documents] = await Promise.allSettled([
    keysFile === null ? null : reloadKeys(keysFile),
    manifest === null ? null : reloadDocuments(manifest),
  ]);
  if (keys.status === 'fulfilled' && documents.status === 'fulfilled')
    return { keys: keys.value, documents: documents.value };
  const errors = [keys, documents].flatMap((part) => (part.status === 'rejected' ? [part.reason] : []));
  const unexpected = errors.find((error) => !(error instanceof ConfigError));
  throw unexpected ?? new ConfigError(errors.flatMap(({ issues }: ConfigError) => issues));
}

async function reloadKeys(path: string): Promise<readonly GatewayKey[]> {
  const text = await readTextFileAgain({ setting: 'GATEWAY_KEYS_FILE', path, maxBytes: maxSecretBytes });
  const { keys, faults } = parseGatewayKeys(text);
  if (faults.length > 0) throw new ConfigError(faults.map((fault) => `GATEWAY_KEYS (in ${path}) ${fault}.`));
  return keys;
}
