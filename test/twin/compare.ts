import type { Entry } from '../support/recorder.ts';

type Recorded = Entry & { readonly test?: string };

/** @returns what one of two records has more often than the other. Requests that run at the same time have no order. */
export function differencesBetween(lane: readonly Recorded[], yoga: readonly Recorded[]): string[] {
  const surplus = new Map<string, number>();
  const count = (entries: readonly Recorded[], step: number) => {
    for (const entry of entries) {
      const text = textOf(entry);
      surplus.set(text, (surplus.get(text) ?? 0) + step);
    }
  };
  count(lane, 1);
  count(yoga, -1);
  return [...surplus]
    .filter(([, times]) => times !== 0)
    .map(([text, times]) => `${times > 0 ? 'only with the lane' : 'only without the lane'}: ${text}`);
}

function textOf(entry: Recorded): string {
  const place = entry.test === undefined ? '' : `${entry.test}\n`;
  if (entry.kind === 'response') return `${place}response to\n${entry.request}\n\n${entry.response}`;
  if (entry.kind === 'call') return `${place}call ${entry.call}: ${entry.outcome}`;
  return `${place}log ${entry.line}`;
}
