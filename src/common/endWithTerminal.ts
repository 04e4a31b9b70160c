import { isatty } from 'node:tty';

/** Whether stdin or stdout of this process is a terminal. */
export const hasTerminal = (): boolean => isatty(0) || isatty(1);

/**
 * Calls `end` once if this process was started from a terminal and outlives it: the terminal is gone, or the process that
 * started this one, such as npm or a shell. Not each of them sends a signal when it ends.
 */
export function endWithTerminal(end: () => void, { checkMs = 1_000 } = {}): void {
  const terminals = [0, 1].filter((fd) => isatty(fd));
  if (terminals.length === 0) return;
  const parent = process.ppid;
  const checks = setInterval(() => {
    // The descriptor of a terminal that hung up is no terminal any more. Reading it instead would stop a background job.
    if (process.ppid === parent && terminals.every((fd) => isatty(fd))) return;
    clearInterval(checks);
    end();
  }, checkMs);
  checks.unref();
}
