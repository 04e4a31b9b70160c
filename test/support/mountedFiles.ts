import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files as Kubernetes mounts a Secret or ConfigMap: links through `..data`, which points to the folder of a version. */
export interface MountedFiles extends AsyncDisposable {
  pathOf(name: string): string;
  /** Writes a new version of all files and makes `..data` point to it in one step. */
  replace(files: Readonly<Record<string, string>>): Promise<void>;
}

export async function mountFiles(files: Readonly<Record<string, string>>): Promise<MountedFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'mount-'));
  let version = 0;

  async function replace(next: Readonly<Record<string, string>>): Promise<void> {
    const name = `..version-${++version}`;
    await mkdir(join(folder, name));
    await Promise.all(Object.entries(next).map(([file, text]) => writeFile(join(folder, name, file), text)));
    await symlink(name, join(folder, '..data_tmp'));
    await rename(join(folder, '..data_tmp'), join(folder, '..data'));
    await rm(join(folder, `..version-${version - 1}`), { recursive: true, force: true });
  }

  await replace(files);
  for (const file of Object.keys(files)) await symlink(join('..data', file), join(folder, file));
  return {
    pathOf: (name) => join(folder, name),
    replace,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
