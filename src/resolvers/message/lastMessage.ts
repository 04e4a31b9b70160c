import type { Chat } from '../../beeper/chats/wire.ts';
import { isLast } from '../../beeper/messages/wire.ts';
import type { Context } from '../../context.ts';
import { connectMessages, type MessageInChat } from './connectMessages.ts';

/** @returns whether the list of chats sent the last message along, or told that there is none. */
export const hasLastMessage = ({ preview, merge }: Chat): boolean =>
  // A merged chat holds no messages of its own, so that a missing one says nothing.
  preview === null ? !merge : preview !== undefined;

/**
 * @returns the newest message that is neither hidden nor deleted, or null. Free in the list of chats, which sends it
 * along, unless Beeper sends one that is not to be shown. Anywhere else it costs one upstream call, the same one as the
 * first page of `messages`.
 */
export function lastMessage(
  chat: Chat,
  context: Context,
): MessageInChat | null | Promise<MessageInChat | null> {
  if (chat.preview) return { chat, ...chat.preview };
  if (hasLastMessage(chat)) return null;
  return connectMessages(chat, { first: 1 }, 1, isLast, context).then(({ edges }) => edges[0]?.node ?? null);
}
