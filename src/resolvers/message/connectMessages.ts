import type { Chat } from '../../beeper/chats/wire.ts';
import { listMessages } from '../../beeper/messages/api.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import { type Connection, type ConnectionArgs, connect } from '../paging/connect.ts';
import { connectJoined } from '../paging/connectJoined.ts';
import type { Source } from '../paging/pages.ts';
import { ifMissing } from './ifMissing.ts';

/** A message with the chat it was read for, which holds the participants. */
export interface MessageInChat extends Message {
  readonly chat: Chat;
  /** True where `chat` has only its IDs, because the message was read without it. */
  readonly isChatUnknown?: boolean;
  /** The `idempotencyKey` that it was sent with, where that is known already. */
  readonly knownKey?: string | null;
  /** The pending ID by which it was asked for. */
  readonly requestedID?: string;
  /** The chat, where others share its read. */
  readonly sharedChat?: SharedChat;
}

export interface SharedChat {
  /** @returns the chat; null where it is gone. */
  readonly read: () => Promise<Chat | null>;
  /** @returns its read, if this request has asked for it; else null. */
  readonly begun: () => Promise<Chat | null> | null;
}

/** Which messages are part of the answer. */
type IsShown = (message: Message) => boolean;

/**
 * @param size number of messages where `args` name none.
 * @returns the messages of a chat, newest first. A merged chat holds none of its own: those of its chats are joined.
 */
export function connectMessages(
  chat: Chat,
  args: ConnectionArgs,
  size: number,
  isShown: IsShown,
  context: Context,
): Promise<Connection<MessageInChat>> {
  const members = chat.merge?.chatIDs ?? [];
  if (members.length === 0) return connect(args, size, messagesOf(chat, isShown, context));
  const strands = [...new Set(members)].map((id) => ({
    key: id,
    source: withoutMissingChat(messagesOf(chat, isShown, context, id)),
  }));
  return connectJoined(args, size, strands, ({ timestamp }) => timestamp?.getTime() ?? null);
}

/** @param chatID the chat to read, where that is another one: a chat that is part of `chat`. */
const messagesOf = (
  chat: Chat,
  isShown: IsShown,
  { beeper, live }: Context,
  chatID = chat.id,
): Source<MessageInChat> => ({
  async fetch({ limit: _, ...page }) {
    const read = await beeper.read(listMessages(chatID, page));
    live.served(chatID, read.items);
    const items = read.items.map((message) => ({ chat, ...message, chatID: message.chatID ?? chatID }));
    return { ...read, items };
  },
  idOf: ({ id }) => id,
  isShown,
});

const withoutMissingChat = (source: Source<MessageInChat>): Source<MessageInChat> => ({
  ...source,
  fetch: (request) => source.fetch(request).catch(ifMissing(nothing)),
});

const nothing = { items: [], hasMore: false, oldestCursor: null, newestCursor: null };
