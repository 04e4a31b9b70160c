import { ConfigError, defaultBeeperURL } from '../../config/checks.ts';
import { loadDotenv } from '../../config/dotenv.ts';
import { namesToken } from '../../config/savedToken.ts';
import { beeperURL } from '../../config/values.ts';

export interface Settings {
  /** Origin of Beeper. */
  readonly beeper: string;
  /** Whether BEEPER_ACCESS_TOKEN is set, which takes precedence over a saved token. */
  readonly namesToken: boolean;
}

/**
 * @param flag of the command line; undefined if there is none.
 * @returns the Beeper that `beeper-graphql start` uses in this directory after a login.
 * @throws {ConfigError} if the URL is not valid, or `.env` can't be read.
 */
export function whichBeeper(flag: string | undefined): Settings {
  const env: Record<string, string | undefined> = { ...loadDotenv('.env').values, ...process.env };
  const parsed = beeperURL.safeParse(flag || env.BEEPER_URL || defaultBeeperURL);
  if (!parsed.success)
    throw new ConfigError([`${flag ? '--beeper-url' : 'BEEPER_URL'} ${parsed.error.issues[0]?.message}.`]);
  return { beeper: parsed.data, namesToken: namesToken(env) };
}
