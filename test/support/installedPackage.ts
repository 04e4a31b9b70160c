import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Packed {
  readonly name: string;
  readonly filename: string;
  /** Bytes. */
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** @returns what `npm pack` says about the tarball that it writes to `folder`, from the built dist/. */
export function pack(folder: string): Packed {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' })) as Packed[];
  if (packed === undefined) throw new Error('npm pack made no tarball.');
  return packed;
}

export interface Installed extends Disposable {
  readonly packed: Packed;
  /** A project of CommonJS with the package as its only dependency. Its path has spaces. */
  readonly folder: string;
  readonly tarball: string;
}

/** Packs the built package and installs it, without a network. */
export function installPackage(): Installed {
  const parent = mkdtempSync(join(tmpdir(), 'with spaces '));
  const packed = pack(parent);
  const tarball = join(parent, packed.filename);
  const folder = join(parent, 'my project');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "mine", "private": true, "type": "commonjs" }\n');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], {
    cwd: folder,
    stdio: 'pipe',
  });
  return {
    packed,
    folder,
    tarball,
    [Symbol.dispose]: () => rmSync(parent, { recursive: true, force: true }),
  };
}
