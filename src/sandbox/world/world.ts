import { createAccounts } from './accounts.ts';
import { type Changes, createChanges } from './changes.ts';
import { chatIDFor } from './chatIDs.ts';
import { createClock } from './clock.ts';
import { makeChat, titleFor } from './makeChat.ts';
import { createMessageMaker, makeTombstone } from './messages.ts';
import type { Contact, Message, Participant, WorldAccount, WorldChat } from './model.ts';
import { createOutbox, type Fate } from './outbox.ts';
import { createPendingIDs } from './pendingIDs.ts';
import { seedPlaygroundSends } from './playgroundSends.ts';
import { seedChats } from './seedChats.ts';
import { seedEdgeCases } from './seedEdgeCases.ts';
import { seedMergedChat } from './seedMergedChat.ts';
import { createUploads, type Upload } from './uploads.ts';

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
  /** Can be set at any time. */
  sendAfterMs: number | 'never';
  /** Can be set at any time. */
  clockOffsetMs: number;
  /** Can be set at any time. */
  removal: Removal;
  /** Whoever changes a chat that it did not look up here has to touch it before. */
  readonly changes: Changes;
  /** Called when a message of the account's own user was sent. */
  onSent: ((chat: WorldChat, message: Message) => void) | null;
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

/** Creates the seed data. It is the same on each call, with fixed times. */
export function createWorld({
  sendAfterMs = 0,
  clockOffsetMs = 0,
  removal = 'tombstone',
}: WorldOptions = {}): World {
  const accounts = createAccounts();
  const clock = createClock();
  const makeMessage = createMessageMaker();
  const makers = [seedChats, seedEdgeCases, seedMergedChat, seedPlaygroundSends];
  const seed = makers.flatMap((make) => make(accounts, makeMessage));
  const chats = new Map(seed.map((chat) => [chat.id, chat]));
  let created = 0;
  const now = () => Date.now() + world.clockOffsetMs;
  const pendingIDs = createPendingIDs(now);
  const changes = createChanges(chats);
  const outbox = createOutbox(
    () => new Date(now()).toISOString(),
    (message, finish) => {
      const chat = chats.get(message.chatID);
      changes.observe(() => {
        if (chat) changes.touch(chat);
        finish();
      });
      if (chat && message.sendStatus?.status === 'SUCCESS') world.onSent?.(chat, message);
    },
  );
  /** A merged chat is as recent as its newest part. */
  const setActivity = (chat: WorldChat, timestamp: string) => {
    for (const one of [chat, chats.get(chat.mergedIntoChatID ?? '')]) {
      if (!one) continue;
      changes.touch(one);
      one.lastActivity = timestamp;
    }
  };

  const world: World = {
    accounts,
    get chats() {
      changes.touchAll();
      return chats;
    },
    uploads: createUploads(),
    sendAfterMs,
    clockOffsetMs,
    removal,
    changes,
    onSent: null,
    now,
    editCounts: new WeakMap(),
    transactionIDs: new Set(),
    settle: outbox.settle,
    close: outbox.close,
    sentMessage: pendingIDs.find,
    send(chat, { content, fate, idPrefix }) {
      const self = chat.participants.find(({ isSelf }) => isSelf) ?? { id: '', isSelf: true };
      const timestamp = new Date(now()).toISOString();
      const message = makeMessage(chat, self, { ...content, timestamp });
      const departure = { message, finalID: message.id, fate };
      message.id = pendingIDs.create(idPrefix);
      message.sendStatus = { status: 'PENDING', timestamp };
      const pendingID = message.id;
      pendingIDs.remember(pendingID, message);
      changes.touch(chat);
      chat.messages.push(message);
      setActivity(chat, timestamp);
      changes.tell();
      outbox.add(departure, world.sendAfterMs);
      return pendingID;
    },
    account: (accountID) => accounts.find((account) => account.accountID === accountID),
    chat(chatID) {
      const chat = chats.get(chatID) ?? [...chats.values()].find(({ localChatID }) => localChatID === chatID);
      if (chat) changes.touch(chat);
      return chat;
    },
    directChat(accountID, userID) {
      for (const chat of chats.values()) {
        if (chat.accountID !== accountID || chat.type !== 'single') continue;
        if (chat.participants.some((participant) => participant.id === userID && !participant.isSelf)) {
          changes.touch(chat);
          return chat;
        }
      }
      return undefined;
    },
    addChat(account, newChat) {
      created++;
      const chat = makeChat(account, {
        id: chatIDFor(account, `new${String(created).padStart(4, '0')}`),
        localChatID: String(90_000 + created),
        type: newChat.type,
        title: titleOf(newChat),
        others: newChat.others,
        lastActivity: clock(),
      });
      if (newChat.messageText !== undefined) {
        chat.messages.push(
          makeMessage(chat, account.self, { text: newChat.messageText, timestamp: chat.lastActivity }),
        );
      }
      changes.touchNew(chat);
      chats.set(chat.id, chat);
      return chat;
    },
    deleteChat(chat) {
      changes.touch(chat);
      chats.delete(chat.id);
    },
    receive(chat, sender, content) {
      const timestamp = new Date(now()).toISOString();
      const message = makeMessage(chat, sender, { ...content, timestamp, isUnread: true });
      changes.touch(chat);
      chat.messages.push(message);
      chat.unreadCount++;
      if (chat.reminder?.dismissOnIncomingMessage) chat.reminder = null;
      setActivity(chat, timestamp);
      return message;
    },
    remove(chat, message) {
      changes.touch(chat);
      if (world.removal === 'tombstone') makeTombstone(message);
      else chat.messages.splice(chat.messages.indexOf(message), 1);
    },
  };
  return world;
}

function titleOf({ type, others, title }: NewChat): string {
  const names = titleFor(others);
  // The API document says that most networks ignore the title of a single chat.
  return type === 'group' && title !== undefined ? title : names;
}
