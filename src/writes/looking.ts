import { randomUUID } from 'node:crypto';
import { sha256 } from '../common/sha256.ts';
import { within } from '../common/within.ts';
import { Failure, OutcomeUnknownFailure } from '../failures.ts';
import type { Journal, Subject } from './journal.ts';
import { type Store, StoreError } from './store/store.ts';

/** How the outcome of a write that got no answer can be found out, by reading what it should have made. */
export interface Look<Result extends object> {
  readonly subject: Subject;
  /** What to do where it is not found; a sentence. */
  readonly remedy: string;
  /** By how many milliseconds the clock that dates what is read is ahead of ours; where that is known. */
  readonly clockAheadMs: number;
  /** @throws {Failure} where it can't be read. */
  find(attempt: Pick<Attempt, 'at' | 'clockAheadMs'>): Promise<Sighting<Result>>;
  /** @returns the name of what the write made that `id` names, if it has got another one; null where that can't be told. */
  readonly nameNow: (id: string) => Promise<string | null>;
  /** @returns the name of what a result is about. */
  nameOf(result: Result): string;
  /** @returns the subject under which it is read, if that is another one. */
  subjectOf(result: Result): Subject;
}

/** What was seen by looking. */
export interface Sighting<Result extends object> {
  /** Whatever may be what the write made. */
  readonly matches: readonly { readonly name: string; readonly result: Result }[];
  /** Names of all that was seen, also of what can't be it. */
  readonly seen: readonly string[];
  /** False if more may have been made than was seen, or it can't be told what was there before, or what a match was. */
  readonly isCertain: boolean;
  /**
   * @returns all subjects under which other writes may be noted that made a match.
   * @throws {Failure} where they can't be told.
   */
  readonly subjects: () => Promise<readonly Subject[]>;
  /** What to show the caller if it is none, or not just one. */
  readonly candidates: readonly unknown[];
}

/** One attempt to run a write, which survives its process. */
export interface Attempt {
  readonly claim: string;
  /** When it was sent at the earliest, in milliseconds since 1970. */
  readonly at: number;
  /** As in `Look`, when the attempt began: another replica may look, or the clock may have been set since. */
  readonly clockAheadMs: number;
  /** Names of what an earlier look saw and could not tell apart: never taken later, either. */
  readonly doubtful: readonly string[];
}

/** @returns an attempt that begins now. */
export const newAttempt = (clockAheadMs: number): Attempt => ({
  claim: randomUUID(),
  at: Date.now(),
  clockAheadMs,
  doubtful: [],
});

/** How long a look may take, in milliseconds. */
export const lookMs = 5_000;
/** How long before an attempt another one may have been sent whose effect is dated after it. */
const overlapMs = 10 * 60 * 1_000;
const ttlMs = 24 * 60 * 60 * 1_000;

interface NotFound {
  readonly doubtful?: readonly string[];
  readonly upstreamCode?: string | null;
  readonly cause?: unknown;
}

/** The outcome is still unknown. */
export class NotFoundByLooking extends OutcomeUnknownFailure {
  readonly doubtful: readonly string[];

  constructor(
    remedy: string,
    seen: Sighting<object> | null,
    { doubtful = [], upstreamCode = null, cause }: NotFound,
  ) {
    super(
      seen
        ? 'The request was sent to Beeper and no usable response arrived. Looking for it did not show whether it was done.'
        : 'The request was sent to Beeper and no usable response arrived. It could not be looked for.',
      { remedy, retryable: true, candidates: seen?.candidates ?? null, upstreamCode, cause },
    );
    this.doubtful = doubtful;
  }
}

/**
 * Finds out the outcome of an attempt. What is found answers for one attempt only.
 * @param upstreamCode the code of Beeper's error, if one was the answer to the attempt.
 * @throws {NotFoundByLooking}
 */
export async function lookFor<Result extends object>(
  look: Look<Result>,
  attempt: Attempt,
  { journal, store }: { readonly journal: Journal; readonly store: Store },
  upstreamCode: string | null,
): Promise<Result> {
  let sighting: Sighting<Result> | null = null;
  let doubtful: readonly string[] = [];
  const search = async (): Promise<Result | null> => {
    // Before the journal: whoever made what is seen now was noted before that.
    sighting = await look.find(attempt);
    const matches = sighting.matches.filter(({ name }) => !attempt.doubtful.includes(name));
    if (matches.length === 0) return null;
    const taken = sighting.isCertain ? await takenByOthers(sighting, look, attempt, journal) : [];
    if (taken === null) return null;
    const left = matches.filter(({ name }) => !taken.includes(name));
    const [found] = left;
    const isIt = sighting.isCertain && left.length === 1;
    if (found && isIt && (await isFirst(found.name, attempt, store))) return found.result;
    if (!isIt) doubtful = left.map(({ name }) => name);
    return null;
  };
  try {
    const found = await within(lookMs, search(), () => new LookTookTooLong());
    if (found) return found;
  } catch (cause) {
    throw new NotFoundByLooking(look.remedy, sighting, { doubtful, upstreamCode, cause });
  }
  throw new NotFoundByLooking(look.remedy, sighting, { doubtful, upstreamCode });
}

/** @returns what other attempts made; null where that can't be told for one of them. */
async function takenByOthers<Result extends object>(
  { seen, subjects }: Sighting<Result>,
  { subject, nameNow }: Look<Result>,
  { claim, at }: Attempt,
  journal: Journal,
): Promise<readonly string[] | null> {
  const from = at - overlapMs;
  const lists = await journal.read([subject, ...(await subjects())]);
  // The journal has forgotten some that may have made it.
  if (lists.some(({ completeFrom }) => completeFrom > from)) return null;
  const others = lists
    .flatMap(({ writes }) => writes)
    .filter((one) => one.claim !== claim && one.state !== 'undone' && one.at >= from);
  const ids = others.map(({ id }) => id).filter((id) => id !== null);
  if (ids.length < others.length) return null;
  const names = await Promise.all(ids.map((id) => (seen.includes(id) ? id : nameNow(id))));
  return names.every((name) => name !== null) ? names : null;
}

/** @returns whether no other attempt has been answered with it. */
async function isFirst(name: string, { claim }: Attempt, store: Store): Promise<boolean> {
  const hash = sha256(name).toString('base64url');
  const earlier = await store.claim(`answered:${hash}`, claim, { ttlMs, leaseMs: 1 });
  return earlier === null || earlier.entry === claim;
}

class LookTookTooLong extends Error {}

/** @returns whether the look failed in a way that nobody expected, so that it must be logged. */
export const isUnexpected = ({ cause }: NotFoundByLooking): boolean =>
  cause !== undefined &&
  !(cause instanceof Failure) &&
  !(cause instanceof StoreError) &&
  !(cause instanceof LookTookTooLong);
