import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories } from './differential/history.ts';
import { play } from './differential/play.ts';

/** `LIVE_HISTORIES=1000` for more of them, `LIVE_SEED` for those of an earlier run. */
const { LIVE_HISTORIES, LIVE_SEED: seed = '1' } = process.env;
const atOnce = 4;

test.each([
  ['of the hub', 'hub', 8],
  ['over HTTP', 'http', 4],
] as const)(
  `pages that apply events %s, through all faults, end equal to a fresh read (LIVE_SEED=${seed})`,
  {
    timeout: 60_000 + Number(LIVE_HISTORIES ?? 8) * 4_000,
  },
  async (_, level, few) => {
    const numRuns = Number(LIVE_HISTORIES ?? few);
    const waiting = fc.sample(histories, { numRuns, seed: Number(seed) });
    const failed: string[] = [];
    const playAll = async () => {
      for (let history = waiting.shift(); history; history = waiting.shift()) {
        const { differences, log } = await play(history, level);
        if (differences.length > 0) failed.push([JSON.stringify(history), ...log, ...differences].join('\n'));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, playAll));
    expect(failed.length, failed.join('\n\n')).toBe(0);
  },
);
