import { styleText } from 'node:util';
import type { Finding } from './finding.ts';

const marks = {
  ok: { mark: '✓', color: 'green' },
  warning: { mark: '!', color: 'yellow' },
  failure: { mark: '✗', color: 'red' },
} as const;

/** @returns one line for each finding, and one that counts the problems. */
export function textReport(findings: readonly Finding[], { colors }: { readonly colors: boolean }): string {
  const lines = findings.map(({ id, status, message, remedy }) => {
    const { mark, color } = marks[status];
    const text = remedy === null ? message : `${message}${/[.?]$/.test(message) ? '' : '.'} ${remedy}`;
    return `${colors ? styleText(color, mark, { validateStream: false }) : mark} ${id.padEnd(9)} ${text}`;
  });
  return `${[...lines, '', summary(findings)].join('\n')}\n`;
}

function summary(findings: readonly Finding[]): string {
  const count = (of: Finding['status']) => findings.filter(({ status }) => status === of).length;
  const [failures, warnings] = [count('failure'), count('warning')];
  const plural = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return failures + warnings === 0
    ? 'Everything is fine.'
    : `${plural(failures, 'problem')}, ${plural(warnings, 'warning')}.`;
}

/** @returns the same for programs: `ok` is false after a failure. */
export const jsonReport = (findings: readonly Finding[]): string =>
  `${JSON.stringify({ ok: !hasFailed(findings), checks: findings }, null, 2)}\n`;

export const hasFailed = (findings: readonly Finding[]): boolean =>
  findings.some(({ status }) => status === 'failure');
