import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { type Pair, type PairOptions, startPair } from './pair.ts';
import { startTCPProxy, type TCPProxy } from './tcpProxy.ts';

export interface WebApp extends AsyncDisposable {
  /** http://127.0.0.1:PORT of the built app, which passes requests on to the gateway. */
  readonly origin: string;
  readonly pair: Pair;
  /** Between the app’s server and the gateway: cuts connections. */
  readonly network: TCPProxy;
}

const root = fileURLToPath(new URL('../../examples/web/', import.meta.url));
const configFile = join(root, 'vite.config.ts');

/** Serves the built example app in front of a gateway on a sandbox. */
export async function startWebApp(options: PairOptions = {}): Promise<WebApp> {
  const outDir = await buildWebApp();
  const pair = await startPair(options);
  const network = await startTCPProxy(Number(new URL(pair.gateway.origin).port));
  process.env.GATEWAY_URL = `http://127.0.0.1:${network.port}`;
  const server = await preview({ configFile, build: { outDir }, preview: { port: 0 }, logLevel: 'silent' });
  delete process.env.GATEWAY_URL;
  const [origin] = server.resolvedUrls?.local ?? [];
  if (!origin) throw new Error('The app has no address.');
  return {
    origin: origin.replace(/\/$/, ''),
    pair,
    network,
    async [Symbol.asyncDispose]() {
      await server.close();
      await network[Symbol.asyncDispose]();
      await pair[Symbol.asyncDispose]();
    },
  };
}

/**
 * Builds the example app, unless these sources were built before.
 *
 * @returns the folder with its files.
 */
export async function buildWebApp(): Promise<string> {
  const built = join(tmpdir(), `beeper-web-example-${await hashOf(root)}`);
  if (existsSync(built)) return built;
  const outDir = await mkdtemp(join(tmpdir(), 'beeper-web-example-build-'));
  const { NODE_ENV } = process.env;
  // Vitest sets it, and Vite would take React's files for development.
  process.env.NODE_ENV = 'production';
  await build({ configFile, build: { outDir, emptyOutDir: true }, logLevel: 'error' });
  process.env.NODE_ENV = NODE_ENV;
  // Another worker can be first.
  await rename(outDir, built).catch(() => rm(outDir, { recursive: true }));
  return built;
}

async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}
