import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { usesSandbox } from './checks.ts';
import { homeDirectory, nameOfBeeper } from './userFolders.ts';

/** Where idempotency keys are kept. */
export type StoreLocation =
  | { readonly kind: 'memory' }
  /** A directory of this machine, as an absolute path. */
  | { readonly kind: 'file'; readonly directory: string }
  /** The URL of a single Redis, which replicas share. */
  | { readonly kind: 'redis'; readonly url: string };

const several =
  'must name a single Redis: Redis Cluster and Sentinel are not supported, so use redis:// with the address of a primary';

/** The rule for GATEWAY_STORE. */
export const storeLocation = z.string().transform((text, context): StoreLocation => {
  const location = locationIn(text);
  if (typeof location !== 'string') return location;
  context.addIssue({ code: 'custom', message: location });
  return z.NEVER;
});

/** @returns the location, or what is wrong with `text`. */
function locationIn(text: string): StoreLocation | string {
  if (text === 'memory:') return { kind: 'memory' };
  if (/^file:./.test(text))
    return fileIn(text) ?? 'must have the path of a directory after file:, such as file:/var/lib/gateway';
  if (/^rediss?[+-](cluster|sentinel|srv)/i.test(text) || /^rediss?:\/\/[^/]*,/.test(text)) return several;
  if (/^rediss?:\/\/\S+$/.test(text) && URL.canParse(text)) {
    return redisFault(new URL(text)) ?? { kind: 'redis', url: text };
  }
  return 'must be a Redis URL such as redis://127.0.0.1:6379, a directory such as file:/var/lib/gateway, or memory:';
}

/** @returns what the Redis client can't read in a URL, or null. */
function redisFault({ pathname, search, hash, username, password }: URL): string | null {
  if (!/^\/?\d*$/.test(pathname) || search !== '' || hash !== '')
    return 'must have only the number of a database after the host, as in redis://127.0.0.1:6379/2';
  try {
    decodeURIComponent(username + password);
    return null;
  } catch {
    return 'must have the special characters of its user and password percent-encoded';
  }
}

function fileIn(text: string): StoreLocation | null {
  if (!text.startsWith('file://')) return { kind: 'file', directory: resolve(text.slice('file:'.length)) };
  try {
    return { kind: 'file', directory: fileURLToPath(text) };
  } catch {
    return null;
  }
}

/**
 * @returns a directory in the home of this user, one for each Beeper, because a directory belongs to one process; for
 * the sandbox, whose chats do not survive a restart either, the memory.
 */
export function defaultStore(given: Readonly<Record<string, string>>): StoreLocation {
  if (usesSandbox(given)) return { kind: 'memory' };
  return {
    kind: 'file',
    directory: join(stateHome(given), 'beeper-graphql-gateway', nameOfBeeper(given.BEEPER_URL)),
  };
}

/** https://specifications.freedesktop.org/basedir-spec/latest/ and what is usual on macOS and Windows. */
function stateHome({ XDG_STATE_HOME = '', LOCALAPPDATA = '' }: Readonly<Record<string, string>>): string {
  if (isAbsolute(XDG_STATE_HOME)) return XDG_STATE_HOME;
  const home = homeDirectory();
  switch (process.platform) {
    case 'win32':
      return LOCALAPPDATA || join(home, 'AppData', 'Local');
    case 'darwin':
      return join(home, 'Library', 'Application Support');
    default:
      return join(home, '.local', 'state');
  }
}
