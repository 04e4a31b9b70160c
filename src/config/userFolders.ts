import { homedir, userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { isLoopback } from '../common/loopback.ts';
import { defaultBeeperURL } from './checks.ts';

/** @returns the home of this user as an absolute path: with an empty HOME, files would depend on the working directory. */
export function homeDirectory(): string {
  if (isAbsolute(homedir())) return homedir();
  try {
    return resolve('/', userInfo().homedir);
  } catch {
    // A user without a name, as in containers.
    return resolve('/');
  }
}

/** @returns the directory of this user's settings: https://specifications.freedesktop.org/basedir-spec/latest/ */
export function configHome({
  XDG_CONFIG_HOME = '',
  APPDATA = '',
}: Readonly<Record<string, string | undefined>>): string {
  if (isAbsolute(XDG_CONFIG_HOME)) return XDG_CONFIG_HOME;
  const home = homeDirectory();
  switch (process.platform) {
    case 'win32':
      return APPDATA || join(home, 'AppData', 'Roaming');
    case 'darwin':
      return join(home, 'Library', 'Application Support');
    default:
      return join(home, '.config');
  }
}

/** @returns a file name for a Beeper. All names of this machine stand for the same one. */
export function nameOfBeeper(url = defaultBeeperURL): string {
  if (!URL.canParse(url)) return 'invalid';
  const { hostname, port, protocol } = new URL(url);
  const host = isLoopback(hostname) ? 'localhost' : hostname.replaceAll(/[^\w.-]/g, '_');
  return `${host}-${port || (protocol === 'https:' ? '443' : '80')}`;
}
