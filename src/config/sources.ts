/** Where values of settings are from, and which of them count. */

type Values = Readonly<Record<string, string | undefined>>;

export type Origin = 'flag' | 'environment' | '.env';

/** By the name of a setting. */
export type Origins = Readonly<Record<string, Origin>>;

/** @returns the option of the command line for a setting: `--beeper-url` for `BEEPER_URL`. */
export const flagOf = (name: string): string => `--${name.toLowerCase().replaceAll('_', '-')}`;

interface Source {
  readonly origin: Origin;
  readonly values: Values;
}

/**
 * @param sources from the highest precedence to the lowest. An empty value hides those of lower precedence, and so unsets a
 * setting.
 * @returns the values that count, and where each is from.
 */
export function mergeSources(sources: readonly Source[]): {
  values: Record<string, string>;
  origins: Record<string, Origin>;
} {
  const values: Record<string, string> = {};
  const origins: Record<string, Origin> = {};
  for (const { origin, values: own } of sources) {
    for (const [name, value] of Object.entries(own)) {
      if (value === undefined || Object.hasOwn(origins, name)) continue;
      values[name] = value;
      origins[name] = origin;
    }
  }
  return { values, origins };
}

/** @returns where a setting is from, to follow its name in a message; empty if that is not known. */
export function originOf(name: string, origins: Origins): string {
  const origin = origins[name];
  if (origin === undefined) return '';
  return ` (${origin === 'flag' ? flagOf(name) : origin})`;
}
