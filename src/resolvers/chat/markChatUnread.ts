import * as api from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

export interface MarkChatUnreadInput {
  readonly chatID: string;
  readonly fromMessageID?: string | null | undefined;
}

/** Marks a chat as unread, as a whole or from a message on. */
export const markChatUnread = (
  { chatID, fromMessageID }: MarkChatUnreadInput,
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    api.markChatUnread(chatID, fromMessageID ?? undefined),
    {
      operation: 'markChatUnread',
      inputPaths: { messageID: ['input', 'fromMessageID'] },
      shows({ isMarkedUnread, unreadCount }) {
        if (isMarkedUnread) return true;
        // Messages can have been unread before, and others than those that were asked for.
        if ((unreadCount ?? 0) > 0) return fromMessageID == null ? true : null;
        return isMarkedUnread === null && unreadCount === null ? null : false;
      },
    },
    context,
  );
