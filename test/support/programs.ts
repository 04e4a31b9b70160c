import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

interface Program {
  /** Names that are looked up in the directories of PATH, or absolute paths. */
  readonly files: readonly string[];
  readonly debianPackage: string;
  /** An environment variable that holds the path of the program. */
  readonly pathVariable?: string;
}

const programs = {
  caddy: { files: ['caddy'], debianPackage: 'caddy' },
  chromium: {
    files: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    debianPackage: 'chromium',
    pathVariable: 'CHROMIUM_PATH',
  },
  nginx: { files: ['nginx'], debianPackage: 'nginx-light' },
  openssl: { files: ['openssl'], debianPackage: 'openssl' },
  prometheus: { files: ['prometheus'], debianPackage: 'prometheus' },
  promtool: { files: ['promtool'], debianPackage: 'prometheus' },
  'redis-server': { files: ['redis-server'], debianPackage: 'redis-server' },
  'systemd-analyze': { files: ['systemd-analyze'], debianPackage: 'systemd' },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof programs;

/** The timeout of a hook that calls `findOrInstall`: the program may have to be downloaded. */
export const installTimeoutMs = 600_000;

export const isRoot = process.getuid?.() === 0;

/**
 * @returns the path of a program. If it is missing, root on Debian or Ubuntu installs it.
 * @throws {Error} that names the package to install.
 */
export async function findOrInstall(name: ProgramName): Promise<string> {
  return findProgram(name) ?? installProgram(name);
}

function findProgram(name: ProgramName): string | undefined {
  const { files, pathVariable }: Program = programs[name];
  const configured = pathVariable && process.env[pathVariable];
  if (configured) {
    if (isExecutable(configured)) return configured;
    throw new Error(`${pathVariable} is ${configured}, which is not an executable file.`);
  }
  const directories = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin'];
  return files
    .flatMap((file) => directories.map((directory) => resolve(directory, file)))
    .find((path) => isExecutable(path));
}

async function installProgram(name: ProgramName): Promise<string> {
  if (!isRoot) throw missingProgram(name);
  // Two workers may need a program at the same time, and apt-get fails while another apt-get runs.
  const lock = join(tmpdir(), 'beeper-gateway-tests.lock');
  const commands = 'apt-get update && apt-get install -y --no-install-recommends "$0"';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = [lock, 'sh', '-c', commands, programs[name].debianPackage];
  const failure: unknown = await promisify(execFile)('flock', args, { env }).then(
    () => undefined,
    (error: unknown) => error,
  );
  const path = findProgram(name);
  if (!path) throw missingProgram(name, failure);
  return path;
}

function missingProgram(name: ProgramName, cause?: unknown): Error {
  const { debianPackage, pathVariable }: Program = programs[name];
  const alternative = pathVariable ? `, or set ${pathVariable} to its path` : '';
  return new Error(
    `This test runs ${name}, which is not installed. Install it (Debian package "${debianPackage}")${alternative}.`,
    { cause },
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
