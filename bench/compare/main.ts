import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chart } from './chart.ts';
import { describeMachine } from './machine.ts';
import { operations } from './operations.ts';
import { type Plan, readPlan } from './plan.ts';
import { report, verdict } from './report.ts';
import type { OperationResult, Results } from './results.ts';
import { runRounds } from './rounds.ts';
import { measureCluster, measureScaling } from './scaling.ts';
import { startSession } from './session.ts';
import { measureMemory, measureStartUp } from './startUp.ts';
import { operationHead, operationRows } from './tables.ts';
import { targetsOf } from './targets.ts';

/**
 * `npm run bench`: compares the gateway with a hand-written proxy and with other GraphQL servers (Linux only). See
 * docs/performance.md for what is measured. Options: `--only a,d`, `--contenders floor,gateway`, `--phases rate,memory`
 * (`--phases ''` for none), `--rounds 7`, `--quick`. Only a run of everything writes
 * the report, unless `--report` is given.
 */
const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

function operationOf(id: string) {
  const found = operations.find((one) => one.id === id);
  if (!found) throw new Error(`There is no operation ${id}.`);
  return found;
}

/** What the phases after the rounds are about. */
const [startChat, list, accounts] = [operationOf('a'), operationOf('d'), operationOf('accounts')];

async function runOperations(plan: Plan): Promise<OperationResult[]> {
  const session = await startSession(plan.contenders);
  try {
    const results = await runRounds(session, plan);
    for (const result of results) print(result, plan);
    return results;
  } finally {
    await session.stop();
  }
}

function print(result: OperationResult, { contenders }: Plan): void {
  const titleOf = (id: string) => contenders.find((one) => one.id === id)?.title ?? id;
  const rows = [operationHead, ...operationRows(result, titleOf)];
  const widths = operationHead.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  console.log(`\n${result.id}: ${result.title}`);
  for (const row of rows) {
    console.log(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
    );
  }
}

const inMemoryTest = ['floor', 'gateway', 'yoga'];

async function runAll(plan: Plan): Promise<Results> {
  const machine = describeMachine(plan);
  const has = (phase: Plan['phases'][number]) => plan.phases.includes(phase);
  const measured = await runOperations(plan);
  const startUp = has('startup') ? await measureStartUp(plan, accounts) : [];
  const tested = plan.contenders.filter(({ id }) => inMemoryTest.includes(id));
  const memory = has('memory') ? await measureMemory(plan, startChat, tested) : [];
  const scaling = has('scaling') ? await measureScaling(plan, list, startChat) : [];
  const cluster = has('scaling') ? await measureCluster(plan, [startChat, list]) : [];
  const contenders = plan.contenders.map(({ id, title }) => ({ id, title }));
  return { machine, contenders, operations: measured, startUp, memory, scaling, cluster };
}

function printTargets(results: Results): void {
  console.log('\nTargets (ratios of medians)');
  for (const target of targetsOf(results)) {
    if (target.value === null) continue;
    console.log(
      `  ${target.value.toFixed(2).padStart(6)}  ≤ ${String(target.limit).padEnd(5)} ${verdict(target).replaceAll('*', '').padEnd(8)} ${target.title}`,
    );
  }
}

// Ends the servers, too: see `contenders.ts`.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const plan = readPlan(process.argv.slice(2));
const results = await runAll(plan);
mkdirSync(fromRoot('bench/results'), { recursive: true });
const name = `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.json`;
writeFileSync(fromRoot(`bench/results/${name}`), `${JSON.stringify(results, null, 2)}\n`);
if (plan.writesReport) {
  writeFileSync(fromRoot('docs/performance.md'), report(results));
  writeFileSync(fromRoot('docs/performance.svg'), chart(results));
}
printTargets(results);
console.log(
  `\nbench/results/${name}${plan.writesReport ? ', docs/performance.md, docs/performance.svg' : ''}`,
);
