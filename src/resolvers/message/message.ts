import { getChat } from '../../beeper/chats/api.ts';
import { decodeChat } from '../../beeper/chats/wire.ts';
import { supports } from '../../beeper/features.ts';
import { getMessage, listMessages } from '../../beeper/messages/api.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import { NotFoundFailure, UnsupportedFailure } from '../../failures.ts';
import type { MessageInChat, SharedChat } from './connectMessages.ts';

/** @returns the message, or null as `readMessage`. */
export async function message(chatID: string, id: string, context: Context): Promise<MessageInChat | null> {
  const found = await readMessage(chatID, id, context);
  const message = found && (await withoutChat(found, chatID, context));
  return message && { ...message, requestedID: id };
}

/**
 * Reads one message. A server without a route for it is asked for the newest messages of the chat.
 * @param id can be a pending ID.
 * @returns null where Beeper knows no such message, or where it is not among the newest on a server without the route.
 */
export async function readMessage(chatID: string, id: string, context: Context): Promise<Message | null> {
  const { beeper, serverInfo } = context;
  // Only asked so that `known` can tell.
  await serverInfo.dialect();
  if (supports('singleMessages', serverInfo.known()) === false) return findInNewest(chatID, id, context);
  try {
    return await beeper.read(getMessage(chatID, id));
  } catch (failure) {
    if (!(failure instanceof UnsupportedFailure)) throw failure;
    return findInNewest(chatID, id, context);
  }
}

async function findInNewest(chatID: string, id: string, { beeper }: Context): Promise<Message | null> {
  try {
    const { items } = await beeper.read(listMessages(chatID, { cursor: null, direction: 'before' }));
    return items.find((one) => one.id === id) ?? null;
  } catch (failure) {
    // The chat is gone, and its messages with it.
    if (failure instanceof NotFoundFailure) return null;
    throw failure;
  }
}

/**
 * @param chatID the chat that was asked for, where the message does not name its own.
 * @param sharedChat the chat with this ID, where others share its read.
 * @returns the message with no more of its chat than the IDs. Where nothing tells its account, the chat is read.
 */
export async function withoutChat(
  found: Message,
  chatID: string,
  { beeper }: Context,
  sharedChat: SharedChat | null = null,
): Promise<MessageInChat | null> {
  const id = found.chatID ?? chatID;
  const { accountID } = found;
  if (accountID === null) {
    const chat = await (sharedChat ? sharedChat.read() : beeper.read(getChat(id)));
    return chat && { ...found, chatID: id, chat };
  }
  const chat = decodeChat({ id, accountID });
  return chat && { ...found, chatID: id, chat, isChatUnknown: true };
}
