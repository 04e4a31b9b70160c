import { createAccounts } from './accounts.ts';
import { chatIDFor } from './chatIDs.ts';
import { createClock } from './clock.ts';
import { makeChat } from './makeChat.ts';
import { createMessageMaker } from './messages.ts';
import type { Contact, WorldAccount, WorldChat } from './model.ts';
import { seedChats } from './seedChats.ts';
import { seedLandmarks } from './seedEdgeCases.ts';

/** A chat that somebody asks to have made. */
export interface ChatRequest {
  type: 'single' | 'group';
  others: readonly Contact[];
  title?: string | undefined;
  messageText?: string | undefined;
}

/** All that the stand-in knows, in memory. Two worlds share nothing. */
export interface World {
  readonly accounts: readonly WorldAccount[];
  /** By ID, in the order of their making. */
  readonly chats: ReadonlyMap<string, WorldChat>;
  /** The account, or undefined. */
  account(accountID: string): WorldAccount | undefined;
  /** The chat by its ID or by its local ID, or undefined. */
  chat(anyID: string): WorldChat | undefined;
  /** The direct chat with this person on this account, the oldest if there are several. */
  directChat(accountID: string, userID: string): WorldChat | undefined;
  /** Makes a chat, whether or not there is one with the same people already. */
  addChat(account: WorldAccount, request: ChatRequest): WorldChat;
}

/** The seed world: the same on each call, with fixed times. */
export function createWorld(): World {
  const accounts = createAccounts();
  const clock = createClock();
  const makeMessage = createMessageMaker();
  const seed = [...seedChats(accounts, makeMessage), ...seedLandmarks(accounts, makeMessage)];
  const chats = new Map(seed.map((chat) => [chat.id, chat]));
  let made = 0;

  return {
    accounts,
    chats,
    account: (accountID) => accounts.find((account) => account.accountID === accountID),
    chat: (anyID) => chats.get(anyID) ?? [...chats.values()].find((chat) => chat.localChatID === anyID),
    directChat(accountID, userID) {
      for (const chat of chats.values()) {
        if (chat.accountID !== accountID || chat.type !== 'single') continue;
        if (chat.participants.some((participant) => participant.id === userID && !participant.isSelf))
          return chat;
      }
      return undefined;
    },
    addChat(account, request) {
      made += 1;
      const chat = makeChat(account, {
        id: chatIDFor(account, `new${String(made).padStart(4, '0')}`),
        localChatID: String(90_000 + made),
        type: request.type,
        title: titleOf(request),
        others: request.others,
        lastActivity: clock(),
      });
      if (request.messageText !== undefined) {
        chat.messages.push(
          makeMessage(chat, account.self, { text: request.messageText, timestamp: chat.lastActivity }),
        );
      }
      chats.set(chat.id, chat);
      return chat;
    },
  };
}

function titleOf({ type, others, title }: ChatRequest): string {
  const names = others.map((other) => other.fullName ?? other.username ?? other.id).join(', ');
  // The document says that most networks ignore the title of a single chat.
  return type === 'group' && title !== undefined ? title : names;
}
