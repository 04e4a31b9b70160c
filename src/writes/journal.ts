import { z } from 'zod';
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
  /** `begun` is also what a process leaves behind that died. */
  readonly state: 'begun' | 'done' | 'undone' | 'unknown';
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
   * @returns for each subject its writes of the last 24 hours, each in its last state.
   * @throws {StoreError}
   */
  read(subjects: readonly Subject[]): Promise<readonly (readonly Noted[])[]>;
}

/** What writes that look alike have in common. Only its hash is stored. */
export type Subject = readonly string[];

const bounds = { ttlMs: 24 * 60 * 60 * 1_000, max: 200 };

const noted = z.object({
  claim: z.string(),
  scope: z.string(),
  key: z.string(),
  at: z.number(),
  state: z.enum(['begun', 'done', 'undone', 'unknown']),
  id: z.string().nullable(),
});

export function createJournal(store: Store): Journal {
  return {
    note: (subject, entry) => store.append(nameOf(subject), JSON.stringify(entry), bounds),
    async read(subjects) {
      const lists = await store.lists(subjects.map(nameOf));
      return lists.map(lastStates);
    },
  };
}

const nameOf = (subject: Subject): string => `alike:${sha256(JSON.stringify(subject)).toString('base64url')}`;

function lastStates(items: readonly string[]): readonly Noted[] {
  const byClaim = new Map<string, Noted>();
  for (const item of items) {
    const { data } = noted.safeParse(JSON.parse(item));
    if (data) byClaim.set(data.claim, data);
  }
  return [...byClaim.values()];
}
