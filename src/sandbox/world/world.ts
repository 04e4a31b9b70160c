import { createAccounts } from './accounts.ts';
import { chatIDFor } from './chatIDs.ts';
import { createClock } from './clock.ts';
import { makeChat } from './makeChat.ts';
import { createMessageMaker } from './messages.ts';
import type { Contact, WorldAccount, WorldChat } from './model.ts';
import { seedChats } from './seedChats.ts';
import { seedEdgeCases } from './seedEdgeCases.ts';
import { seedMergedChat } from './seedMergedChat.ts';

export interface NewChat {
  type: 'single' | 'group';
  /** The participants other than the account's own user. */
  others: readonly Contact[];
  title?: string | undefined;
  messageText?: string | undefined;
}

/** The data of a sandbox, in memory. Worlds share nothing. */
export interface World {
  readonly accounts: readonly WorldAccount[];
  /** By ID, in the order of creation. */
  readonly chats: ReadonlyMap<string, WorldChat>;
  account(accountID: string): WorldAccount | undefined;
  /** Finds a chat by ID or local ID. */
  chat(chatID: string): WorldChat | undefined;
  /** Finds the direct chat with this person on this account; the oldest if there are several. */
  directChat(accountID: string, userID: string): WorldChat | undefined;
  /** Always creates a chat, even if one with the same people exists. */
  addChat(account: WorldAccount, newChat: NewChat): WorldChat;
}

/** Creates the seed data. It is the same on each call, with fixed times. */
export function createWorld(): World {
  const accounts = createAccounts();
  const clock = createClock();
  const makeMessage = createMessageMaker();
  const seed = [seedChats, seedEdgeCases, seedMergedChat].flatMap((make) => make(accounts, makeMessage));
  const chats = new Map(seed.map((chat) => [chat.id, chat]));
  let created = 0;

  return {
    accounts,
    chats,
    account: (accountID) => accounts.find((account) => account.accountID === accountID),
    chat: (chatID) =>
      chats.get(chatID) ?? [...chats.values()].find(({ localChatID }) => localChatID === chatID),
    directChat(accountID, userID) {
      for (const chat of chats.values()) {
        if (chat.accountID !== accountID || chat.type !== 'single') continue;
        if (chat.participants.some((participant) => participant.id === userID && !participant.isSelf))
          return chat;
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
      chats.set(chat.id, chat);
      return chat;
    },
  };
}

function titleOf({ type, others, title }: NewChat): string {
  const names = others.map((other) => other.fullName ?? other.username ?? other.id).join(', ');
  // The API document says that most networks ignore the title of a single chat.
  return type === 'group' && title !== undefined ? title : names;
}
