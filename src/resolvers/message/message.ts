import { getChat } from '../../beeper/chats/api.ts';
import { decodeChat } from '../../beeper/chats/wire.ts';
import { findMessage } from '../../beeper/messages/api.ts';
import type { Message } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import type { MessageInChat, SharedChat } from './connectMessages.ts';

/** @returns the message, or null as `readMessage`. */
export async function message(chatID: string, id: string, context: Context): Promise<MessageInChat | null> {
  const found = await readMessage(chatID, id, context);
  if (found) context.live.served(found.chatID ?? chatID, [found]);
  const message = found && (await withoutChat(found, chatID, context));
  return message && { requestedID: id, ...message };
}

/**
 * Reads one message. A server without a route for it is asked for the newest messages of the chat.
 * @param id can be a pending ID.
 * @returns null where Beeper knows no such message, or where it is not among the newest on a server without the route.
 */
export const readMessage = (
  chatID: string,
  id: string,
  { beeper, serverInfo }: Context,
): Promise<Message | null> => findMessage({ chatID, messageID: id }, beeper, serverInfo);

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
    return chat && { chat, ...found, chatID: id };
  }
  const chat = decodeChat({ id, accountID });
  return chat && { chat, isChatUnknown: true, ...found, chatID: id };
}
