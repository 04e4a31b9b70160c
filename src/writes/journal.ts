import * as z from 'zod';
import { sha256 } from '../common/sha256.ts';
import type { Store } from './store/store.ts';

/** One write with a key, as the journal of writes that look alike knows it. */
export interface Noted {
  /** Tells writes apart; also those whose key was used again after a failure that did nothing. */
  readonly claim: string;
  /** The caller, as a hash. */
  readonly scope: string;
  readonly key: string;
  /** When it was sent at the earliest, in milliseconds since 1970. */
  readonly at: number;
  /** `begun` is also what has an unknown outcome. */
  readonly state: 'begun' | 'done' | 'undone';
  /** Names what it made, where that is known. */
  readonly id: string | null;
}

/**
 * Writes that look alike to whoever reads their effect, such as the same text in the same chat. The effect of one must not
 * be taken for that of another.
 */
export interface Journal {
  /** @throws {StoreError} */
  note(subject: Subject, noted: Noted): Promise<void>;
  /**
   * @returns for each subject its writes of the last 24 hours.
   * @throws {StoreError}
   */
  read(subjects: readonly Subject[]): Promise<readonly Alike[]>;
}

export interface Alike {
  /** Each in its last state. */
  readonly writes: readonly Noted[];
  /** What was sent earlier may be missing, in milliseconds since 1970. */
  readonly completeFrom: number;
}

/** What writes that look alike have in common. Only its hash is stored. */
export type Subject = readonly string[];

const bounds = { ttlMs: 24 * 60 * 60 * 1_000, max: 200 };

const noted = z.object({
  claim: z.string(),
  scope: z.string(),
  key: z.string(),
  at: z.number(),
  // Earlier versions noted unknown outcomes, too.
  state: z
    .enum(['begun', 'done', 'undone', 'unknown'])
    .transform((state) => (state === 'unknown' ? 'begun' : state)),
  id: z.string().nullable(),
});

export function createJournal(store: Store): Journal {
  return {
    note: (subject, entry) => store.append(nameOf(subject), JSON.stringify(entry), bounds),
    async read(subjects) {
      const lists = await store.lists(subjects.map(nameOf));
      return lists.map(readList);
    },
  };
}

const nameOf = (subject: Subject): string => `alike:${sha256(JSON.stringify(subject)).toString('base64url')}`;

function readList(items: readonly string[]): Alike {
  const notes = items.flatMap((item) => noted.safeParse(JSON.parse(item)).data ?? []);
  // What is no longer in a full list was noted before the first of its writes was sent.
  const first = notes.find(({ state }) => state === 'begun');
  const fullFrom = items.length < bounds.max ? 0 : (first?.at ?? Number.POSITIVE_INFINITY);
  return {
    writes: [...new Map(notes.map((one) => [one.claim, one])).values()],
    completeFrom: Math.max(fullFrom, Date.now() - bounds.ttlMs),
  };
}
