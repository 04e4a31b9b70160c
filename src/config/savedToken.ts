import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { bearerToken } from '../common/bearer.ts';
import { isLoopback, loopbackNames } from '../common/loopback.ts';
import { ConfigError, defaultBeeperURL } from './checks.ts';
import { configHome, nameOfBeeper } from './userFolders.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const savedToken = z.object({
  /** Origin of the Beeper that issued the token. */
  beeper: z.url(),
  accessToken: z.string().regex(bearerToken),
  /** Under which Beeper knows the program that asked for the token. */
  clientID: z.string(),
  /** As Beeper granted it, such as `read write`. */
  scope: z.string(),
  /** ISO 8601; null if Beeper did not tell. */
  expiresAt: z.string().nullable(),
});

/** What `beeper-graphql login` saves for one Beeper. */
export type SavedToken = z.output<typeof savedToken>;

/** @returns the path of the file with the token for the Beeper at `url`. It may not exist. */
export const tokenFile = (url: string, env: Environment): string =>
  join(configHome(env), 'beeper-graphql-gateway', 'tokens', `${nameOfBeeper(url)}.json`);

/**
 * Reads the token that `beeper-graphql login` saved for the Beeper at `url`.
 * @param env decides where the files of this user are.
 * @returns null if there is none.
 * @throws {ConfigError} if others can read the file, or it can't be read. The message has its path, never its content.
 */
export function readSavedToken(url: string, env: Environment): SavedToken | null {
  const path = tokenFile(url, env);
  const text = readPrivately(path);
  if (text === null) return null;
  const saved = parseSavedToken(text);
  if (saved === null) {
    throw new ConfigError([
      `${path} is not a token file. Run \`beeper-graphql logout\` and \`beeper-graphql login\` to replace it.`,
    ]);
  }
  return isSameServer(saved.beeper, url) ? saved : null;
}

/** @returns the text of a file that only its owner can read; null if there is no file. */
function readPrivately(path: string): string | null {
  try {
    const found = statSync(path);
    // Reading a pipe waits for who writes to it.
    if (!found.isFile()) throw new ConfigError([`${path} must be a regular file.`]);
    // Windows has no such modes; the profile of a user is private there.
    const others = process.platform === 'win32' ? 0 : found.mode & 0o077;
    if (others === 0) return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new ConfigError([`${path} must be a file that this user can read (${code}).`]);
  }
  throw new ConfigError([
    `${path} holds an access token and must be readable by its owner only: run chmod 600, or \`beeper-graphql login\` again.`,
  ]);
}

/** @returns null for a text that is not that of a token file. */
export function parseSavedToken(text: string): SavedToken | null {
  try {
    return savedToken.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const isLocalName = (host: string): boolean => loopbackNames.some((name) => name === host);

/**
 * Other addresses of 127.0.0.0/8 are not the same: another program can listen there on the same port.
 * @returns whether two URLs name the same server, also by different ones of the names localhost, 127.0.0.1 and ::1.
 */
export function isSameServer(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  const isSameHost = a.hostname === b.hostname || (isLocalName(a.hostname) && isLocalName(b.hostname));
  return isSameHost && a.protocol === b.protocol && a.port === b.port;
}

/** @returns whether a setting says which token to use; an empty one says none. */
export const namesToken = ({ BEEPER_ACCESS_TOKEN, BEEPER_ACCESS_TOKEN_FILE }: Environment): boolean =>
  BEEPER_ACCESS_TOKEN !== undefined || BEEPER_ACCESS_TOKEN_FILE !== undefined;

/** A setting of the sandbox asks for it, unless there is a BEEPER_URL. */
const asksForSandbox = ({ BEEPER_URL, SANDBOX_APP_VERSION, SANDBOX_PAGING }: Environment): boolean =>
  !BEEPER_URL && Boolean(SANDBOX_APP_VERSION || SANDBOX_PAGING);

interface WithSavedToken {
  readonly env: Environment;
  /** Whether the token is a saved one. */
  readonly isSaved: boolean;
  readonly warnings: readonly string[];
}

/**
 * Adds the saved token to settings without BEEPER_ACCESS_TOKEN, so that whoever has logged in gets the real Beeper. Settings
 * that ask for the sandbox stay as they are, and so does an empty BEEPER_ACCESS_TOKEN, which means no token at all.
 * @throws {ConfigError} what `readSavedToken` throws, and if others could reach the gateway: a login is for this machine, and
 * the `.env` of a directory must not be enough to give it to others.
 */
export function withSavedToken(env: Environment): WithSavedToken {
  const without = { env, isSaved: false, warnings: [] };
  if (namesToken(env) || asksForSandbox(env)) return without;
  const saved = readSavedToken(env.BEEPER_URL || defaultBeeperURL, env);
  if (saved === null) return without;
  if (env.HOST && !isLoopback(env.HOST)) throw new ConfigError([exposedToken]);
  return {
    env: { ...env, BEEPER_ACCESS_TOKEN: saved.accessToken },
    isSaved: true,
    warnings: Date.parse(saved.expiresAt ?? '') < Date.now() ? [expiredToken(saved.expiresAt)] : [],
  };
}

const exposedToken =
  'HOST must be a loopback address (127.0.0.0/8, ::1 or localhost) to use the token that `beeper-graphql login` saved. To let others in, set BEEPER_ACCESS_TOKEN and GATEWAY_KEYS, or set BEEPER_ACCESS_TOKEN to nothing so that callers send their own token.';

const expiredToken = (at: string | null): string =>
  `The token that \`beeper-graphql login\` saved has expired at ${at}: run that again.`;
