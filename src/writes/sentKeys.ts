import type { Alike, Journal, Noted, Subject } from './journal.ts';

/** Tells which key a thing that can be read was made with. */
export interface SentKeys {
  /** @returns the key; null where there is none, where that is not certain, or where the store can't be used. */
  keyOf(made: Made): Promise<string | null>;
}

/** What can be read of something that a write made. */
export interface Made {
  readonly subject: Subject;
  /** Its name, then others that it has had. */
  readonly names: readonly [string, ...string[]];
  /** When it was made, in milliseconds since 1970; null where that is unknown. */
  readonly at: number | null;
}

interface Waiting {
  readonly made: Made;
  readonly resolve: (key: string | null) => void;
}

/** How much later than its write a thing can be dated. */
const maxDelayMs = 60_000;
/** How much earlier: networks date in whole seconds, and clocks differ a little. */
const maxLeadMs = 2_000;

/**
 * Keys of one caller. What is asked for in one turn of the event loop, such as all messages of a page, is one read of the
 * store.
 * @param scope the caller, as a hash.
 */
export function createSentKeys(journal: Journal, scope: string): SentKeys {
  let waiting: Waiting[] = [];

  const answerAll = async () => {
    const asked = waiting;
    waiting = [];
    const lists = await journal.read(asked.map(({ made }) => made.subject)).catch(() => []);
    const listOf = (n: number): Alike => lists[n] ?? nothing;
    const named = asked.map((one, n) => listOf(n).writes.find((noted) => isNamed(noted, one)));
    // What is named is one of the things that were asked for, and so none of the others.
    const taken = new Set(named.map((noted) => noted?.claim));
    const found = asked.map(({ made }, n) => {
      const { writes, completeFrom } = listOf(n);
      const left = writes.filter(({ claim }) => !taken.has(claim));
      return named[n] ?? alone(left, completeFrom, made);
    });
    for (const [n, { resolve }] of asked.entries()) {
      const one = found[n];
      // What looks like two things that were read together is neither.
      const isShared = found.some((other, m) => m !== n && other && one && other.claim === one.claim);
      const isOwn = one?.scope === scope && one.state === 'done';
      if (isOwn && isNamed(one, asked[n])) keepName(one, asked[n]);
      resolve(isOwn && (!isShared || isNamed(one, asked[n])) ? one.key : null);
    }
  };

  /** What was found by a name that it has had is found by its new one from now on, also beside others that look like it. */
  const keepName = (one: Noted, asked: Waiting | undefined) => {
    const { subject, names } = asked?.made ?? {};
    const [name] = names ?? [];
    if (subject && name !== undefined && name !== one.id)
      journal.note(subject, { ...one, id: name }).catch(() => {});
  };

  return {
    keyOf: (made) =>
      new Promise((resolve) => {
        if (waiting.length === 0) setImmediate(() => void answerAll());
        waiting.push({ made, resolve });
      }),
  };
}

const isNamed = ({ id }: Noted, asked: Waiting | undefined): boolean =>
  id !== null && asked?.made.names.includes(id) === true;

/** The name may have changed since: that is certain only where no other write looks like it. */
function alone(writes: readonly Noted[], completeFrom: number, { at }: Made): Noted | null {
  if (at === null || completeFrom > at - maxDelayMs) return null;
  const [only = null, ...more] = writes.filter((one) => one.state !== 'undone' && isOfTime(one, at));
  return more.length === 0 ? only : null;
}

const isOfTime = (noted: Noted, at: number): boolean =>
  at >= noted.at - maxLeadMs && at <= noted.at + maxDelayMs;

const nothing: Alike = { writes: [], completeFrom: Number.POSITIVE_INFINITY };
