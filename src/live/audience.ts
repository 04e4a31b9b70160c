import type { Change, Gap, GapReason } from './events.ts';
import { keyOf, type Unplaced } from './feed.ts';
import { concerns, type Member } from './members.ts';
import { type Kept, Ring } from './ring.ts';
import type { Unnumbered } from './stream.ts';

/** The listeners of one token, and what they were told of late. */
export class Audience {
  readonly members = new Set<Member>();
  readonly #ring = new Ring();
  /** Tells positions of this process, and of this token, from all others. */
  readonly #epoch = crypto.randomUUID().replaceAll('-', '').slice(0, 12);
  #count = 0;
  /** From which number on all events of a chat were told of, as long as they are; `*` stands for all chats. */
  #coveredFrom = new Map<string, number>();

  /** @param chatIDs whose events come from now on; null for all. Those of others do not. */
  cover(chatIDs: ReadonlySet<string> | null): void {
    const before = this.#coveredFrom;
    const covered = chatIDs === null ? [...before.keys(), '*'] : [...chatIDs];
    const isNew = (id: string) => !before.has(id) && !before.has('*');
    // Positions from before must be told from those after it.
    if (covered.some(isNew)) this.#count += 1;
    const from = (id: string) => before.get(id) ?? before.get('*') ?? this.#count;
    this.#coveredFrom = new Map(covered.map((id) => [id, from(id)]));
  }

  /** Tells a change to all whom it concerns. */
  publish(change: Unplaced): void {
    this.#count += 1;
    const event = { ...change, position: this.#position() } as Unnumbered<Change>;
    this.#keepAndPush(event);
  }

  /** Tells of a gap. Whoever resumes a stream later needs to know only of what was not healed. */
  tellGap(reason: GapReason, chatIDs: readonly string[] | null = null): void {
    const needsReload = reason === 'NOT_HEALED';
    if (needsReload) this.#count += 1;
    const gap = this.#gap(reason, { needsReload, chatIDs });
    if (needsReload) this.#keepAndPush(gap);
    else this.#push(gap);
  }

  /** Begins the stream of a member, with what it has missed. */
  start(member: Member, isPolled: boolean): void {
    const { stream, after, wants, missing } = member;
    member.state = 'started';
    const number = this.#numberOf(after);
    const isCovered = number !== null && this.#isCovered(wants, number);
    const missed = isCovered ? this.#ring.since(number, wants) : null;
    stream.push('started', {
      kind: 'started',
      isResumed: missed !== null,
      isPolled,
      position: missed !== null && after !== null ? after : this.#position(),
      occurredAt: new Date(),
    });
    if (after !== null && missed === null)
      stream.push('gap', this.#gap('UNKNOWN_PLACE', { needsReload: true, chatIDs: null }));
    for (const event of missed ?? []) if (concerns(member, event)) stream.push(keyOfEvent(event), event);
    for (const chatID of missing) {
      const gone = {
        kind: 'chatDeleted',
        chatID,
        position: this.#position(),
        occurredAt: new Date(),
      } as const;
      stream.push(keyOfEvent(gone), gone);
    }
  }

  /** @returns whether a stream can go on from this position. */
  knows(position: string | null): boolean {
    return this.#numberOf(position) !== null;
  }

  /** No stream can go on from the positions up to now. */
  forget(): void {
    this.#ring.forget(this.#count);
    this.#count += 1;
  }

  #isCovered(chatIDs: ReadonlySet<string> | null, number: number): boolean {
    const isFrom = (id: string) => (this.#coveredFrom.get(id) ?? Number.POSITIVE_INFINITY) <= number;
    return isFrom('*') || (chatIDs !== null && [...chatIDs].every(isFrom));
  }

  #gap(reason: GapReason, { needsReload, chatIDs }: Pick<Gap, 'needsReload' | 'chatIDs'>): Unnumbered<Gap> {
    const position = this.#position();
    return { kind: 'gap', reason, needsReload, chatIDs, position, occurredAt: new Date() };
  }

  #keepAndPush(event: Kept): void {
    this.#ring.add(keyOfEvent(event), this.#count, event);
    this.#push(event);
  }

  #push(event: Kept): void {
    const key = keyOfEvent(event);
    for (const member of this.members) {
      if (member.state === 'started' && concerns(member, event)) member.stream.push(key, event);
    }
  }

  #position(): string {
    return `${this.#epoch}.${this.#count}`;
  }

  /** @returns null for a position of another process or token. */
  #numberOf(position: string | null): number | null {
    const [epoch, digits] = position?.split('.') ?? [];
    const number = Number(digits);
    return epoch === this.#epoch && number <= this.#count ? number : null;
  }
}

/** What replaces what: the last event of a chat, and of a message. */
function keyOfEvent(event: Kept): string {
  switch (event.kind) {
    case 'gap':
      return `gap ${event.reason} ${event.chatIDs ?? ''}`;
    case 'messageUpserted':
    case 'messageDeleted':
      return keyOf(event.chatID, event.messageID);
    case 'chatUpserted':
    case 'chatDeleted':
      return event.chatID;
  }
}
