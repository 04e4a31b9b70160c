import { type Browser, chromium } from 'playwright-core';
import { findOrInstall, isRoot } from './programs.ts';

/**
 * Starts Chromium or Google Chrome without a window.
 * @param switches further command-line switches.
 * @throws {Error} what `findOrInstall` throws.
 */
export async function startChromium(...switches: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await findOrInstall('chromium'),
    // Chromium does not start as root inside its sandbox.
    chromiumSandbox: !isRoot,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      ...switches,
    ],
  });
}
