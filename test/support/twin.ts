import { isDeepStrictEqual } from 'node:util';
import { expect, vi } from 'vitest';
import { type Pair, startPair } from './pair.ts';
import type { Entry } from './recorder.ts';

/** Two gateways that differ in one thing: whether plain requests take the short way. Each has a sandbox of its own. */
export interface Twin extends AsyncDisposable {
  /** Runs a scenario against each, and expects that both receive, send, log and ask Beeper for the same. */
  run(scenario: (pair: Pair) => Promise<unknown>): Promise<Done>;
}

/** What the gateway with the lane did in one scenario. */
export interface Done {
  readonly responses: readonly Extract<Entry, { kind: 'response' }>[];
  /** To Beeper, as text: effect, method, path, token and body. */
  readonly calls: readonly string[];
  readonly lines: readonly string[];
}

type Options = NonNullable<Parameters<typeof startPair>[0]>;

/** @param optionsOf makes what the two must not share, such as a store. */
export async function startTwin(optionsOf: Options | (() => Options) = {}): Promise<Twin> {
  const sides = await Promise.all(
    [true, false].map(async (plainLane) => {
      const entries: Entry[] = [];
      const options = typeof optionsOf === 'function' ? optionsOf() : optionsOf;
      const pair = await startPair({ ...options, plainLane, record: (entry) => void entries.push(entry) });
      return { entries, pair };
    }),
  );
  const [lane, yoga] = sides;
  if (!lane || !yoga) throw new Error('There are two sides');
  /** A response is recorded when the server is done with it, which can be later than its caller has it. */
  const expectSame = async () => {
    const isSame = () => isDeepStrictEqual(textsOf(lane.entries), textsOf(yoga.entries));
    await vi.waitUntil(isSame, { timeout: 3_000 }).catch(() => {});
    expect(textsOf(lane.entries)).toEqual(textsOf(yoga.entries));
  };
  let isSettled = true;
  return {
    async run(scenario) {
      for (const { pair, entries } of sides) {
        entries.length = 0;
        await scenario(pair);
      }
      isSettled = false;
      await expectSame();
      isSettled = true;
      expect(yoga.entries.some((entry) => entry.kind === 'response' && entry.byLane)).toBe(false);
      return doneIn(lane.entries);
    },
    async [Symbol.asyncDispose]() {
      for (const { pair } of sides) await pair[Symbol.asyncDispose]();
      // What came later than the answer of a scenario.
      if (isSettled) await expectSame();
    },
  };
}

/** Calls that run at the same time have no order. */
const textsOf = (entries: readonly Entry[]): string[] => entries.map(textOf).sort();

function textOf(entry: Entry): string {
  if (entry.kind === 'response') return `response to ${entry.request}\n\n${entry.response}`;
  if (entry.kind === 'call') return `call ${entry.call}: ${entry.outcome}`;
  return `log ${entry.line}`;
}

const doneIn = (entries: readonly Entry[]): Done => ({
  responses: entries.filter((entry) => entry.kind === 'response'),
  calls: entries.flatMap((entry) => (entry.kind === 'call' ? [entry.call] : [])),
  lines: entries.flatMap((entry) => (entry.kind === 'log' ? [entry.line] : [])),
});
