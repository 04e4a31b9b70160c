import type { Chat } from '../beeper/chats/wire.ts';
import type { BeeperEvent } from '../beeper/events/frames.ts';
import { isReactionRow, isShown, type Message } from '../beeper/messages/wire.ts';
import type { Difference } from './catchUp.ts';
import type { Change } from './events.ts';
import { Holds } from './holds.ts';
import type { Sends } from './sends.ts';
import type { Shadow } from './shadow.ts';

/** A change that has no place among the others yet. */
export type Unplaced<Event extends Change = Change> = Event extends Change
  ? Omit<Event, 'index' | 'position'>
  : never;

export interface FeedOptions {
  readonly shadow: Shadow;
  readonly sends: Sends;
  /** @param since as that of `LineReads.chat`. */
  readonly readChat: (chatID: string, since: number) => Promise<Chat | null>;
  readonly readMessage: (chatID: string, messageID: string) => Promise<Message | null>;
  readonly publish: (change: Unplaced) => void;
  /** It could not be found out what became of messages in this chat. */
  readonly onUnread: (chatID: string) => void;
}

/** A message that is told of so soon after its deletion may be its state before. */
const deletedMs = 10_000;

/** How long an own message without a status counts as pending. */
const unclearMs = 2 * 60_000;

/** Turns what Beeper tells, and what was found by reading, into changes that callers can apply as they are. */
export class Feed {
  readonly #options: FeedOptions;
  readonly #holds = new Holds();
  /** By key: when it was deleted, on the clock of `performance.now()`. */
  readonly #deleted = new Map<string, number>();
  /** Own messages that were told of, or served, while they were being sent: the IDs by chat. */
  readonly #pending = new Map<string, Set<string>>();

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  onEvent(event: BeeperEvent): void {
    const { chatID } = event;
    const occurredAt = event.at ?? new Date();
    switch (event.type) {
      case 'message.upserted':
        for (const id of event.ids)
          this.#upsert({ chatID, id, entry: event.entries.get(id) ?? null, occurredAt });
        return;
      case 'message.deleted':
        this.#options.shadow.touchChat(chatID);
        for (const id of event.ids) this.#inTurn(chatID, id, () => this.#delete(chatID, id, occurredAt));
        return;
      case 'chat.upserted':
        this.#upsertChat(chatID, occurredAt);
        return;
      case 'chat.deleted':
        this.#deleteChat(chatID, occurredAt);
    }
  }

  /** Tells of what was found by comparing. */
  onDifference(found: Difference): void {
    const occurredAt = new Date();
    switch (found.kind) {
      case 'chat':
        this.#publishChat(found.chat.id, occurredAt, async () => found.chat);
        break;
      case 'chatGone':
        this.#deleteChat(found.chatID, occurredAt);
        break;
      case 'message':
        this.#publishMessage(found.chatID, found.message.id, occurredAt, async () => found.message);
        break;
      case 'messageGone':
        this.#delete(found.chatID, found.messageID, occurredAt);
    }
  }

  /** Notes own messages that are being sent, so that it is told when their pending IDs are gone. */
  notePending(chatID: string, message: Message): void {
    if (!message.isSender || !isPending(message)) return;
    const ids = this.#pending.get(chatID) ?? new Set();
    this.#pending.set(chatID, ids.add(message.id));
  }

  #upsert(upsert: Upsert): void {
    const { chatID, id, entry } = upsert;
    this.#inTurn(chatID, id, () => {
      const { shadow, sends } = this.#options;
      // Before it is held: what replaces it may be told of at the same time.
      if (entry) this.notePending(chatID, entry);
      const isUnknown = !shadow.messagesOf(chatID)?.has(id);
      const isOwn = entry === null || entry.isSender === true;
      const hasOthers = [...(this.#pending.get(chatID) ?? [])].some((pendingID) => pendingID !== id);
      const end = (isUnknown ? sends.ended() : null) ?? (hasOthers ? Promise.resolve() : null);
      if (isOwn && end) this.#tellAfter(end, upsert);
      else this.#tell(upsert);
    });
  }

  /** Once its send has been answered, the answer tells which message it is. */
  #tellAfter(end: Promise<unknown>, upsert: Upsert): void {
    const { chatID, id } = upsert;
    const told = end.then(async () => {
      await this.#dropSent(chatID, id);
      this.#tell(upsert);
    });
    this.#holds.hold(keyOf(chatID, id), told);
  }

  #tell({ chatID, id, entry, occurredAt }: Upsert): void {
    const { shadow, readMessage } = this.#options;
    shadow.touchChat(chatID);
    // A pending ID does not come back.
    if (entry && isPending(entry) && this.#wasDeleted(chatID, id)) return;
    if (entry && !isShown(entry)) {
      this.#tellHidden(chatID, entry, occurredAt);
      return;
    }
    shadow.markActive(chatID);
    const isTrusted = entry !== null && (entry.isDeleted === true || !this.#wasDeleted(chatID, id));
    if (isTrusted) {
      shadow.learnMessage(chatID, entry);
    } else shadow.touchMessage(chatID, id);
    const message = isTrusted ? async () => entry : once(() => readMessage(chatID, id));
    this.#publishMessage(chatID, id, occurredAt, message);
  }

  /** Lists leave hidden messages out. A reaction that is told of as a message changes another one. */
  #tellHidden(chatID: string, message: Message, occurredAt: Date): void {
    const { linkedMessageID } = message;
    if (this.#options.shadow.messagesOf(chatID)?.has(message.id))
      this.#delete(chatID, message.id, occurredAt);
    if (isReactionRow(message) && linkedMessageID !== null)
      this.#upsert({ chatID, id: linkedMessageID, entry: null, occurredAt });
  }

  #publishMessage(
    chatID: string,
    messageID: string,
    occurredAt: Date,
    message: () => Promise<Message | null>,
  ): void {
    const { publish } = this.#options;
    const chat = this.#chatSince(chatID);
    publish({ kind: 'messageUpserted', chatID, messageID, occurredAt, message, chat });
  }

  #delete(chatID: string, messageID: string, occurredAt: Date): void {
    const { shadow, publish } = this.#options;
    shadow.dropMessage(chatID, messageID);
    this.#pending.get(chatID)?.delete(messageID);
    this.#noteDeleted(keyOf(chatID, messageID));
    publish({ kind: 'messageDeleted', chatID, messageID, occurredAt });
  }

  #upsertChat(chatID: string, occurredAt: Date): void {
    this.#options.shadow.touchChat(chatID);
    this.#publishChat(chatID, occurredAt, this.#chatSince(chatID));
  }

  #chatSince(chatID: string): () => Promise<Chat | null> {
    const since = performance.now();
    return once(() => this.#options.readChat(chatID, since));
  }

  #publishChat(chatID: string, occurredAt: Date, chat: () => Promise<Chat | null>): void {
    this.#options.publish({ kind: 'chatUpserted', chatID, occurredAt, chat });
  }

  #deleteChat(chatID: string, occurredAt: Date): void {
    this.#options.shadow.dropChat(chatID);
    this.#pending.delete(chatID);
    this.#options.publish({ kind: 'chatDeleted', chatID, occurredAt });
  }

  /**
   * Beeper does not tell that a pending ID is gone once the message has its final one. So when an own message arrives under
   * an ID that is new, those that are pending are looked up, and what is gone is told before the message.
   */
  async #dropSent(chatID: string, sentID: string): Promise<void> {
    const pending = this.#pending.get(chatID) ?? new Set();
    const others = [...pending].filter((id) => id !== sentID);
    const found = await Promise.all(
      others.map(async (id) => {
        const message = await this.#options.readMessage(chatID, id).catch(() => undefined);
        return { id, message };
      }),
    );
    for (const { id, message } of found) {
      if (message === undefined || !pending.has(id)) continue;
      if (message?.id !== id) this.#delete(chatID, id, new Date());
      else if (!isPending(message)) pending.delete(id);
    }
    if (found.some(({ message }) => message === undefined)) this.#options.onUnread(chatID);
    if (pending.size === 0) this.#pending.delete(chatID);
  }

  #inTurn(chatID: string, id: string, run: () => void): void {
    if (!this.#holds.add(keyOf(chatID, id), run)) run();
  }

  #wasDeleted(chatID: string, id: string): boolean {
    return performance.now() - (this.#deleted.get(keyOf(chatID, id)) ?? Number.NEGATIVE_INFINITY) < deletedMs;
  }

  #noteDeleted(key: string): void {
    const now = performance.now();
    this.#deleted.set(key, now);
    for (const [old, at] of this.#deleted) {
      if (now - at < deletedMs && this.#deleted.size < 1_000) return;
      this.#deleted.delete(old);
    }
  }
}

interface Upsert {
  readonly chatID: string;
  readonly id: string;
  /** Null where only its ID came. */
  readonly entry: Message | null;
  readonly occurredAt: Date;
}

/** Messages without a status, as those of apps before 4.2.808, count for as long as it takes to send one. */
const isPending = ({ sendStatus, timestamp }: Message): boolean =>
  sendStatus?.status == null
    ? timestamp !== null && Date.now() - timestamp.getTime() < unclearMs
    : /^pending$/i.test(sendStatus.status);

/** @returns the key of a message among all of a token. */
export const keyOf = (chatID: string, messageID: string): string => JSON.stringify([chatID, messageID]);

/** @returns a function that runs `read` when it is first called. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
