import { ConfigError } from './checks.ts';
import { type Origins, originOf } from './sources.ts';
import { readTextFile } from './textFile.ts';

/** Settings that can also be in a file, because they are secret or long: NAME_FILE is its path. */
const secretNames = [
  'BEEPER_ACCESS_TOKEN',
  'GATEWAY_ASSET_SECRET',
  'GATEWAY_KEYS',
  'GATEWAY_STORE',
  'OTEL_EXPORTER_OTLP_HEADERS',
  'OTEL_EXPORTER_OTLP_TRACES_HEADERS',
] as const;

type SecretName = (typeof secretNames)[number];

export type FileSettingName = `${SecretName}_FILE`;

export const fileSettingNames = secretNames.map((name): FileSettingName => `${name}_FILE`);

/** About 10,000 gateway keys. */
export const maxSecretBytes = 1024 * 1024;

interface Secrets {
  /** The settings, with those that are in files. */
  readonly values: Readonly<Record<string, string>>;
  /** The path of the file that a setting is from. */
  readonly files: { readonly [name in SecretName]?: string };
  readonly issues: readonly string[];
}

/**
 * Reads the files that settings name.
 * @param given settings that have a value.
 * @returns the settings, and a sentence for each file that can't be used.
 */
export function readSecrets(given: Readonly<Record<string, string>>, origins: Origins): Secrets {
  const values = { ...given };
  const files: { [name in SecretName]?: string } = {};
  const issues: string[] = [];
  for (const name of secretNames) {
    const setting = `${name}_FILE` as const;
    const path = given[setting];
    if (path === undefined) continue;
    if (given[name] !== undefined) {
      const [one, other] = [name, setting].map((each) => each + originOf(each, origins));
      issues.push(`${one} and ${other} must not both be set: unset one of them.`);
      continue;
    }
    files[name] = path;
    try {
      values[name] = readSecret(setting, path);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      issues.push(...error.issues);
    }
  }
  return { values, files, issues };
}

/** The line break at its end is not part of a secret: editors and `echo` add one. */
function readSecret(setting: FileSettingName, path: string): string {
  const text = readTextFile({ setting, path, maxBytes: maxSecretBytes }).replace(/[\r\n]+$/, '');
  if (text.trim() === '')
    throw new ConfigError([`${setting} must be the path of a file that is not empty; ${path} is empty.`]);
  return text;
}
