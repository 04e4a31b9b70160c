import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startSandbox } from '../src/sandbox/index.ts';
import { median } from './compare/statistics.ts';
import { createContenders } from './startUp/contenders.ts';
import { measure, type Sample } from './startUp/measure.ts';

/**
 * Measures the time to the first answer and the memory at rest, next to a bare Yoga that is bundled in the same way:
 * `npm run build && npx tsx bench/startUp.ts` (Linux only). With the paths of other builds as arguments, they are
 * measured, too. Contenders take turns. On a busy machine only the processor time can be compared.
 * Exits with 1 if the gateway misses a target.
 */
const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '11' } },
  allowPositionals: true,
});

/** Of the gateway: time by that of a bare Yoga with its schema, and memory in MiB. */
const targets = { ratio: 1.5, rss: 90 };

const sandbox = await startSandbox();
const settings = { BEEPER_URL: sandbox.url, BEEPER_ACCESS_TOKEN: sandbox.token };
const contenders = await createContenders(positionals);
const samples = contenders.map((): Sample[] => []);
console.log(`Node ${process.version}, ${values.rounds} rounds, load ${loadavg()[0]?.toFixed(2)}`);
for (let round = 0; round < Number(values.rounds); round++) {
  for (const [index, contender] of contenders.entries()) {
    samples[index]?.push(await measure(contender, settings));
  }
}
await sandbox.close();

const medians = samples.map((of) => {
  const middle = (key: keyof Sample) => median(of.map((sample) => sample[key]));
  return {
    cpu: middle('cpu'),
    wall: middle('wall'),
    rss: middle('rss'),
    anonymous: middle('anonymous'),
    file: middle('file'),
  };
});
const yoga = medians[contenders.findIndex(({ name }) => name === 'bare Yoga, this schema')];
const ratio = (of: number, by = Number.NaN) => (of / by).toFixed(2);
console.log('| medians | CPU ms | ratio | wall ms | ratio | RSS MiB | anonymous | files |');
console.log('|---|---|---|---|---|---|---|---|');
for (const [index, { cpu, wall, rss, anonymous, file }] of medians.entries()) {
  const cells = [
    contenders[index]?.name,
    ...[cpu.toFixed(0), ratio(cpu, yoga?.cpu), wall.toFixed(0), ratio(wall, yoga?.wall)],
    ...[rss, anonymous, file].map((mebibytes) => mebibytes.toFixed(1)),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

const gateway = medians[contenders.findIndex(({ name }) => name === 'gateway')];
const missed = [
  ...((gateway?.cpu ?? 0) > (yoga?.cpu ?? 0) * targets.ratio
    ? [`CPU time: at most ${targets.ratio} × bare Yoga`]
    : []),
  ...((gateway?.rss ?? 0) > targets.rss ? [`memory: at most ${targets.rss} MiB`] : []),
];
for (const target of missed) console.log(`Missed: ${target}`);
if (missed.length > 0) process.exitCode = 1;
