import * as api from '../../beeper/chatState/api.ts';
import type { Context } from '../../context.ts';
import { type ChangedChat, changeChat } from './changeChat.ts';

export interface MarkChatReadInput {
  readonly chatID: string;
  readonly upToMessageID?: string | null | undefined;
}

/** Marks a chat as read, as a whole or up to a message. */
export const markChatRead = (
  { chatID, upToMessageID }: MarkChatReadInput,
  context: Context,
): Promise<ChangedChat> =>
  changeChat(
    chatID,
    api.markChatRead(chatID, upToMessageID ?? undefined),
    {
      operation: 'markChatRead',
      inputPaths: { messageID: ['input', 'upToMessageID'] },
      shows: ({ unreadCount, isMarkedUnread, lastReadMessageSortKey }) => {
        if (upToMessageID != null && unreadCount !== 0)
          return isReached(lastReadMessageSortKey, upToMessageID);
        return unreadCount === null ? null : unreadCount === 0 && !isMarkedUnread;
      },
    },
    context,
  );

/**
 * @returns true where the marker is at the message or further; else null. Where IDs and sort keys are numbers of the same
 * kind, both count up; of others, nothing can be told.
 */
function isReached(sortKey: string | null, messageID: string): true | null {
  const isOfOneKind =
    sortKey?.length === messageID.length && /^\d+$/.test(sortKey) && /^\d+$/.test(messageID);
  return isOfOneKind && sortKey >= messageID ? true : null;
}
