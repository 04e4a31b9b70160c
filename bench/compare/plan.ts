import { parseArgs } from 'node:util';
import { type Contender, contenders } from './contenders.ts';
import { type Operation, operations } from './operations.ts';
import type { Amount } from './session.ts';

/** `rounds` is always part of a run: the other phases need its warm servers. */
export const phases = ['rate', 'startup', 'memory', 'scaling'] as const;
export type Phase = (typeof phases)[number];

/** What a run does, and for how long. */
export interface Plan {
  readonly isQuick: boolean;
  readonly operations: readonly Operation[];
  readonly contenders: readonly Contender[];
  readonly phases: readonly Phase[];
  /** Whether docs/performance.md is written. */
  readonly writesReport: boolean;
  readonly rounds: number;
  readonly warmUp: Amount;
  readonly round: Amount;
  /** At a fixed rate, in turns as the rounds are. */
  readonly rate: Amount;
  readonly rateTurns: number;
  readonly startUps: number;
  /** For the memory: this many requests, twice. */
  readonly memoryRequests: number;
  readonly scalingRounds: number;
  readonly scaling: Omit<Amount, 'callers'>;
}

const callers = 32;

const full = {
  // V8 still compiles what the first thousands of requests run, and larger servers have more of it.
  warmUp: { callers, requests: 15_000, maxSeconds: 15 },
  // Many short rounds rather than few long ones: on a shared machine, a neighbor strikes some of them.
  round: { callers, requests: 1_200, maxSeconds: 1.5 },
  rate: { callers: 512, requests: 1_000, maxSeconds: 2, perSecond: 500 },
  rateTurns: 5,
  startUps: 5,
  memoryRequests: 50_000,
  scalingRounds: 3,
  scaling: { requests: 2_000, maxSeconds: 1.5 },
};

const quick: typeof full = {
  warmUp: { callers, requests: 2_500, maxSeconds: 3 },
  round: { callers, requests: 1_000, maxSeconds: 1 },
  rate: { callers: 512, requests: 1_000, maxSeconds: 2, perSecond: 500 },
  rateTurns: 1,
  startUps: 1,
  memoryRequests: 10_000,
  scalingRounds: 1,
  scaling: { requests: 500, maxSeconds: 0.5 },
};

/** @throws {Error} for an unknown option or ID. */
export function readPlan(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      contenders: { type: 'string' },
      phases: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
    },
  });
  const isQuick = values.quick;
  const chosenPhases = values.phases ?? (isQuick ? 'startup' : phases.join());
  const isPartial =
    isQuick || [values.only, values.contenders, values.phases].some((one) => one !== undefined);
  return {
    ...(isQuick ? quick : full),
    isQuick,
    operations: choose(operations, values.only, '--only'),
    contenders: choose(contenders, values.contenders, '--contenders'),
    phases: choose(
      phases.map((id) => ({ id })),
      chosenPhases === '' ? 'none' : chosenPhases,
      '--phases',
    ).map(({ id }) => id),
    writesReport: values.report || !isPartial,
    rounds: Number(values.rounds ?? (isQuick ? 3 : 15)),
  };
}

function choose<Item extends { readonly id: string }>(
  all: readonly Item[],
  list: string | undefined,
  option: string,
): readonly Item[] {
  if (list === undefined) return all;
  if (list === 'none') return [];
  const ids = list.split(',');
  const unknown = ids.filter((id) => !all.some((one) => one.id === id));
  if (unknown.length > 0) {
    throw new Error(`${option}: no ${unknown.join()}; there is ${all.map(({ id }) => id).join()}.`);
  }
  return all.filter(({ id }) => ids.includes(id));
}
