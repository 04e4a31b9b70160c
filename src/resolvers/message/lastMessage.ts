import type { Chat } from '../../beeper/chats/wire.ts';
import type { Context } from '../../context.ts';
import { type MessageInChat, messagePage } from './messagePage.ts';

/**
 * @returns the newest message, or null. Free in the list of chats, which sends it along. Anywhere else it costs one
 * upstream call, the same one as the first page of `messages`.
 */
export async function lastMessage(chat: Chat, context: Context): Promise<MessageInChat | null> {
  if (chat.preview !== undefined) return chat.preview && { ...chat.preview, chat };
  const page = await messagePage(chat, { cursor: null, direction: 'before' }, context);
  return page.items.find(({ isHidden }) => !isHidden) ?? null;
}
