import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { bundle } from '../../scripts/bundle.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Contender {
  readonly name: string;
  /** The script that is started with Node. */
  readonly script: string;
}

/** What the gateway is compared with, bundled with the options of `npm run build`. */
async function bundled(name: string, module: string): Promise<Contender> {
  const outdir = await mkdtemp(join(tmpdir(), 'start-up-'));
  const { files } = await bundle(esbuild, { entryPoints: { main: `bench/startUp/${module}.ts` }, outdir });
  await writeFile(join(outdir, 'package.json'), '{"type":"module"}');
  for (const { path, text } of files) await writeFile(join(outdir, basename(path)), text);
  return { name, script: join(outdir, 'main.js') };
}

/** @param others further builds of the gateway: directories like dist/. */
export async function createContenders(others: readonly string[]): Promise<Contender[]> {
  return [
    await bundled('bare Node', 'bareNode'),
    await bundled('bare Yoga, types only', 'sdlYoga'),
    await bundled('bare Yoga, this schema', 'bareYoga'),
    { name: 'gateway', script: join(root, 'dist/server.js') },
    ...others.map((path) => ({ name: path, script: join(resolve(path), 'server.js') })),
  ];
}
