/** A reaction of one person. */
interface Reaction {
  readonly reactionKey: string;
  readonly participantID: string;
  readonly imgURL?: { readonly contentURL: string | null } | null;
}

/** The same reaction of everybody. */
export interface ReactionGroup {
  readonly key: string;
  readonly count: number;
  readonly isOwn: boolean;
  /** Who reacted. */
  readonly participantIDs: readonly string[];
  /** Of a custom emoji. */
  readonly picture: string | null;
}

/** What was asked for and is not told back yet: whether the own reaction is there, by its key. */
export type Pending = ReadonlyMap<string, boolean>;

/** @returns the reactions with what was asked for, in the order in which they were first used. */
export function groupReactions(
  reactions: readonly Reaction[],
  selfIDs: ReadonlySet<string>,
  pending: Pending = new Map(),
): readonly ReactionGroup[] {
  const groups = new Map<string, ReactionGroup>();
  const empty = (key: string): ReactionGroup => ({
    key,
    count: 0,
    isOwn: false,
    participantIDs: [],
    picture: null,
  });
  for (const { reactionKey, participantID, imgURL } of reactions) {
    const group = groups.get(sameKey(reactionKey)) ?? empty(reactionKey);
    groups.set(sameKey(reactionKey), {
      key: group.key,
      count: group.count + 1,
      isOwn: group.isOwn || selfIDs.has(participantID),
      participantIDs: [...group.participantIDs, participantID],
      picture: group.picture ?? imgURL?.contentURL ?? null,
    });
  }
  for (const [key, isOwn] of pending) {
    const group = groups.get(sameKey(key)) ?? empty(key);
    if (group.isOwn === isOwn) continue;
    groups.set(sameKey(key), { ...group, isOwn, count: group.count + (isOwn ? 1 : -1) });
  }
  return [...groups.values()].filter(({ count }) => count > 0);
}

/** @returns what is still not told back. */
export function stillPending(
  pending: Pending,
  reactions: readonly Reaction[],
  selfIDs: ReadonlySet<string>,
): Pending {
  const own = new Set(
    groupReactions(reactions, selfIDs).flatMap(({ key, isOwn }) => (isOwn ? [sameKey(key)] : [])),
  );
  return new Map([...pending].filter(([key, isOwn]) => own.has(sameKey(key)) !== isOwn));
}

/** Networks differ in whether they send variation selector 16, which asks for the colored form of an emoji. */
function sameKey(key: string): string {
  return key.replaceAll('\uFE0F', '');
}
