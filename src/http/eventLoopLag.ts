const sampleMs = 500;
/** How late a timer may be. Once is no overload; twice in a row it is: a call to Beeper here takes a few milliseconds. */
const lateMs = 500;

/**
 * Watches how late the timers of this process are, and lets it end.
 * @returns a function that tells whether they were late by more than half a second twice in a row.
 */
export function watchOverload(): () => boolean {
  let last = performance.now();
  let late = 0;
  setInterval(() => {
    const now = performance.now();
    late = now - last - sampleMs > lateMs ? late + 1 : 0;
    last = now;
  }, sampleMs).unref();
  return () => late >= 2;
}
