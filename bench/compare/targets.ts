import type { ContenderResult, OperationResult, Results } from './results.ts';
import { median } from './statistics.ts';

/** A limit on what the gateway costs, as a ratio of medians of one run. */
export interface Target {
  readonly title: string;
  readonly limit: number;
  /** Null where the run did not measure it. */
  readonly value: number | null;
}

/** @returns whether the target was reached; null where it was not measured. */
export const isReached = ({ limit, value }: Target): boolean | null =>
  value === null ? null : value <= limit;

/** Growth of memory over the second half of the requests that counts as none: what a garbage collection more or less makes. */
const flatGrowth = 1.05;

export function targetsOf(results: Results): Target[] {
  const { operations } = results;
  const cpu = (operation: string, contender: string) => medianCPU(find(operations, operation, contender));
  const against = (operation: string, contender: string) =>
    ratio(cpu(operation, 'gateway'), cpu(operation, contender));
  const p99 = (contender: string) => find(operations, 'a', contender)?.rate?.latency?.p99 ?? null;
  return [
    { title: 'startChat against the floor', limit: 2, value: against('a', 'floor') },
    { title: 'startChat against Mercurius without JIT', limit: 1.15, value: against('a', 'mercurius') },
    { title: 'startChat against Yoga’s defaults', limit: 0.4, value: against('a', 'yoga') },
    { title: 'startChat against Apollo Server', limit: 0.35, value: against('a', 'apollo') },
    { title: 'startChat against GraphQL Mesh', limit: 0.25, value: against('a', 'mesh') },
    { title: 'the list against its floor', limit: 2.5, value: against('d', 'floor') },
    { title: 'the list against Mercurius without JIT', limit: 1, value: against('d', 'mercurius') },
    { title: '`accounts` against its floor', limit: 2.5, value: against('accounts', 'floor') },
    {
      title: 'a typed failure against startChat',
      limit: 1.2,
      value: ratio(cpu('c', 'gateway'), cpu('a', 'gateway')),
    },
    {
      title: 'p99 of startChat at 500 requests per second against the floor',
      limit: 1.5,
      value: ratio(p99('gateway'), p99('floor')),
    },
    ...memoryTargets(results),
  ];
}

function memoryTargets({ memory }: Results): Target[] {
  const samples = (id: string) => memory.find((one) => one.id === id)?.samples ?? [];
  const rss = (id: string, index: number) => samples(id).at(index)?.rss ?? null;
  const requests = samples('gateway').at(-1)?.requests ?? 100_000;
  return [
    {
      title: `RSS after ${requests.toLocaleString('en')} requests against Yoga’s defaults`,
      limit: 1,
      value: ratio(rss('gateway', -1), rss('yoga', -1)),
    },
    {
      title: 'RSS is flat: after all requests against after half of them',
      limit: flatGrowth,
      value: ratio(rss('gateway', -1), rss('gateway', -2)),
    },
  ];
}

export function find(
  operations: readonly OperationResult[],
  operation: string,
  contender: string,
): ContenderResult | null {
  const found = operations.find(({ id }) => id === operation);
  return found?.contenders.find(({ id }) => id === contender) ?? null;
}

export const medianCPU = (result: ContenderResult | null): number | null =>
  result === null ? null : median(result.cpu);

export const ratio = (value: number | null, base: number | null): number | null =>
  value === null || base === null ? null : value / base;
