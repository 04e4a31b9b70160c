import { loadDotenv } from './dotenv.ts';
import { type Config, loadConfig, warningsAbout } from './settings.ts';
import { mergeSources } from './sources.ts';

/** Settings by name, as text. */
export type Flags = Readonly<Record<string, string>>;

interface ReadConfig {
  readonly config: Config;
  /** What looks like a mistake but does not stop the start-up. */
  readonly warnings: readonly string[];
}

/**
 * Reads the settings of this process. Flags take precedence over the environment, and that over a `.env` file in the
 * working directory.
 * @throws {ConfigError} with every setting that is not valid and the values that it allows.
 */
export function readConfig(flags: Flags = {}): ReadConfig {
  const dotenv = loadDotenv('.env');
  const { values, origins } = mergeSources([
    { origin: 'flag', values: flags },
    { origin: 'environment', values: process.env },
    { origin: '.env', values: dotenv.values },
  ]);
  return {
    config: loadConfig(values, dotenv.issues, origins),
    warnings: [...dotenv.warnings, ...warningsAbout(values)],
  };
}
