import { type ExecFileOptions, execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** @returns what the command printed. @throws {Error} with it if the command fails. */
export async function run(
  program: string,
  args: readonly string[],
  options: ExecFileOptions = {},
): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, {
      cwd: root,
      maxBuffer: 16 * 1024 * 1024,
      ...options,
    });
    return `${stdout}${stderr}`;
  } catch (cause) {
    const {
      message,
      stdout = '',
      stderr = '',
    } = cause as { message: string; stdout?: string; stderr?: string };
    throw new Error(message.includes(stderr) ? `${message}\n${stdout}` : `${message}\n${stdout}${stderr}`, {
      cause,
    });
  }
}

/** @throws {Error} unless this is root on Linux. */
export function needRootOnLinux(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('This check needs root on Linux, for mounts of its own.');
}
