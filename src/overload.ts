import { monitorEventLoopDelay } from 'node:perf_hooks';

const sampleMs = 500;
/** How late the event loop may be, on average over a sample: a call to Beeper on this machine takes a few milliseconds. */
const lateMs = 200;

/**
 * Watches the event loop of this process, and lets it end.
 * @returns a function that tells whether it was late throughout the last half second.
 */
export function watchOverload(): () => boolean {
  const resolution = 20;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  let overloaded = false;
  setInterval(() => {
    // In nanoseconds, the resolution included.
    overloaded = delay.mean / 1e6 - resolution > lateMs;
    delay.reset();
  }, sampleMs).unref();
  return () => overloaded;
}
