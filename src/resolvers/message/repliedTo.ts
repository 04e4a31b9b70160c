import { isReactionRow } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import type { MessageInChat } from './connectMessages.ts';
import { readMessage, withoutChat } from './message.ts';

/** @returns the message that this one replies to; null where there is none, or it is gone. */
export async function repliedTo(message: MessageInChat, context: Context): Promise<MessageInChat | null> {
  const { linkedMessageID, chatID, chat, isChatUnknown = false, sharedChat } = message;
  // A row that stands for a reaction names the message that it reacts to.
  if (linkedMessageID === null || isReactionRow(message)) return null;
  const id = chatID ?? chat.id;
  const found = await readMessage(id, linkedMessageID, context);
  if (!found) return null;
  const isInSameChat = (found.chatID ?? id) === chat.id;
  return isInSameChat
    ? { chat, isChatUnknown, ...(sharedChat && { sharedChat }), ...found }
    : withoutChat(found, id, context);
}
