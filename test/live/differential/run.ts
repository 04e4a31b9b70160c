// biome-ignore-all lint/suspicious/noConsole: a script
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { histories } from './history.ts';
import { play } from './play.ts';

process.on('unhandledRejection', (e) => console.log('UNHANDLED', e));
const n = Number(process.argv[2] ?? 20),
  seed = Number(process.argv[3] ?? Date.now() % 1e6),
  only = process.argv[4];
const all = fc.sample(histories, { numRuns: n, seed });
const queue = [...all.entries()].filter(([i]) => only === undefined || only.split(',').includes(String(i)));
const start = performance.now();
let failed = 0,
  done = 0;
await Promise.all(
  Array.from({ length: Number(process.env.POOL ?? 6) }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [i, history] = next;
      const t = performance.now();
      const { differences, log } = await play(history).catch((e) => ({
        differences: [String(e.stack)],
        log: [],
      }));
      done++;
      if (done % 50 === 0) console.log(done, Math.round((performance.now() - start) / 1000));
      if (differences.length) {
        failed++;
        console.log(
          `#${i} ${Math.round(performance.now() - t)}ms ${history.appVersion}`,
          differences.join('\n   ').slice(0, 900),
        );
        writeFileSync(
          `/tmp/diff-${seed}-${i}.log`,
          JSON.stringify({ ...history, steps: undefined }) +
            '\n' +
            log.join('\n') +
            '\n' +
            differences.join('\n'),
        );
      }
    }
  }),
);
console.log({ n: done, failed, seed, seconds: (performance.now() - start) / 1000 });
process.exit(0);
