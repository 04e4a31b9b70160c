import type { ContenderResult, OperationResult } from './results.ts';
import { median, type Spread, spreadOf } from './statistics.ts';

/** @returns a Markdown table whose first column is text and whose other columns are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** @returns how many times what the floor costs, round by round; null without a floor. */
export function ratioToFloor(result: ContenderResult, { contenders }: OperationResult): Spread | null {
  const floor = contenders.find(({ id }) => id === 'floor');
  if (!floor) return null;
  return spreadOf(result.cpu.map((cpu, round) => cpu / (floor.cpu[round] ?? Number.NaN)));
}

/** @returns the rows of one operation, one per contender. */
export function operationRows(
  operation: OperationResult,
  titleOf: (id: string) => string,
): readonly (readonly string[])[] {
  return operation.contenders.map((result) => {
    const cpu = spreadOf(result.cpu);
    const ratio = ratioToFloor(result, operation);
    const { rate } = result;
    return [
      result.refused > 0
        ? `${titleOf(result.id)} (up to ${(100 * result.refused).toFixed(1)} % refused)`
        : titleOf(result.id),
      cpu.median.toFixed(0),
      `${cpu.min.toFixed(0)}–${cpu.max.toFixed(0)}`,
      ratio ? `${ratio.median.toFixed(2)} ×` : '',
      ratio ? `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}` : '',
      median(result.perSecond).toFixed(0),
      latency(rate, 'p50'),
      latency(rate, 'p99'),
      result.rss.toFixed(0),
      String(result.calls),
    ];
  });
}

export const operationHead = [
  'server',
  'CPU µs per request',
  'min–max',
  'to the floor',
  'min–max',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'RSS MiB',
  'upstream calls',
];

function latency(rate: ContenderResult['rate'], which: 'p50' | 'p99'): string {
  if (rate === null) return '';
  return rate.latency === null ? 'too slow' : rate.latency[which].toFixed(1);
}
