import { parentPort, workerData } from 'node:worker_threads';

/** Run as a thread: posts the time at which each request is due, when it is due. Timers of Node are up to 1 ms late. */
const { startAt, intervalMs, count } = workerData;
const cell = new Int32Array(new SharedArrayBuffer(4));

for (let beat = 0; beat < count; beat++) {
  const due = startAt + beat * intervalMs;
  const wait = due - (performance.timeOrigin + performance.now());
  if (wait > 0) Atomics.wait(cell, 0, 0, wait);
  parentPort?.postMessage(due);
}
