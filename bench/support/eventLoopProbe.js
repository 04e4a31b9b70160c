import { appendFileSync } from 'node:fs';

/**
 * Loaded into a process with `node --import`. Adds a line to the file BENCH_PROBE_FILE whenever the event loop did not
 * turn for more than 10 ms: the milliseconds that it took.
 */
const file = process.env.BENCH_PROBE_FILE;
let lastTurn = performance.now();

if (file) {
  setInterval(() => {
    const blockedMs = performance.now() - lastTurn;
    if (blockedMs > 10) appendFileSync(file, `${blockedMs.toFixed(1)}\n`);
    lastTurn = performance.now();
  }, 1).unref();
}
