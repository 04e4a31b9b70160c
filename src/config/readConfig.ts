import { loadDotenv } from './dotenv.ts';
import { fewOf } from './fewIssues.ts';
import { withSavedToken } from './savedToken.ts';
import { type Config, loadConfig, replicaWarnings, warningsAbout } from './settings.ts';
import { mergeSources } from './sources.ts';

/** Settings by name, as text. */
export type Flags = Readonly<Record<string, string>>;

export interface Reading {
  readonly config: Config;
  /** What looks like a mistake but does not stop the start-up. */
  readonly warnings: readonly string[];
  /** Whether the access token is that of `beeper-graphql login`. */
  readonly hasSavedToken: boolean;
}

/**
 * Reads the settings of this process. Flags take precedence over the environment, that over a `.env` file in the working
 * directory, and that over the token that `beeper-graphql login` saved.
 * @throws {ConfigError} with every setting that is not valid and the values that it allows.
 */
export function readConfig(flags: Flags = {}): Reading {
  const dotenv = loadDotenv('.env');
  const { values, origins } = mergeSources([
    { origin: 'flag', values: flags },
    { origin: 'environment', values: process.env },
    { origin: '.env', values: dotenv.values },
  ]);
  const { env, isSaved, warnings } = withSavedToken(values);
  const config = loadConfig(env, dotenv.issues, origins);
  return {
    config,
    warnings: fewOf([...dotenv.warnings, ...warningsAbout(values), ...warnings, ...replicaWarnings(config)]),
    hasSavedToken: isSaved,
  };
}
