import type { KeyHolder } from '../http/guards/keyHolder.ts';
import type { Kept } from './ring.ts';
import type { EventStream } from './stream.ts';

/** A stream of one line. */
export interface Member {
  readonly stream: EventStream;
  readonly keyHolder: KeyHolder | null;
  /** As the caller named them; null for all. */
  readonly chatIDs: readonly string[] | null;
  readonly after: string | null;
  /** As that of `StreamRequest`. */
  readonly isSignal: boolean;
  /** `joining` until its chats are known, `waiting` until Beeper sends their events. */
  state: 'joining' | 'waiting' | 'started';
  /** The chats by all IDs that events can have; null for all. */
  wants: ReadonlySet<string> | null;
  /** Named chats that do not exist. */
  missing: readonly string[];
}

/** @returns the chats that are wanted by any of them; null for all. */
export function wantedBy(members: Iterable<Member>): ReadonlySet<string> | null {
  const wanted = new Set<string>();
  for (const { state, wants } of members) {
    if (state === 'joining') continue;
    if (wants === null) return null;
    for (const id of wants) wanted.add(id);
  }
  return wanted;
}

/** @returns whether the event is about a chat that the member wants. */
export function concerns({ wants }: Member, event: Kept): boolean {
  if (wants === null) return true;
  if (event.kind === 'gap') return event.chatIDs?.some((id) => wants.has(id)) ?? true;
  return wants.has(event.chatID);
}
