import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories } from './differential/history.ts';
import { play } from './differential/play.ts';

/** `LIVE_HISTORIES=1000` for more of them, `LIVE_SEED` for those of an earlier run. */
const { LIVE_HISTORIES: count = '8', LIVE_SEED: seed = String(Date.now() % 1_000_000) } = process.env;
const atOnce = 4;

test(`pages that apply events, through all faults, end equal to a fresh read (LIVE_SEED=${seed})`, {
  timeout: 60_000 + Number(count) * 2_000,
}, async () => {
  const waiting = fc.sample(histories, { numRuns: Number(count), seed: Number(seed) });
  const playAll = async () => {
    for (let history = waiting.shift(); history; history = waiting.shift()) {
      const { differences, log } = await play(history);
      expect(differences, `${JSON.stringify(history)}\n${log.join('\n')}`).toEqual([]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, playAll));
});
