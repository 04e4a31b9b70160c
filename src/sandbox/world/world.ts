import { createAccounts } from './accounts.ts';
import { createChanges } from './changes.ts';
import { chatIDFor } from './chatIDs.ts';
import { makeChat, titleFor } from './makeChat.ts';
import { createMedia } from './media.ts';
import { createMessageMaker, makeTombstone } from './messages.ts';
import type { WorldChat } from './model.ts';
import { createOutbox } from './outbox.ts';
import { createPendingIDs } from './pendingIDs.ts';
import { seedPlaygroundSends } from './playgroundSends.ts';
import { seedChats } from './seedChats.ts';
import { seedEdgeCases } from './seedEdgeCases.ts';
import { seedMergedChat } from './seedMergedChat.ts';
import type { NewChat, World, WorldOptions } from './types.ts';

/** Creates the seed data. It is the same on each call, with fixed times. */
export function createWorld({
  sendAfterMs = 0,
  clockOffsetMs = 0,
  removal = 'tombstone',
}: WorldOptions = {}): World {
  const accounts = createAccounts();
  const makeMessage = createMessageMaker();
  const makers = [seedChats, seedEdgeCases, seedMergedChat, seedPlaygroundSends];
  const seed = makers.flatMap((make) => make(accounts, makeMessage));
  const chats = new Map(seed.map((chat) => [chat.id, chat]));
  let created = 0;
  const now = () => Date.now() + world.clockOffsetMs;
  const pendingIDs = createPendingIDs(now);
  const changes = createChanges(chats);
  const media = createMedia({ accounts, chats });
  const outbox = createOutbox(
    () => new Date(now()).toISOString(),
    (message, finish) => {
      const chat = chats.get(message.chatID);
      changes.observe(() => {
        if (chat) changes.touch(chat);
        finish();
      });
      if (chat && message.sendStatus?.status === 'SUCCESS') world.onSent?.(chat);
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
    uploads: media.uploads,
    media,
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
        lastActivity: new Date(now()).toISOString(),
      });
      if (newChat.messageText !== undefined) {
        const plan = { text: newChat.messageText, timestamp: chat.lastActivity };
        chat.messages.push(makeMessage(chat, account.self, plan));
        world.onSent?.(chat);
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
