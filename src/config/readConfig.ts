import { loadDotenv } from './dotenv.ts';
import { withSavedToken } from './savedToken.ts';
import { type Config, loadConfig, warningsAbout } from './settings.ts';

/** Settings by name, as text. */
export type Flags = Readonly<Record<string, string>>;

export interface Reading {
  readonly config: Config;
  readonly warnings: readonly string[];
  /** Whether the access token is that of `beeper-graphql login`. */
  readonly hasSavedToken: boolean;
}

/**
 * Reads all settings: flags take precedence over the environment, which does over a `.env` file in the working directory,
 * which does over the token that `beeper-graphql login` saved.
 * @throws {ConfigError} with every setting that is not valid.
 */
export function readConfig(flags: Flags): Reading {
  const file = loadDotenv('.env');
  const given = { ...file.values, ...process.env, ...flags };
  const { env, isSaved } = withSavedToken(given);
  return {
    config: loadConfig(env, file.issues),
    warnings: [...file.warnings, ...warningsAbout(given)],
    hasSavedToken: isSaved,
  };
}
