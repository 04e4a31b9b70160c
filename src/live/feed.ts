import type { Chat } from '../beeper/chats/wire.ts';
import type { BeeperEvent } from '../beeper/events/frames.ts';
import { isReactionRow, isShown, type Message } from '../beeper/messages/wire.ts';
import type { Difference } from './catchUp.ts';
import type { Change } from './events.ts';
import { Holds } from './holds.ts';
import { isPending, PendingMessages, type PendingOptions } from './pending.ts';
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
  readonly readNewest: PendingOptions['readNewest'];
  readonly publish: (change: Unplaced) => void;
  readonly onUnclear: PendingOptions['onUnclear'];
}

/** A message that is told of so soon after its deletion may be its state before. */
const deletedMs = 10_000;

/** Turns what Beeper tells, and what was found by reading, into changes that callers can apply as they are. */
export class Feed {
  readonly #options: FeedOptions;
  readonly #holds = new Holds();
  /** By key: when it was deleted, on the clock of `performance.now()`. */
  readonly #deleted = new Map<string, number>();
  readonly #pending: PendingMessages;

  constructor(options: FeedOptions) {
    this.#options = options;
    const { readNewest, onUnclear } = options;
    this.#pending = new PendingMessages({ readNewest, onUnclear });
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
    this.#pending.note(chatID, message);
  }

  #upsert(upsert: Upsert): void {
    const { chatID, id, entry } = upsert;
    this.#inTurn(chatID, id, () => {
      const { shadow, sends } = this.#options;
      // Before it is held: what replaces it may be told of at the same time.
      if (entry) this.notePending(chatID, entry);
      const isUnknown = !shadow.messagesOf(chatID)?.has(id);
      const isOwn = entry === null || entry.isSender === true;
      const hasOthers = this.#pending.hasOthers(chatID, id);
      const end = (isUnknown ? sends.ended() : null) ?? (hasOthers ? Promise.resolve() : null);
      if (isOwn && end) this.#tellAfter(end, upsert);
      else this.#tell(upsert);
    });
  }

  /** Once its send has been answered, the answer tells which message it is. */
  #tellAfter(end: Promise<unknown>, upsert: Upsert): void {
    const { chatID, id } = upsert;
    const told = end.then(async () => {
      const gone = this.#pending.hasOthers(chatID, id) ? await this.#pending.look(chatID) : [];
      this.#tell(upsert);
      // Afterwards, so that no message disappears for a moment.
      for (const goneID of gone) {
        if (!this.#wasDeleted(chatID, goneID)) this.#delete(chatID, goneID, new Date());
      }
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
    this.#pending.drop(chatID, messageID);
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
    this.#pending.dropChat(chatID);
    this.#options.publish({ kind: 'chatDeleted', chatID, occurredAt });
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
