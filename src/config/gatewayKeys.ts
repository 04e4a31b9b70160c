import * as z from 'zod';
import { type GatewayKey, toGatewayKey } from './values.ts';

/** The rule for GATEWAY_KEYS. */
export const gatewayKeys = z.string().transform((text, context) => {
  const { keys, faults } = parseGatewayKeys(text);
  for (const message of faults) context.addIssue({ code: 'custom', message });
  return keys;
});

/**
 * Reads entries that are separated by commas or lines; blank lines, and what follows a `#`, do not count.
 * @returns the keys, and what is wrong with the text, to follow the name of the setting. A fault has the position of an
 * entry, not its text.
 */
export function parseGatewayKeys(text: string): { keys: GatewayKey[]; faults: string[] } {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim());
  const entries = lines.flatMap((line, index) => entriesOf(line, lines.length > 1 ? index + 1 : null));
  const keys: GatewayKey[] = [];
  const faults: string[] = [];
  for (const [index, { entry, line }] of entries.entries()) {
    const key = toGatewayKey(entry);
    if (key) keys.push(key);
    else faults.push(`${keyEntries}; ${line === null ? `entry ${index + 1}` : `line ${line}`} is not valid`);
  }
  if (entries.length === 0) faults.push('must contain at least one key');
  if (new Set(keys.map(({ hash }) => hash.toString('hex'))).size < keys.length)
    faults.push('must not contain the same key twice');
  return { keys, faults };
}

const keyEntries =
  'must be a list of name:sha256 or name:sha256:read entries, as printed by `beeper-graphql key`, separated by commas or lines';

/** A line of several may end with a comma. */
function entriesOf(line: string, number: number | null): { entry: string; line: number | null }[] {
  if (line === '') return [];
  const entries = (number === null ? line : line.replace(/,$/, '')).split(',');
  return entries.map((entry) => ({ entry: entry.trim(), line: number }));
}
