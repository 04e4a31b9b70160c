import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Installs the peers of `npm run bench` if they are missing or older than their lock file. */
const lock = join(import.meta.dirname, 'package-lock.json');
const installed = join(import.meta.dirname, 'node_modules/.package-lock.json');

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', import.meta.dirname], {
    stdio: 'inherit',
  });
}
