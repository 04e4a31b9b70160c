import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError, hasOurPrefix } from './checks.ts';

export interface Dotenv {
  readonly values: Readonly<Record<string, string>>;
  /** Reasons not to start. */
  readonly issues: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Reads a `.env` file; a missing one is empty.
 * @throws {ConfigError} if the file can't be read, or is not UTF-8.
 */
export function loadDotenv(path: string): Dotenv {
  try {
    return parseDotenv(readFileSync(path));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOENT') return { values: {}, issues: [], warnings: [] };
    throw new ConfigError([`${path} must be a readable file (${error.code}).`]);
  }
}

/** An assignment, also of a quoted value over several lines, as `parseEnv` reads it. */
const assignment = /^[ \t]*(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*=[ \t]*(?:(["'`])[\s\S]*?\1)?[^\n]*$/gm;

/**
 * `parseEnv` joins a line that is no assignment with the next one and loses both, so such lines are left out and told.
 * Messages contain names, never values.
 */
export function parseDotenv(bytes: Buffer): Dotenv {
  const isUTF16 = bytes[0] === 0xff || bytes[0] === 0xfe || bytes.includes(0);
  if (isUTF16) throw new ConfigError(['.env must be UTF-8; it is UTF-16, as PowerShell writes it.']);
  const issues: string[] = [];
  const warnings: string[] = [];
  const raw = bytes.toString('utf8');
  const text = raw.replace(/^\ufeff/, '');
  if (text !== raw) {
    warnings.push('.env begins with a byte order mark, which is ignored. Save the file as UTF-8 without it.');
  }

  const assignments: string[] = [];
  const rest = text.replace(assignment, (match) => {
    assignments.push(match.replace(/^[ \t]*(?:export[ \t]+)?/, ''));
    return match.replace(/[^\n]+/g, '');
  });
  for (const [index, line] of rest.split('\n').entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const name = /^\s*(?:export\s+)?["']?([A-Za-z_]\w*)["']?\s*:/.exec(line)?.[1];
    const problem = `.env line ${index + 1} is ignored:`;
    if (name === undefined) warnings.push(`${problem} it is not of the form KEY=value.`);
    else {
      const told = `${problem} write ${name}=value instead of "${name}: value".`;
      (hasOurPrefix(name) ? issues : warnings).push(told);
    }
  }
  return { values: parseEnv(assignments.join('\n')) as Record<string, string>, issues, warnings };
}
