import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The real programs that tests run, and Debian's packages of them. */
const packages = { chromium: 'chromium', 'redis-server': 'redis-server', nginx: 'nginx-light' } as const;

/**
 * @returns the path of a program that a test runs.
 * @throws {Error} with one sentence that says what to install.
 */
export function pathOf(program: keyof typeof packages): string {
  const found = find(program);
  if (found) return found;
  throw new Error(
    `This test runs a real ${program}: install Debian's package "${packages[program]}", or its like.`,
  );
}

/** Vitest's global set-up: installs at once what is missing, where that needs no question. */
export default function installMissing(): void {
  const missing = Object.entries(packages).filter(([program]) => !find(program));
  const isRoot = process.getuid?.() === 0;
  if (missing.length === 0 || !isRoot || !find('apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 600_000 });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing.map(([, name]) => name));
}

function find(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
