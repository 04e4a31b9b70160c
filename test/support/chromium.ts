import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian, Ubuntu, Google and macOS put it. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const isRoot = process.getuid?.() === 0;

/**
 * Starts the Chromium of this machine, without a window.
 * It is the one at CHROMIUM_PATH, or one in a usual place, or it is installed where that needs no question.
 * @param more switches besides those that keep it quiet.
 * @throws {Error} with a sentence that says what to install.
 */
export async function startChromium(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? installChromium(),
    chromiumSandbox: !isRoot,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      ...more,
    ],
  });
}

function findChromium(): string | undefined {
  const { CHROMIUM_PATH } = process.env;
  if (!CHROMIUM_PATH) return places.find(isExecutable);
  if (isExecutable(CHROMIUM_PATH)) return CHROMIUM_PATH;
  throw new Error(`CHROMIUM_PATH is ${CHROMIUM_PATH}, where there is no program.`);
}

/** Root on Debian or Ubuntu may install it without asking anybody. */
function installChromium(): string {
  if (isRoot && runs('apt-get', 'update')) {
    runs('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'The browser test needs Chromium: install the package "chromium" (or Google Chrome), or set CHROMIUM_PATH to where one is.',
  );
}

function runs(command: string, ...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { env, stdio: 'ignore', timeout: 600_000 }).status === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
