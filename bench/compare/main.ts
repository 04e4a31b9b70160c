import { parseArgs } from 'node:util';
import { contenders } from './contenders.ts';
import { operations } from './operations.ts';
import { compareAnswers, measureAnswers, startSession } from './session.ts';
import { spreadOf } from './statistics.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: operations.map(({ id }) => id).join() },
    contenders: { type: 'string', default: contenders.map(({ id }) => id).join() },
    rounds: { type: 'string', default: '7' },
    quick: { type: 'boolean', default: false },
  },
});

const chosen = contenders.filter(({ id }) => values.contenders.split(',').includes(id));
const session = await startSession(chosen);
const rounds = values.quick ? 3 : Number(values.rounds);
const amount = values.quick
  ? { callers: 32, requests: 1_000, maxSeconds: 1 }
  : { callers: 32, requests: 2_500, maxSeconds: 3 };
const warmUp = values.quick
  ? { callers: 32, requests: 2_000, maxSeconds: 2 }
  : { callers: 32, requests: 5_000, maxSeconds: 8 };

try {
  for (const operation of operations.filter(({ id }) => values.only.split(',').includes(id))) {
    const exchanges = await compareAnswers(session, operation);
    for (const exchange of exchanges) await measureAnswers(session, exchange, warmUp);
    const cpu = new Map<string, number[]>();
    const perSecond = new Map<string, number[]>();
    for (let round = 0; round < rounds; round++) {
      for (const exchange of exchanges) {
        const measured = await measureAnswers(session, exchange, amount);
        const { id } = exchange.running;
        cpu.set(id, [...(cpu.get(id) ?? []), measured.cpuPerRequest]);
        perSecond.set(id, [...(perSecond.get(id) ?? []), measured.done / measured.seconds]);
      }
    }
    console.log(`\n${operation.id}: ${operation.title}`);
    const floor = cpu.get('floor') ?? [];
    for (const [id, all] of cpu) {
      const own = spreadOf(all);
      const ratio = spreadOf(all.map((one, round) => one / (floor[round] ?? Number.NaN)));
      console.log(
        `  ${id.padEnd(10)} ${own.median.toFixed(0).padStart(6)} µs (${own.min.toFixed(0)}–${own.max.toFixed(0)})  ${ratio.median.toFixed(2)} × (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})  ${spreadOf(perSecond.get(id) ?? []).median.toFixed(0)}/s`,
      );
    }
  }
} finally {
  await session.stop();
}
