import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './commands.ts';

/** A systemd with a copy of the file system of this machine, and with its network. */
export interface Machine extends AsyncDisposable {
  /** A folder that the copy has as `/shared`. */
  readonly shared: string;
  /**
   * Runs a shell script as root, from `/shared`.
   * @returns what it printed.
   * @throws {Error} with that if it fails.
   */
  shell(script: string, input?: string): Promise<string>;
}

/** Boots `/lib/systemd/systemd` as the first process of its own namespaces. Needs root on Linux, with cgroup 2. */
export async function bootMachine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'machine-'));
  const shared = join(folder, 'shared');
  const space = join(folder, 'space');
  await mkdir(shared);
  await mkdir(space);
  const [, cgroups = ''] = /^\S+ (\S+) cgroup2 /m.exec(await readFile('/proc/mounts', 'utf8')) ?? [];
  if (cgroups === '') throw new Error('There is no cgroup 2.');
  const cgroup = join(cgroups, `machine-${process.pid}`);
  await mkdir(cgroup);

  const namespaces = ['--pid', '--mount', '--cgroup', '--ipc', '--uts', '--fork', '--kill-child'];
  const boot = ['unshare', ...namespaces, join(import.meta.dirname, 'boot.sh'), space, shared];
  const enter = ['-c', 'echo $$ > "$0/cgroup.procs" && exec "$@"', cgroup];
  const outer = spawn('sh', [...enter, ...boot], { stdio: 'ignore' });
  const exit = once(outer, 'exit');

  const shell = async (script: string, input = '') => {
    const inner = ['--target', String(await firstProcess(outer)), '--root', '--wd'];
    const all = ['--mount', '--pid', '--cgroup', '--ipc', '--uts'];
    const file = join(shared, 'input');
    await writeFile(file, input);
    return run('nsenter', [...inner, ...all, 'sh', '-ec', `cd /shared\nexec < input\n${script}`], {
      cwd: '/',
    });
  };
  const machine: Machine = {
    shared,
    shell,
    async [Symbol.asyncDispose]() {
      outer.kill('SIGKILL');
      await exit;
      await removeGroup(cgroup);
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await eventually(() => shell('systemctl is-system-running --wait | grep -q running'));
  } catch (error) {
    await machine[Symbol.asyncDispose]();
    throw error;
  }
  return machine;
}

/** @returns what `attempt` returns. @throws {Error} of the last attempt if there is none that succeeds within 30 s. */
export async function eventually<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (const deadline = Date.now() + 30_000; ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function firstProcess({ pid }: ChildProcess): Promise<number> {
  return Number((await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim());
}

/** Removes a control group with those in it, once the kernel has ended the processes of the namespace. */
const removeGroup = (cgroup: string) =>
  eventually(() => run('find', [cgroup, '-depth', '-type', 'd', '-exec', 'rmdir', '{}', '+']));
