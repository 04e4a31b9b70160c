import type { Entry } from '../support/recorder.ts';

type Recorded = Entry & { readonly test?: string };

/**
 * Compares without the place: a call in the background may end after its test, or during another one.
 * @returns what one of two records has more often than the other. Requests that run at the same time have no order.
 */
export function differencesBetween(lane: readonly Recorded[], yoga: readonly Recorded[]): string[] {
  const surplus = new Map<string, { times: number; readonly place: string }>();
  const count = (entries: readonly Recorded[], step: number) => {
    for (const entry of entries) {
      const text = textOf(entry);
      const known = surplus.get(text) ?? { times: 0, place: entry.test ?? '' };
      known.times += step;
      surplus.set(text, known);
    }
  };
  count(lane, 1);
  count(yoga, -1);
  return [...surplus]
    .filter(([, { times }]) => times !== 0)
    .map(
      ([text, { times, place }]) =>
        `${place}: ${Math.abs(times)} more ${times > 0 ? 'with' : 'without'} the lane: ${text}`,
    );
}

function textOf(entry: Recorded): string {
  if (entry.kind === 'response') return `response to\n${entry.request}\n\n${entry.response}`;
  if (entry.kind === 'call') return `call ${entry.call}: ${entry.outcome}`;
  return `log ${entry.line}`;
}
