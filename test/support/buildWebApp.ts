import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = join(root, 'examples/web');
const cache = join(root, 'node_modules/.cache/web-example');
export const webAppConfig = join(sources, 'vite.config.ts');

/** Vitest global setup: builds the example app before the first run and before each rerun, unless it is up to date. */
export default async function setup(project: TestProject): Promise<void> {
  await buildIfNeeded();
  project.onTestsRerun(buildIfNeeded);
}

/** @returns the folder of the example app that is built from these sources, with these versions of its libraries. */
export async function builtWebApp(): Promise<string> {
  const entries = await readdir(sources, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    // What is built there, and what Vite keeps.
    .filter((file) => !/^(dist|node_modules)\//.test(relative(sources, file)))
    .sort();
  const hash = createHash('sha256');
  for (const file of [join(root, 'package-lock.json'), ...files])
    hash.update(file).update(await readFile(file));
  return join(cache, hash.digest('hex').slice(0, 16));
}

async function buildIfNeeded(): Promise<void> {
  const folder = await builtWebApp();
  if (existsSync(folder)) return;
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'build-'));
  const { NODE_ENV } = process.env;
  // Vitest sets it, and Vite would take React's files for development.
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: webAppConfig, build: { outDir, emptyOutDir: true }, logLevel: 'error' });
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
  // Another run can be first.
  await rename(outDir, folder).catch(() => rm(outDir, { recursive: true }));
}
