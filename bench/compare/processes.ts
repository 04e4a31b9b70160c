import { readdirSync, readFileSync } from 'node:fs';

/** CPU time of a process and its children by thread, in nanoseconds (Linux only). */
export type ThreadTimes = ReadonlyMap<string, number>;

/**
 * `/proc/…/stat` counts in ticks of 10 ms, which is too coarse for a round of a second. The helper threads of V8 and libuv
 * are included; they live as long as the process.
 */
export function threadTimes(pid: number): ThreadTimes {
  return new Map(
    familyOf(pid).flatMap((one) =>
      threadsOf(one).map((thread) => [
        thread,
        Number(readFileSync(`${thread}/schedstat`, 'utf8').split(' ')[0]),
      ]),
    ),
  );
}

/** @returns the CPU time that all threads have used since `before`, in microseconds. */
export function cpuMicroseconds(pid: number, before: ThreadTimes): number {
  let sum = 0;
  for (const [thread, now] of threadTimes(pid)) sum += now - (before.get(thread) ?? 0);
  return sum / 1_000;
}

/** @returns the resident memory of a process and its children, in MiB. */
export function rssMiB(pid: number): number {
  let sum = 0;
  for (const one of familyOf(pid)) {
    sum += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1]) / 1_024;
  }
  return sum;
}

const threadsOf = (pid: number): string[] =>
  readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);

function familyOf(pid: number): number[] {
  const children = threadsOf(pid).flatMap((thread) =>
    readFileSync(`${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(familyOf)];
}
