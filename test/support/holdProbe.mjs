/**
 * Loaded into a gateway's process with `--import` and `--expose-gc`. Answers each message of the parent with what the
 * process did since the message before: the longest time that the event loop stood still, in milliseconds.
 *
 * The time counts only as far as the process used the processor: on a busy machine it can be stopped for longer.
 */
let [lastAt, lastCPU, longestMs] = [performance.now(), process.cpuUsage(), 0];

function measure() {
  const [now, cpu] = [performance.now(), process.cpuUsage()];
  const usedMs = (cpu.user - lastCPU.user + cpu.system - lastCPU.system) / 1000;
  longestMs = Math.max(longestMs, Math.min(now - lastAt, usedMs));
  [lastAt, lastCPU] = [now, cpu];
}

setInterval(measure, 2).unref();

process.on('message', () => {
  measure();
  process.send({ longestMs });
  globalThis.gc();
  [lastAt, lastCPU, longestMs] = [performance.now(), process.cpuUsage(), 0];
});
