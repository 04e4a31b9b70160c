import { readdirSync, readFileSync } from 'node:fs';

/** CPU time of a process by thread, in nanoseconds (Linux only). */
export type ThreadTimes = ReadonlyMap<string, number>;

/**
 * `/proc/…/stat` counts in ticks of 10 ms, which is too coarse for a round of a second. The helper threads of V8 and libuv
 * are included; they live as long as the process.
 */
export function threadTimes(pid: number): ThreadTimes {
  const folder = `/proc/${pid}/task`;
  return new Map(
    readdirSync(folder).map((thread) => [
      thread,
      Number(readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(' ')[0]),
    ]),
  );
}

/** @returns the CPU time that all threads have used since `before`, in microseconds. */
export function cpuMicroseconds(pid: number, before: ThreadTimes): number {
  let sum = 0;
  for (const [thread, now] of threadTimes(pid)) sum += now - (before.get(thread) ?? 0);
  return sum / 1_000;
}

/** @returns resident memory in MiB. */
export function rssMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}
