import type { Changes } from './changes.ts';
import type { Media } from './media.ts';
import type { Contact, Message, Participant, WorldAccount, WorldChat } from './model.ts';
import type { Fate } from './outbox.ts';
import type { Upload } from './uploads.ts';

export interface NewChat {
  type: 'single' | 'group';
  /** The participants other than the account's own user. */
  others: readonly Contact[];
  title?: string | undefined;
  messageText?: string | undefined;
}

export interface NewMessage {
  content: Pick<Message, 'text' | 'type' | 'attachments' | 'linkedMessageID'>;
  fate: Fate;
  /** Beginning of the pending ID. */
  idPrefix: string;
}

export interface WorldOptions {
  /** Time from a send until the message is sent or fails. Default 0: at once. */
  sendAfterMs?: number | 'never';
  /** How far the clock of the world is ahead of the real one. Default 0. */
  clockOffsetMs?: number;
  /** What becomes of a message that is deleted for everyone. Default 'tombstone'. */
  removal?: Removal;
}

/** Whether a message that is deleted for everyone stays in its chat, with `isDeleted` and without content. */
export type Removal = 'tombstone' | 'gone';

/** The data of a sandbox, in memory. Worlds share nothing. */
export interface World {
  readonly accounts: readonly WorldAccount[];
  /** By ID, in the order of creation. */
  readonly chats: ReadonlyMap<string, WorldChat>;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** The files behind the URLs in the data. */
  readonly media: Media;
  /** Can be set at any time. */
  sendAfterMs: number | 'never';
  /** Can be set at any time. */
  clockOffsetMs: number;
  /** Can be set at any time. */
  removal: Removal;
  /** Whoever changes a chat that it did not look up here has to touch it before. */
  readonly changes: Changes;
  /** Called when a message of the account's own user was sent to the chat. */
  onSent: ((chat: WorldChat) => void) | null;
  account(accountID: string): WorldAccount | undefined;
  /** Finds a chat by ID or local ID. */
  chat(chatID: string): WorldChat | undefined;
  /** Finds the direct chat with this person on this account; the oldest if there are several. */
  directChat(accountID: string, userID: string): WorldChat | undefined;
  /** Always creates a chat, even if one with the same people exists. */
  addChat(account: WorldAccount, newChat: NewChat): WorldChat;
  deleteChat(chat: WorldChat): void;
  /** Adds a message of somebody else, unread. */
  receive(chat: WorldChat, sender: Participant, content: NewMessage['content']): Message;
  /** Deletes a message for everyone, as `removal` says. */
  remove(chat: WorldChat, message: Message): void;
  /** The present in milliseconds since 1970: messages that are sent have real times, unlike the seed data. */
  now(): number;
  /** Adds an own message to the chat, as pending, and returns its pending ID. */
  send(chat: WorldChat, message: NewMessage): string;
  /** Finds a message by the ID that it has or had while it was pending, for a day. */
  sentMessage(pendingID: string): Message | undefined;
  /** How often each message was edited. */
  readonly editCounts: WeakMap<Message, number>;
  /** The `transactionID` of every reaction that was added with one. */
  readonly transactionIDs: Set<string>;
  /** Ends the sending of every pending message. */
  settle(): void;
  /** Stops the timers. */
  close(): void;
}
