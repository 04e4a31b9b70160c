import { spawn } from 'node:child_process';
import { chmod, chown, copyFile, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startSandbox } from '../../../src/sandbox/index.ts';
import { freePort } from '../../support/freePort.ts';
import { Running } from '../../support/process.ts';
import { needRootOnLinux, root, run } from './commands.ts';
import { build, type Stage } from './containerfile.ts';

/** A user without a name, as OpenShift chooses it. */
const user = { uid: 123_456, gid: 0 };

/**
 * Runs the steps of the Containerfile, then the result with nothing but it, Node and Node's libraries: as a user without a
 * name and without HOME, with a read-only root and a volume that belongs to a group. Needs npm's registry, and root on Linux.
 * @returns what was checked.
 */
export async function checkImage(): Promise<string> {
  needRootOnLinux();
  const folder = await mkdtemp(join(tmpdir(), 'image-'));
  try {
    const context = join(folder, 'context');
    await copyContext(context);
    const image = await build(await readFile(join(root, 'ops/Containerfile'), 'utf8'), { context, folder });
    await addNode(image.files);
    await runImage(image, folder);
    return `built in ${(await sizeOf(image.files)).toFixed(0)} MiB with Node, and run as ${user.uid}:${user.gid}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies what Git has, less what .dockerignore excludes. */
async function copyContext(context: string): Promise<void> {
  const ignore = await readFile(join(root, '.dockerignore'), 'utf8');
  const taken = [...ignore.matchAll(/^!(.+)$/gm)].map(([, path = '']) => path);
  for (const file of (await run('git', ['ls-files', '--', ...taken])).trim().split('\n')) {
    await mkdir(dirname(join(context, file)), { recursive: true });
    await cp(join(root, file), join(context, file));
  }
}

async function addNode(files: string): Promise<void> {
  const libraries = [...(await run('ldd', [process.execPath])).matchAll(/(\/\S+) \(0x/g)];
  const node = join(files, 'usr/local/bin/node');
  for (const [from, to] of [
    [process.execPath, node],
    ...libraries.map(([, path = '']) => [path, join(files, path)] as const),
  ] as const) {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
  }
  await chmod(node, 0o755);
}

/** In mounts of its own: the image, read-only, with its volume. */
const inImage = `
  set -e
  root=$1 volume=$2 at=$3 user=$4
  shift 4
  mkdir -p "$root/proc"
  mount --bind "$root" "$root"
  mount -t proc proc "$root/proc"
  mount --bind "$volume" "$root$at"
  mount -o remount,ro,bind "$root"
  exec chroot --userspec="$user" --groups= "$root" "$@"`;

async function runImage(image: Stage, folder: string): Promise<void> {
  await using sandbox = await startSandbox();
  const volume = join(folder, 'volume');
  await mkdir(volume);
  await chown(volume, 4_321, user.gid);
  await chmod(volume, 0o2770);
  const port = await freePort();
  const environment = {
    PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    ...image.environment,
    BEEPER_URL: sandbox.url,
    PORT: String(port),
  };
  const start = (command: readonly string[]) => {
    const at = [image.files, volume, image.volumes[0] ?? '', `${user.uid}:${user.gid}`];
    const args = ['--mount', '--propagation', 'private', 'sh', '-c', inImage, 'sh', ...at, ...command];
    return new Running(spawn('unshare', args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] }));
  };

  await using gateway = start(image.entrypoint);
  await gateway.prints(/"msg":"Listening"/);
  await using healthcheck = start(image.healthcheck);
  const health = await healthcheck.ends();
  if (health.code !== 0) throw new Error(`The health check ended with ${health.code}: ${healthcheck.stderr}`);
  const first = await createChat(port, sandbox.token);
  const second = await createChat(port, sandbox.token);
  if (first !== false || second !== true)
    throw new Error(`A repeated write was not recognized: ${first}, ${second}`);
  await using writer = start(['node', '-e', "require('node:fs').writeFileSync('/x', '')"]);
  await writer.ends();
  if (!writer.stderr.includes('EROFS'))
    throw new Error(`The root of the image can be written to. ${writer.stderr}`);
  gateway.kill('SIGTERM');
  const { code } = await gateway.ends();
  if (code !== 0) throw new Error(`The gateway ended with ${code}: ${gateway.stdout}${gateway.stderr}`);
}

/** @returns whether the gateway has recognized the write as a repeat. */
async function createChat(port: number, token: string): Promise<boolean> {
  const query = `mutation { createChat(
    input: { single: { accountID: "telegram", participantID: "@telegram_7001001:beeper.com" } }
    idempotencyKey: "a-write-in-the-image"
  ) { ... on CreateChatPayload { replayed } } }`;
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { createChat: { replayed: boolean } } };
  return data.createChat.replayed;
}

async function sizeOf(folder: string): Promise<number> {
  return Number.parseInt(await run('du', ['-sk', folder]), 10) / 1_024;
}
