import type { Chat } from '../beeper/chats/wire.ts';
import type { Message } from '../beeper/messages/wire.ts';
import type { Failure } from '../failures.ts';

interface Placed {
  /** Where it stands among the events of the caller's token; what `after` takes. */
  readonly position: string;
  /** Counts what this stream has delivered, from 0. */
  readonly index: number;
  /** When Beeper said so, or the gateway where Beeper does not say. */
  readonly occurredAt: Date;
}

/** The first event of a stream: from here on, nothing is missed without a gap. */
export interface Started extends Placed {
  readonly kind: 'started';
  /** Whether all that happened since `after` follows. */
  readonly isResumed: boolean;
  /** Whether changes are looked for, because the server sends no events. */
  readonly isPolled: boolean;
}

export type GapReason =
  | 'RECONNECTED'
  | 'DISCONNECTED'
  | 'EVENTS_LOST'
  | 'TOO_SLOW'
  | 'UNKNOWN_PLACE'
  | 'NOT_HEALED';

/** Events are missing. */
export interface Gap extends Placed {
  readonly kind: 'gap';
  readonly reason: GapReason;
  /** Whether the caller has to read again what it shows; otherwise what changed follows. */
  readonly needsReload: boolean;
  /** The chats that it is about; null for all. */
  readonly chatIDs: readonly string[] | null;
}

export interface MessageUpserted extends Placed {
  readonly kind: 'messageUpserted';
  readonly chatID: string;
  readonly messageID: string;
  /**
   * @returns the message, read once for all who listen if it did not come along; null where it is gone.
   * @throws {Failure} where it can't be read.
   */
  readonly message: () => Promise<Message | null>;
  /**
   * @returns the chat, read once for all who listen; null where it is gone.
   * @throws {Failure} where it can't be read.
   */
  readonly chat: () => Promise<Chat | null>;
}

export interface MessageDeleted extends Placed {
  readonly kind: 'messageDeleted';
  readonly chatID: string;
  readonly messageID: string;
}

export interface ChatUpserted extends Placed {
  readonly kind: 'chatUpserted';
  readonly chatID: string;
  /** As that of `MessageUpserted`. */
  readonly chat: () => Promise<Chat | null>;
}

export interface ChatDeleted extends Placed {
  readonly kind: 'chatDeleted';
  readonly chatID: string;
}

/** The last event of a stream that ends on its own. */
export interface Ended extends Placed {
  readonly kind: 'ended';
  readonly failure: Failure;
}

/** What happened to a chat or a message. */
export type Change = MessageUpserted | MessageDeleted | ChatUpserted | ChatDeleted;

export type LiveEvent = Started | Gap | Change;

/** Ends on its own only after a failure, which is its last value. `return` settles at once. */
export type LiveStream = AsyncIterableIterator<LiveEvent | Failure>;
