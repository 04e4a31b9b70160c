import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolutionMs = 20;

/**
 * Decides from one delay per sample whether the process is overloaded. A single late sample is not overload: garbage
 * collection or one large document can cause it.
 * @param lateMs a sample above this many milliseconds is late; a call to Beeper on the same machine takes a few.
 * @returns a function that takes the next sample and returns whether it and the one before are both late.
 */
export function createOverloadRule(lateMs = 500): (delayMs: number) => boolean {
  let lateInARow = 0;
  return (delayMs) => {
    lateInARow = delayMs > lateMs ? lateInARow + 1 : 0;
    return lateInARow >= 2;
  };
}

/** The verdict of the last sample, at no cost. */
export interface OverloadWatch {
  (): boolean;
  /** Ends the sampling. */
  stop(): void;
}

interface OverloadOptions {
  /** Milliseconds between samples, at least `lateMs`. */
  readonly sampleMs?: number;
  readonly lateMs?: number;
}

/** Samples the event-loop delay. The sampling does not keep the process alive. */
export function watchOverload({ sampleMs = 500, lateMs }: OverloadOptions = {}): OverloadWatch {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  const isOverload = createOverloadRule(lateMs);
  let overloaded = false;
  delays.enable();
  const samples = setInterval(() => {
    // After a reset, Node records nothing before the second tick: without a record, the loop stood still all the time.
    const delayMs = delays.count === 0 ? Number.POSITIVE_INFINITY : delays.max / 1e6 - resolutionMs;
    overloaded = isOverload(delayMs);
    delays.reset();
  }, sampleMs).unref();
  const stop = () => {
    clearInterval(samples);
    delays.disable();
  };
  return Object.assign(() => overloaded, { stop });
}
