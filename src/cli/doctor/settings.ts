import { ConfigError } from '../../config/checks.ts';
import type { Reading } from '../../config/readConfig.ts';
import { loadDocuments } from '../../config/trustedDocuments.ts';
import { type Finding, failure, ok, warning } from './finding.ts';

interface Examined {
  readonly findings: readonly Finding[];
  /** Null if the settings are not valid. */
  readonly reading: Reading | null;
}

const fix = 'Change it in the environment, in .env or in the flags.';

/** Reads the settings, and the manifest of trusted documents that they name. */
export function examineSettings(read: () => Reading): Examined {
  try {
    const reading = read();
    if (reading.config.documents !== null) loadDocuments(reading.config.documents);
    const warnings = reading.warnings.map((sentence) => warning('settings', sentence, fix));
    return { findings: [...warnings, ...(warnings.length === 0 ? [ok('settings', 'valid')] : [])], reading };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { findings: error.issues.map((issue) => failure('settings', issue, fix)), reading: null };
  }
}
