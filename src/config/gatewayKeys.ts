import * as z from 'zod';
import { maxFaultyEntries } from './fewIssues.ts';
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
  const keys: GatewayKey[] = [];
  const faults: string[] = [];
  let isEmpty = true;
  for (const { entry, place, count } of entriesIn(text)) {
    isEmpty = false;
    const key = toGatewayKey(entry);
    if (key) keys.push(key);
    else faults.push(`${keyEntries}; ${place} is not valid`);
    if (faults.length < maxFaultyEntries) continue;
    faults.push(`was not checked after ${place} of ${count}`);
    return { keys, faults };
  }
  if (isEmpty) faults.push('must contain at least one key');
  if (new Set(keys.map(({ hash }) => hash.toString('hex'))).size < keys.length)
    faults.push('must not contain the same key twice');
  return { keys, faults };
}

const keyEntries =
  'must be a list of name:sha256 or name:sha256:read entries, as printed by `beeper-graphql key`, separated by commas or lines';

interface Entry {
  readonly entry: string;
  /** Such as `line 2`, or `entry 2` of a text that is one line. */
  readonly place: string;
  /** How many such places there are. */
  readonly count: number;
}

/** One by one: a file of the wrong kind is not read to its end. */
function* entriesIn(text: string): Generator<Entry> {
  const lines = text.split('\n');
  const isList = lines.length === 1;
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    // A line of several may end with a comma.
    const entries = (isList ? line : line.replace(/,$/, '')).split(',');
    for (const [position, entry] of entries.entries()) {
      const place = isList ? `entry ${position + 1}` : `line ${index + 1}`;
      yield { entry: entry.trim(), place, count: isList ? entries.length : lines.length };
    }
  }
}
