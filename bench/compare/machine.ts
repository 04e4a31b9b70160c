import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Plan } from './plan.ts';
import type { Machine } from './results.ts';

/** Call it before the run: it tells what else the machine was doing. */
export function describeMachine(plan: Plan): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown CPU',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release().replace(/-.*/, '')}`,
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    commit:
      git('rev-parse', '--short', 'HEAD') +
      (git('status', '--porcelain', '--', 'src', 'bench', 'package-lock.json') === '' ? '' : ' with changes'),
    loadBefore: loadavg()[0] ?? 0,
    isQuick: plan.isQuick,
    rounds: plan.rounds,
    requestsPerRound: plan.round.requests,
  };
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8', cwd: root }).trim();
